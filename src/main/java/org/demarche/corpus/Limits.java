package org.demarche.corpus;

import java.io.Serializable;
import java.time.Duration;

/**
 * How large an article may be: no news story has a million chars, but a file that is none may.
 *
 * @param chars of its text
 * @param sentences that the text was split into
 * @param time that the reading of one article may take
 */
public record Limits(int chars, int sentences, Duration time) implements Serializable {
    public static final Limits USUAL = new Limits(1_000_000, 5_000, Duration.ofMinutes(5));

    public Limits {
        if (chars < 1 || sentences < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "bad limits " + chars + ", " + sentences + ", " + time);
        }
    }
}
