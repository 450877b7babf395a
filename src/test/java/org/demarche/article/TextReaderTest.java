package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;

class TextReaderTest {
    private static Article parse(String content) {
        return new TextReader().parse(content, "talks.txt");
    }

    private static Found read(byte[] bytes) {
        Found found = new Found();
        new TextReader().read(new ByteArrayInputStream(bytes), "talks.txt", found);
        return found;
    }

    @Test
    void headersAreReadAndTheTextIsWhatFollowsThem() {
        Article article =
                parse(
                        "Title: Envoys meet\nDate: 2021-03-04\nPublisher: Daily Herald\nUrl: https://example.org/1\nId: meet-1\n\nEnvoys met in Oslo.\n\nThey parted.\n");

        assertThat(article.title()).contains("Envoys meet");
        assertThat(article.published()).contains(LocalDate.of(2021, 3, 4));
        assertThat(article.publisher()).contains("Daily Herald");
        assertThat(article.url()).contains("https://example.org/1");
        assertThat(article.id()).isEqualTo("meet-1");
        assertThat(article.text()).isEqualTo("Envoys met in Oslo.\n\nThey parted.\n");
    }

    @Test
    void textMayFollowTheDateOnTheFirstLine() {
        Article article = parse(" date 2021-03-04 Envoys met in Oslo.\n\nThey parted.");

        assertThat(article.published()).contains(LocalDate.of(2021, 3, 4));
        assertThat(article.text()).isEqualTo("Envoys met in Oslo.\n\nThey parted.");
    }

    @Test
    void textMayStandBelowTheDateLine() {
        assertThat(parse("date 2021-03-04\r\n\r\nEnvoys met.").text()).isEqualTo("Envoys met.");
    }

    @Test
    void dateMayBeMissing() {
        Article article = parse("Envoys met in Oslo.");

        assertThat(article.published()).isEmpty();
        assertThat(article.title()).isEmpty();
        assertThat(article.text()).isEqualTo("Envoys met in Oslo.");
    }

    @Test
    void textThatBeginsLikeAHeaderIsText() {
        assertThat(parse("Analysis: envoys met in Oslo.").text()).startsWith("Analysis");
        assertThat(parse("Date of the talks is open.").published()).isEmpty();
    }

    @Test
    void dateOfADayAndTimeIsItsDay() {
        assertThat(parse("Date: 2021-03-04T10:00:00Z\n\nEnvoys met.").published())
                .contains(LocalDate.of(2021, 3, 4));
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreNoPartOfHeaders() {
        Article article = parse("Title: Envoys meet\r\nDate: 2021-03-04\r\n\r\nEnvoys met.\r\n");
        Found marked = read("\uFEFFTitle: A\n\nB met C.".getBytes(StandardCharsets.UTF_8));

        assertThat(article.title()).contains("Envoys meet");
        assertThat(article.text()).isEqualTo("Envoys met.\r\n");
        assertThat(marked.articles).hasSize(1);
        assertThat(marked.articles.get(0).title()).contains("A");
    }

    @Test
    void sameTextAndDateGiveTheSameIdAndOthersDoNot() {
        String one = parse("date 2021-03-04 Envoys met.").id();

        assertThat(one).hasSize(16).isEqualTo(parse("Date: 2021-03-04\n\nEnvoys met.").id());
        assertThat(one).isNotEqualTo(parse("date 2021-03-05 Envoys met.").id());
        assertThat(one).isNotEqualTo(parse("date 2021-03-04 Envoys left.").id());
    }

    @Test
    void idWithOtherCharsStaysApartFromItsNeighbours() {
        String slash = parse("Id: a/b\n\nEnvoys met.").id();
        String colon = parse("Id: a:b\n\nEnvoys met.").id();

        assertThat(slash).startsWith("a-b-").isNotEqualTo(colon);
        assertThat(parse("Id: ..\n\nEnvoys met.").id()).doesNotContain(".");
    }

    @Test
    void wrongDateIsNamedWithItsLine() {
        assertThatThrownBy(() -> parse("Title: Envoys meet\nDate: 4 March\n\nEnvoys met."))
                .isInstanceOf(InputException.class)
                .hasMessage("talks.txt:2: date '4 March' is not of the form 2023-07-20");
        assertThatThrownBy(() -> parse("date 2021-02-30 Envoys met."))
                .hasMessageContaining("talks.txt:1: date '2021-02-30'");
    }

    @Test
    void longTextTakenForADateIsQuotedInShort() {
        assertThatThrownBy(() -> parse("Date: " + "Envoys met. ".repeat(900) + "\n\nThey parted."))
                .isInstanceOf(InputException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(140).contains("…'"));
    }

    @Test
    void emptyFileAndOtherThanTextAreProblems() {
        assertThat(read(new byte[0]).problems).singleElement().asString().contains("no text");
        assertThat(read("Title: A\n\n".getBytes(StandardCharsets.UTF_8)).problems).hasSize(1);
        assertThat(read("a\0b".getBytes(StandardCharsets.UTF_8)).problems).hasSize(1);
    }

    @Test
    void bytesThatAreNotUtf8AreNamedWithTheirLine() {
        Found found = read("Envoys met.\nM\u00FCller left.".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(found.articles).isEmpty();
        assertThat(found.problems)
                .singleElement()
                .asString()
                .startsWith("talks.txt:2: not UTF-8 (byte 0xFC)");
    }

    @Test
    void utf8CutOffAtTheEndIsAProblem() {
        assertThat(read(new byte[] {'a', (byte) 0xC3}).problems).hasSize(1);
    }
}
