package org.demarche.event;

import org.demarche.entity.Actor;

/**
 * Whose word an event is: Lassila in "the staff were evacuated, Lassila told reporters", Reuters in
 * "according to Reuters".
 */
public record Attribution(Kind kind, Actor source) {
    /** What the source is to the news. */
    public enum Kind {
        /** The speaker. */
        SAID_BY,
        /** The news outlet that the article credits. */
        REPORTED_BY
    }
}
