package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.demarche.article.Block;
import org.demarche.article.Span;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzerTest {
    @Test
    void wordsStandWhereTheirOffsetsSay() {
        String text = "  Chad\u2019s  envoy \u2014 a poet \u2014 left.\n\nNobody   knew why.  ";

        List<Sentence> sentences = Reading.sentences(text);

        assertThat(sentences).hasSize(2);
        assertThat(sentences.get(1).index()).isEqualTo(1);
        for (Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                assertThat(token.span().of(text)).isEqualTo(token.form());
                assertThat(sentence.span().contains(token.span())).isTrue();
            }
        }
    }

    @Test
    void furnitureIsNotRead() {
        String text = "CLICK HERE\n\nThe army left.";
        List<Block> blocks =
                List.of(
                        new Block(new Span(0, 10), Block.Kind.FURNITURE),
                        new Block(new Span(12, text.length()), Block.Kind.PROSE));

        List<Sentence> sentences = Reading.ANALYZER.analyze(Reading.article(text), blocks);

        assertThat(sentences).hasSize(1);
        assertThat(sentences.get(0).span().of(text)).isEqualTo("The army left.");
        assertThat(sentences.get(0).token(2).span()).isEqualTo(new Span(21, 25));
    }

    @Test
    void headlineInCapitalsIsReadAsWords() {
        String text = "NIGERIA THREATENS TO EXPEL FRENCH ENVOY";
        List<Block> blocks = List.of(new Block(new Span(0, text.length()), Block.Kind.HEADLINE));

        Sentence headline = Reading.ANALYZER.analyze(Reading.article(text), blocks).get(0);

        assertThat(headline.kind()).isEqualTo(Block.Kind.HEADLINE);
        assertThat(headline.tokens())
                .extracting(Token::form)
                .containsExactly("NIGERIA", "THREATENS", "TO", "EXPEL", "FRENCH", "ENVOY");
        assertThat(headline.tokens())
                .extracting(Token::upos)
                .containsExactly("PROPN", "VERB", "PART", "VERB", "ADJ", "NOUN");
        assertThat(headline.token(1).lemma()).isEqualTo("threaten");
        assertThat(headline.token(0).relation()).isEqualTo("nsubj");
    }

    @Test
    void inflectedWordsOfAHeadlineInCapitalsAreNoNames() {
        String text = "IRAQ EXPELS SWEDISH AMBASSADOR";
        List<Block> blocks = List.of(new Block(new Span(0, text.length()), Block.Kind.HEADLINE));

        Sentence headline = Reading.ANALYZER.analyze(Reading.article(text), blocks).get(0);

        assertThat(headline.token(1).upos()).isEqualTo("VERB");
        assertThat(headline.token(1).lemma()).isEqualTo("expel");
        assertThat(headline.token(0).relation()).isEqualTo("nsubj");
    }

    @Test
    void headlineOfFewWordsIsReadAsWords() {
        for (String text : List.of("RALLY IN SWEDEN", "Rally in Sweden", "Rally In Sweden")) {
            List<Block> blocks =
                    List.of(new Block(new Span(0, text.length()), Block.Kind.HEADLINE));

            Sentence headline = Reading.ANALYZER.analyze(Reading.article(text), blocks).get(0);

            assertThat(headline.tokens())
                    .extracting(Token::upos)
                    .containsExactly("NOUN", "ADP", "PROPN");
        }
    }

    @Test
    void namesOfAShortHeadlineStayNames() {
        String text = "Obama visits Lagos";
        List<Block> blocks = List.of(new Block(new Span(0, text.length()), Block.Kind.HEADLINE));

        Sentence headline = Reading.ANALYZER.analyze(Reading.article(text), blocks).get(0);

        assertThat(headline.token(0).upos()).isEqualTo("PROPN");
        assertThat(headline.token(0).lemma()).isEqualTo("Obama");
        assertThat(headline.token(2).upos()).isEqualTo("PROPN");
    }

    @Test
    void sameTextGivesTheSameSentences() {
        String text = "Chad and Niger, whose envoys met in Oslo, agreed to reopen the border.";

        assertThat(Reading.sentence(text).tokens()).isEqualTo(Reading.sentence(text).tokens());
    }

    @Test
    void everySentenceIsATreeWithOneRoot() {
        for (Sentence sentence :
                Reading.sentences(
                        "So what? The U.N., the E.U. and others, he said: \"Never.\" And (no) more -")) {
            assertThat(sentence.tokens().stream().filter(Token::isRoot)).hasSize(1);
            for (Token token : sentence.tokens()) {
                Token at = token;
                for (int i = 0; i < sentence.tokens().size() && !at.isRoot(); i++) {
                    at = sentence.token(at.head());
                }
                assertThat(at.isRoot()).isTrue();
            }
        }
    }

    @Test
    void overlongSentenceIsCutAndLosesNothing() {
        String text = "word, ".repeat(2_000) + "end";

        List<Sentence> sentences = Reading.sentences(text);

        assertThat(sentences).allMatch(s -> s.tokens().size() <= Analyzer.LONGEST_SENTENCE);
        assertThat(sentences.stream().mapToInt(s -> s.tokens().size()).sum()).isEqualTo(4_001);
    }

    @Test
    void oddTextsAreRead() {
        for (String text :
                List.of(
                        "",
                        " \n\n \t",
                        "?!?! ... --- ((( ]]] \"\"\" ''' \u201C\u201C",
                        "\uD83D\uDE00\uD83D\uDE00 \uD83C\uDDEE\uD83C\uDDF6",
                        "\u0627\u0644\u0639\u0631\u0627\u0642 \u4F0A\u62C9\u514B \u0418\u0440\u0430\u043A.",
                        "<div class=\"x\">He left.</div> &nbsp; &#8217;",
                        "\"'\"'He said 'she said \"no\"''\"",
                        "\uD83D broken surrogate \uDE00",
                        "x".repeat(20_000),
                        ".".repeat(20_000),
                        "a-".repeat(10_000))) {
            List<Sentence> sentences = Reading.sentences(text);

            int letters = 0;
            for (Sentence sentence : sentences) {
                for (Token token : sentence.tokens()) {
                    assertThat(token.span().of(text)).isEqualTo(token.form());
                    letters += token.form().length();
                }
            }
            assertThat(letters).isEqualTo((int) visible(text));
        }
    }

    private static long visible(String text) {
        return text.chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .count();
    }

    /** Thread time, so that other work on the machine does not count; the margin is wide. */
    @Test
    void longLinesCostNoMoreAWordThanShortOnes() {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        for (String piece :
                List.of(
                        "Talks went on and ",
                        "?!,;:-. ",
                        "\"He said '",
                        "([{ so ",
                        "<b>He</b>&nbsp;<i ",
                        "\uD83D\uDE00 \u0639\u0631 ",
                        "ab",
                        "7-")) {
            String shorter = piece.repeat(20_000 / piece.length());
            String longer = piece.repeat(160_000 / piece.length());
            Reading.sentences(shorter);

            long start = clock.getCurrentThreadCpuTime();
            Reading.sentences(shorter);
            long middle = clock.getCurrentThreadCpuTime();
            Reading.sentences(longer);
            long end = clock.getCurrentThreadCpuTime();

            assertThat((end - middle) / 1_000_000)
                    .as(piece)
                    .isLessThan(25 * (middle - start) / 1_000_000 + 500);
        }
    }

    @Test
    void lineOfAHundredThousandWordsIsRead() {
        String text = "Envoys of \"Chad (and 'Niger') met & left ".repeat(10_000);

        List<Sentence> sentences = Reading.sentences(text);

        assertThat(sentences.stream().mapToInt(s -> s.tokens().size()).sum())
                .isGreaterThan(100_000);
        assertThat(sentences).allMatch(s -> s.tokens().size() <= Analyzer.LONGEST_SENTENCE);
    }

    @Property(tries = 150, seed = "20230720")
    void noTextIsTooOdd(@ForAll @StringLength(max = 300) String text) {
        List<Sentence> sentences = Reading.sentences(text);

        int end = 0;
        for (Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                assertThat(token.span().of(text)).isEqualTo(token.form());
                assertThat(token.span().start()).isGreaterThanOrEqualTo(end);
                end = token.span().end();
            }
        }
    }

    @Property(tries = 60, seed = "20230720")
    void shuffledNewsIsRead(@ForAll long seed) {
        String[] pieces = {
            "Iraq", "'s", "\"", "U.S.", " ", " ", " ", "said", ",", ".", "...", "\u2014", "(", ")",
            "al-", "2,000", "\n\n", "don't", "\u2019", "Gen.", "%", "\u00A0", "that", "by", "<b>"
        };
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }

        List<Sentence> sentences = Reading.sentences(text.toString());

        assertThat(
                        sentences.stream()
                                .flatMap(s -> s.tokens().stream())
                                .mapToInt(t -> t.form().length())
                                .sum())
                .isEqualTo((int) visible(text.toString()));
        for (Sentence sentence : sentences) {
            Clauses clauses = Clauses.of(sentence);
            for (Token token : sentence.tokens()) {
                clauses.logicalSubjects(token);
                clauses.logicalObjects(token);
                clauses.reports(token);
                clauses.conditions(token);
                clauses.tense(token);
            }
        }
        Quotation.in(text.toString(), sentences);
    }

    @Test
    void damagedModelIsNamed(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("data/models"));
        Files.writeString(folder.resolve("data/models/tokens.bin.gz"), "no model");

        assertThatThrownBy(() -> Analyzer.load(DataFiles.at(folder)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("data/models/");
    }

    @Test
    void britishSpellingsAreReadAsAmericanOnes() {
        Sentence sentence = Reading.sentences("Ghana's king apologised to Togo.").get(0);
        Token verb = sentence.token(3);

        assertThat(verb.form()).isEqualTo("apologised");
        assertThat(verb.lemma()).isEqualTo("apologize");
        assertThat(verb.xpos()).isEqualTo("VBD");
        assertThat(verb.isRoot()).isTrue();
    }
}
