package org.demarche.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** The mentions of one article, looked up by the tokens of its sentences. */
public final class Mentions {
    private static final Comparator<Mention> READING_ORDER =
            Comparator.comparingInt(Mention::sentence)
                    .thenComparingInt(Mention::from)
                    .thenComparing(Comparator.comparingInt(Mention::to).reversed());

    private final List<Mention> all;
    private final List<List<Mention>> bySentence;

    /**
     * @param sentences the number of the article's sentences
     */
    public Mentions(int sentences, List<Mention> mentions) {
        this.all = mentions.stream().sorted(READING_ORDER).toList();
        List<List<Mention>> lists = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            lists.add(new ArrayList<>());
        }
        for (Mention mention : all) {
            lists.get(mention.sentence()).add(mention);
        }
        this.bySentence = lists;
    }

    /** All of them in reading order; one that holds others comes before them. */
    public List<Mention> all() {
        return all;
    }

    public List<Mention> in(Sentence sentence) {
        return List.copyOf(bySentence.get(sentence.index()));
    }

    /**
     * The mention whose head is the token: for "officials" that of "two Iraqi officials". A name
     * that the parser broke in two has two heads, and either leads to it.
     */
    public Optional<Mention> at(Sentence sentence, Token token) {
        Optional<Mention> broken = Optional.empty();
        for (Mention mention : bySentence.get(sentence.index())) {
            if (mention.head() == token.index()) {
                return Optional.of(mention);
            }
            boolean leavesIt = token.isRoot() || !mention.covers(token.head());
            if (broken.isEmpty()
                    && mention.kind() == Mention.Kind.NAMED
                    && mention.covers(token.index())
                    && leavesIt
                    && token.is("nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "root")) {
                broken = Optional.of(mention);
            }
        }
        return broken;
    }

    /** The outermost mention that the token lies in. */
    public Optional<Mention> covering(Sentence sentence, Token token) {
        for (Mention mention : bySentence.get(sentence.index())) {
            if (mention.covers(token.index())) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }

    /**
     * The mentions whose head depends, directly or not, on the token or is the token itself, in
     * reading order.
     */
    public List<Mention> under(Sentence sentence, Token token) {
        return bySentence.get(sentence.index()).stream()
                .filter(m -> depends(sentence, sentence.token(m.head()), token))
                .toList();
    }

    private static boolean depends(Sentence sentence, Token below, Token above) {
        Token at = below;
        for (int steps = sentence.tokens().size(); steps >= 0; steps--) {
            if (at.index() == above.index()) {
                return true;
            }
            if (at.isRoot()) {
                return false;
            }
            at = sentence.token(at.head());
        }
        return false;
    }
}
