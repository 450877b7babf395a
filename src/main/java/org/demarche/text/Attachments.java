package org.demarche.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well predicted trees agree with gold ones, on the same words: attachment scores with
 * universal labels, punctuation included, and F1 of each relation and of core arguments.
 */
public final class Attachments {
    private static final List<String> CORE = List.of("nsubj", "nsubj:pass", "obj", "obl:agent");

    private long words;
    private long heads;
    private long labelled;
    private final long[] core = new long[3];
    private final Map<String, long[]> relations = new TreeMap<>();

    /** Counts one sentence. */
    public void add(Tree gold, Parser.Parse parse) {
        for (int i = 0; i < gold.words().size(); i++) {
            Tree.Word word = gold.words().get(i);
            boolean head = word.head() == parse.heads().get(i);
            boolean label = universal(word.relation()).equals(universal(parse.relations().get(i)));
            words++;
            heads += head ? 1 : 0;
            labelled += head && label ? 1 : 0;
            count(relations, universal(word.relation()), 0);
            count(relations, universal(parse.relations().get(i)), 1);
            if (head && label) {
                count(relations, universal(word.relation()), 2);
            }
            boolean goldCore = isCore(gold, word.relation(), word.head());
            boolean coreHere = isCore(gold, parse.relations().get(i), parse.heads().get(i));
            core[0] += goldCore ? 1 : 0;
            core[1] += coreHere ? 1 : 0;
            core[2] +=
                    goldCore && coreHere && head && word.relation().equals(parse.relations().get(i))
                            ? 1
                            : 0;
        }
    }

    private static boolean isCore(Tree gold, String relation, int head) {
        return CORE.contains(relation) && head >= 0 && gold.words().get(head).upos().equals("VERB");
    }

    private static void count(Map<String, long[]> map, String key, int index) {
        map.computeIfAbsent(key, k -> new long[3])[index]++;
    }

    private static String universal(String relation) {
        int colon = relation.indexOf(':');
        return colon < 0 ? relation : relation.substring(0, colon);
    }

    /** Unlabelled attachment, in percent. */
    public double uas() {
        return 100.0 * heads / words;
    }

    /** Labelled attachment, in percent. */
    public double las() {
        return 100.0 * labelled / words;
    }

    /** F1 of subjects, objects and agents of verbs, subtypes kept, in percent. */
    public double core() {
        return f1(core);
    }

    private static double f1(long[] counts) {
        return counts[0] + counts[1] == 0 ? 0 : 200.0 * counts[2] / (counts[0] + counts[1]);
    }

    /** A table for people: the three scores, then each relation. */
    public String report() {
        StringBuilder report = new StringBuilder();
        report.append(
                String.format(
                        Locale.ROOT,
                        "words %d%nUAS   %.2f%nLAS   %.2f%ncore  %.2f (F1 of nsubj, nsubj:pass, obj,"
                                + " obl:agent of verbs)%n%nrelation      gold    F1%n",
                        words,
                        uas(),
                        las(),
                        core()));
        relations.forEach(
                (relation, counts) ->
                        report.append(
                                String.format(
                                        Locale.ROOT,
                                        "%-11s %6d %5.1f%n",
                                        relation,
                                        counts[0],
                                        f1(counts))));
        return report.toString();
    }
}
