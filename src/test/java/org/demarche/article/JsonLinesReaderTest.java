package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JsonLinesReaderTest {
    private static Found read(String lines) {
        return read(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static Found read(byte[] bytes) {
        Found found = new Found();
        new JsonLinesReader().read(new ByteArrayInputStream(bytes), "news.jsonl", found);
        return found;
    }

    @Test
    void eachLineIsAnArticle() {
        Found found =
                read(
                        """
                        {"id":"a1","title":"Envoys meet","published":"2021-03-04","publisher":"Herald","url":"https://example.org","text":"Envoys met."}

                        {"text":"Envoys parted."}
                        """);

        assertThat(found.problems).isEmpty();
        assertThat(found.articles).hasSize(2);
        assertThat(found.articles.get(0).id()).isEqualTo("a1");
        assertThat(found.articles.get(0).published()).contains(LocalDate.of(2021, 3, 4));
        assertThat(found.articles.get(1).published()).isEmpty();
        assertThat(found.articles.get(1).text()).isEqualTo("Envoys parted.");
    }

    @Test
    void brokenLineIsNamedAndTheOthersAreRead() {
        Found found = read("{\"text\":\"One.\"}\n{\"text\":\n{\"text\":\"Three.\"}\n");

        assertThat(found.articles).extracting(Article::text).containsExactly("One.", "Three.");
        assertThat(found.problems)
                .singleElement()
                .asString()
                .startsWith("news.jsonl:2: broken JSON");
    }

    @Test
    void badBytesOfOneLineDoNotHarmTheNext() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"text\":\"One.\"}\n{\"text\":\"".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        bytes.writeBytes("\"}\n{\"text\":\"Three.\"}".getBytes(StandardCharsets.UTF_8));

        Found found = read(bytes.toByteArray());

        assertThat(found.articles).hasSize(2);
        assertThat(found.problems).singleElement().asString().startsWith("news.jsonl:2: not UTF-8");
    }

    @Test
    void lineWithoutUsableTextIsAProblem() {
        Found found =
                read("{\"id\":\"a\"}\n{\"text\":\" \"}\n[1]\n{\"text\":7}\n{\"text\":\"A.\"} x\n");

        assertThat(found.articles).isEmpty();
        assertThat(found.problems)
                .hasSize(5)
                .anySatisfy(p -> assertThat(p).isEqualTo("news.jsonl:1: no 'text' in the object"));
    }

    @Test
    void unknownKeysAreWarnedOfOnce() {
        Found found =
                read("{\"text\":\"A.\",\"tags\":[]}\n{\"text\":\"B.\",\"tags\":[],\"lang\":1}\n");

        assertThat(found.articles).hasSize(2);
        assertThat(found.warnings)
                .containsExactly("news.jsonl: unknown keys were ignored: lang, tags");
    }

    @Test
    void wrongDateIsAProblemOfItsLineOnly() {
        Found found = read("{\"published\":\"July\",\"text\":\"A.\"}\n{\"text\":\"B.\"}\n");

        assertThat(found.articles).hasSize(1);
        assertThat(found.problems).singleElement().asString().contains("news.jsonl:1: date 'July'");
    }

    @Test
    void streamThatBreaksOffIsAProblemAfterItsArticles() {
        InputStream broken =
                new InputStream() {
                    private final byte[] bytes =
                            "{\"text\":\"A.\"}\n{".getBytes(StandardCharsets.UTF_8);
                    private int at;

                    @Override
                    public int read() throws IOException {
                        if (at == bytes.length) {
                            throw new IOException("cable cut");
                        }
                        return bytes[at++];
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        into[from] = (byte) read();
                        return 1;
                    }
                };
        Found found = new Found();

        new JsonLinesReader().read(broken, "news.jsonl", found);

        assertThat(found.articles).hasSize(1);
        assertThat(found.problems).singleElement().asString().contains("cable cut");
    }

    @Test
    void emptyStreamIsAProblem() {
        assertThat(read("\n\n").problems).containsExactly("news.jsonl: no article in it");
    }
}
