package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A tree while it is being mended: words by their place from 0, the root's head is -1. */
final class DraftTree {
    /** What takes two objects, so that its participle may still have one. */
    private static final Set<String> GIVING =
            Set.of(
                    "give",
                    "gives",
                    "gave",
                    "given",
                    "giving",
                    "grant",
                    "grants",
                    "granted",
                    "granting",
                    "lend",
                    "lends",
                    "lent",
                    "lending",
                    "offer",
                    "offers",
                    "offered",
                    "offering",
                    "send",
                    "sends",
                    "sent",
                    "sending",
                    "hand",
                    "hands",
                    "handed",
                    "handing",
                    "pay",
                    "pays",
                    "paid",
                    "paying",
                    "promise",
                    "promises",
                    "promised",
                    "promising",
                    "deny",
                    "denies",
                    "denied",
                    "denying",
                    "show",
                    "shows",
                    "shown",
                    "showing",
                    "award",
                    "awards",
                    "awarded",
                    "awarding",
                    "tell",
                    "tells",
                    "told",
                    "telling",
                    "ask",
                    "asks",
                    "asked",
                    "asking",
                    "call",
                    "called",
                    "name",
                    "named");

    final List<String> forms;
    final List<String> tags;
    final List<Integer> heads;
    final List<String> relations;

    DraftTree(List<String> forms, Parser.Parse parse) {
        this.forms = forms;
        this.tags = new ArrayList<>(parse.tags());
        this.heads = new ArrayList<>(parse.heads());
        this.relations = new ArrayList<>(parse.relations());
    }

    Parser.Parse parse() {
        return new Parser.Parse(tags, heads, relations);
    }

    int size() {
        return forms.size();
    }

    /** The word in lower case. */
    String form(int i) {
        return forms.get(i).toLowerCase(Locale.ROOT);
    }

    /** Whether the verb takes two objects. */
    boolean isGiving(int i) {
        return GIVING.contains(form(i));
    }

    boolean isVerb(int i) {
        return xpos(i).startsWith("VB");
    }

    /** Past or present tense by form. */
    boolean isFinite(int i) {
        return xpos(i).equals("VBD") || xpos(i).equals("VBZ");
    }

    /** Finite by form or by an auxiliary: "left", "have left", "will leave". */
    boolean isTensed(int verb) {
        if (isFinite(verb) || xpos(verb).equals("VBP")) {
            return true;
        }
        for (int j = 0; j < verb; j++) {
            boolean finite = isFinite(j) || xpos(j).equals("VBP") || xpos(j).equals("MD");
            if (heads.get(j) == verb && relations.get(j).startsWith("aux") && finite) {
                return true;
            }
        }
        return false;
    }

    boolean hasAuxiliary(int verb) {
        for (int j = 0; j < verb; j++) {
            if (heads.get(j) == verb && relations.get(j).startsWith("aux")) {
                return true;
            }
        }
        return false;
    }

    String xpos(int i) {
        String tag = tags.get(i);
        return tag.substring(tag.indexOf('|') + 1);
    }

    boolean followsComma(int i) {
        int before = i - 1;
        while (before > 0 && upos(before).equals("ADV")) {
            before--;
        }
        return before > 0 && forms.get(before).equals(",");
    }

    boolean isNominal(int i) {
        return upos(i).equals("NOUN") || upos(i).equals("PROPN");
    }

    /** The first word of what hangs on a word, itself included. */
    int startOf(int word) {
        int first = word;
        while (first > 0 && isBelow(first - 1, word)) {
            first--;
        }
        return first;
    }

    boolean isBelow(int word, int top) {
        int at = word;
        for (int steps = 0; at >= 0 && steps < forms.size(); steps++) {
            if (at == top) {
                return true;
            }
            at = heads.get(at);
        }
        return false;
    }

    String upos(int i) {
        String tag = tags.get(i);
        int bar = tag.indexOf('|');
        return bar < 0 ? tag : tag.substring(0, bar);
    }
}
