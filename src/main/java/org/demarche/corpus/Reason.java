package org.demarche.corpus;

import java.util.Locale;

/** Why there is no graph of an article. */
public enum Reason {
    /** Its file or line could not be read: broken JSON, not UTF-8. */
    UNREADABLE(true),
    /** It has more chars or sentences than are wanted. */
    TOO_LONG(true),
    /** Its reading takes longer than is wanted. */
    TOO_SLOW(true),
    /** A mistake of this program, or more memory than there is. */
    FAILED(true),
    /** Its graph is not valid against the shapes. */
    INVALID(true),
    /** The store has it already, read from the same content by the same program. */
    UNCHANGED(false),
    /** It is of a day before those that are wanted. */
    EARLIER(false),
    /** It is written in another language than English. */
    NOT_ENGLISH(false);

    private final boolean problem;

    Reason(boolean problem) {
        this.problem = problem;
    }

    /** Whether something went wrong; else it was left out as asked. */
    public boolean isProblem() {
        return problem;
    }

    /** In reports: {@code too-long}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
