package org.demarche.spark;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.demarche.article.Article;
import org.demarche.corpus.Outcome;
import org.demarche.corpus.Reason;
import org.demarche.export.EventRow;

/** What Spark moves about: articles, and what became of them. Its empty cells are null. */
final class Rows {
    private static final DataType STRINGS = new ArrayType(DataTypes.StringType, false);

    /** An article, or why something that was found is none. */
    static final StructType ARTICLE =
            new StructType()
                    .add("id", DataTypes.StringType)
                    .add("title", DataTypes.StringType)
                    .add("published", DataTypes.StringType)
                    .add("publisher", DataTypes.StringType)
                    .add("url", DataTypes.StringType)
                    .add("text", DataTypes.StringType)
                    .add("input", DataTypes.IntegerType)
                    .add("file", DataTypes.StringType)
                    .add("number", DataTypes.LongType)
                    .add("why", DataTypes.StringType);

    static final StructType EVENT =
            new StructType()
                    .add("id", DataTypes.StringType)
                    .add("article", DataTypes.StringType)
                    .add("date", DataTypes.StringType)
                    .add("published", DataTypes.StringType)
                    .add("type", DataTypes.StringType)
                    .add("label", DataTypes.StringType)
                    .add("plover", DataTypes.StringType)
                    .add("cameo", DataTypes.StringType)
                    .add("quad_class", DataTypes.StringType)
                    .add("score", DataTypes.DoubleType)
                    .add("factuality", DataTypes.StringType)
                    .add("actors", STRINGS)
                    .add("actor_states", STRINGS)
                    .add("recipients", STRINGS)
                    .add("recipient_states", STRINGS)
                    .add("place", DataTypes.StringType)
                    .add("latitude", DataTypes.DoubleType)
                    .add("longitude", DataTypes.DoubleType)
                    .add("said_by", STRINGS)
                    .add("reported_by", STRINGS)
                    .add("confidence", DataTypes.DoubleType)
                    .add("incident", DataTypes.StringType)
                    .add("quote", DataTypes.StringType);

    /** What became of an article: N-Quads and events, or the reason why there are none. */
    static final StructType OUTCOME =
            new StructType()
                    .add("quads", DataTypes.StringType)
                    .add("events", new ArrayType(EVENT, false))
                    .add("article", DataTypes.StringType)
                    .add("reason", DataTypes.StringType)
                    .add("problem", DataTypes.BooleanType)
                    .add("why", DataTypes.StringType);

    private Rows() {}

    static Row of(Article article, int input, String file, long number) {
        return RowFactory.create(
                article.id(),
                cell(article.title()),
                cell(article.published().map(LocalDate::toString)),
                cell(article.publisher()),
                cell(article.url()),
                article.text(),
                input,
                file,
                number,
                null);
    }

    static Row unreadable(String why, int input, String file, long number) {
        return RowFactory.create(null, null, null, null, null, null, input, file, number, why);
    }

    static boolean isArticle(Row row) {
        return !row.isNullAt(0);
    }

    static String id(Row row) {
        return row.getString(0);
    }

    static Article article(Row row) {
        return new Article(
                row.getString(0),
                Optional.ofNullable(row.getString(1)),
                Optional.ofNullable(row.getString(2)).map(LocalDate::parse),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)),
                row.getString(5));
    }

    /** The failure that a row without an article tells of. */
    static Row failure(Row row) {
        return RowFactory.create(
                null, new Row[0], null, Reason.UNREADABLE.key(), true, row.getAs("why"));
    }

    static Row of(Outcome.LeftOut left) {
        return RowFactory.create(
                null,
                new Row[0],
                cell(left.id()),
                left.reason().key(),
                left.reason().isProblem(),
                left.why());
    }

    static Row read(String id, String quads, List<EventRow> events) {
        return RowFactory.create(
                quads, events.stream().map(Rows::of).toArray(Row[]::new), id, null, null, null);
    }

    private static Row of(EventRow event) {
        return RowFactory.create(
                event.id(),
                event.article(),
                cell(event.date()),
                cell(event.published()),
                event.type(),
                event.label(),
                event.plover(),
                cell(event.cameo()),
                event.quadClass(),
                event.score(),
                event.factuality(),
                cells(event.actors()),
                cells(event.actorStates()),
                cells(event.recipients()),
                cells(event.recipientStates()),
                cell(event.place()),
                cell(event.latitude()),
                cell(event.longitude()),
                cells(event.saidBy()),
                cells(event.reportedBy()),
                cell(event.confidence()),
                cell(event.incident()),
                event.quote());
    }

    private static Object cells(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static Object cell(Optional<?> value) {
        return value.isPresent() ? value.get() : null;
    }
}
