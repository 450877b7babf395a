package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four sentences: one event as annotated, one with a wrong actor, one missed, one extra. */
class EvaluateCommandTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path gold;
    private Path articles;

    @BeforeEach
    void write() throws IOException {
        articles =
                Files.writeString(
                        folder.resolve("articles.jsonl"),
                        """
                        {"id":"peru","text":"Peru condemned Chile.\\n\\nKenya expelled the ambassador of Uganda.\\n\\nThe weather was fine.\\n\\nThe president of Chad resigned."}
                        {"id":"rain","text":"It rained."}
                        """);
        gold =
                Files.writeString(
                        folder.resolve("gold.jsonl"),
                        """
                        {"id":"peru","events":[\
                        {"s":0,"trigger":"condemned","class":"ACCUSE","actor":["PER"],"recipient":["CHL"],"factuality":"actual"},\
                        {"s":1,"trigger":"expelled","class":"SANCTION","actor":["TZA"],"recipient":["UGA"],"factuality":"actual"},\
                        {"s":2,"trigger":"was","class":"AID","actor":["UN"],"recipient":[],"factuality":"possible"}]}
                        """);
    }

    private int run(String... args) {
        return Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eventsAreScoredWithTheirErrors() {
        int code = run("evaluate", "events", gold.toString(), articles.toString(), "--errors");

        assertThat(code).isEqualTo(Cli.DONE);
        assertThat(printed())
                .startsWith("articles 1, gold events 3, extracted 3\n")
                .containsPattern("\nevent +0\\.667 +0\\.667 +0\\.667\n")
                .containsPattern("\n\\+actor +0\\.333 +0\\.333 +0\\.333\n")
                .containsPattern("\n\\+recipient +0\\.333 +0\\.333 +0\\.333\n")
                .contains("\nfactuality right for 2 of 2 matched events: 1.000\n")
                .containsPattern("\nACCUSE +1 +1 +1\\.000 +1\\.000 +1\\.000\n")
                .containsPattern("\nAID +1 +0 +- +0\\.000 +-\n")
                .contains("\nactor wrong: peru, paragraph 1: Kenya expelled the ambassador of")
                .contains("\n  gold       SANCTION \"expelled\"  TZA > UGA  Asserted\n")
                .containsPattern(
                        "\n  extracted  SANCTION \"expelled\"  Kenya \\(KEN\\) > .*\\(UGA\\)  Asserted"
                                + "  \\(data/lexicon/sanction.tsv:\\d+\\)\n")
                .contains("\nmissed: peru, paragraph 2: The weather was fine.\n")
                .contains("\nextra: peru, paragraph 3: The president of Chad resigned.\n");
        assertThat(said()).contains("1 of 2 articles left out: no line for them in ");
    }

    @Test
    void reportIsWrittenForPrograms() throws IOException {
        run("evaluate", "events", gold.toString(), articles.toString(), "-f", "json", "--errors");

        JsonNode report = new ObjectMapper().readTree(printed());
        assertThat(report.at("/levels/event/f1").asDouble()).isEqualTo(.667);
        assertThat(report.at("/levels/+actor/f1").asDouble()).isEqualTo(.333);
        assertThat(report.at("/factuality/share").asDouble()).isEqualTo(1);
        assertThat(report.at("/types/SANCTION/gold").asInt()).isEqualTo(1);
        assertThat(report.at("/errors")).hasSize(3);
        assertThat(report.at("/errors/0/error").asText()).isEqualTo("actor wrong");
        assertThat(report.at("/errors/0/gold/actor/0").asText()).isEqualTo("TZA");
        assertThat(report.at("/errors/0/extracted/row").asText()).contains("sanction.tsv:");
        assertThat(report.at("/errors/1/extracted").isMissingNode()).isTrue();
    }

    @Test
    void errorsAreListedOnlyWhereAsked() {
        run("evaluate", "events", gold.toString(), articles.toString());

        assertThat(printed()).contains("SANCTION").doesNotContain("wrong", "missed", "extra:");
    }

    @Test
    void badInputIsNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("b.jsonl"), "{\"id\":\"peru\"}\n");
        Path twice =
                Files.writeString(
                        folder.resolve("twice.jsonl"),
                        "{\"id\":\"peru\",\"text\":\"A.\"}\n{\"id\":\"peru\",\"text\":\"B.\"}\n");

        assertThat(run("evaluate", "events", gold.toString())).isEqualTo(Cli.WRONG);
        assertThat(run("evaluate", "events", broken.toString(), articles.toString()))
                .isEqualTo(Cli.WRONG);
        assertThat(run("evaluate", "events", gold.toString(), twice.toString()))
                .isEqualTo(Cli.WRONG);
        assertThat(run("evaluate", "parser", "--errors", gold.toString())).isEqualTo(Cli.WRONG);
        assertThat(said())
                .contains("needs two files: the gold and its articles; 1 given")
                .contains("b.jsonl:1: not an object with a string 'id' and a list 'events'")
                .contains("twice.jsonl: a second article 'peru'")
                .contains("--errors and --format are for: evaluate events");
        assertThat(printed()).isEmpty();
    }
}
