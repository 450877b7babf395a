package org.demarche.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives words their dictionary form: "threatening" as VBG is "threaten", "troops" as NNS is
 * "troop". Endings and exceptions learnt from treebanks: the longest ending known for the tag
 * decides, a whole word being the longest. Immutable, shared between threads.
 */
public final class Lemmatizer {
    private static final int LONGEST = 6;

    /** Cut {@code cut} chars off the end, put {@code ending} there, lower the rest or not. */
    private record Edit(int cut, String ending, boolean lower) {
        /** What makes the lemma of a form; lowered forms need no lowering. */
        static Edit between(String form, String lemma) {
            String lowered = form.toLowerCase(Locale.ROOT);
            int same = common(form, lemma);
            int sameLowered = common(lowered, lemma);
            int kept = Math.max(same, sameLowered);
            return new Edit(form.length() - kept, lemma.substring(kept), sameLowered > same);
        }

        private static int common(String a, String b) {
            int i = 0;
            while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
                i++;
            }
            return i;
        }

        String of(String form) {
            if (cut > form.length()) {
                return form;
            }
            String stem = form.substring(0, form.length() - cut);
            return (lower ? stem.toLowerCase(Locale.ROOT) : stem) + ending;
        }
    }

    private final Map<String, Edit> edits;

    private Lemmatizer(Map<String, Edit> edits) {
        this.edits = edits;
    }

    /** The lemma of a word with its Penn tag. */
    public String lemma(String form, String upos, String xpos) {
        String lower = form.toLowerCase(Locale.ROOT);
        Optional<String> irregular = IrregularVerbs.base(lower, xpos);
        if (irregular.isPresent()) {
            return irregular.get();
        }
        Edit edit = edits.get(whole(lower, form, upos, xpos));
        for (int length = Math.min(LONGEST, lower.length());
                edit == null && length >= 0;
                length--) {
            edit = edits.get(ending(lower, length, form, upos, xpos));
        }
        String base = keepsCase(xpos) ? form : lower;
        String lemma = edit == null ? base : edit.of(base);
        return lemma.isEmpty() ? form : lemma;
    }

    /** Only names and what is made of them keep capitals in their lemmas. */
    private static boolean keepsCase(String xpos) {
        return !xpos.isEmpty() && "NJFACSUXL_".indexOf(xpos.charAt(0)) >= 0;
    }

    private static String tag(String form, String upos, String xpos) {
        return xpos
                + (upos.equals("AUX") ? "a" : "")
                + (keepsCase(xpos) && Words.capital(form) ? "^" : "");
    }

    private static String whole(String lower, String form, String upos, String xpos) {
        return "=" + lower + " " + tag(form, upos, xpos);
    }

    private static String ending(String lower, int length, String form, String upos, String xpos) {
        return lower.substring(lower.length() - length) + " " + tag(form, upos, xpos);
    }

    /** A word that people annotated goes by them, however often a program saw it. */
    private static final int GOLD_WEIGHT = 10;

    /** Learns from the lemmas of trees made by people and, for more words, by a program. */
    public static Lemmatizer train(List<Tree> gold, List<Tree> silver) {
        Map<String, Edit> edits = new HashMap<>();
        for (int length = 0; length <= LONGEST + 1; length++) {
            boolean all = length > LONGEST;
            Map<String, Map<String, Integer>> votes = new TreeMap<>();
            Map<String, Edit> byName = new HashMap<>();
            for (int t = 0; t < gold.size() + silver.size(); t++) {
                boolean byPeople = t < gold.size();
                Tree tree = byPeople ? gold.get(t) : silver.get(t - gold.size());
                for (Tree.Word word : tree.words()) {
                    String lower = word.form().toLowerCase(Locale.ROOT);
                    if ((word.lemma().equals("_") && !word.form().equals("_"))
                            || (!all && lower.length() < length)) {
                        continue;
                    }
                    Edit edit =
                            Edit.between(
                                    keepsCase(word.xpos()) ? word.form() : lower, word.lemma());
                    String key =
                            all
                                    ? whole(lower, word.form(), word.upos(), word.xpos())
                                    : ending(lower, length, word.form(), word.upos(), word.xpos());
                    byName.putIfAbsent(edit.toString(), edit);
                    votes.computeIfAbsent(key, k -> new TreeMap<>())
                            .merge(edit.toString(), byPeople ? GOLD_WEIGHT : 1, Integer::sum);
                }
            }
            Map<String, Edit> longer = new HashMap<>();
            boolean always = all || length == 0;
            int least = always ? 1 : GOLD_WEIGHT + 1;
            votes.forEach(
                    (key, counts) -> {
                        Map.Entry<String, Integer> most =
                                counts.entrySet().stream()
                                        .max(Map.Entry.comparingByValue())
                                        .orElseThrow();
                        Edit edit = byName.get(most.getKey());
                        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
                        boolean sure = always || most.getValue() * 2 > sum;
                        if (sum >= least && sure && !edit.equals(shorter(edits, key))) {
                            longer.put(key, edit);
                        }
                    });
            edits.putAll(longer);
        }
        return new Lemmatizer(Map.copyOf(edits));
    }

    /** What the endings known so far say for a key. */
    private static Edit shorter(Map<String, Edit> edits, String key) {
        int space = key.lastIndexOf(' ');
        String ending =
                key.startsWith("=") && space > 1
                        ? key.substring(1, space)
                        : key.substring(0, space);
        String tag = key.substring(space);
        for (int i = 0; i <= ending.length(); i++) {
            Edit edit = edits.get(ending.substring(i) + tag);
            if (edit != null) {
                return edit;
            }
        }
        return new Edit(0, "", false);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(edits.size());
        for (Map.Entry<String, Edit> entry : new TreeMap<>(edits).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeByte(entry.getValue().cut());
            out.writeUTF(entry.getValue().ending());
            out.writeBoolean(entry.getValue().lower());
        }
    }

    static Lemmatizer read(DataInputStream in) throws IOException {
        int count = in.readInt();
        Map<String, Edit> edits = new HashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            edits.put(
                    in.readUTF(), new Edit(in.readUnsignedByte(), in.readUTF(), in.readBoolean()));
        }
        return new Lemmatizer(edits);
    }
}
