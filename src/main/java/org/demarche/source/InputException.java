package org.demarche.source;

/**
 * Input that cannot be used. The message is what the user reads: where, what, what would be right;
 * one line a problem, as in {@code data/lexicon/sanction.tsv:12: role 'recipent' is not known
 * (nearest: 'recipient')}.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
