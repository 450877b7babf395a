package org.demarche.event;

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
}
