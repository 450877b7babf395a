package org.demarche.ontology;

/**
 * Words or deeds, for or against: a promise is verbal cooperation, an air strike material conflict.
 */
public enum QuadClass {
    VERBAL_COOPERATION("VerbalCooperation"),
    MATERIAL_COOPERATION("MaterialCooperation"),
    VERBAL_CONFLICT("VerbalConflict"),
    MATERIAL_CONFLICT("MaterialConflict");

    private final String localName;

    QuadClass(String localName) {
        this.localName = localName;
    }

    /** Its name in the ontology: VerbalCooperation. */
    public String localName() {
        return localName;
    }

    /** Whether it is done in words. */
    public boolean isVerbal() {
        return this == VERBAL_COOPERATION || this == VERBAL_CONFLICT;
    }
}
