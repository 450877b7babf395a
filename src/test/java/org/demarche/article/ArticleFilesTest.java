package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
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
}
