package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path treebank;

    @BeforeEach
    void copyTreebank() throws IOException {
        treebank = folder.resolve("tiny.conllu");
        try (InputStream in = TrainCommandTest.class.getResourceAsStream("/treebank/tiny.conllu")) {
            Files.copy(in, treebank);
        }
    }

    private int run(String... args) {
        return Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    @Test
    void trainedModelIsWritten() {
        Path model = folder.resolve("tagger.bin.gz");

        int code = run("train", "tagger", treebank.toString(), "--out", model.toString());

        assertThat(code).isEqualTo(Cli.DONE);
        assertThat(model).isNotEmptyFile();
    }

    @Test
    void parserIsMeasured() {
        int code = run("evaluate", "parser", treebank.toString());

        assertThat(code).isEqualTo(Cli.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("UAS", "LAS", "core", "nsubj");
    }

    @Test
    void wordsAndPartsOfSpeechAreMeasured() {
        assertThat(run("evaluate", "tokens", treebank.toString())).isEqualTo(Cli.DONE);
        assertThat(run("evaluate", "tagger", treebank.toString())).isEqualTo(Cli.DONE);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("words      F1", "sentences  F1", "UPOS", "XPOS", "lemmas");
    }

    @Test
    void brokenTreebankIsWrongInput() throws IOException {
        Files.writeString(treebank, "1\tGhana\n");

        int code = run("evaluate", "parser", treebank.toString());

        assertThat(code).isEqualTo(Cli.WRONG);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("tiny.conllu:1: 2 columns");
    }
}
