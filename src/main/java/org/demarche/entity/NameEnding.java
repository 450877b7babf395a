package org.demarche.entity;

import java.util.Locale;
import java.util.Optional;

/**
 * What the last word of a name tells of it: "Vienna Convention" is a thing, "Shatt River" a place,
 * "Liberation Front" an organisation.
 */
final class NameEnding {
    private NameEnding() {}

    /** What a name is. */
    enum Kind {
        THING,
        PLACE,
        ORGANIZATION,
        /** The first word of a thing: "Hurricane Katrina", "Operation Desert Storm". */
        OPENING;

        static Optional<Kind> parse(String word) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
