package org.demarche.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.demarche.article.Article;
import org.demarche.article.Span;
import org.demarche.entity.Actor;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.source.SourceLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores of events that are written by hand, so that no other part has a say in them. */
class EventScoreTest {
    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final Ontology ONTOLOGY = Ontology.read(DataFiles.bundled());
    private static final List<String> PARAGRAPHS =
            List.of("Chad expelled an envoy of Sudan.", "Chad and Sudan held talks.", "It rained.");
    private static final Article ARTICLE =
            new Article(
                    "chad",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    String.join("\n\n", PARAGRAPHS));

    private static final Actor CHAD = state("TCD", "Chad");
    private static final Actor SUDAN = state("SDN", "Sudan");
    private static final Actor ARMY = actor("GovernmentBody", "Chadian army", Optional.of(CHAD));
    private static final Actor REBELS = actor("Group", "Islamist rebels", Optional.empty());

    private final EventScore score =
            new EventScore(AcceptedTypes.load(DataFiles.bundled(), ONTOLOGY));

    private static Actor state(String code, String name) {
        return new Actor(
                "state/" + code,
                Actor.STATE,
                name,
                List.of(),
                Optional.of(code),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private static Actor actor(String className, String name, Optional<Actor> affiliation) {
        return new Actor(
                "local/" + name.replace(' ', '-'),
                className,
                name,
                List.of(),
                Optional.empty(),
                affiliation,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Event found(
            int paragraph,
            String className,
            List<Actor> actors,
            List<Actor> recipients,
            Factuality factuality) {
        String words = PARAGRAPHS.get(paragraph);
        int start = ARTICLE.text().indexOf(words);
        return new Event(
                "s" + paragraph,
                ONTOLOGY.requireEventType(className),
                Optional.empty(),
                List.of(),
                actors,
                recipients,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                factuality,
                List.of(),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                Quantities.NONE,
                List.of(
                        new Evidence(
                                new Span(start, start + words.length()),
                                words,
                                new Span(start, start + 2),
                                Optional.of(new SourceLine("data/lexicon/x.tsv", 7)))),
                1);
    }

    private static Event found(
            int paragraph, String className, List<Actor> actors, List<Actor> recipients) {
        return found(paragraph, className, actors, recipients, Factuality.ASSERTED);
    }

    private static GoldEvent gold(
            int paragraph, String type, List<String> actors, List<String> recipients) {
        return gold(paragraph, type, actors, recipients, Factuality.ASSERTED);
    }

    private static GoldEvent gold(
            int paragraph,
            String type,
            List<String> actors,
            List<String> recipients,
            Factuality factuality) {
        return new GoldEvent(paragraph, "words", type, actors, recipients, factuality);
    }

    private void add(List<GoldEvent> gold, Event... found) {
        score.add(new GoldArticle(ARTICLE, gold), Arrays.asList(found));
    }

    private int right(ScoreLevel level) {
        return score.figures(level).right();
    }

    private List<Difference.Kind> kinds() {
        return score.differences().stream().map(Difference::kind).toList();
    }

    @Test
    void levelsAreCountedOneAfterTheOther() {
        add(
                List.of(
                        gold(0, "SANCTION", List.of("TCD"), List.of("SDN")),
                        gold(1, "CONSULT", List.of("TCD"), List.of("SDN")),
                        gold(2, "ACCUSE", List.of("TCD"), List.of()),
                        gold(2, "PROTEST", List.of("SDN"), List.of())),
                found(0, "ExpulsionOfDiplomat", List.of(CHAD), List.of(SUDAN)),
                found(1, "Meeting", List.of(CHAD), List.of(REBELS)),
                found(2, "Condemnation", List.of(SUDAN), List.of()));

        Figures events = score.figures(ScoreLevel.EVENT);
        assertThat(events.precision()).isEqualTo(1, EXACTLY);
        assertThat(events.recall()).isEqualTo(.75, EXACTLY);
        assertThat(events.f1()).isEqualTo(6 / 7.0, EXACTLY);
        assertThat(score.figures(ScoreLevel.ACTOR).f1()).isEqualTo(4 / 7.0, EXACTLY);
        assertThat(score.figures(ScoreLevel.RECIPIENT).f1()).isEqualTo(2 / 7.0, EXACTLY);
        assertThat(kinds())
                .containsExactly(
                        Difference.Kind.RECIPIENT, Difference.Kind.ACTOR, Difference.Kind.MISSED);
    }

    @Test
    void otherParagraphAndOtherTypeAreMissedAndExtra() {
        add(
                List.of(gold(0, "SANCTION", List.of("TCD"), List.of("SDN"))),
                found(1, "ExpulsionOfDiplomat", List.of(CHAD), List.of(SUDAN)),
                found(0, "Condemnation", List.of(CHAD), List.of(SUDAN)));

        assertThat(right(ScoreLevel.EVENT)).isZero();
        assertThat(score.figures(ScoreLevel.EVENT).f1()).isZero();
        assertThat(score.factuality()).isZero();
        assertThat(kinds())
                .containsExactly(
                        Difference.Kind.MISSED, Difference.Kind.EXTRA, Difference.Kind.EXTRA);
        assertThat(score.differences().get(2).sentence()).isEqualTo("Chad and Sudan held talks.");
    }

    @Test
    void eventIsMatchedOnceAndWithTheBest() {
        add(
                List.of(
                        gold(0, "SANCTION", List.of("UN"), List.of()),
                        gold(0, "SANCTION", List.of("TCD"), List.of("SDN"))),
                found(0, "ExpulsionOfDiplomat", List.of(CHAD), List.of(SUDAN)));

        assertThat(right(ScoreLevel.RECIPIENT)).isEqualTo(1);
        assertThat(score.figures(ScoreLevel.EVENT)).isEqualTo(new Figures(2, 1, 1, 1));
        assertThat(kinds()).containsExactly(Difference.Kind.MISSED);
    }

    @Test
    void mutualActsCountEitherWayRound() {
        GoldEvent talks = gold(1, "CONSULT", List.of("TCD", "SDN"), List.of());

        add(List.of(talks), found(1, "Meeting", List.of(CHAD, SUDAN), List.of()));
        add(List.of(talks), found(1, "Meeting", List.of(SUDAN), List.of(CHAD)));
        add(List.of(talks), found(1, "Meeting", List.of(), List.of(CHAD, SUDAN)));
        assertThat(right(ScoreLevel.RECIPIENT)).isEqualTo(3);

        add(List.of(talks), found(1, "Meeting", List.of(CHAD), List.of()));
        assertThat(right(ScoreLevel.ACTOR)).isEqualTo(4);
        assertThat(right(ScoreLevel.RECIPIENT)).as("one of two parties is missing").isEqualTo(3);
    }

    @Test
    void oneSidedActsDoNotCountTheOtherWayRound() {
        add(
                List.of(gold(0, "SANCTION", List.of("TCD"), List.of("SDN"))),
                found(0, "ExpulsionOfDiplomat", List.of(SUDAN), List.of(CHAD)));

        assertThat(right(ScoreLevel.EVENT)).isEqualTo(1);
        assertThat(right(ScoreLevel.ACTOR)).isZero();
    }

    @Test
    void stateStandsForAllThatBelongsToItAndNounForLongerNames() {
        add(
                List.of(gold(0, "ASSAULT", List.of("TCD"), List.of("rebels"))),
                found(0, "Attack", List.of(ARMY), List.of(REBELS)));
        assertThat(right(ScoreLevel.RECIPIENT)).isEqualTo(1);

        add(
                List.of(gold(0, "ASSAULT", List.of("chadian Army"), List.of("Rebels"))),
                found(0, "Attack", List.of(ARMY), List.of(REBELS)));
        assertThat(right(ScoreLevel.ACTOR)).as("names, in any case").isEqualTo(2);
        assertThat(right(ScoreLevel.RECIPIENT)).as("a name is not part of another").isEqualTo(1);
    }

    @Test
    void nobodyIsRightOnlyForNobody() {
        add(
                List.of(gold(0, "ASSAULT", List.of(), List.of("TCD"))),
                found(0, "Attack", List.of(), List.of(ARMY)));
        assertThat(right(ScoreLevel.RECIPIENT)).isEqualTo(1);

        add(
                List.of(gold(0, "ASSAULT", List.of(), List.of("TCD"))),
                found(0, "Attack", List.of(REBELS), List.of(ARMY)));
        assertThat(right(ScoreLevel.ACTOR)).isEqualTo(1);
    }

    @Test
    void plannedTalksMayBeAnAgreement() {
        List<String> both = List.of("TCD", "SDN");
        Event agreed = found(1, "AgreementToMeet", List.of(CHAD, SUDAN), List.of());

        add(List.of(gold(1, "CONSULT", both, List.of(), Factuality.PLANNED)), agreed);
        assertThat(right(ScoreLevel.RECIPIENT)).isEqualTo(1);
        assertThat(score.types())
                .containsEntry("AGREE", new Figures(0, 0, 1, 1))
                .containsEntry("CONSULT", new Figures(1, 1, 0, 0));

        add(List.of(gold(1, "CONSULT", both, List.of())), agreed);
        assertThat(right(ScoreLevel.EVENT)).as("talks that were held are none").isEqualTo(1);
    }

    @Test
    void mistakesInTheTableOfAcceptedTypesAreNamed(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("data/grammar"));
        Files.writeString(
                folder.resolve(AcceptedTypes.FILE),
                "gold\tfactuality\tcoded\texample\nCONSULTS\tplaned\tAGREE\tThey will meet.\n");

        assertThatThrownBy(() -> AcceptedTypes.load(DataFiles.at(folder), ONTOLOGY))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("scoring.tsv:2: 'CONSULTS' is no PLOVER type (nearest: 'CON")
                .hasMessageContaining("scoring.tsv:2: factuality 'planed' is not one of actual,");
    }

    @Test
    void factualityIsCountedAmongMatchedEvents() {
        add(
                List.of(
                        gold(0, "SANCTION", List.of("TCD"), List.of("SDN")),
                        gold(1, "CONSULT", List.of("TCD"), List.of(), Factuality.DENIED),
                        gold(2, "ACCUSE", List.of("TCD"), List.of())),
                found(0, "ExpulsionOfDiplomat", List.of(CHAD), List.of(SUDAN), Factuality.POSSIBLE),
                found(1, "Meeting", List.of(CHAD), List.of(), Factuality.DENIED));

        assertThat(score.matched()).isEqualTo(2);
        assertThat(score.rightFactuality()).isEqualTo(1);
        assertThat(score.factuality()).isEqualTo(.5, EXACTLY);
        assertThat(kinds()).containsExactly(Difference.Kind.FACTUALITY, Difference.Kind.MISSED);
    }

    @Test
    void paragraphsStandBetweenBlankLines() {
        String text = "\nOne\nline.\r\n\r\nTwo.\n \t\n\n\nThree.\n";

        assertThat(GoldArticle.paragraphs(text).stream().map(span -> span.of(text).strip()))
                .containsExactly("One\nline.", "Two.", "Three.");
    }
}
