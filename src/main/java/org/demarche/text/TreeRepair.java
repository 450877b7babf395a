package org.demarche.text;

import java.util.List;
import java.util.Set;

/**
 * Mends what no tree of the treebanks has and a greedy parser still builds: "Tony Blair" as a
 * further name of "Pervez Musharraf" across "and", an indirect object after a preposition, an owner
 * that hangs on the verb, a noun with a participle in the place of a sentence.
 */
final class TreeRepair {
    private static final Set<String> DIRECTIONS =
            Set.of("out", "away", "back", "home", "off", "down", "over", "forward", "together");

    private static final Set<String> PREPOSITIONS =
            Set.of("with", "to", "from", "by", "for", "against", "on", "in", "at", "of");
    private static final Set<String> BEFORE_NOUN = Set.of("nmod:desc", "compound", "amod");
    private static final Set<String> NEAR_DAYS =
            Set.of("today", "yesterday", "tomorrow", "tonight");
    private static final Set<String> CLOCK = Set.of("a.m.", "p.m.");

    private final DraftTree tree;
    private final VerbRepair verbs;

    private TreeRepair(DraftTree tree) {
        this.tree = tree;
        this.verbs = new VerbRepair(tree);
    }

    static Parser.Parse repair(List<String> forms, Parser.Parse parse) {
        DraftTree tree = new DraftTree(forms, parse);
        TreeRepair repair = new TreeRepair(tree);
        for (int i = 0; i < tree.size(); i++) {
            repair.nounOverMarks(i);
        }
        for (int i = 0; i < tree.size(); i++) {
            if (tree.relations.get(i).equals("case")) {
                repair.liftPreposition(i);
                repair.verbs.gerundAfterOwner(i);
                repair.adjectiveIsOwned(i);
            }
        }
        for (int i = 1; i < tree.size(); i++) {
            repair.verbs.particleBeforeNumber(i);
            repair.verbs.particleBeforeObject(i);
            repair.verbs.describingGerund(i);
        }
        for (int i = 0; i < tree.size(); i++) {
            repair.verbs.planIsAVerb(i);
            if (tree.heads.get(i) >= 0) {
                repair.word(i);
            }
        }
        repair.verbs.nounIsNoSentence();
        repair.verbs.participleIsNoVerb();
        return tree.parse();
    }

    private void word(int i) {
        switch (tree.relations.get(i)) {
            // only one word is the root; what was read as another stands beside it
            case "root" -> tree.relations.set(i, "parataxis");
            case "flat" -> splitNames(i);
            case "conj" -> liftConjunct(i);
            case "iobj", "obj" -> {
                obliqueAfterPreposition(i);
                secondObject(i);
                verbs.hearer(i);
            }
            case "obl" -> obliqueOfAdverb(i);
            case "obl:unmarked" -> {
                secondObject(i);
                spanGiven(i);
                nameAfterVerb(i);
            }
            case "nsubj" -> {
                dayIsNoSubject(i);
                verbs.timeBeforeAnd(i);
                nameAfterTitle(i);
            }
            case "nmod:poss" -> ownerOfNoun(i);
            case "advmod" -> verbs.directionOfVerb(i);
            case "advcl" -> verbs.gerundOfVerb(i);
            case "compound" -> receiverBeforeNumber(i);
            case "acl:relcl" -> verbs.agencyAtTheEnd(i);
            case "amod" -> verbs.verbIsNoAdjective(i);
            case "acl" -> {
                verbs.requestBesideItsForm(i);
                verbs.speakerAtTheEnd(i);
                verbs.clauseAfterSaying(i);
                verbs.participleAfterNoun(i);
            }
            case "parataxis", "ccomp" -> verbs.titleIsNoSentence(i);
            case "nsubj:pass" -> verbs.timeBeforeAnd(i);
            default -> {}
        }
    }

    /** "on al-Qaida.": a name hangs on no punctuation mark and not on its own preposition. */
    private void nounOverMarks(int i) {
        int mark = tree.heads.get(i);
        if (mark < 0 || !tree.isNominal(i)) {
            return;
        }
        boolean preposition =
                mark < i
                        && tree.upos(mark).equals("ADP")
                        && tree.relations.get(mark).equals("case");
        if (!preposition && !tree.upos(mark).equals("PUNCT")) {
            return;
        }
        int above = tree.heads.get(mark);
        if (preposition || above < 0 || tree.isBelow(above, i)) {
            above = i - 1;
            while (above >= 0 && (!tree.isVerb(above) || tree.isBelow(above, i))) {
                above--;
            }
        }
        if (above < 0) {
            return;
        }
        tree.heads.set(i, above);
        tree.relations.set(i, tree.isVerb(above) ? "obl" : "nmod");
        if (preposition) {
            tree.heads.set(mark, i);
        }
        for (int j = 0; j < i; j++) {
            if (tree.heads.get(j) == mark && tree.relations.get(j).equals("case")) {
                tree.heads.set(j, i);
            }
        }
    }

    /** "President Musharraf and Prime Minister Tony Blair": two names, not one. */
    private void splitNames(int i) {
        int first = tree.heads.get(i);
        int and = -1;
        for (int j = first + 1; j < i; j++) {
            if (tree.upos(j).equals("CCONJ") && (tree.heads.get(j) == i || tree.isBelow(j, i))) {
                and = j;
            }
        }
        if (and < 0) {
            return;
        }
        tree.relations.set(i, "conj");
        tree.heads.set(and, i);
        tree.relations.set(and, "cc");
        for (int j = i + 1; j < tree.size(); j++) {
            if (tree.heads.get(j) == first && tree.relations.get(j).equals("flat")) {
                tree.heads.set(j, i);
            }
        }
    }

    /** What is coordinated with a part of a name is so with the name. */
    private void liftConjunct(int i) {
        if (tree.isFinite(i)) {
            verbs.liftFiniteVerb(i);
            return;
        }
        int head = tree.heads.get(i);
        while (tree.heads.get(head) >= 0
                && (tree.relations.get(head).equals("flat") || isNameOf(head))) {
            head = tree.heads.get(head);
        }
        if (head < i) {
            tree.heads.set(i, head);
        }
        nounAmongObjects(i);
    }

    /** Habib in "the leader Habib Bourguiba and President Kadar": a name right after its noun. */
    private boolean isNameOf(int name) {
        int noun = tree.heads.get(name);
        if (!tree.relations.get(name).equals("appos")
                || !tree.upos(name).equals("PROPN")
                || !tree.upos(noun).equals("NOUN")) {
            return false;
        }
        for (int j = noun + 1; j < name; j++) {
            if (tree.upos(j).equals("PUNCT")) {
                return false;
            }
        }
        return noun < name;
    }

    /** "fired mortar and artillery shells": a noun is beside the objects, not beside the verb. */
    private void nounAmongObjects(int i) {
        int verb = tree.heads.get(i);
        if (!tree.upos(i).equals("NOUN") || !tree.isVerb(verb)) {
            return;
        }
        for (int j = i - 1; j > verb; j--) {
            if (tree.heads.get(j) == verb && tree.relations.get(j).equals("obj")) {
                tree.heads.set(i, j);
                return;
            }
        }
    }

    /** "with President Deby": the preposition stands before all of it, not before the title. */
    private void liftPreposition(int i) {
        int noun = tree.heads.get(i);
        while (noun > i
                && BEFORE_NOUN.contains(tree.relations.get(noun))
                && tree.heads.get(noun) > noun) {
            noun = tree.heads.get(noun);
        }
        tree.heads.set(i, noun);
    }

    /** "Israel's military warned": what is owned and has a verb is a noun. */
    private void adjectiveIsOwned(int mark) {
        int owner = tree.heads.get(mark);
        int owned = mark + 1;
        if (!tree.xpos(mark).equals("POS")
                || owned + 1 >= tree.size()
                || !tree.upos(owned).equals("ADJ")
                || tree.heads.get(owned) != owned + 1
                || tree.heads.get(owner) != owned + 1
                || !tree.xpos(owned + 1).matches("VB[DZP]|MD")
                || !tree.relations.get(owner).startsWith("nsubj")) {
            return;
        }
        tree.tags.set(owned, "NOUN|NN");
        tree.relations.set(owned, tree.relations.get(owner));
        tree.heads.set(owner, owned);
        tree.relations.set(owner, "nmod:poss");
    }

    private void obliqueAfterPreposition(int i) {
        for (int j = 0; j < i; j++) {
            if (tree.heads.get(j) == i
                    && tree.relations.get(j).equals("case")
                    && PREPOSITIONS.contains(tree.form(j))) {
                tree.relations.set(i, "obl");
                return;
            }
        }
    }

    /**
     * "laid the blame squarely on Chad": what follows an adverb of manner or direction is the
     * verb's; of "pull out of Iraq" the adverb is a part of the preposition.
     */
    private void obliqueOfAdverb(int i) {
        int adverb = tree.heads.get(i);
        if (adverb < 0
                || adverb > i
                || !tree.upos(adverb).equals("ADV")
                || !tree.relations.get(adverb).equals("advmod")
                || tree.heads.get(adverb) > adverb
                || !tree.isVerb(tree.heads.get(adverb))) {
            return;
        }
        boolean outOf =
                tree.form(adverb).equals("out")
                        && tree.form(adverb + 1).equals("of")
                        && tree.heads.get(adverb + 1) == i;
        if (outOf) {
            tree.heads.set(i, tree.heads.get(adverb));
            tree.heads.set(adverb, i);
            tree.relations.set(adverb, "case");
            tree.heads.set(adverb + 1, adverb);
            tree.relations.set(adverb + 1, "fixed");
        } else if (tree.form(adverb).endsWith("ly") || DIRECTIONS.contains(tree.form(adverb))) {
            tree.heads.set(i, tree.heads.get(adverb));
        }
    }

    /** In "gave the envoy 48 hours" the hours are not the envoy's: both are objects of the verb. */
    private void secondObject(int i) {
        int receiver = earlierObject(i);
        if (receiver >= 0) {
            tree.relations.set(receiver, "iobj");
            return;
        }
        receiver = tree.heads.get(i);
        if (receiver > i || receiver < 0 || !tree.isNominal(receiver)) {
            return;
        }
        int verb = tree.heads.get(receiver);
        if (verb >= 0 && tree.relations.get(receiver).equals("obj") && tree.isGiving(verb)) {
            tree.relations.set(receiver, "iobj");
            tree.relations.set(i, "obj");
            tree.heads.set(i, verb);
        }
    }

    /** In "gave Syria a week to leave" the week is what is given, not the time of it. */
    private void spanGiven(int i) {
        int verb = tree.heads.get(i);
        if (verb < 0 || !tree.isGiving(verb) || !CalendarWords.isSpan(tree.form(i))) {
            return;
        }
        boolean receiver = false;
        for (int j = verb + 1; j < tree.size(); j++) {
            if (tree.heads.get(j) == verb) {
                String relation = tree.relations.get(j);
                if (relation.equals("obj")) {
                    return;
                }
                receiver |= j < i && relation.equals("iobj");
            }
        }
        if (receiver) {
            tree.relations.set(i, "obj");
        }
    }

    /** "gave the Serbs ten days": a name before a number is no part of what is counted. */
    private void receiverBeforeNumber(int i) {
        int counted = tree.heads.get(i);
        int verb = tree.heads.get(counted);
        boolean split =
                verb >= 0
                        && verb < i
                        && i < counted
                        && tree.upos(i).equals("PROPN")
                        && tree.xpos(i + 1).equals("CD")
                        && tree.relations.get(counted).equals("obj")
                        && tree.isGiving(verb);
        if (!split) {
            return;
        }
        tree.heads.set(i, verb);
        tree.relations.set(i, "iobj");
        for (int j = verb + 1; j < i; j++) {
            if (tree.heads.get(j) == counted) {
                tree.heads.set(j, i);
            }
        }
    }

    /** The object that the verb of giving has already, right after it; negative if none. */
    private int earlierObject(int i) {
        int verb = tree.heads.get(i);
        if (verb < 0 || !tree.relations.get(i).equals("obj") || !tree.isGiving(verb)) {
            return -1;
        }
        for (int j = verb + 1; j < i; j++) {
            if (tree.heads.get(j) == verb && tree.relations.get(j).equals("obj")) {
                return j;
            }
        }
        return -1;
    }

    /** "warned France that it would leave": a name right after the verb that is no time. */
    private void nameAfterVerb(int i) {
        String form = tree.form(i);
        int verb = tree.heads.get(i);
        if (verb != i - 1
                || !tree.upos(i).equals("PROPN")
                || !tree.upos(verb).equals("VERB")
                || NEAR_DAYS.contains(form)
                || CLOCK.contains(form)
                || CalendarWords.isName(form)) {
            return;
        }
        for (int j = i + 1; j < tree.size(); j++) {
            if (tree.heads.get(j) == verb && tree.relations.get(j).equals("obj")) {
                return;
            }
        }
        tree.relations.set(i, "obj");
    }

    /** "The president today signed": somebody else is the subject already. */
    private void dayIsNoSubject(int i) {
        if (!NEAR_DAYS.contains(tree.form(i)) && !CalendarWords.isDay(tree.form(i))) {
            return;
        }
        for (int j = 0; j < i; j++) {
            if (tree.heads.get(j).equals(tree.heads.get(i))
                    && tree.relations.get(j).startsWith("nsubj")) {
                tree.relations.set(i, "obl:unmarked");
                return;
            }
        }
    }

    /** In "followers of the cleric Yusuf marched" the cleric's name is no second subject. */
    private void nameAfterTitle(int i) {
        if (i == 0 || !tree.upos(i).equals("PROPN") || !tree.upos(i - 1).equals("NOUN")) {
            return;
        }
        for (int j = 0; j < i - 1; j++) {
            if (tree.heads.get(j).equals(tree.heads.get(i))
                    && tree.relations.get(j).startsWith("nsubj")
                    && tree.isBelow(i - 1, j)) {
                tree.heads.set(i, i - 1);
                tree.relations.set(i, "appos");
                return;
            }
        }
    }

    /** In "Chad's President Deby left" Chad hangs on the verb: it owns the noun that follows. */
    private void ownerOfNoun(int i) {
        int verb = tree.heads.get(i);
        if (!tree.upos(verb).equals("VERB") || verb < i) {
            return;
        }
        for (int j = i + 1; j < verb; j++) {
            if (tree.isNominal(j) && tree.heads.get(j) == verb) {
                tree.heads.set(i, j);
                return;
            }
        }
    }
}
