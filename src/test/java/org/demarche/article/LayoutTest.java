package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.demarche.source.DataFiles;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    private static final Layout LAYOUT = Layout.load(DataFiles.bundled());

    private static List<String> blocks(String text) {
        Article article =
                new Article(
                        "a",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        text);
        return LAYOUT.blocks(article).stream()
                .map(b -> b.kind() + " " + b.span().of(text))
                .toList();
    }

    @Test
    void paragraphsAreProse() {
        assertThat(blocks("Envoys met in Oslo.\n\n  Talks failed.  \n"))
                .containsExactly("PROSE Envoys met in Oslo.", "PROSE Talks failed.");
    }

    @Test
    void lineInCapitalsBetweenParagraphsIsAHeadline() {
        assertThat(
                        blocks(
                                "Envoys met.\n\nENVOYS WALK OUT OF 'FINAL' TALKS IN OSLO\n\nTalks failed."))
                .containsExactly(
                        "PROSE Envoys met.",
                        "HEADLINE ENVOYS WALK OUT OF 'FINAL' TALKS IN OSLO",
                        "PROSE Talks failed.");
    }

    @Test
    void headlineNeedsNoEmptyLineAroundIt() {
        assertThat(blocks("Envoys met in\nOslo.\nENVOYS WALK OUT OF TALKS\nTalks failed"))
                .containsExactly(
                        "PROSE Envoys met in\nOslo.",
                        "HEADLINE ENVOYS WALK OUT OF TALKS",
                        "PROSE Talks failed");
    }

    @Test
    void firstLineWithoutAFullStopIsAHeadline() {
        assertThat(blocks("Envoys walk out of talks\n\nOSLO (AP) - Envoys left."))
                .containsExactly(
                        "HEADLINE Envoys walk out of talks",
                        "FURNITURE OSLO (AP) -",
                        "PROSE Envoys left.");
        assertThat(blocks("Envoys walk out of talks"))
                .containsExactly("PROSE Envoys walk out of talks");
    }

    @Test
    void wrappedLinesAreOneParagraph() {
        assertThat(blocks("The U.S.\r\nenvoy met Gen.\r\nBerg.\r\nTalks failed."))
                .containsExactly(
                        "PROSE The U.S.\r\nenvoy met Gen.\r\nBerg.", "PROSE Talks failed.");
    }

    @Test
    void pageFurnitureIsMarked() {
        assertThat(
                        blocks(
                                "By Anna Berg\n\nEnvoys met.\n\nCLICK HERE TO GET THE EVENING NEWS APP\n\nAnna Berg and Reuters contributed to this report."))
                .containsExactly(
                        "FURNITURE By Anna Berg",
                        "PROSE Envoys met.",
                        "FURNITURE CLICK HERE TO GET THE EVENING NEWS APP",
                        "FURNITURE Anna Berg and Reuters contributed to this report.");
    }

    @Test
    void newsThatResemblesFurnitureIsProse() {
        assertThat(
                        blocks(
                                "By Friday Iraq had recalled its envoy.\n\nThe minister contributed to the collapse of the talks.\n\nThe ministry updated its travel advice.\n\nReaders of the report said more."))
                .allMatch(b -> b.startsWith("PROSE"));
    }

    @Test
    void capitalsOfOneOrTwoWordsAreNoHeadline() {
        assertThat(blocks("Envoys met the IAEA.\n\nNATO\n\nTalks failed."))
                .allMatch(b -> b.startsWith("PROSE"));
    }

    @Test
    void longLineIsReadInLinearTime() {
        String line = "CONTRIBUTED TO a report by Anna ".repeat(400_000);

        List<String> blocks =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> blocks(line));

        assertThat(blocks).hasSize(1);
    }

    @Test
    void wrongPatternsAreAllReported(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("data/article"));
        Files.writeString(
                folder.resolve("data/article/furniture.tsv"),
                "pattern\texample\nRead (more\tRead more\nShare\tPrint\n");
        Files.writeString(
                folder.resolve("data/article/datelines.tsv"),
                "pattern\texample\n[0-9]+\tOSLO -| Envoys met.\n");

        assertThatThrownBy(() -> Layout.load(DataFiles.at(folder)))
                .hasMessageContaining("furniture.tsv:2: bad pattern")
                .hasMessageContaining("furniture.tsv:3: the pattern does not match its example")
                .hasMessageContaining("datelines.tsv:2: the pattern does not match its example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUITO, Ecuador - ",
                "QUITO (AP) -- ",
                "QUITO, March 3 (Reuters) – ",
                "Quito (AFP) - ",
                "(AP) — ",
                "SAO PAULO/QUITO, Oct. 9, 2023 (Reuters) - ",
                "QUITO — "
            })
    void datelineIsNoPartOfTheSentence(String dateline) {
        assertThat(blocks(dateline + "Ecuador recalled its envoy."))
                .containsExactly(
                        "FURNITURE " + dateline.strip(), "PROSE Ecuador recalled its envoy.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ecuador - a small country - recalled its envoy.",
                "NATO-led troops left Kosovo.",
                "The envoy (a lawyer) - Maria Paz - left Quito."
            })
    void dashesWithinASentenceOpenNone(String paragraph) {
        assertThat(blocks(paragraph)).containsExactly("PROSE " + paragraph);
    }
}
