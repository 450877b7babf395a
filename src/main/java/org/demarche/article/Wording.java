package org.demarche.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells wire copy: keys of a text's wording, of which two texts share one if most of what they
 * say is said in the same words. A paper that prints an agency's story with another first sentence
 * has some of the agency's keys; another story of the same event has none.
 *
 * <p>The keys are bands of MinHash values (Broder 1997) of all runs of three words: of two texts
 * that have nine tenths of their runs in common 999 in 1,000 pairs share a key, of two that have
 * half in common every fifth, of two that have a fifth in common 3 in 1,000.
 */
public final class Wording {
    private static final int BANDS = 8;
    private static final int ROWS = 5;
    private static final int RUN = 3;
    // Of a headline or a single sentence another may have the same words by chance.
    private static final int FEWEST_WORDS = 30;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Wording() {}

    /** Sixteen hex digits each; none for a text of less than thirty words. */
    public static List<String> keys(String text) {
        List<Long> words = words(text);
        if (words.size() < FEWEST_WORDS) {
            return List.of();
        }
        long[] least = new long[BANDS * ROWS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int at = 0; at + RUN <= words.size(); at++) {
            long run = 0;
            for (int i = 0; i < RUN; i++) {
                run = mixed(run + words.get(at + i));
            }
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], mixed(run + i));
            }
        }
        List<String> keys = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            long key = band;
            for (int row = 0; row < ROWS; row++) {
                key = mixed(key + least[band * ROWS + row]);
            }
            keys.add(HexFormat.of().toHexDigits(key));
        }
        return keys;
    }

    private static List<Long> words(String text) {
        List<Long> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            long hash = 0;
            for (int i = word.start(); i < word.end(); i++) {
                hash = hash * 31 + Character.toLowerCase(text.charAt(i));
            }
            words.add(mixed(hash));
        }
        return words;
    }

    // The finalizer of SplitMix64: numbers that differ in a bit differ in half of their bits after
    // it.
    private static long mixed(long number) {
        long z = number + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
