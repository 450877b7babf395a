package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReaderTest {
    private static Found read(String html) {
        return read(html.getBytes(StandardCharsets.UTF_8));
    }

    private static Found read(byte[] html) {
        Found found = new Found();
        new HtmlReader().read(new ByteArrayInputStream(html), "page.html", found);
        return found;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = HtmlReaderTest.class.getResourceAsStream("/pages/" + name)) {
            return in.readAllBytes();
        }
    }

    /** The pages in the shapes of news sites: name, title, day. */
    static Stream<String> pages() throws IOException {
        return new String(resource("pages.tsv"), StandardCharsets.UTF_8).lines().skip(1);
    }

    private static List<String> words(String text) {
        return new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void storyOfAPageIsReadWithoutWhatStandsAroundIt(String row) throws IOException {
        String[] cells = row.split("\t");
        List<String> wanted =
                words(new String(resource(cells[0] + ".txt"), StandardCharsets.UTF_8));

        Found found = read(resource(cells[0] + ".html"));

        assertThat(found.problems).isEmpty();
        Article article = found.articles.get(0);
        assertThat(article.title()).contains(cells[1]);
        assertThat(article.published()).contains(LocalDate.parse(cells[2]));
        List<String> read = words(article.text());
        List<String> missed = new ArrayList<>(wanted);
        read.forEach(missed::remove);
        List<String> wrong = new ArrayList<>(read);
        wanted.forEach(wrong::remove);
        assertThat((double) missed.size() / wanted.size()).as("missed " + missed).isLessThan(.05);
        assertThat((double) wrong.size() / read.size()).as("wrong " + wrong).isLessThan(.05);
    }

    @Test
    void paragraphsStayApart() {
        Found found =
                read(
                        "<p>Envoys met in <b>Oslo</b>.</p><p>They<br>parted on <a href=x>Monday</a>.</p>");

        assertThat(found.articles.get(0).text())
                .isEqualTo("Envoys met in Oslo.\n\nThey parted on Monday.");
    }

    @Test
    void publisherAndAddressComeFromTheMetadata() {
        Article article =
                read("<meta property='og:site_name' content='North Herald'><link rel=canonical href='https://n.example/a'><p>Envoys met in Oslo.</p>")
                        .articles
                        .get(0);

        assertThat(article.publisher()).contains("North Herald");
        assertThat(article.url()).contains("https://n.example/a");
    }

    @Test
    void addressThatIsNoneIsLeftOut() {
        assertThat(
                        read("<link rel=canonical href='javascript:a(\"b c\")'><p>Envoys met in Oslo.</p>")
                                .articles
                                .get(0)
                                .url())
                .isEmpty();
    }

    @Test
    void pageWithoutAStoryIsAProblem() {
        assertThat(read("<html><nav>Home</nav><script>x</script></html>").problems)
                .containsExactly("page.html: no story found in the page");
    }

    @Test
    void deeplyNestedPageIsReadInTime() {
        String page = "<div>".repeat(100_000) + "<p>Envoys met in Oslo.</p>";

        Found found =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(page));

        assertThat(found.articles).extracting(Article::text).containsExactly("Envoys met in Oslo.");
    }
}
