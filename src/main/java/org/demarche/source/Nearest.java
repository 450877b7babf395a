package org.demarche.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a wrong one was probably meant to be: "Demonstration" for "Demonstation". */
public final class Nearest {
    private Nearest() {}

    /**
     * The known name with the fewest letters to change, small and capital letters alike; empty
     * where more than a third of the letters differ.
     */
    public static Optional<String> to(String wrong, Collection<String> known) {
        String sought = wrong.toLowerCase(Locale.ROOT);
        return known.stream()
                .map(name -> new Candidate(name, distance(sought, name.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance() * 3 <= Math.max(sought.length(), c.name().length()))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** The end of a message: {@code " (nearest: 'recipient')"}, or nothing. */
    public static String hint(String wrong, Collection<String> known) {
        return to(wrong, known).map(name -> " (nearest: '" + name + "')").orElse("");
    }

    private record Candidate(String name, int distance) {}

    // Levenshtein's distance, one row of the table at a time.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
