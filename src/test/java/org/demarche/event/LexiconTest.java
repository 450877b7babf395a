package org.demarche.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.source.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
    private static final Ontology ONTOLOGY = Ontology.read(DataFiles.bundled());

    private static Lexicon load(Path folder, String rows) throws IOException {
        write(folder, "data/grammar/nouns.tsv", "class\tmembers\nTALKS\ttalk|summit\n");
        write(
                folder,
                "data/lexicon/consult.tsv",
                "trigger\tclass\tmode\troles\twho\texample\n" + rows);
        Problems problems = new Problems();
        Lexicon lexicon = Lexicon.load(DataFiles.at(folder), ONTOLOGY, problems);
        problems.throwIfAny();
        return lexicon;
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void modeOfTheClassIsTaken(@TempDir Path folder) throws IOException {
        Lexicon lexicon =
                load(folder, "confer/v\tMeeting\tmultilateral\t\tPER>CHL\tPeru met Chile.\n");

        assertThat(lexicon.triggers().get(0).mode()).contains("multilateral");
    }

    @Test
    void modeThatTheOntologyLacksIsReportedWithItsLine(@TempDir Path folder) {
        assertThatThrownBy(
                        () ->
                                load(
                                        folder,
                                        """
                                        meet/v\tMeeting\t\t\tPER>CHL\tPeru met Chile.
                                        confer/v\tMeeting\tmultilatral\t\tPER>CHL\tPeru met Chile.
                                        """))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("data/lexicon/consult.tsv:3: mode 'multilatral'")
                .hasMessageContaining("(nearest: 'multilateral')");
    }

    @Test
    void modeOfAnotherTypeIsReported(@TempDir Path folder) {
        assertThatThrownBy(
                        () ->
                                load(
                                        folder,
                                        "meet/v\tMeeting\ttorture\t\tPER>CHL\tPeru met Chile.\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("consult.tsv:2: mode 'torture' is none of Consultation");
    }

    // Found by LoadersFuzzTest.
    @Test
    void cellWithTheLineEndsOfAnotherSystemIsReportedInOneLine(@TempDir Path folder) {
        assertThatThrownBy(
                        () -> load(folder, "meet/v\tMeet\r\ring\t\t\tPER>CHL\tPeru met Chile.\n"))
                .isInstanceOf(InputException.class)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    // Found by LoadersFuzzTest.
    @ParameterizedTest
    @ValueSource(strings = {"POSSOSSIBLE", "possible", "", "Possible/Possible"})
    void factualityThatIsNoneIsReportedWithItsLine(String word, @TempDir Path folder) {
        assertThatThrownBy(
                        () ->
                                load(
                                        folder,
                                        "meet/v\tMeeting\t\tcontent/"
                                                + word
                                                + "=comp\tPER>CHL\tPeru met Chile.\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("consult.tsv:2: role 'content/" + word + "' is not");
    }

    @Test
    void whatIsNoEventHasNoMode(@TempDir Path folder) {
        assertThatThrownBy(() -> load(folder, "meet/v obj:need\t-\tphone\t\t-\tIt met a need.\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("consult.tsv:2: mode 'phone' belongs to no event");
    }

    @Test
    void conditionOnTwoSlotsAtOnceIsReported(@TempDir Path folder) {
        assertThatThrownBy(
                        () ->
                                load(
                                        folder,
                                        "meet/v at|in:*\tMeeting\t\t\tPER>-\tPeru met in Rome.\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("consult.tsv:2: slot 'at|in' of 'at|in:*' is not one slot");
    }
}
