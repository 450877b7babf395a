package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFilesTest {
    @TempDir private Path folder;

    private static Found read(String standardInput, String... names) {
        Found found = new Found();
        new ArticleFiles(new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)))
                .read(List.of(names), found);
        return found;
    }

    @Test
    void folderIsReadByNameWithEveryFormat() throws IOException {
        Files.writeString(folder.resolve("b.jsonl"), "{\"text\":\"Second.\"}\n");
        Files.writeString(folder.resolve("a.txt"), "First.");
        Files.writeString(folder.resolve("notes.doc"), "Not read.");
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("c.jsonl.gz")))) {
            out.write("{\"text\":\"Third.\"}".getBytes(StandardCharsets.UTF_8));
        }

        Found found = read("", folder.toString());

        assertThat(found.problems).isEmpty();
        assertThat(found.articles)
                .extracting(Article::text)
                .containsExactly("First.", "Second.", "Third.");
    }

    @Test
    void dashIsStandardInput() {
        assertThat(read("{\"text\":\"Envoys met.\"}", "-").articles).hasSize(1);
    }

    @Test
    void missingFileIsAProblemAndTheNextIsRead() throws IOException {
        Path there = Files.writeString(folder.resolve("a.txt"), "Envoys met.");
        String missing = folder.resolve("none.txt").toString();

        Found found = read("", missing, there.toString());

        assertThat(found.articles).hasSize(1);
        assertThat(found.problems).containsExactly(missing + ": no such file");
    }

    @Test
    void folderWithNothingReadableIsAProblem() throws IOException {
        Files.writeString(folder.resolve("photo.png"), "x");

        assertThat(read("", folder.toString()).problems)
                .singleElement()
                .asString()
                .contains("no article file in the folder (.txt, .md, .html,");
    }

    @Test
    void fileThatOnlyClaimsToBeCompressedIsReadAsWhatItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsonl.gz"), "{\"text\":\"A.\"}");

        assertThat(read("", file.toString()).articles).hasSize(1);
    }

    @Test
    void patternNamesFilesByName() throws IOException {
        Files.createDirectories(folder.resolve("b/deep"));
        Files.writeString(folder.resolve("b/2.txt"), "Talks failed.");
        Files.writeString(folder.resolve("b/1.txt"), "Envoys met.");
        Files.writeString(folder.resolve("b/deep/3.txt"), "Envoys left.");
        Files.writeString(folder.resolve("b/a[1].txt"), "Envoys rested.");

        assertThat(texts(folder + "/b/[0-9].txt")).containsExactly("Envoys met.", "Talks failed.");
        assertThat(texts(folder + "/**/{1,3}.txt")).containsExactly("Envoys met.", "Envoys left.");
        assertThat(texts(folder + "/b/a[1].txt")).containsExactly("Envoys rested.");
        assertThat(problems(folder + "/b/*.xyz"))
                .containsExactly(folder + "/b/*.xyz: no such file");
        assertThat(problems(folder + "/none/*.txt")).hasSize(1);
        assertThat(problems(folder + "/b/{1.txt"))
                .singleElement()
                .asString()
                .contains("a pattern that cannot be read");
        assertThat(problems("a\0b")).singleElement().asString().contains("no name of a file");
    }

    private static Found found(String name) {
        Found found = new Found();
        new ArticleFiles(InputStream.nullInputStream()).read(List.of(name), found);
        return found;
    }

    private static List<String> texts(String name) {
        return found(name).articles.stream().map(Article::text).toList();
    }

    private static List<String> problems(String name) {
        return found(name).problems;
    }

    @Test
    void sizeOfFilesIsKnownBeforeTheyAreReadButNotThatOfAStream() throws IOException {
        Files.writeString(folder.resolve("1.txt"), "Envoys met.");
        Files.writeString(folder.resolve("2.txt"), "Talks failed.");
        AtomicLong passed = new AtomicLong();
        ArticleFiles files = new ArticleFiles(InputStream.nullInputStream());
        files.onBytes(passed::addAndGet);

        files.read(List.of(folder.toString()), new Found());

        assertThat(ArticleFiles.size(List.of(folder.toString()))).hasValue(24);
        assertThat(passed).hasValue(24);
        assertThat(ArticleFiles.size(List.of(folder.toString(), "-"))).isEmpty();
        assertThat(ArticleFiles.size(List.of("https://n.example/feed"))).isEmpty();
    }

    @Test
    void articleOfAPipeIsReadBeforeTheNextOneComes() throws Exception {
        PipedOutputStream pipe = new PipedOutputStream();
        BlockingQueue<String> read = new LinkedBlockingQueue<>();
        try (PipedInputStream in = new PipedInputStream(pipe, 1 << 16)) {
            Thread reader =
                    new Thread(
                            () ->
                                    new ArticleFiles(in)
                                            .read(
                                                    List.of("-"),
                                                    new ArticleSink() {
                                                        @Override
                                                        public void article(Article article) {
                                                            read.add(article.text());
                                                        }

                                                        @Override
                                                        public void problem(InputException p) {
                                                            read.add(p.getMessage());
                                                        }

                                                        @Override
                                                        public void warning(String line) {
                                                            read.add(line);
                                                        }
                                                    }));
            reader.start();

            pipe.write("{\"text\":\"Envoys met.\"}\n".getBytes(StandardCharsets.UTF_8));
            pipe.flush();

            assertThat(read.poll(30, TimeUnit.SECONDS)).isEqualTo("Envoys met.");
            pipe.close();
            reader.join(30_000);
        }
    }
}
