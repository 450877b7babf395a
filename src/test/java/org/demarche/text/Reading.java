package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.article.Article;
import org.demarche.article.Block;
import org.demarche.article.Span;
import org.demarche.source.DataFiles;

/** Sentences for tests: read by the program's models, or written down as trees by hand. */
final class Reading {
    static final Analyzer ANALYZER = Analyzer.load(DataFiles.bundled());

    private Reading() {}

    static List<Sentence> sentences(String text) {
        return ANALYZER.analyze(
                article(text), List.of(new Block(new Span(0, text.length()), Block.Kind.PROSE)));
    }

    static Sentence sentence(String text) {
        List<Sentence> sentences = sentences(text);
        if (sentences.size() != 1) {
            throw new AssertionError(sentences.size() + " sentences: " + text);
        }
        return sentences.get(0);
    }

    static Article article(String text) {
        return new Article(
                "test",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text);
    }

    /** A tree by hand: lines of form, lemma, UPOS, XPOS, head (from 1, 0 the root), relation. */
    static Sentence tree(String lines) {
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        for (String line : lines.strip().split("\n")) {
            String[] cells = line.strip().split("\\s+");
            tokens.add(
                    new Token(
                            tokens.size(),
                            new Span(start, start + cells[0].length()),
                            cells[0],
                            cells[1],
                            cells[2],
                            cells[3],
                            Integer.parseInt(cells[4]) - 1,
                            cells[5]));
            start += cells[0].length() + 1;
        }
        return new Sentence(0, new Span(0, start - 1), Block.Kind.PROSE, tokens);
    }

    static Token word(Sentence sentence, String form) {
        return sentence.tokens().stream()
                .filter(t -> t.form().equals(form))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no '" + form + "'"));
    }

    static List<String> forms(List<Token> tokens) {
        return tokens.stream().map(Token::form).toList();
    }
}
