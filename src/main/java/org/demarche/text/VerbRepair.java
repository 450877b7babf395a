package org.demarche.text;

import java.util.Set;

/**
 * Mends what a parser makes of verbs: a noun with a participle in the place of a sentence, a past
 * tense as the conjunct of an infinitive, a speaker at the end as an apposition.
 */
final class VerbRepair {
    private static final Set<String> APART = Set.of("appos", "parataxis", "conj");
    private static final Set<String> BEFORE_NAME = Set.of("NOUN", "PROPN", "ADJ");
    private static final Set<String> OPENING = Set.of("parataxis", "acl", "acl:relcl");
    private static final Set<String> FINITE = Set.of("root", "ccomp", "conj", "parataxis");
    private static final Set<String> PUT_IN =
            Set.of("request", "requests", "application", "applications", "bid", "claim", "heels");
    private static final Set<String> BESIDE = Set.of("neighboring", "neighbouring", "warring");
    private static final Set<String> DIRECTIONS = Set.of("back", "home", "away");

    /** Verbs that take a gerund as an object. */
    private static final Set<String> WITH_GERUND =
            Set.of(
                    "consider",
                    "considers",
                    "considered",
                    "considering",
                    "begin",
                    "began",
                    "begun",
                    "start",
                    "started",
                    "stop",
                    "stops",
                    "stopped",
                    "stopping",
                    "resume",
                    "resumed",
                    "continue",
                    "continued",
                    "propose",
                    "proposed",
                    "suggest",
                    "suggested",
                    "discuss",
                    "discussed",
                    "oppose",
                    "opposed",
                    "deny",
                    "denied",
                    "avoid",
                    "avoided",
                    "recommend",
                    "recommended");

    private static final Set<String> CALLED = Set.of("call", "calls", "called", "calling");
    private static final Set<String> INTENDING = Set.of("plan", "hope", "vow", "aim", "pledge");
    private static final Set<String> HANDING =
            Set.of("hand", "hands", "handed", "handing", "turn", "turns", "turned", "turning");
    private static final Set<String> SPANS =
            Set.of("day", "week", "month", "year", "night", "morning", "evening", "afternoon");

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

    private static final Set<String> SAYS =
            Set.of(
                    "say",
                    "says",
                    "saying",
                    "report",
                    "reports",
                    "claim",
                    "claims",
                    "believe",
                    "believes",
                    "think",
                    "thinks",
                    "confirm",
                    "confirms");

    private final DraftTree tree;

    VerbRepair(DraftTree tree) {
        this.tree = tree;
    }

    /**
     * In "told them to leave and denied the charge" the denial stands beside "told": a finite verb
     * is no conjunct of an infinitive, nor a past tense one of a present in a clause below a past.
     */
    void liftFiniteVerb(int i) {
        int head = tree.heads.get(i);
        while (head >= 0 && tree.isVerb(head) && !goesWith(i, head)) {
            head = tree.heads.get(head);
            while (head >= 0 && !tree.isVerb(head)) {
                head = tree.heads.get(head);
            }
        }
        if (head >= 0
                && head < i
                && head != tree.heads.get(i)
                && tree.xpos(head).equals(tree.xpos(i))) {
            tree.heads.set(i, head);
        }
    }

    private boolean goesWith(int verb, int head) {
        if (tree.xpos(verb).equals("VBD")) {
            return tree.xpos(head).equals("VBD") || tree.relations.get(head).equals("root");
        }
        return tree.isFinite(head) || tree.hasAuxiliary(head);
    }

    /**
     * "Tens of thousands of Thais marched through Bangkok.", "Moscow, which denies it, promised to
     * answer.": what was read as a noun with a participle is a sentence with its verb.
     */
    void nounIsNoSentence() {
        int noun = tree.heads.indexOf(-1);
        if (noun < 0 || !tree.isNominal(noun) || !tree.forms.get(tree.size() - 1).equals(".")) {
            return;
        }
        for (int i = 0; i < tree.size(); i++) {
            String relation = tree.relations.get(i);
            if (tree.heads.get(i) == noun
                    && (relation.startsWith("nsubj") || relation.equals("cop"))) {
                return;
            }
        }
        int verb = -1;
        for (int i = noun + 1; i < tree.size() && verb < 0; i++) {
            if (describes(i, noun) && isFiniteLike(i) || opensAnew(i) || followsRelative(i, noun)) {
                verb = i;
            }
        }
        if (verb < 0) {
            return;
        }
        for (int i = verb + 1; i < tree.size(); i++) {
            int head = tree.heads.get(i);
            if (head >= 0 && head < verb && !tree.isBelow(head, verb)) {
                tree.heads.set(i, verb);
            }
        }
        tree.heads.set(verb, -1);
        tree.relations.set(verb, "root");
        tree.heads.set(noun, verb);
        tree.relations.set(noun, "nsubj");
        if (tree.xpos(verb).equals("VBN")) {
            tree.tags.set(verb, "VERB|VBD");
        }
    }

    /**
     * "Police Chief Danuri told reporters.": the title before a subject is no sentence of its own.
     */
    void titleIsNoSentence(int verb) {
        int title = tree.heads.get(verb);
        if (title < 0
                || tree.heads.get(title) >= 0
                || !BEFORE_NAME.contains(tree.upos(title))
                || !tree.isTensed(verb)) {
            return;
        }
        for (int subject = title + 1; subject < verb; subject++) {
            if (tree.heads.get(subject) == verb
                    && tree.relations.get(subject).equals("nsubj")
                    && tree.startOf(subject) == title + 1) {
                for (int i = title + 1; i < tree.size(); i++) {
                    if (tree.heads.get(i) == title) {
                        tree.heads.set(i, verb);
                    }
                }
                tree.heads.set(verb, -1);
                tree.relations.set(verb, "root");
                tree.heads.set(title, subject);
                tree.relations.set(title, tree.upos(title).equals("ADJ") ? "amod" : "compound");
                return;
            }
        }
    }

    /**
     * In a sentence, "A bishop called for a vote." has a past tense: a passive has its auxiliary.
     */
    void participleIsNoVerb() {
        if (!tree.forms.get(tree.size() - 1).equals(".")) {
            return;
        }
        for (int verb = 0; verb < tree.size(); verb++) {
            if (tree.tags.get(verb).equals("VERB|VBN")
                    && FINITE.contains(tree.relations.get(verb))
                    && !tree.hasAuxiliary(verb)) {
                finite(verb);
            }
        }
    }

    private void finite(int verb) {
        int subject = -1;
        for (int j = 0; j < tree.size(); j++) {
            if (tree.heads.get(j) == verb) {
                String relation = tree.relations.get(j);
                if (relation.equals("obl:agent") || relation.equals("mark")) {
                    return;
                }
                if (j < verb && relation.startsWith("nsubj")) {
                    subject = j;
                }
            }
        }
        if (subject >= 0) {
            tree.relations.set(subject, "nsubj");
            tree.tags.set(verb, "VERB|VBD");
        }
    }

    /** Whether a participle describes the noun or what stands in apposition to it. */
    private boolean describes(int participle, int noun) {
        int described = tree.heads.get(participle);
        if (described >= 0 && tree.upos(described).equals("PUNCT")) {
            return true;
        }
        if (!tree.relations.get(participle).equals("acl")) {
            return false;
        }
        return described == noun
                || described >= 0
                        && tree.heads.get(described) == noun
                        && APART.contains(tree.relations.get(described))
                        && tree.followsComma(participle);
    }

    /**
     * "A team that spent a week in Rome met the bishop": a second tense below the relative clause,
     * with nothing that joins it, is the sentence's.
     */
    private boolean followsRelative(int verb, int noun) {
        int relative = tree.heads.get(verb);
        if (relative < 0
                || !tree.isFinite(verb)
                || relative >= verb
                || !tree.relations.get(relative).equals("acl:relcl")
                || tree.heads.get(relative) != noun
                || !tree.relations.get(verb).matches("advcl|parataxis|conj|dep")) {
            return false;
        }
        for (int j = 0; j < verb; j++) {
            if (tree.heads.get(j) == verb && tree.relations.get(j).matches("cc|mark|nsubj.*")) {
                return false;
            }
        }
        return true;
    }

    /** "Chad fired two shells, a guard said.": what is said has a verb that describes no "said". */
    void verbIsNoAdjective(int i) {
        int said = tree.heads.get(i);
        boolean below =
                said > i
                        && tree.isVerb(said)
                        && tree.tags.get(i).matches("VERB.VB[ND]")
                        && (SAID.contains(tree.form(said)) || SAYS.contains(tree.form(said)));
        if (!below) {
            return;
        }
        int subject = -1;
        int object = -1;
        int speaker = -1;
        for (int j = 0; j < said; j++) {
            if (tree.heads.get(j) == said && tree.relations.get(j).startsWith("nsubj")) {
                if (j < i) {
                    subject = j;
                } else if (speaker < 0) {
                    speaker = j;
                } else {
                    object = speaker;
                    speaker = j;
                }
            }
        }
        if (subject < 0 || speaker < 0) {
            return;
        }
        tree.tags.set(i, "VERB|VBD");
        tree.relations.set(i, "ccomp");
        tree.heads.set(subject, i);
        tree.relations.set(subject, "nsubj");
        if (object >= 0) {
            tree.heads.set(object, i);
            tree.relations.set(object, "obj");
        }
    }

    /** "relatives of soldiers killed in Iraq": without a subject it is a participle. */
    void participleAfterNoun(int i) {
        int noun = tree.heads.get(i);
        if (!tree.tags.get(i).equals("VERB|VBD")
                || !tree.relations.get(i).equals("acl")
                || noun != i - 1
                || !tree.relations.get(noun).matches("nmod|obl|obj|conj")
                || WITHOUT_OBJECT.contains(tree.form(i))) {
            return;
        }
        for (int j = 0; j < tree.size(); j++) {
            if (tree.heads.get(j) == i && tree.relations.get(j).matches("nsubj.*|mark|obj|aux.*")) {
                return;
            }
        }
        tree.tags.set(i, "VERB|VBN");
    }

    /** "called on Peru in a letter to free him": what is asked for is not what the letter is. */
    void requestBesideItsForm(int i) {
        int noun = tree.heads.get(i);
        int verb = noun < 0 ? -1 : tree.heads.get(noun);
        if (verb < 0
                || !CALLED.contains(tree.form(verb))
                || !tree.relations.get(noun).equals("obl")) {
            return;
        }
        boolean infinitive = false;
        boolean on = false;
        for (int j = 0; j < i; j++) {
            infinitive |=
                    tree.heads.get(j) == i
                            && tree.relations.get(j).equals("mark")
                            && tree.form(j).equals("to");
            on |= j == verb + 1 && (tree.form(j).equals("on") || tree.form(j).equals("upon"));
        }
        if (infinitive && on) {
            tree.heads.set(i, verb);
            tree.relations.set(i, "advcl");
        }
    }

    /** "said Bangkok and Hanoi plan to meet": with its infinitive and no article it is a verb. */
    void planIsAVerb(int i) {
        if (!INTENDING.contains(tree.form(i))
                || !tree.upos(i).equals("NOUN")
                || !tree.relations.get(i).matches("root|ccomp|conj|parataxis")
                || i == 0
                || i + 1 >= tree.size()
                || !tree.form(i + 1).equals("to")) {
            return;
        }
        int subject = -1;
        int infinitive = -1;
        for (int j = 0; j < tree.size(); j++) {
            if (tree.heads.get(j) != i) {
                continue;
            }
            String relation = tree.relations.get(j);
            if (relation.matches("det|nmod:poss|amod|case|cop")) {
                return;
            }
            if (j < i && relation.equals("compound") && tree.isNominal(j)) {
                subject = j;
            }
            if (j > i && relation.equals("acl")) {
                infinitive = j;
            }
        }
        if (subject < 0 || infinitive < 0) {
            return;
        }
        tree.tags.set(i, "VERB|VBP");
        tree.relations.set(subject, "nsubj");
        tree.relations.set(infinitive, "xcomp");
    }

    /**
     * Whether a participle has what only a finite verb has, or stands after a comma as one does.
     */
    private boolean isFiniteLike(int verb) {
        String form = tree.form(verb);
        if (!tree.xpos(verb).equals("VBN") && !tree.xpos(verb).equals("VBD")) {
            return false;
        }
        boolean finite = WITHOUT_OBJECT.contains(form) || tree.followsComma(verb);
        for (int j = 0; j < tree.size(); j++) {
            if (tree.heads.get(j) == verb) {
                String relation = tree.relations.get(j);
                if (relation.equals("obl:agent") || relation.startsWith("aux")) {
                    return false;
                }
                boolean own = relation.equals("obj") && !tree.isGiving(verb);
                finite |= j > verb && (own || relation.equals("ccomp"));
            }
        }
        return finite;
    }

    /**
     * A finite verb without a subject or "and", read as part of a clause before, in which it cannot
     * stand: "called" in "Teams looking for survivors called off the search.".
     */
    private boolean opensAnew(int verb) {
        String relation = tree.relations.get(verb);
        boolean apart =
                OPENING.contains(relation) || relation.equals("conj") && tree.followsComma(verb);
        if (!apart || !tree.isTensed(verb)) {
            return false;
        }
        for (int j = 0; j < tree.size(); j++) {
            String own = tree.relations.get(j);
            boolean bound =
                    own.equals("cc")
                            || own.equals("mark")
                            || own.startsWith("nsubj")
                            || j < verb && tree.xpos(j).startsWith("W");
            if (tree.heads.get(j) == verb && bound) {
                return false;
            }
        }
        return true;
    }

    /**
     * In "gave the crown back to Madagascar" both "back" and "to Madagascar" tell where it is
     * given.
     */
    void directionOfVerb(int i) {
        int noun = tree.heads.get(i);
        if (!DIRECTIONS.contains(tree.form(i))) {
            return;
        }
        boolean afterObject =
                noun == i - 1 && tree.isNominal(noun) && tree.relations.get(noun).equals("obj");
        int verb = afterObject ? tree.heads.get(noun) : noun;
        if (verb < 0 || verb >= i || !tree.isVerb(verb)) {
            return;
        }
        tree.heads.set(i, verb);
        for (int j = i + 1; j < tree.size(); j++) {
            int head = tree.heads.get(j);
            boolean target =
                    tree.relations.get(j).startsWith("nmod") && afterObject && head == noun;
            if (target || head == i && tree.isNominal(j)) {
                tree.heads.set(j, verb);
                tree.relations.set(j, "obl");
            }
        }
    }

    /**
     * "Officials say bombings in the town killed ten.": a finite verb describes no noun; what is
     * said is a clause, and the noun its subject.
     */
    void clauseAfterSaying(int i) {
        int noun = tree.heads.get(i);
        int verb = noun < 0 ? -1 : tree.heads.get(noun);
        boolean said =
                verb >= 0
                        && tree.isFinite(i)
                        && noun < i
                        && verb < noun
                        && tree.relations.get(noun).equals("obj")
                        && (SAID.contains(tree.form(verb)) || SAYS.contains(tree.form(verb)));
        if (said) {
            tree.heads.set(i, verb);
            tree.relations.set(i, "ccomp");
            tree.heads.set(noun, i);
            tree.relations.set(noun, "nsubj");
        }
    }

    /** "is considering sending troops": what is considered, no circumstance of it. */
    void gerundOfVerb(int i) {
        int verb = tree.heads.get(i);
        if (verb == i - 1 && tree.xpos(i).equals("VBG") && WITH_GERUND.contains(tree.form(verb))) {
            tree.relations.set(i, "xcomp");
        }
    }

    /** "handed over two prisoners": handed over, not more than two. */
    void particleBeforeNumber(int i) {
        if (tree.form(i).equals("over")
                && tree.isVerb(i - 1)
                && !tree.isBelow(i - 1, i)
                && HANDING.contains(tree.form(i - 1))) {
            tree.heads.set(i, i - 1);
            tree.relations.set(i, "compound:prt");
        }
    }

    /**
     * "brushed aside a plea", "put in a request": what follows is the object and no place. "Aside"
     * is always a particle, "in" is one in such phrases.
     */
    void particleBeforeObject(int i) {
        int noun = tree.heads.get(i);
        boolean particle =
                tree.form(i).equals("aside")
                        || tree.form(i).equals("in")
                                && noun > i
                                && PUT_IN.contains(tree.form(noun));
        if (!particle
                || !tree.relations.get(i).equals("case")
                || !tree.isVerb(i - 1)
                || noun < 0
                || tree.heads.get(noun) != i - 1) {
            return;
        }
        tree.heads.set(i, i - 1);
        tree.relations.set(i, "compound:prt");
        tree.relations.set(noun, "obj");
    }

    /** "blamed neighboring Peru": says which Peru, and is nothing that Peru is blamed to do. */
    void describingGerund(int i) {
        int noun = i + 1;
        if (!BESIDE.contains(tree.form(i))
                || noun == tree.size()
                || !tree.isNominal(noun)
                || tree.heads.get(noun) != i) {
            return;
        }
        tree.heads.set(noun, tree.heads.get(i));
        tree.relations.set(noun, tree.isVerb(i - 1) ? "obj" : tree.relations.get(i));
        tree.heads.set(i, noun);
        tree.relations.set(i, "amod");
    }

    /** "met Jordan's visiting king": what stands after an owner is his, the verb says which. */
    void gerundAfterOwner(int mark) {
        int owner = tree.heads.get(mark);
        int gerund = mark + 1;
        if (!tree.form(mark).matches("['’]s?")
                || owner >= mark
                || gerund >= tree.size()
                || !tree.xpos(gerund).equals("VBG")
                || tree.heads.get(gerund) != owner) {
            return;
        }
        int noun = gerund + 1;
        while (noun < tree.size()
                && !(tree.heads.get(noun) == gerund && tree.relations.get(noun).equals("obj"))) {
            noun++;
        }
        if (noun == tree.size()) {
            return;
        }
        int above = tree.heads.get(owner);
        tree.heads.set(noun, above);
        tree.relations.set(noun, tree.relations.get(owner));
        tree.heads.set(owner, noun);
        tree.relations.set(owner, "nmod:poss");
        tree.heads.set(gerund, noun);
        tree.relations.set(gerund, "amod");
        for (int i = noun + 1; i < tree.size(); i++) {
            if (tree.heads.get(i) == gerund || tree.heads.get(i) == owner) {
                tree.heads.set(i, above < 0 ? noun : above);
            }
        }
    }

    /** ", a minister told Reuters." tells who says all that stands before it. */
    void speakerAtTheEnd(int verb) {
        int speaker = tree.heads.get(verb);
        if (verb != speaker + 1
                || !SAID.contains(tree.form(verb))
                || !tree.relations.get(speaker).equals("appos")) {
            return;
        }
        if (!liftSpeaker(speaker, verb)) {
            return;
        }
        tree.tags.set(verb, "VERB|VBD");
        for (int i = verb + 1; i < tree.size(); i++) {
            if (tree.heads.get(i) == speaker) {
                tree.heads.set(i, verb);
            }
        }
    }

    /** ", the news agency TASS reported.": at the end an agency with its name is who says it. */
    void agencyAtTheEnd(int verb) {
        int agency = tree.heads.get(verb);
        if (agency < 0
                || !SAID.contains(tree.form(verb))
                || verb + 2 != tree.size()
                || !tree.upos(verb + 1).equals("PUNCT")) {
            return;
        }
        int name = -1;
        for (int i = agency + 1; i < verb; i++) {
            if (tree.heads.get(i) == verb && tree.relations.get(i).equals("nsubj")) {
                name = i;
            }
        }
        if (name >= 0 && tree.upos(name).equals("PROPN") && liftSpeaker(agency, verb)) {
            tree.heads.set(name, agency);
            tree.relations.set(name, "appos");
        }
    }

    /** Makes a noun behind a mark the subject of its verb beside the sentence; false if neither. */
    private boolean liftSpeaker(int speaker, int verb) {
        int first = tree.startOf(speaker);
        int top = tree.heads.indexOf(-1);
        boolean apart =
                tree.relations.get(first).equals("punct")
                        || first > 0 && tree.upos(first - 1).equals("PUNCT");
        if (!apart || top < 0 || top > first) {
            return false;
        }
        tree.heads.set(verb, top);
        tree.relations.set(verb, "parataxis");
        tree.heads.set(speaker, verb);
        tree.relations.set(speaker, "nsubj");
        return true;
    }

    /** "He is gone, a guard told Reuters": whom somebody tells is not what he tells. */
    void hearer(int i) {
        int verb = tree.heads.get(i);
        boolean aside = verb >= 0 && tree.relations.get(verb).equals("parataxis");
        if (aside && tree.form(verb).equals("told")) {
            tree.relations.set(i, "iobj");
        }
    }

    /** "It closed this month and has asked for help": the month belongs to what closed. */
    void timeBeforeAnd(int i) {
        int verb = tree.heads.get(i);
        if (!SPANS.contains(tree.form(i)) || !tree.relations.get(verb).equals("conj")) {
            return;
        }
        for (int j = i + 1; j < verb; j++) {
            if (tree.heads.get(j) == verb && tree.relations.get(j).equals("cc")) {
                tree.heads.set(i, tree.heads.get(verb));
                tree.relations.set(i, "obl:unmarked");
                return;
            }
        }
    }
}
