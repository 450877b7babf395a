package org.demarche.text;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.article.Article;
import org.demarche.article.Block;
import org.demarche.article.Span;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;

/**
 * Reads an article's text as sentences of words with parts of speech, lemmas and dependencies:
 * "Iraq is threatening to sever ties." becomes a tree with "threatening" as its root. Immutable,
 * shared between threads; the same text always gives the same sentences.
 */
public final class Analyzer {
    /**
     * Longer sentences are cut, after a comma or the like where there is one; no writer of news
     * comes near it, but tables and lists without full stops do.
     */
    public static final int LONGEST_SENTENCE = 160;

    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R[\\t \\u00A0]*\\R\\s*");

    private final SentenceSplitter splitter;
    private final Tokenizer tokenizer;
    private final Casing casing;
    private final Tagger tagger;
    private final Lemmatizer lemmatizer;
    private final Parser parser;
    private final SyntaxReader syntax;

    Analyzer(
            SentenceSplitter splitter,
            Tokenizer tokenizer,
            Casing casing,
            Tagger tagger,
            Lemmatizer lemmatizer,
            Parser parser) {
        this.splitter = splitter;
        this.tokenizer = tokenizer;
        this.casing = casing;
        this.tagger = tagger;
        this.lemmatizer = lemmatizer;
        this.parser = parser;
        this.syntax = new SyntaxReader(tagger, parser);
    }

    /**
     * Loads the models of {@code data/models}.
     *
     * @throws InputException if one is missing or is no model
     */
    public static Analyzer load(DataFiles files) {
        // the parser is the largest by far: it is read while the others are
        CompletableFuture<Parser> parser = CompletableFuture.supplyAsync(() -> parser(files));
        try (DataInputStream tokens = Models.open(files, Models.TOKENS);
                DataInputStream tags = Models.open(files, Models.TAGGER)) {
            return new Analyzer(
                    Models.part(tokens, SentenceSplitter::read),
                    Models.part(tokens, Tokenizer::read),
                    Models.part(tags, Casing::read),
                    Models.part(tags, Tagger::read),
                    Models.part(tags, Lemmatizer::read),
                    joined(parser));
        } catch (IOException e) {
            throw new InputException("data/models: a model is damaged (" + e.getMessage() + ")", e);
        }
    }

    private static Parser joined(CompletableFuture<Parser> parser) {
        try {
            return parser.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof InputException problem) {
                throw problem;
            }
            throw e;
        }
    }

    private static Parser parser(DataFiles files) {
        try (DataInputStream trees = Models.open(files, Models.PARSER)) {
            return Models.part(trees, Parser::read);
        } catch (IOException e) {
            throw new InputException(
                    Models.PARSER + ": the model is damaged (" + e.getMessage() + ")", e);
        }
    }

    /** The bytes of the model files together. */
    public static long sizeOfModels(DataFiles files) {
        return Models.size(files);
    }

    /** The sentences of an article's blocks in reading order; furniture is not read. */
    public List<Sentence> analyze(Article article, List<Block> blocks) {
        List<Sentence> sentences = new ArrayList<>();
        for (Block block : blocks) {
            if (block.kind() != Block.Kind.FURNITURE) {
                String text = block.span().of(article.text());
                int from = 0;
                Matcher end = PARAGRAPH_END.matcher(text);
                while (end.find()) {
                    paragraph(
                            text.substring(from, end.start()),
                            block.span().start() + from,
                            block.kind(),
                            sentences);
                    from = end.end();
                }
                paragraph(
                        text.substring(from), block.span().start() + from, block.kind(), sentences);
            }
        }
        return List.copyOf(sentences);
    }

    private void paragraph(String text, int offset, Block.Kind kind, List<Sentence> sentences) {
        if (text.isBlank()) {
            return;
        }
        for (Span span : splitter.sentences(text, offset)) {
            String sentence = text.substring(span.start() - offset, span.end() - offset);
            List<Span> tokens = tokenizer.tokens(sentence, span.start());
            int from = 0;
            while (from < tokens.size()) {
                int to = cut(tokens, from, sentence, span.start());
                sentences.add(
                        sentence(
                                sentences.size(),
                                kind,
                                tokens.subList(from, to),
                                sentence,
                                span.start()));
                from = to;
            }
        }
    }

    /** Where a sentence that begins with a token ends, if it is too long. */
    private static int cut(List<Span> tokens, int from, String text, int offset) {
        if (tokens.size() - from <= LONGEST_SENTENCE) {
            return tokens.size();
        }
        for (int to = from + LONGEST_SENTENCE; to > from + LONGEST_SENTENCE / 2; to--) {
            Span last = tokens.get(to - 1);
            if (last.length() == 1 && ".;:,!?".indexOf(text.charAt(last.start() - offset)) >= 0) {
                return to;
            }
        }
        return from + LONGEST_SENTENCE;
    }

    private Sentence sentence(
            int index, Block.Kind kind, List<Span> spans, String text, int offset) {
        List<String> forms = new ArrayList<>(spans.size());
        for (Span span : spans) {
            forms.add(text.substring(span.start() - offset, span.end() - offset));
        }
        List<String> running =
                casing.running(forms, kind == Block.Kind.HEADLINE).stream()
                        .map(tagger::familiar)
                        .toList();
        Parser.Parse parse = syntax.read(running);
        List<Token> tokens = new ArrayList<>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            String tag = parse.tags().get(i);
            int bar = tag.indexOf('|');
            String upos = tag.substring(0, bar);
            String xpos = tag.substring(bar + 1);
            tokens.add(
                    new Token(
                            i,
                            spans.get(i),
                            forms.get(i),
                            lemmatizer.lemma(running.get(i), upos, xpos),
                            upos,
                            xpos,
                            parse.heads().get(i),
                            parse.relations().get(i)));
        }
        return new Sentence(
                index,
                new Span(spans.get(0).start(), spans.get(spans.size() - 1).end()),
                kind,
                tokens);
    }

    SentenceSplitter splitter() {
        return splitter;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    Tagger tagger() {
        return tagger;
    }

    Lemmatizer lemmatizer() {
        return lemmatizer;
    }

    Parser parser() {
        return parser;
    }
}
