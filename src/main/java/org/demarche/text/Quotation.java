package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.article.Span;

/**
 * Words in quotation marks, of one sentence or of several in a row, and who is said to speak them:
 * in {@code "This is unacceptable. We will not tolerate it," Hussein said.} both sentences are one
 * quotation, spoken by "Hussein".
 *
 * @param span with its marks
 * @param first index of the sentence in which it begins
 * @param last index of the sentence in which it ends
 */
public record Quotation(Span span, int first, int last, Optional<Speech> speech) {
    /**
     * The clause that gives a quotation to its speaker.
     *
     * @param sentence index of the sentence that the clause is in
     * @param word "said"
     * @param speaker the head of "Foreign Minister Fuad Hussein"
     */
    public record Speech(int sentence, Token word, Optional<Token> speaker) {}

    private static final Set<String> OPENING = Set.of("\u201C", "\u201E", "\u00AB", "``");
    private static final Set<String> CLOSING = Set.of("\u201D", "\u00BB", "''");

    /** Whether a sentence has words of this quotation. */
    public boolean touches(Sentence sentence) {
        return span.overlaps(sentence.span());
    }

    /**
     * The quotations of an article in reading order. One that is never closed ends with its
     * paragraph, unless the next paragraph opens with a mark, as in long quotations it does.
     */
    public static List<Quotation> in(String text, List<Sentence> sentences) {
        List<Quotation> found = new ArrayList<>();
        Token open = null;
        int first = 0;
        for (int s = 0; s < sentences.size(); s++) {
            Sentence sentence = sentences.get(s);
            if (open != null && s > 0 && paragraphBetween(text, sentences.get(s - 1), sentence)) {
                if (!isMark(sentence.token(0))) {
                    int end = sentences.get(s - 1).span().end();
                    found.add(quotation(open.span().start(), end, first, s - 1, sentences, found));
                }
                open = null;
            }
            for (Token token : sentence.tokens()) {
                if (!isMark(token)) {
                    continue;
                }
                boolean opens = OPENING.contains(token.form());
                boolean closes = CLOSING.contains(token.form());
                if (open == null && !closes) {
                    open = token;
                    first = s;
                } else if (open != null && !opens) {
                    found.add(
                            quotation(
                                    open.span().start(),
                                    token.span().end(),
                                    first,
                                    s,
                                    sentences,
                                    found));
                    open = null;
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean isMark(Token token) {
        String form = token.form();
        return form.equals("\"") || OPENING.contains(form) || CLOSING.contains(form);
    }

    private static boolean paragraphBetween(String text, Sentence before, Sentence after) {
        int breaks = 0;
        for (int i = before.span().end(); i < after.span().start() && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                breaks++;
            }
        }
        return breaks > 1 || before.kind() != after.kind();
    }

    private static Quotation quotation(
            int start,
            int end,
            int first,
            int last,
            List<Sentence> sentences,
            List<Quotation> before) {
        Span span = new Span(start, end);
        Optional<Speech> speech = spoken(span, sentences.get(last));
        if (speech.isEmpty() && last > first) {
            speech = spoken(span, sentences.get(first));
        }
        if (speech.isEmpty() && first > 0) {
            speech = announced(span, sentences.get(first), sentences.get(first - 1));
        }
        if (speech.isEmpty() && !before.isEmpty()) {
            // "We protest," he said. "We will act."
            Quotation previous = before.get(before.size() - 1);
            boolean next = first - previous.last() <= 1 && wholeSentences(span, sentences, first);
            boolean near =
                    sentences.get(first).span().start()
                                    - sentences.get(previous.last()).span().end()
                            <= 2;
            if (next && near) {
                speech = previous.speech();
            }
        }
        return new Quotation(span, first, last, speech);
    }

    /** A clause of the sentence that stands outside the marks and reports what stands inside. */
    private static Optional<Speech> spoken(Span span, Sentence sentence) {
        Clauses clauses = Clauses.of(sentence);
        for (Token token : sentence.tokens()) {
            if (span.contains(token.span()) && !token.is("punct")) {
                for (Clauses.Report report : clauses.reports(token)) {
                    if (!span.overlaps(report.word().span())) {
                        return Optional.of(
                                new Speech(sentence.index(), report.word(), report.speaker()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** "He issued a warning:" or "He said:" in the sentence before. */
    private static Optional<Speech> announced(Span span, Sentence quoted, Sentence before) {
        Token last = before.token(before.tokens().size() - 1);
        if (!last.form().equals(":") || quoted.span().start() < span.start() - 1) {
            return Optional.empty();
        }
        Clauses clauses = Clauses.of(before);
        return before.tokens().stream()
                .filter(Token::isRoot)
                .findFirst()
                .map(
                        root ->
                                new Speech(
                                        before.index(),
                                        root,
                                        clauses.logicalSubjects(root).stream().findFirst()));
    }

    private static boolean wholeSentences(Span span, List<Sentence> sentences, int first) {
        return sentences.get(first).span().start() == span.start();
    }
}
