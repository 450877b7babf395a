package org.demarche.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.text.Tree;
import org.demarche.text.Treebank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
    private static final Pipeline PIPELINE = Pipeline.loadToRead(DataFiles.bundled());

    private static final Article NEWS =
            article(
                    "Chad recalled its ambassador from Sudan on Tuesday. It didn't say why.\n\n"
                            + "Foreign Minister Hassan Brahim met the ambassador (in N'Djamena).");

    @TempDir Path temp;

    private static Article article(String text) {
        return new Article(
                "news",
                Optional.of("Recall"),
                Optional.of(LocalDate.of(2023, 7, 20)),
                Optional.empty(),
                Optional.empty(),
                text);
    }

    private static String explain(String format, Article article) {
        return ExplainFormat.require(format).explanation(false).of(article, PIPELINE.read(article));
    }

    private static JsonNode json(Article article) throws IOException {
        return new ObjectMapper().readTree(explain("json", article));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Test
    void treebankReaderReadsTheSentencesBack() throws IOException {
        Path file = Files.writeString(temp.resolve("news.conllu"), explain("conllu", NEWS));

        List<Tree> trees = Treebank.read(file);

        assertThat(trees).extracting(Tree::id).containsExactly("news-1", "news-2", "news-3");
        assertThat(trees)
                .extracting(Tree::text)
                .containsExactly(
                        "Chad recalled its ambassador from Sudan on Tuesday.",
                        "It didn't say why.",
                        "Foreign Minister Hassan Brahim met the ambassador (in N'Djamena).");
        assertThat(trees.get(0).words().get(1).relation()).isEqualTo("root");
    }

    @Test
    void lastColumnTellsWhoIsMeantWhyAndWhen() {
        List<String> lines = explain("conllu", NEWS).lines().toList();

        assertThat(lines)
                .startsWith("# newdoc id = news")
                .contains("# text = It didn't say why.")
                .filteredOn(l -> l.equals("# newpar"))
                .hasSize(2);
        assertThat(lines)
                .filteredOn(l -> l.startsWith("1\tChad\t"))
                .singleElement()
                .asString()
                .contains("Entity=(e1-State-1)|Link=state/TCD|", "TokenRange=0:4", "Why=");
        assertThat(lines)
                .filteredOn(l -> l.startsWith("3\tits\t"))
                .singleElement()
                .asString()
                .contains("(e1-State-1)", "Link=state/TCD", "'Chad'");
        assertThat(lines)
                .filteredOn(l -> l.contains("\tTuesday\t") || l.contains("\ton\t"))
                .anySatisfy(
                        l -> assertThat(l).contains("Time=2023-07-18|TimePrecision=day|TimeTo="));
        assertThat(lines).anySatisfy(l -> assertThat(l).contains("RecallOfAmbassador:Asserted"));
    }

    @Test
    void everyLineOfConlluHasTenColumnsAndEverySentenceOneRoot() {
        Article odd =
                article(
                        "\u00a0The envoy\u2014a \"hawk\" | dove\u201d \ud83d\ude00\tleft.\n)( ,,\n");

        String conllu = explain("conllu", odd);

        for (String sentence : conllu.split("\n\n", -1)) {
            List<String[]> words =
                    sentence.lines()
                            .filter(l -> !l.startsWith("#"))
                            .map(l -> l.split("\t", -1))
                            .toList();
            assertThat(words).allSatisfy(w -> assertThat(w).hasSize(10).doesNotContain(""));
            assertThat(words.stream().filter(w -> w[6].equals("0")))
                    .hasSize(words.isEmpty() ? 0 : 1);
        }
    }

    @Test
    void bracketsOfMentionsAreClosed() {
        String conllu =
                explain("conllu", article("Sweden's embassy in Baghdad and its staff were safe."));

        long opened = conllu.chars().filter(c -> c == '(').count();
        long closed = conllu.chars().filter(c -> c == ')').count();

        assertThat(opened).isEqualTo(closed).isGreaterThan(2);
        assertThat(conllu).containsPattern("1\tSweden\t.*Entity=\\(e\\d+-[A-Za-z]+-\\d+\\(e");
    }

    @Test
    void jsonHoldsTokensMentionsTimesEventsAndVerdicts() throws IOException {
        JsonNode article = json(NEWS);

        JsonNode first = article.get("sentences").get(0);
        assertThat(article.get("article").asText()).isEqualTo("news");
        assertThat(article.get("published").asText()).isEqualTo("2023-07-20");
        assertThat(list(first.get("tokens")))
                .allSatisfy(
                        t ->
                                assertThat(
                                                NEWS.text()
                                                        .substring(
                                                                t.get("start").asInt(),
                                                                t.get("end").asInt()))
                                        .isEqualTo(t.get("form").asText()));
        assertThat(list(first.get("mentions")))
                .anySatisfy(
                        m -> {
                            assertThat(m.get("words").asText()).isEqualTo("its");
                            assertThat(m.get("kind").asText()).isEqualTo("pronoun");
                            assertThat(m.get("actors").get(0).get("key").asText())
                                    .isEqualTo("state/TCD");
                            assertThat(m.get("why").asText()).contains("'Chad'");
                        });
        JsonNode time = first.get("times").get(0);
        assertThat(time.get("value").asText()).isEqualTo("2023-07-18");
        assertThat(time.get("precision").asText()).isEqualTo("day");
        assertThat(time.get("words").asText()).contains("Tuesday");
        JsonNode event = article.get("events").get(0);
        assertThat(event.get("class").asText()).isEqualTo("RecallOfAmbassador");
        assertThat(event.get("recipients").get(0).get("state").asText()).isEqualTo("SDN");
        assertThat(event.get("date").get("value").asText()).isEqualTo("2023-07-18");
        assertThat(list(article.get("verdicts")))
                .anySatisfy(
                        v -> {
                            assertThat(v.get("event").asText())
                                    .isEqualTo(event.get("event").asText());
                            assertThat(v.get("row").asText())
                                    .matches("data/lexicon/\\w+\\.tsv:\\d+");
                        });
    }

    @Test
    void articleWithoutWordsIsAnObjectToo() throws IOException {
        Article empty = article(" \n");

        assertThat(json(empty).get("sentences")).isEmpty();
        assertThat(explain("conllu", empty)).isEmpty();
    }

    @Test
    void textTellsTimes() {
        assertThat(explain("text", NEWS))
                .startsWith("article news, published 2023-07-20\n")
                .containsPattern("  time     \".*Tuesday\" is 2023-07-18\n");
    }

    @Test
    void sameArticleIsAlwaysExplainedInTheSameBytes() {
        for (String format : List.of("text", "conllu", "json")) {
            assertThat(explain(format, NEWS)).isEqualTo(explain(format, NEWS)).doesNotContain("\r");
        }
    }

    @Test
    void wrongFormatIsToldWithTheNearestName() {
        assertThatThrownBy(() -> ExplainFormat.require("conlu"))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "explain has no format 'conlu' (nearest: 'conllu'); there are text, conllu, json");
    }
}
