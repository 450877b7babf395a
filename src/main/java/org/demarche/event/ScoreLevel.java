package org.demarche.event;

/** How much of an extracted event is as the reader has it; each level includes those before it. */
public enum ScoreLevel {
    /** The type, in the same paragraph. */
    EVENT("event"),
    /** Besides, one of the actors, or that there is none. */
    ACTOR("+actor"),
    /** Besides, one of the recipients, or that there is none. */
    RECIPIENT("+recipient");

    private final String label;

    ScoreLevel(String label) {
        this.label = label;
    }

    /** What reports call it: {@code +actor}. */
    public String label() {
        return label;
    }
}
