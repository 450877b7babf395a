package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    @TempDir Path folder;

    private static List<Tree> tiny() throws IOException {
        try (InputStream in = TrainingTest.class.getResourceAsStream("/treebank/tiny.conllu")) {
            return Treebank.read(in, "tiny.conllu");
        }
    }

    /** The tiny treebank several times, so that five folds and cutoffs leave something to learn. */
    private static List<Tree> enough() throws IOException {
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            trees.addAll(tiny());
        }
        return trees;
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new GZIPInputStream(Files.newInputStream(file)));
    }

    @Test
    void trainedTaggerAndParserReadTheirTreebankBack() throws IOException {
        Training training = new Training(enough(), List.of(), 1, line -> {});

        training.tagger(folder.resolve("tagger"), 8, 1);
        training.parser(folder.resolve("parser"), 10, 2, 4);

        try (DataInputStream tags = open(folder.resolve("tagger"));
                DataInputStream trees = open(folder.resolve("parser"))) {
            Models.part(tags, Casing::read);
            Tagger tagger = Models.part(tags, Tagger::read);
            Lemmatizer lemmatizer = Models.part(tags, Lemmatizer::read);
            Parser parser = Models.part(trees, Parser::read);
            Attachments attachments = new Attachments();
            for (Tree tree : tiny()) {
                List<String> forms = tree.words().stream().map(Tree.Word::form).toList();
                List<String> found = tagger.tag(forms);
                assertThat(found).isEqualTo(tree.words().stream().map(Tree.Word::tag).toList());
                for (Tree.Word word : tree.words()) {
                    assertThat(lemmatizer.lemma(word.form(), word.upos(), word.xpos()))
                            .isEqualTo(word.lemma());
                }
                attachments.add(tree, parser.parse(forms, found));
            }
            assertThat(attachments.las()).isGreaterThan(97);
            assertThat(attachments.core()).isGreaterThan(97);
        }
    }

    @Test
    void sameTreesAndSeedGiveTheSameBytes() throws IOException {
        for (String run : List.of("a", "b")) {
            Training training = new Training(enough(), tiny(), 7, line -> {});
            training.tokens(folder.resolve(run + "-tokens"));
            training.tagger(folder.resolve(run + "-tagger"), 2, 2);
            training.parser(folder.resolve(run + "-parser"), 2, 2, 1);
        }

        for (String model : List.of("tokens", "tagger", "parser")) {
            assertThat(folder.resolve("a-" + model))
                    .hasSameBinaryContentAs(folder.resolve("b-" + model));
        }
    }

    @Test
    void trainedSplitterEndsSentencesAndWords() throws IOException {
        Path file = folder.resolve("tokens");

        new Training(enough(), List.of(), 1, line -> {}).tokens(file);

        try (DataInputStream in = open(file)) {
            SentenceSplitter splitter = Models.part(in, SentenceSplitter::read);
            Tokenizer tokenizer = Models.part(in, Tokenizer::read);
            String text = "Togo recalled its envoy. The ministry didn't sign it.";
            assertThat(splitter.sentences(text, 0))
                    .extracting(s -> s.of(text))
                    .containsExactly("Togo recalled its envoy.", "The ministry didn't sign it.");
            assertThat(tokenizer.tokens("didn't sign.", 0))
                    .extracting(s -> s.of("didn't sign."))
                    .containsExactly("did", "n't", "sign", ".");
        }
    }

    @Test
    void treebankProblemsAreReportedTogether() {
        String lines =
                """
                1\tGhana\tGhana\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
                2\tleft\tleave\tVERB
                3\t.\t.\tPUNCT\t.\t_\ttwo\tpunct\t_\t_
                """;

        assertThatThrownBy(
                        () ->
                                Treebank.read(
                                        new ByteArrayInputStream(
                                                lines.getBytes(StandardCharsets.UTF_8)),
                                        "bad.conllu"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bad.conllu:2: 4 columns")
                .hasMessageContaining("bad.conllu:3: 'two'");
    }

    @Test
    void wordsWrittenTogetherHaveNoSpaceBetween() throws IOException {
        String lines =
                """
                # sent_id = x-1
                1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
                1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_
                2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
                2.1\tx\tx\tX\tX\t_\t_\t_\t_\t_
                3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
                4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_
                """;

        List<Tree> trees =
                Treebank.read(
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), "x");

        assertThat(trees).hasSize(1);
        assertThat(trees.get(0).text()).isEqualTo("don't go.");
        assertThat(trees.get(0).document()).isEqualTo("x");
    }

    @Test
    void sentenceIsWrittenAsConllu() throws IOException {
        String text = "Togo recalled its envoy.";
        Sentence sentence = Reading.sentence(text);

        List<Tree> back =
                Treebank.read(
                        new ByteArrayInputStream(
                                Treebank.conllu(sentence, text).getBytes(StandardCharsets.UTF_8)),
                        "x");

        assertThat(back.get(0).text()).isEqualTo(text);
        assertThat(back.get(0).words())
                .extracting(Tree.Word::relation)
                .isEqualTo(sentence.tokens().stream().map(Token::relation).toList());
    }
}
