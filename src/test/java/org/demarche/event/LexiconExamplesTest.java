package org.demarche.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.entity.Actor;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every row of the lexicon codes its own example, and the sentences that only look like an event
 * make none.
 */
class LexiconExamplesTest {
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    private static Pipeline pipeline;
    private static Lexicon lexicon;

    @BeforeAll
    static void load() {
        DataFiles files = DataFiles.bundled();
        Problems problems = new Problems();
        pipeline = Pipeline.load(files);
        lexicon = Lexicon.load(files, Ontology.read(files), problems);
        problems.throwIfAny();
    }

    @Test
    void rowsCodeTheirExamples() {
        List<String> failures = new ArrayList<>();
        for (Trigger row : lexicon.triggers()) {
            Reading reading = read(row.example());
            boolean right =
                    row.type().isPresent()
                            ? reading.events().stream().anyMatch(e -> isCodedBy(e, row))
                            : reading.verdicts().stream()
                                    .anyMatch(v -> v.row().equals(row.where()) && !v.isCoded());
            if (!right) {
                failures.add(
                        row.where()
                                + ": "
                                + describe(row)
                                + " <- "
                                + row.example()
                                + "\n      "
                                + found(reading));
            }
        }

        assertThat(failures.size())
                .as(
                        failures.size()
                                + " of "
                                + lexicon.triggers().size()
                                + "\n"
                                + String.join("\n", failures))
                .isLessThan(lexicon.triggers().size() / 25);
    }

    @Test
    void mostRowsGiveTheActorsThatTheyName() {
        List<String> failures = new ArrayList<>();
        int checked = 0;
        for (Trigger row : lexicon.triggers()) {
            if (row.type().isEmpty() || row.who().isEmpty() || row.who().contains("?")) {
                continue;
            }
            checked++;
            Reading reading = read(row.example());
            if (reading.events().stream()
                    .noneMatch(e -> isCodedBy(e, row) && who(e).equals(sorted(row.who())))) {
                failures.add(
                        row.where()
                                + ": "
                                + row.who()
                                + " <- "
                                + row.example()
                                + "\n      "
                                + found(reading));
            }
        }

        assertThat(failures.size())
                .as(failures.size() + " of " + checked + "\n" + String.join("\n", failures))
                .isLessThan(checked / 5);
    }

    @Test
    void sentencesThatOnlyLookLikeAnEventMakeNone() {
        Problems problems = new Problems();
        List<String> failures = new ArrayList<>();
        int checked = 0;
        for (Table.Row row :
                Table.read(
                                DataFiles.bundled(),
                                "data/grammar/not.tsv",
                                List.of("class", "example"),
                                problems)
                        .rows()) {
            checked++;
            Reading reading = read(row.cell("example"));
            if (reading.events().stream().anyMatch(e -> e.type().top().equals(row.cell("class")))) {
                failures.add(
                        row.where()
                                + ": "
                                + row.cell("class")
                                + " <- "
                                + row.cell("example")
                                + "\n      "
                                + found(reading));
            }
        }
        problems.throwIfAny();

        assertThat(failures.size())
                .as(failures.size() + " of " + checked + "\n" + String.join("\n", failures))
                .isLessThan(checked / 25);
    }

    private static Reading read(String sentence) {
        Article article =
                new Article(
                        "example",
                        Optional.empty(),
                        Optional.of(DAY),
                        Optional.empty(),
                        Optional.empty(),
                        sentence);
        return pipeline.read(article).reading();
    }

    private static boolean isCodedBy(Event event, Trigger row) {
        return event.evidence().stream().anyMatch(e -> e.row().equals(Optional.of(row.where())));
    }

    private static String describe(Trigger row) {
        return row.words().get(0).lemma() + " " + row.type().map(t -> t.name()).orElse("-");
    }

    private static String found(Reading reading) {
        return reading.events().stream()
                        .map(
                                e ->
                                        e.type().name()
                                                + " "
                                                + who(e)
                                                + " "
                                                + e.factuality()
                                                + " "
                                                + e.evidence()
                                                        .get(0)
                                                        .row()
                                                        .map(Object::toString)
                                                        .orElse(""))
                        .collect(Collectors.joining("; "))
                + " | "
                + reading.verdicts().stream()
                        .filter(v -> !v.isCoded())
                        .map(v -> v.row() + " " + v.reason())
                        .collect(Collectors.joining("; "));
    }

    private static String who(Event event) {
        return codes(event.actors()) + ">" + codes(event.recipients());
    }

    private static String sorted(String who) {
        String[] sides = who.split(">", -1);
        return Arrays.stream(sides)
                .map(
                        side ->
                                Arrays.stream(side.split("\\+"))
                                        .sorted()
                                        .collect(Collectors.joining("+")))
                .collect(Collectors.joining(">"));
    }

    /** States and acronyms in alphabetical order: {@code IND+PAK}. */
    private static String codes(List<Actor> actors) {
        Set<String> codes =
                actors.stream()
                        .map(
                                a ->
                                        a.state()
                                                .or(() -> Optional.of(a))
                                                .flatMap(Actor::code)
                                                .orElse("?"))
                        .collect(Collectors.toCollection(TreeSet::new));
        return codes.isEmpty() ? "-" : String.join("+", codes);
    }
}
