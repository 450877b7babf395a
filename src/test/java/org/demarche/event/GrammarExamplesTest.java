package org.demarche.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example in each row of the grammar's tables is read as the row says. */
class GrammarExamplesTest {
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    /** Of the rows on factuality and on numbers about a quarter is not yet read as it says. */
    private static final int OPEN = 7;

    private static Pipeline pipeline;

    @BeforeAll
    static void load() {
        pipeline = Pipeline.load(DataFiles.bundled());
    }

    /** The rows of the table whose example is read otherwise. */
    private static List<String> failures(
            String table, List<String> columns, BiPredicate<Table.Row, Event> right) {
        Problems problems = new Problems();
        List<String> failures = new ArrayList<>();
        for (Table.Row row :
                Table.read(DataFiles.bundled(), "data/grammar/" + table, columns, problems)
                        .rows()) {
            List<Event> events = read(row.cell("example"));
            if (events.stream().noneMatch(e -> right.test(row, e))) {
                failures.add(
                        row.where()
                                + ": "
                                + row.cell("example")
                                + " <- "
                                + events.stream()
                                        .map(e -> e.type().name() + " " + e.factuality())
                                        .toList());
            }
        }
        problems.throwIfAny();
        return failures;
    }

    private static List<Event> read(String text) {
        Article article =
                new Article(
                        "example",
                        Optional.empty(),
                        Optional.of(DAY),
                        Optional.empty(),
                        Optional.empty(),
                        text);
        return pipeline.read(article).reading().events();
    }

    @Test
    void mostWordsOfPlansFearsAndDenialsGiveTheirFactuality() {
        assertThat(
                        failures(
                                "factuality.tsv",
                                List.of("word", "slots", "effect", "spares", "example"),
                                (row, event) ->
                                        event.factuality().localName().equals(row.cell("effect"))))
                .hasSizeLessThan(OPEN);
    }

    @Test
    void plannedAndRefusedActsBecomeTheirOwnClass() {
        assertThat(
                        failures(
                                "intent.tsv",
                                Intents.COLUMNS,
                                (row, event) -> event.type().name().equals(row.cell("becomes"))))
                .isEmpty();
    }

    @Test
    void mostNumbersOfDeadInjuredAndTakingPartAreRead() {
        assertThat(
                        failures(
                                "quantities.tsv",
                                List.of("word", "slot", "quantity", "example"),
                                (row, event) -> isCounted(row.cell("quantity"), event)))
                .hasSizeLessThan(OPEN);
    }

    private static boolean isCounted(String quantity, Event event) {
        Quantities counted = event.quantities();
        return switch (quantity) {
            case "killed" -> counted.killed().isPresent();
            case "injured" -> counted.injured().isPresent();
            default -> counted.size().isPresent();
        };
    }

    @Test
    void typesOfWhichARuleSpeaksAreInItsExample() {
        assertThat(
                        failures(
                                "types.tsv",
                                TypeRules.COLUMNS,
                                (row, event) ->
                                        event.type().name().equals(row.cell("class"))
                                                || event.type().top().equals(row.cell("class"))))
                .isEmpty();
    }

    @Test
    void acceptedTypesAreWhatTheirExampleIsCodedAs() {
        assertThat(
                        failures(
                                "scoring.tsv",
                                List.of("gold", "factuality", "coded", "example"),
                                (row, event) -> event.type().plover().equals(row.cell("coded"))))
                .isEmpty();
    }

    @Test
    void registersKeepTheirClassesOutOfTheirExample() {
        Problems problems = new Problems();
        List<Table.Row> rows =
                Table.read(DataFiles.bundled(), Registers.FILE, Registers.COLUMNS, problems).rows();
        problems.throwIfAny();
        assertThat(rows).isNotEmpty();
        for (Table.Row row : rows) {
            List<String> classes = row.list("classes");
            assertThat(read(row.cell("example")))
                    .as(row.where().toString())
                    .noneMatch(e -> classes.isEmpty() || classes.contains(e.type().top()));
        }
    }
}
