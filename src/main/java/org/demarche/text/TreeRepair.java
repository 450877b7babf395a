package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Mends what no tree of the treebanks has and a greedy parser still builds: "Tony Blair" as a
 * further name of "Pervez Musharraf" across "and", an indirect object after a preposition, an owner
 * that hangs on the verb.
 */
final class TreeRepair {
    private static final Set<String> PREPOSITIONS =
            Set.of("with", "to", "from", "by", "for", "against", "on", "in", "at", "of");
    private static final Set<String> BEFORE_NOUN = Set.of("nmod:desc", "compound", "amod");
    private static final Set<String> DAYS =
            Set.of(
                    "today",
                    "yesterday",
                    "tomorrow",
                    "tonight",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday");

    private final List<String> forms;
    private final List<String> tags;
    private final List<Integer> heads;
    private final List<String> relations;

    private TreeRepair(List<String> forms, List<String> tags, Parser.Parse parse) {
        this.forms = forms;
        this.tags = tags;
        this.heads = new ArrayList<>(parse.heads());
        this.relations = new ArrayList<>(parse.relations());
    }

    /**
     * @param tags {@code UPOS|XPOS}
     */
    static Parser.Parse repair(List<String> forms, List<String> tags, Parser.Parse parse) {
        TreeRepair repair = new TreeRepair(forms, tags, parse);
        for (int i = 0; i < forms.size(); i++) {
            if (repair.relations.get(i).equals("case")) {
                repair.liftPreposition(i);
            }
        }
        for (int i = 0; i < forms.size(); i++) {
            if (repair.heads.get(i) >= 0) {
                repair.word(i);
            }
        }
        return new Parser.Parse(repair.heads, repair.relations);
    }

    private void word(int i) {
        switch (relations.get(i)) {
            // only one word is the root; what was read as another stands beside it
            case "root" -> relations.set(i, "parataxis");
            case "flat" -> splitNames(i);
            case "conj" -> liftConjunct(i);
            case "iobj", "obj" -> obliqueAfterPreposition(i);
            case "nsubj" -> {
                dayIsNoSubject(i);
                nameAfterTitle(i);
            }
            case "nmod:poss" -> ownerOfNoun(i);
            default -> {}
        }
    }

    /** "President Musharraf and Prime Minister Tony Blair": two names, not one. */
    private void splitNames(int i) {
        int first = heads.get(i);
        int and = -1;
        for (int j = first + 1; j < i; j++) {
            if (upos(j).equals("CCONJ") && (heads.get(j) == i || isBelow(j, i))) {
                and = j;
            }
        }
        if (and < 0) {
            return;
        }
        relations.set(i, "conj");
        heads.set(and, i);
        relations.set(and, "cc");
        for (int j = i + 1; j < forms.size(); j++) {
            if (heads.get(j) == first && relations.get(j).equals("flat")) {
                heads.set(j, i);
            }
        }
    }

    /** What is coordinated with a part of a name is so with the name. */
    private void liftConjunct(int i) {
        int head = heads.get(i);
        while (relations.get(head).equals("flat") && heads.get(head) >= 0) {
            head = heads.get(head);
        }
        if (head < i) {
            heads.set(i, head);
        }
    }

    /** "with President Deby": the preposition stands before all of it, not before the title. */
    private void liftPreposition(int i) {
        int noun = heads.get(i);
        while (noun > i && BEFORE_NOUN.contains(relations.get(noun)) && heads.get(noun) > noun) {
            noun = heads.get(noun);
        }
        heads.set(i, noun);
    }

    private void obliqueAfterPreposition(int i) {
        for (int j = 0; j < i; j++) {
            if (heads.get(j) == i
                    && relations.get(j).equals("case")
                    && PREPOSITIONS.contains(forms.get(j).toLowerCase(Locale.ROOT))) {
                relations.set(i, "obl");
                return;
            }
        }
    }

    /** "The president today signed": somebody else is the subject already. */
    private void dayIsNoSubject(int i) {
        if (!DAYS.contains(forms.get(i).toLowerCase(Locale.ROOT))) {
            return;
        }
        for (int j = 0; j < i; j++) {
            if (heads.get(j).equals(heads.get(i)) && relations.get(j).startsWith("nsubj")) {
                relations.set(i, "obl:unmarked");
                return;
            }
        }
    }

    /** In "followers of the cleric Yusuf marched" the cleric's name is no second subject. */
    private void nameAfterTitle(int i) {
        if (i == 0 || !upos(i).equals("PROPN") || !upos(i - 1).equals("NOUN")) {
            return;
        }
        for (int j = 0; j < i - 1; j++) {
            if (heads.get(j).equals(heads.get(i))
                    && relations.get(j).startsWith("nsubj")
                    && isBelow(i - 1, j)) {
                heads.set(i, i - 1);
                relations.set(i, "appos");
                return;
            }
        }
    }

    /** In "Chad's President Deby left" Chad hangs on the verb: it owns the noun that follows. */
    private void ownerOfNoun(int i) {
        int verb = heads.get(i);
        if (!upos(verb).equals("VERB") || verb < i) {
            return;
        }
        for (int j = i + 1; j < verb; j++) {
            boolean nominal = upos(j).equals("NOUN") || upos(j).equals("PROPN");
            if (nominal && heads.get(j) == verb) {
                heads.set(i, j);
                return;
            }
        }
    }

    private boolean isBelow(int word, int top) {
        int at = word;
        for (int steps = 0; at >= 0 && steps < forms.size(); steps++) {
            if (at == top) {
                return true;
            }
            at = heads.get(at);
        }
        return false;
    }

    private String upos(int i) {
        String tag = tags.get(i);
        int bar = tag.indexOf('|');
        return bar < 0 ? tag : tag.substring(0, bar);
    }
}
