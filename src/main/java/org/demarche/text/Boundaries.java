package org.demarche.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.article.Span;

/**
 * How well words and sentences found in raw text agree with a treebank's, as the CoNLL 2018 shared
 * task counts it: a word or sentence is right if it begins and ends at the same chars, white space
 * left out.
 */
public final class Boundaries {
    private final long[] tokens = new long[3];
    private final long[] sentences = new long[3];

    private final boolean paragraphs;

    /**
     * The treebank's documents are read as running text.
     *
     * @param paragraphs whether a sentence that ends in no mark (a headline, a signature) ends its
     *     paragraph; else all sentences are joined by one space, harder than any real text
     */
    public Boundaries(boolean paragraphs) {
        this.paragraphs = paragraphs;
    }

    /** Counts the documents of a treebank. */
    public void add(List<Tree> trees, SentenceSplitter splitter, Tokenizer tokenizer) {
        int from = 0;
        while (from < trees.size()) {
            int to = from + 1;
            while (to < trees.size()
                    && trees.get(to).document().equals(trees.get(from).document())) {
                to++;
            }
            document(trees.subList(from, to), splitter, tokenizer);
            from = to;
        }
    }

    private void document(List<Tree> trees, SentenceSplitter splitter, Tokenizer tokenizer) {
        StringBuilder text = new StringBuilder();
        Set<Span> goldTokens = new HashSet<>();
        Set<Span> goldSentences = new HashSet<>();
        for (Tree tree : trees) {
            if (!text.isEmpty()) {
                char last = text.charAt(text.length() - 1);
                text.append(paragraphs && Character.isLetterOrDigit(last) ? "\n\n" : " ");
            }
            int start = text.length();
            for (int i = 0; i < tree.words().size(); i++) {
                String form = tree.words().get(i).form();
                goldTokens.add(new Span(text.length(), text.length() + form.length()));
                text.append(form);
                if (tree.spaceAfter().get(i) && i + 1 < tree.words().size()) {
                    text.append(' ');
                }
            }
            goldSentences.add(new Span(start, text.length()));
        }
        String whole = text.toString();
        List<Span> foundSentences = new ArrayList<>();
        int from = 0;
        for (String paragraph : whole.split("\n\n")) {
            foundSentences.addAll(splitter.sentences(paragraph, from));
            from += paragraph.length() + 2;
        }
        List<Span> foundTokens = new ArrayList<>();
        for (Span span : foundSentences) {
            foundTokens.addAll(tokenizer.tokens(span.of(whole), span.start()));
        }
        count(tokens, goldTokens, foundTokens);
        count(sentences, goldSentences, foundSentences);
    }

    private static void count(long[] counts, Set<Span> gold, List<Span> found) {
        counts[0] += gold.size();
        counts[1] += found.size();
        counts[2] += found.stream().filter(gold::contains).count();
    }

    /** F1 of words, in percent. */
    public double tokens() {
        return 200.0 * tokens[2] / (tokens[0] + tokens[1]);
    }

    /** F1 of sentences, in percent. */
    public double sentences() {
        return 200.0 * sentences[2] / (sentences[0] + sentences[1]);
    }
}
