package org.demarche.event;

import java.util.Arrays;
import java.util.Optional;

/** How real an event is to the one who tells of it. */
public enum Factuality {
    /** Reported as happened or happening: "Iraq expelled the ambassador". */
    ASSERTED("Asserted"),
    /** Announced, intended or offered: "Iraq will expel the ambassador". */
    PLANNED("Planned"),
    /** Threatened, conditional, alleged, hypothetical: "Iraq might expel the ambassador". */
    POSSIBLE("Possible"),
    /** Negated or denied: "Iraq did not expel the ambassador". */
    DENIED("Denied");

    private final String localName;

    Factuality(String localName) {
        this.localName = localName;
    }

    /** Its name in the ontology: Asserted. */
    public String localName() {
        return localName;
    }

    /** The one of this name in the ontology. */
    public static Optional<Factuality> parse(String localName) {
        return Arrays.stream(values()).filter(f -> f.localName.equals(localName)).findFirst();
    }

    /**
     * How real an event is that was {@code inner} by itself and stands under this: a denied plan is
     * denied.
     */
    Factuality over(Factuality inner) {
        return switch (this) {
            case ASSERTED -> inner;
            case PLANNED, POSSIBLE -> inner == ASSERTED || inner == PLANNED ? this : inner;
            case DENIED -> inner == DENIED ? POSSIBLE : DENIED;
        };
    }
}
