package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.demarche.article.Block;
import org.demarche.article.Span;

/**
 * A sentence of an article as a dependency tree: "Iraq is threatening to sever ties." with
 * "threatening" as its root.
 */
public final class Sentence {
    private final int index;
    private final Span span;
    private final Block.Kind kind;
    private final List<Token> tokens;
    private final List<List<Token>> children;

    public Sentence(int index, Span span, Block.Kind kind, List<Token> tokens) {
        this.index = index;
        this.span = span;
        this.kind = kind;
        this.tokens = List.copyOf(tokens);
        List<List<Token>> below =
                IntStream.range(0, tokens.size())
                        .mapToObj(i -> (List<Token>) new ArrayList<Token>())
                        .toList();
        for (Token token : tokens) {
            if (!token.isRoot()) {
                below.get(token.head()).add(token);
            }
        }
        this.children = below.stream().map(List::copyOf).toList();
    }

    /** Its place in the article, from 0. */
    public int index() {
        return index;
    }

    public Span span() {
        return span;
    }

    public Block.Kind kind() {
        return kind;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    /** The tokens that depend on this one, in reading order. */
    public List<Token> children(Token token) {
        return children.get(token.index());
    }
}
