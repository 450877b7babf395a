package org.demarche.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.demarche.source.InputException;
import org.demarche.source.SourceLine;

/**
 * Reads articles from a table with a header line, an article a row: {@code id,published,text}.
 * Columns are parted by commas, or by tabs where the name ends in {@code .tsv}.
 */
public final class CsvReader implements ArticleReader {
    private final FieldNames names;

    public CsvReader(FieldNames names) {
        this.names = names;
    }

    @Override
    public void read(InputStream in, String name, ArticleSink sink) {
        CSVFormat format =
                (name.endsWith(".tsv") ? CSVFormat.TDF : CSVFormat.DEFAULT)
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreSurroundingSpaces(true)
                        .get();
        try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                CSVParser rows = format.parse(text)) {
            if (!rows.getHeaderNames().contains(names.of("text"))) {
                sink.problem(
                        new InputException(
                                new SourceLine(name, 1)
                                        + ": no column '"
                                        + names.of("text")
                                        + "'; say which one holds the text with --map text=…"));
                return;
            }
            for (CSVRecord row : rows) {
                if (sink.isFull()) {
                    return;
                }
                Optional<Article> article = Optional.empty();
                try {
                    article =
                            Optional.of(
                                    article(
                                            row,
                                            new SourceLine(
                                                    name, (int) rows.getCurrentLineNumber())));
                } catch (InputException e) {
                    sink.problem(e);
                }
                article.ifPresent(sink::article);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            sink.problem(new InputException(name + ": cannot be read (" + e.getMessage() + ")", e));
        }
    }

    private Article article(CSVRecord row, SourceLine where) {
        String text =
                cell(row, "text")
                        .orElseThrow(
                                () ->
                                        new InputException(
                                                where + ": '" + names.of("text") + "' is empty"));
        Optional<LocalDate> published = cell(row, "published").map(day -> names.day(day, where));
        return new Article(
                cell(row, "id")
                        .map(ArticleIds::own)
                        .orElseGet(() -> ArticleIds.of(published, text)),
                cell(row, "title"),
                published,
                cell(row, "publisher"),
                cell(row, "url"),
                text);
    }

    private Optional<String> cell(CSVRecord row, String field) {
        String column = names.of(field);
        return row.isSet(column)
                ? Optional.of(row.get(column)).filter(v -> !v.isBlank())
                : Optional.empty();
    }
}
