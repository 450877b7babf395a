package org.demarche.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How words are usually written, to read headlines: "IRAQ THREATENS U.N." is read as "Iraq
 * threatens U.N.". The text itself stays as it is. Immutable, shared between threads.
 */
final class Casing {
    private static final int SMALL = 1;
    private static final int CAPITAL = 2;
    private static final int CAPITALS = 3;

    private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing");
    private static final int SHORTEST_STEM = 3;

    private final IntMap usual;

    private Casing(IntMap usual) {
        this.usual = usual;
    }

    /**
     * The words as they would stand in running text, if these stand in capitals or most begin with
     * one; else the words themselves. Unknown words in capitals are taken for names.
     *
     * @param headline whether they are a headline, where few words say enough
     */
    List<String> running(List<String> forms, boolean headline) {
        int words = 0;
        int shouted = 0;
        int raised = 0;
        for (String form : forms) {
            if (form.length() > 1 && Character.isLetter(form.charAt(0))) {
                words++;
                shouted += form.equals(form.toUpperCase(Locale.ROOT)) ? 1 : 0;
                raised += Words.capital(form) ? 1 : 0;
            }
        }
        boolean capitals = words > 1 && shouted * 10 > words * 6;
        boolean title = headline ? raised * 10 > words * 5 : words > 3 && raised * 10 > words * 7;
        if (!capitals && !title) {
            return forms;
        }
        List<String> result = new ArrayList<>(forms.size());
        for (String form : forms) {
            result.add(running(form, capitals));
        }
        return result;
    }

    private String running(String form, boolean capitals) {
        boolean upper = form.equals(form.toUpperCase(Locale.ROOT));
        if (!Words.capital(form) || (!capitals && upper && form.length() > 1)) {
            return form;
        }
        String small = form.toLowerCase(Locale.ROOT);
        int use = usual.get(Features.hash(Words.normal(form)));
        if (use == SMALL || (use == 0 && ofSmallWord(small))) {
            return small;
        }
        if (use == CAPITALS || !upper || form.indexOf('.') >= 0) {
            return form;
        }
        return form.charAt(0) + small.substring(1);
    }

    /** Whether an unknown word is an inflection of one written small: "expels" of "expel". */
    private boolean ofSmallWord(String word) {
        for (String ending : ENDINGS) {
            int stem = word.length() - ending.length();
            if (stem >= SHORTEST_STEM && word.endsWith(ending)) {
                String base = word.substring(0, stem);
                boolean doubled = base.charAt(stem - 1) == base.charAt(stem - 2);
                if (isSmall(base)
                        || (!ending.startsWith("s") && isSmall(base + "e"))
                        || (doubled && isSmall(word.substring(0, stem - 1)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSmall(String word) {
        return usual.get(Features.hash(Words.normal(word))) == SMALL;
    }

    /** Counts how words stand inside sentences. */
    static Casing train(List<Tree> trees) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Tree tree : trees) {
            List<Tree.Word> words = tree.words();
            for (int i = 1; i < words.size(); i++) {
                String form = words.get(i).form();
                if (Character.isLetter(form.codePointAt(0))) {
                    int use =
                            !Words.capital(form)
                                    ? SMALL
                                    : form.length() > 1
                                                    && form.equals(form.toUpperCase(Locale.ROOT))
                                            ? CAPITALS
                                            : CAPITAL;
                    counts.computeIfAbsent(Words.normal(form), w -> new int[4])[use]++;
                }
            }
        }
        IntMap usual = new IntMap(counts.size());
        counts.forEach(
                (word, uses) -> {
                    int most = uses[SMALL] >= uses[CAPITAL] ? SMALL : CAPITAL;
                    most = uses[CAPITALS] > uses[most] ? CAPITALS : most;
                    if (uses[most] > 1) {
                        usual.put(Features.hash(word), most);
                    }
                });
        return new Casing(usual);
    }

    void write(DataOutputStream out) throws IOException {
        usual.write(out);
    }

    static Casing read(DataInputStream in) throws IOException {
        return new Casing(IntMap.read(in));
    }
}
