package org.demarche.spark;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.demarche.article.Article;
import org.demarche.article.ArticleSink;
import org.demarche.article.FieldNames;
import org.demarche.article.JsonLinesReader;
import org.demarche.source.InputException;

/** An article in a row of a table, which Spark tells as a line of JSON. */
final class TableRow {
    private TableRow() {}

    static Row read(String json, int input, String file, long number, FieldNames names) {
        List<Row> found = new ArrayList<>();
        new JsonLinesReader(names)
                .read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        file + " row " + (number + 1),
                        new ArticleSink() {
                            @Override
                            public void article(Article article) {
                                found.add(Rows.of(article, input, file, number));
                            }

                            @Override
                            public void problem(InputException problem) {
                                found.add(
                                        Rows.unreadable(problem.getMessage(), input, file, number));
                            }

                            @Override
                            public void warning(String line) {
                                // A column that articles do not have.
                            }
                        });
        return found.get(0);
    }
}
