package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedReportTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private SpeedReport report() {
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Console console = new Console(InputStream.nullInputStream(), printed, printed, false);
        return new SpeedReport(console, DataFiles.bundled(), 100, 200);
    }

    @Test
    void everyStageIsMeasured() throws IOException {
        Path article = folder.resolve("talks.txt");
        Files.writeString(article, "Title: Talks\n\nEnvoys of Chad and Niger met in Oslo.\n");

        int code = report().print(List.of(article));

        assertThat(code).isEqualTo(Cli.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("start to first parsed sentence: [0-9,]+ ms")
                .containsPattern("start to end of explaining one: [0-9,]+ ms, [0-9,]+ ms with ")
                .containsPattern("models: [0-9.]+ MB")
                .containsPattern("dependencies +[0-9,]+ tokens/s")
                .containsPattern("tokens to coreference +[0-9,]+ tokens/s")
                .containsPattern("heap: [0-9,]+ MB at most")
                .containsPattern("100/200 chars, ns a char: brackets +[0-9,]+ +[0-9,]+");
    }

    @Test
    void fileWithoutAnArticleIsWrongInput() throws IOException {
        Path empty = Files.createFile(folder.resolve("none.jsonl"));

        assertThatThrownBy(() -> report().print(List.of(empty))).isInstanceOf(InputException.class);
    }
}
