package org.demarche.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** The colours of the pictures: conflict is warm, cooperation cool, deeds are darker than words. */
final class Palette {
    /** Local names of the quad classes with their names for readers. */
    static final Map<String, String> QUAD_CLASSES = new LinkedHashMap<>();

    private static final Map<String, String> COLOURS =
            Map.of(
                    "VerbalCooperation", "#4393c3",
                    "MaterialCooperation", "#1b7837",
                    "VerbalConflict", "#e08214",
                    "MaterialConflict", "#b2182b");

    private static final Map<String, String> KINDS =
            Map.of(
                    "State", "#34568b",
                    "Person", "#7b6d8d",
                    "Group", "#8d7b4f",
                    "Place", "#8a8a8a",
                    "Actor", "#6b7a8f");

    static {
        QUAD_CLASSES.put("VerbalCooperation", "verbal cooperation");
        QUAD_CLASSES.put("MaterialCooperation", "material cooperation");
        QUAD_CLASSES.put("VerbalConflict", "verbal conflict");
        QUAD_CLASSES.put("MaterialConflict", "material conflict");
    }

    private Palette() {}

    static String quadClass(String name) {
        return COLOURS.getOrDefault(name, "#888888");
    }

    /** Of an actor's class; those not named are kinds of organisations. */
    static String kind(String name) {
        return KINDS.getOrDefault(name, "#5f8a8b");
    }
}
