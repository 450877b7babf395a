package org.demarche.corpus;

/**
 * How large an article may be: no news story has a million chars, but a file that is none may.
 *
 * @param chars of its text
 * @param sentences that the text was split into
 */
public record Limits(int chars, int sentences) {
    public static final Limits USUAL = new Limits(1_000_000, 5_000);

    public Limits {
        if (chars < 1 || sentences < 1) {
            throw new IllegalArgumentException("bad limits " + chars + ", " + sentences);
        }
    }
}
