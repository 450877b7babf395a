package org.demarche.entity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Forms of address before a name: "Mr. Bush", "Ms. Rice". */
final class Honorifics {
    private static final Map<String, String> GENDERS =
            Map.ofEntries(
                    Map.entry("mr", "m"),
                    Map.entry("mister", "m"),
                    Map.entry("sir", "m"),
                    Map.entry("lord", "m"),
                    Map.entry("mrs", "f"),
                    Map.entry("ms", "f"),
                    Map.entry("miss", "f"),
                    Map.entry("madam", "f"),
                    Map.entry("madame", "f"),
                    Map.entry("lady", "f"),
                    Map.entry("dame", "f"),
                    Map.entry("dr", ""),
                    Map.entry("prof", ""));

    private Honorifics() {}

    static boolean isOne(String word) {
        return GENDERS.containsKey(key(word));
    }

    /** m or f where the form of address tells. */
    static Optional<String> gender(String word) {
        return Optional.ofNullable(GENDERS.get(key(word))).filter(g -> !g.isEmpty());
    }

    private static String key(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }
}
