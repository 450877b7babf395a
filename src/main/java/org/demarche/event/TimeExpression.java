package org.demarche.event;

import org.demarche.article.Span;

/**
 * Words that say when: "on Thursday", "in late June", "for the second time in less than a month".
 *
 * @param from index of its first token in the sentence
 * @param to index behind its last token
 * @param date its words and what they mean on the calendar
 */
public record TimeExpression(Span span, int from, int to, EventDate date) {
    public TimeExpression {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("bad time expression " + from + ".." + to);
        }
    }

    /** Whether the token lies in it. */
    public boolean covers(int token) {
        return from <= token && token < to;
    }
}
