package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Mends what no tree of the treebanks has and a greedy parser still builds: "Tony Blair" as a
 * further name of "Pervez Musharraf" across "and", an indirect object after a preposition, an owner
 * that hangs on the verb, a noun with a participle in the place of a sentence.
 */
final class TreeRepair {
    private static final Set<String> PREPOSITIONS =
            Set.of("with", "to", "from", "by", "for", "against", "on", "in", "at", "of");
    private static final Set<String> BEFORE_NOUN = Set.of("nmod:desc", "compound", "amod");
    private static final Set<String> APART = Set.of("appos", "parataxis", "conj");
    private static final Set<String> FINITE = Set.of("root", "ccomp", "conj", "parataxis");
    private static final Set<String> SPANS =
            Set.of("day", "week", "month", "year", "night", "morning", "evening", "afternoon");
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

    private static final Set<String> TIMES =
            Set.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "christmas",
                    "easter",
                    "ramadan",
                    "a.m.",
                    "p.m.");

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

    /** Verbs without an object, whose past participle describes no noun before it. */
    private static final Set<String> WITHOUT_OBJECT =
            Set.of(
                    "marched",
                    "rallied",
                    "gathered",
                    "demonstrated",
                    "protested",
                    "rioted",
                    "clashed",
                    "walked",
                    "arrived",
                    "died",
                    "fled",
                    "agreed",
                    "voted",
                    "returned",
                    "met",
                    "fought",
                    "retreated",
                    "withdrew",
                    "surrendered",
                    "turned",
                    "moved",
                    "landed",
                    "crossed",
                    "headed",
                    "poured",
                    "flocked",
                    "converged");

    /** Forms of verbs of saying that are past tenses and participles alike. */
    private static final Set<String> SAID =
            Set.of(
                    "said",
                    "told",
                    "repeated",
                    "reported",
                    "announced",
                    "added",
                    "confirmed",
                    "stated",
                    "noted",
                    "explained",
                    "warned",
                    "claimed",
                    "insisted",
                    "argued",
                    "declared",
                    "disclosed",
                    "hinted",
                    "stressed",
                    "indicated",
                    "suggested");

    private final List<String> forms;
    private final List<String> tags;
    private final List<Integer> heads;
    private final List<String> relations;

    private TreeRepair(List<String> forms, Parser.Parse parse) {
        this.forms = forms;
        this.tags = new ArrayList<>(parse.tags());
        this.heads = new ArrayList<>(parse.heads());
        this.relations = new ArrayList<>(parse.relations());
    }

    static Parser.Parse repair(List<String> forms, Parser.Parse parse) {
        TreeRepair repair = new TreeRepair(forms, parse);
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
        repair.nounIsNoSentence();
        repair.participleIsNoVerb();
        return new Parser.Parse(repair.tags, repair.heads, repair.relations);
    }

    private void word(int i) {
        switch (relations.get(i)) {
            // only one word is the root; what was read as another stands beside it
            case "root" -> relations.set(i, "parataxis");
            case "flat" -> splitNames(i);
            case "conj" -> liftConjunct(i);
            case "iobj", "obj" -> {
                obliqueAfterPreposition(i);
                secondObject(i);
                hearer(i);
            }
            case "obl:unmarked" -> {
                secondObject(i);
                nameAfterVerb(i);
            }
            case "nsubj" -> {
                dayIsNoSubject(i);
                timeBeforeAnd(i);
                nameAfterTitle(i);
            }
            case "nmod:poss" -> ownerOfNoun(i);
            case "acl" -> speakerAtTheEnd(i);
            case "nsubj:pass" -> timeBeforeAnd(i);
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
        if (isFinite(i)) {
            liftFiniteVerb(i);
            return;
        }
        int head = heads.get(i);
        while (relations.get(head).equals("flat") && heads.get(head) >= 0) {
            head = heads.get(head);
        }
        if (head < i) {
            heads.set(i, head);
        }
    }

    /**
     * In "told them to leave and denied the charge" the denial stands beside "told": a finite verb
     * is no conjunct of an infinitive, nor a past tense one of a present in a clause below a past.
     */
    private void liftFiniteVerb(int i) {
        int head = heads.get(i);
        while (head >= 0 && isVerb(head) && !goesWith(i, head)) {
            head = heads.get(head);
            while (head >= 0 && !isVerb(head)) {
                head = heads.get(head);
            }
        }
        if (head >= 0 && head < i && head != heads.get(i) && xpos(head).equals(xpos(i))) {
            heads.set(i, head);
        }
    }

    private boolean goesWith(int verb, int head) {
        if (xpos(verb).equals("VBD")) {
            return xpos(head).equals("VBD") || relations.get(head).equals("root");
        }
        return isFinite(head) || hasAuxiliary(head);
    }

    private boolean isVerb(int i) {
        return xpos(i).startsWith("VB");
    }

    /** Past or present tense by form. */
    private boolean isFinite(int i) {
        return xpos(i).equals("VBD") || xpos(i).equals("VBZ");
    }

    private boolean hasAuxiliary(int verb) {
        for (int j = 0; j < verb; j++) {
            if (heads.get(j) == verb && relations.get(j).startsWith("aux")) {
                return true;
            }
        }
        return false;
    }

    private String xpos(int i) {
        String tag = tags.get(i);
        return tag.substring(tag.indexOf('|') + 1);
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

    /** In "gave the envoy 48 hours" the hours are not the envoy's: both are objects of the verb. */
    private void secondObject(int i) {
        int receiver = earlierObject(i);
        if (receiver >= 0) {
            relations.set(receiver, "iobj");
            return;
        }
        receiver = heads.get(i);
        if (receiver > i || receiver < 0 || !isNominal(receiver)) {
            return;
        }
        int verb = heads.get(receiver);
        if (verb >= 0
                && relations.get(receiver).equals("obj")
                && GIVING.contains(forms.get(verb).toLowerCase(Locale.ROOT))) {
            relations.set(receiver, "iobj");
            relations.set(i, "obj");
            heads.set(i, verb);
        }
    }

    /** The object that the verb of giving has already, right after it; negative if none. */
    private int earlierObject(int i) {
        int verb = heads.get(i);
        if (verb < 0
                || !relations.get(i).equals("obj")
                || !GIVING.contains(forms.get(verb).toLowerCase(Locale.ROOT))) {
            return -1;
        }
        for (int j = verb + 1; j < i; j++) {
            if (heads.get(j) == verb && relations.get(j).equals("obj")) {
                return j;
            }
        }
        return -1;
    }

    /** "warned France that it would leave": a name right after the verb that is no time. */
    private void nameAfterVerb(int i) {
        String form = forms.get(i).toLowerCase(Locale.ROOT);
        int verb = heads.get(i);
        if (verb != i - 1
                || !upos(i).equals("PROPN")
                || !upos(verb).equals("VERB")
                || DAYS.contains(form)
                || TIMES.contains(form)) {
            return;
        }
        for (int j = i + 1; j < forms.size(); j++) {
            if (heads.get(j) == verb && relations.get(j).equals("obj")) {
                return;
            }
        }
        relations.set(i, "obj");
    }

    /**
     * "Tens of thousands of Thais marched through Bangkok.", "Moscow, which denies it, promised to
     * answer.": what was read as a noun with a participle is a sentence with its verb.
     */
    private void nounIsNoSentence() {
        int noun = heads.indexOf(-1);
        if (noun < 0 || !isNominal(noun) || !forms.get(forms.size() - 1).equals(".")) {
            return;
        }
        for (int i = 0; i < forms.size(); i++) {
            String relation = relations.get(i);
            if (heads.get(i) == noun && (relation.startsWith("nsubj") || relation.equals("cop"))) {
                return;
            }
        }
        int verb = -1;
        for (int i = noun + 1; i < forms.size() && verb < 0; i++) {
            if (describes(i, noun) && isFiniteLike(i) || opensAnew(i)) {
                verb = i;
            }
        }
        if (verb < 0) {
            return;
        }
        for (int i = verb + 1; i < forms.size(); i++) {
            int head = heads.get(i);
            if (head >= 0 && head < verb && !isBelow(head, verb)) {
                heads.set(i, verb);
            }
        }
        heads.set(verb, -1);
        relations.set(verb, "root");
        heads.set(noun, verb);
        relations.set(noun, "nsubj");
        if (xpos(verb).equals("VBN")) {
            tags.set(verb, "VERB|VBD");
        }
    }

    /**
     * In a sentence, "A bishop called for a vote." has a past tense: a passive has its auxiliary.
     */
    private void participleIsNoVerb() {
        if (!forms.get(forms.size() - 1).equals(".")) {
            return;
        }
        for (int verb = 0; verb < forms.size(); verb++) {
            if (tags.get(verb).equals("VERB|VBN")
                    && FINITE.contains(relations.get(verb))
                    && !hasAuxiliary(verb)) {
                finite(verb);
            }
        }
    }

    private void finite(int verb) {
        int subject = -1;
        for (int j = 0; j < forms.size(); j++) {
            if (heads.get(j) == verb) {
                String relation = relations.get(j);
                if (relation.equals("obl:agent") || relation.equals("mark")) {
                    return;
                }
                if (j < verb && relation.startsWith("nsubj")) {
                    subject = j;
                }
            }
        }
        if (subject >= 0) {
            relations.set(subject, "nsubj");
            tags.set(verb, "VERB|VBD");
        }
    }

    /** Whether a participle describes the noun or what stands in apposition to it. */
    private boolean describes(int participle, int noun) {
        int described = heads.get(participle);
        if (described >= 0 && upos(described).equals("PUNCT")) {
            return true;
        }
        if (!relations.get(participle).equals("acl")) {
            return false;
        }
        return described == noun
                || described >= 0
                        && heads.get(described) == noun
                        && APART.contains(relations.get(described))
                        && followsComma(participle);
    }

    /**
     * Whether a participle has what only a finite verb has, or stands after a comma as one does.
     */
    private boolean isFiniteLike(int verb) {
        String form = forms.get(verb).toLowerCase(Locale.ROOT);
        if (!xpos(verb).equals("VBN") && !xpos(verb).equals("VBD")) {
            return false;
        }
        boolean finite = WITHOUT_OBJECT.contains(form) || followsComma(verb);
        for (int j = 0; j < forms.size(); j++) {
            if (heads.get(j) == verb) {
                String relation = relations.get(j);
                if (relation.equals("obl:agent") || relation.startsWith("aux")) {
                    return false;
                }
                boolean own = relation.equals("obj") && !GIVING.contains(form);
                finite |= j > verb && (own || relation.equals("ccomp"));
            }
        }
        return finite;
    }

    /** A past tense after a comma without "and": no conjunct of what stands in a clause before. */
    private boolean opensAnew(int verb) {
        if (!relations.get(verb).equals("conj") || !isFinite(verb) || !followsComma(verb)) {
            return false;
        }
        for (int j = 0; j < forms.size(); j++) {
            String relation = relations.get(j);
            if (heads.get(j) == verb && (relation.equals("cc") || relation.startsWith("nsubj"))) {
                return false;
            }
        }
        return true;
    }

    private boolean followsComma(int i) {
        int before = i - 1;
        while (before > 0 && upos(before).equals("ADV")) {
            before--;
        }
        return before > 0 && forms.get(before).equals(",");
    }

    private boolean isNominal(int i) {
        return upos(i).equals("NOUN") || upos(i).equals("PROPN");
    }

    /** ", a minister told Reuters." tells who says all that stands before it. */
    private void speakerAtTheEnd(int verb) {
        int speaker = heads.get(verb);
        if (verb != speaker + 1
                || !SAID.contains(forms.get(verb).toLowerCase(Locale.ROOT))
                || !relations.get(speaker).equals("appos")) {
            return;
        }
        int first = speaker;
        while (first > 0 && isBelow(first - 1, speaker)) {
            first--;
        }
        int top = heads.indexOf(-1);
        boolean apart =
                relations.get(first).equals("punct")
                        || first > 0 && upos(first - 1).equals("PUNCT");
        if (!apart || top < 0 || top > first) {
            return;
        }
        heads.set(verb, top);
        relations.set(verb, "parataxis");
        heads.set(speaker, verb);
        relations.set(speaker, "nsubj");
        tags.set(verb, "VERB|VBD");
        for (int i = verb + 1; i < forms.size(); i++) {
            if (heads.get(i) == speaker) {
                heads.set(i, verb);
            }
        }
    }

    /** "He is gone, a guard told Reuters": whom somebody tells is not what he tells. */
    private void hearer(int i) {
        int verb = heads.get(i);
        boolean aside = verb >= 0 && relations.get(verb).equals("parataxis");
        if (aside && forms.get(verb).toLowerCase(Locale.ROOT).equals("told")) {
            relations.set(i, "iobj");
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

    /** "It closed this month and has asked for help": the month belongs to what closed. */
    private void timeBeforeAnd(int i) {
        int verb = heads.get(i);
        if (!SPANS.contains(forms.get(i).toLowerCase(Locale.ROOT))
                || !relations.get(verb).equals("conj")) {
            return;
        }
        for (int j = i + 1; j < verb; j++) {
            if (heads.get(j) == verb && relations.get(j).equals("cc")) {
                heads.set(i, heads.get(verb));
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
            if (isNominal(j) && heads.get(j) == verb) {
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
