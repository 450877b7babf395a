package org.demarche.event;

import java.util.Locale;
import java.util.Optional;

/**
 * What an argument is to its event: in "Iraq threatened Sweden" Iraq is the actor, Sweden the
 * recipient.
 */
public enum Role {
    /** Who acts. */
    ACTOR,
    /** To or against whom. */
    RECIPIENT,
    /** One of several who act on each other: "India and Pakistan held talks". */
    PARTY,
    /** The thing acted on that is no actor: "burned the Quran". */
    OBJECT,
    /** What is threatened, promised or alleged, coded as an event of its own. */
    CONTENT,
    /** What is demanded or refused: part of the event, not coded as one. */
    ABSORB;

    /** The role as data files write it: {@code recipient}. */
    public static Optional<Role> parse(String name) {
        for (Role role : values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
