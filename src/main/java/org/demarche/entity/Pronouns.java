package org.demarche.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Finds whom a pronoun means: "he", "its", "who", "themselves". It goes back from the pronoun,
 * prefers subjects and what is near, and asks number, gender and kind to agree; "it" that only
 * fills a place ("it is clear that") means nobody.
 */
final class Pronouns {
    private static final int FAR = 4;

    private static final Map<String, String> GENDER =
            Map.of(
                    "he", "m", "him", "m", "his", "m", "himself", "m", "she", "f", "her", "f",
                    "hers", "f", "herself", "f");

    private static final Set<String> IT = Set.of("it", "its", "itself");

    /** What ships, bombs and storms do; a body does it to something: "it weighs sanctions". */
    private static final Set<String> OF_THINGS =
            Set.of(
                    "land",
                    "explode",
                    "sink",
                    "crash",
                    "capsize",
                    "detonate",
                    "dock",
                    "collapse",
                    "erupt",
                    "derail",
                    "overturn",
                    "sail",
                    "weigh",
                    "orbit",
                    "burn",
                    "fly");

    /** What a body can be said to be. */
    private static final Set<String> BODY_NOUNS =
            Set.of(
                    "country",
                    "nation",
                    "state",
                    "republic",
                    "democracy",
                    "victim",
                    "signatory",
                    "target",
                    "threat",
                    "leader",
                    "source",
                    "sponsor",
                    "supporter",
                    "candidate",
                    "superpower",
                    "exporter",
                    "producer",
                    "importer",
                    "supplier",
                    "friend",
                    "ally",
                    "member",
                    "partner",
                    "party",
                    "power",
                    "neighbor",
                    "neighbour",
                    "enemy",
                    "group",
                    "organization",
                    "organisation",
                    "company",
                    "movement",
                    "force",
                    "alliance",
                    "player",
                    "home",
                    "haven",
                    "model",
                    "colony",
                    "host",
                    "maker",
                    "agency",
                    "body",
                    "court",
                    "government");

    private static final Set<String> TIMES =
            Set.of("time", "day", "night", "week", "month", "year");

    private static final Set<String> OF_WEATHER = Set.of("rain", "snow", "hail", "take");

    private static final Set<String> SEEMING = Set.of("seem", "appear", "happen", "turn", "emerge");

    private static final Set<String> FINDING =
            Set.of("make", "find", "consider", "deem", "think", "believe", "keep");

    private static final Set<String> BELIEVING =
            Set.of(
                    "believe",
                    "expect",
                    "think",
                    "say",
                    "report",
                    "hope",
                    "fear",
                    "understand",
                    "know",
                    "estimate",
                    "suggest",
                    "agree",
                    "decide",
                    "reveal",
                    "announce");

    private static final Set<String> THEY = Set.of("they", "them", "their", "theirs", "themselves");

    private static final Set<String> WHO = Set.of("who", "whom", "whose", "which", "that");

    private static final Set<String> SPEAKER =
            Set.of("i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves");

    private final Discourse discourse;

    private final DefinitePhrases definites;

    private final Speakers speakers;

    Pronouns(Discourse discourse, DefinitePhrases definites, Speakers speakers) {
        this.discourse = discourse;
        this.definites = definites;
        this.speakers = speakers;
    }

    /** Gives the pronoun the actors of whom it means; none where it means nobody. */
    void resolve(Draft draft) {
        Token token = draft.headToken();
        String form = token.form().toLowerCase(Locale.ROOT);
        Optional<Token> shared =
                IT.contains(form) || THEY.contains(form) ? sharedObject(draft) : Optional.empty();
        if (shared.isPresent()) {
            discourse
                    .at(draft.sentence.index(), shared.get().index())
                    .filter(d -> !d.actors.isEmpty())
                    .ifPresent(d -> draft.refersTo(d, "object of both verbs, as"));
        } else if (WHO.contains(form)) {
            relative(draft);
        } else if (form.endsWith("self") && reflexive(draft)) {
            draft.gender = Optional.ofNullable(GENDER.get(form)).or(() -> draft.gender);
        } else if (GENDER.containsKey(form)) {
            String gender = GENDER.get(form);
            link(
                    draft,
                    d ->
                            d.isPerson()
                                    && !d.contradicts(gender)
                                    && !discourse.isOfOtherSex(d, gender)
                                    && !isModifier(d),
                    FAR,
                    gender.equals("m") ? "a man or of unknown sex" : "a woman or of unknown sex");
            if (!draft.actors.isEmpty()) {
                draft.gender = Optional.of(gender);
            }
        } else if (IT.contains(form) && !isPleonastic(draft) && !isThing(draft)) {
            link(
                    draft,
                    d -> isOneBody(d) && isProminent(draft, d) && !isOfThing(draft, d),
                    2,
                    "a body");
        } else if (THEY.contains(form)) {
            they(draft);
        } else if (form.equals("both")) {
            definites.company(draft, 2);
        } else if (SPEAKER.contains(form)) {
            speakers.speaker(draft);
        }
    }

    /**
     * The object that a verb before shares: the mission in "breached the mission and damaged it".
     */
    private static Optional<Token> sharedObject(Draft draft) {
        Token pronoun = draft.headToken();
        if (!pronoun.is("obj")) {
            return Optional.empty();
        }
        Token verb = draft.sentence.token(pronoun.head());
        if (!verb.is("conj")) {
            return Optional.empty();
        }
        boolean plural = THEY.contains(pronoun.form().toLowerCase(Locale.ROOT));
        return draft.sentence.children(draft.sentence.token(verb.head())).stream()
                .filter(c -> c.is("obj") && c.index() < verb.index())
                .filter(c -> c.upos().equals("NOUN") || c.upos().equals("PROPN"))
                .filter(c -> plural == c.xpos().endsWith("S"))
                .findFirst();
    }

    /** "himself" in "who appointed himself": the subject of its own clause, if it is known. */
    private boolean reflexive(Draft draft) {
        Token at = draft.headToken();
        for (int i = draft.sentence.tokens().size(); i > 0 && !at.isRoot(); i--) {
            at = draft.sentence.token(at.head());
            Optional<Draft> subject =
                    Syntax.subject(draft.sentence, at)
                            .flatMap(s -> discourse.at(draft.sentence.index(), s.index()))
                            .filter(s -> s.head < draft.head && !s.actors.isEmpty());
            if (subject.isPresent()) {
                draft.refersTo(subject.get(), "refers to the subject");
                return true;
            }
        }
        return false;
    }

    /** The "student" of "student protesters" is nobody of whom one speaks on. */
    private static boolean isModifier(Draft draft) {
        return draft.form == Draft.Form.ROLE && draft.headToken().is("compound");
    }

    /**
     * Whether "it" is the ship in "the ship sank after it hit a mine", the missile in "Fired at
     * noon, it landed in a field", the attack in "it was an isolated event": no body that acts.
     */
    private boolean isThing(Draft draft) {
        Token token = draft.headToken();
        if (token.is("nmod")) {
            return isOfSubject(draft);
        }
        if (!token.is("nsubj")) {
            return false;
        }
        Token verb = draft.sentence.token(token.head());
        boolean acts = draft.sentence.children(verb).stream().anyMatch(c -> c.is("obj"));
        if (OF_THINGS.contains(verb.lemma()) && !acts) {
            return true;
        }
        boolean copula = draft.sentence.children(verb).stream().anyMatch(c -> c.is("cop"));
        if (copula && verb.upos().equals("NOUN") && !BODY_NOUNS.contains(verb.lemma())) {
            return true;
        }
        return thingBefore(draft, verb).isPresent();
    }

    /** "its" in "the offensive is in its third day": the offensive's. */
    private boolean isOfSubject(Draft draft) {
        Sentence sentence = draft.sentence;
        Token owned = sentence.token(draft.headToken().head());
        boolean predicate = sentence.children(owned).stream().anyMatch(c -> c.is("cop"));
        Token clause =
                predicate ? owned : sentence.token(owned.isRoot() ? owned.index() : owned.head());
        return (predicate || owned.is("obl"))
                && Syntax.subject(sentence, clause).filter(s -> isThing(draft, s)).isPresent();
    }

    /** A noun in the singular before the pronoun that names no actor. */
    private boolean isThing(Draft draft, Token noun) {
        return noun.index() < draft.head
                && noun.upos().equals("NOUN")
                && noun.xpos().equals("NN")
                && discourse.at(draft.sentence.index(), noun.index()).isEmpty();
    }

    /** "AU" in "stole an AU vehicle, using it to flee": one speaks on of the vehicle. */
    private boolean isOfThing(Draft pronoun, Draft owner) {
        Token head = owner.headToken();
        return !pronoun.headToken().is("nmod")
                && owner.sentence.index() == pronoun.sentence.index()
                && head.is("compound")
                && isThing(pronoun, owner.sentence.token(head.head()));
    }

    /** The subject of the clause beside the pronoun's, where it is a noun that names no actor. */
    private Optional<Token> thingBefore(Draft draft, Token verb) {
        if (!verb.is("advcl", "conj") || verb.isRoot()) {
            return Optional.empty();
        }
        return Syntax.subject(draft.sentence, draft.sentence.token(verb.head()))
                .filter(s -> isThing(draft, s));
    }

    /** The noun that a relative clause hangs on. */
    private void relative(Draft draft) {
        Sentence sentence = draft.sentence;
        Token at = draft.headToken();
        for (int i = sentence.tokens().size(); i > 0 && !at.isRoot(); i--) {
            if (at.is("acl")) {
                int antecedent = at.head();
                for (Draft each : discourse.before(draft)) {
                    boolean same =
                            each.sentence.index() == sentence.index() && each.head == antecedent;
                    if (same && !each.actors.isEmpty()) {
                        draft.refersTo(personOf(draft, each), "relative pronoun of");
                        return;
                    }
                }
                return;
            }
            at = sentence.token(at.head());
        }
    }

    /** The member for "who" in "a member of the parliament who": a body is not "who". */
    private Draft personOf(Draft who, Draft antecedent) {
        Token head = antecedent.headToken();
        boolean body =
                antecedent.actors.stream()
                        .noneMatch(a -> a.className().matches("Person|Group|ArmedGroup"));
        return body && !antecedent.isPlural() && isWho(who) && head.is("nmod")
                ? discourse
                        .at(antecedent.sentence.index(), head.head())
                        .filter(
                                d ->
                                        d.role.map(r -> r.role().kind() != Role.Kind.BODY)
                                                .orElse(false))
                        .filter(d -> !d.actors.isEmpty())
                        .orElse(antecedent)
                : antecedent;
    }

    private static boolean isWho(Draft pronoun) {
        return pronoun.headToken().form().toLowerCase(Locale.ROOT).matches("who|whom");
    }

    private static boolean isOneBody(Draft draft) {
        if (draft.actors.size() != 1 || draft.isPlural() || isAdjective(draft)) {
            return false;
        }
        return switch (draft.actors.get(0).className()) {
            case "Person", "Group" -> false;
            default -> true;
        };
    }

    /** In the same sentence anything but a place, in one before only a subject. */
    private static boolean isProminent(Draft pronoun, Draft antecedent) {
        boolean same = pronoun.sentence.index() == antecedent.sentence.index();
        return same ? !isPlacePhrase(antecedent) : Syntax.isSubject(antecedent.headToken());
    }

    private static boolean isAdjective(Draft draft) {
        return draft.form == Draft.Form.KNOWN
                && draft.sense.map(Sense::isDemonym).orElse(false)
                && draft.headToken().is("amod", "compound", "nmod:desc");
    }

    /** "it" of "it is clear that", "made it harder to", "it was believed that" means nothing. */
    private static boolean isPleonastic(Draft draft) {
        Token token = draft.headToken();
        if (token.is("expl") || isEmptyObject(draft)) {
            return true;
        }
        if (!token.is("nsubj") || !draft.sentence.token(draft.from).lemma().equals("it")) {
            return false;
        }
        Token predicate = draft.sentence.token(token.head());
        List<Token> below = draft.sentence.children(predicate);
        boolean clause = below.stream().anyMatch(c -> c.is("csubj", "ccomp", "xcomp", "advcl"));
        boolean copula = below.stream().anyMatch(c -> c.is("cop"));
        boolean passive = below.stream().anyMatch(c -> c.relation().equals("aux:pass"));
        return switch (predicate.upos()) {
            case "ADJ" -> clause;
            case "NOUN" ->
                    copula
                            && (below.stream().anyMatch(c -> c.is("csubj", "ccomp"))
                                    || TIMES.contains(predicate.lemma()));
            case "VERB" ->
                    OF_WEATHER.contains(predicate.lemma())
                            || clause && SEEMING.contains(predicate.lemma())
                            || clause && passive && BELIEVING.contains(predicate.lemma());
            default -> false;
        };
    }

    /** "it" in "made it more difficult to" and "find it hard to". */
    private static boolean isEmptyObject(Draft draft) {
        List<Token> tokens = draft.sentence.tokens();
        int at = draft.head;
        if (at == 0 || !FINDING.contains(tokens.get(at - 1).lemma())) {
            return false;
        }
        int next = at + 1;
        boolean quality = false;
        while (next < tokens.size() && tokens.get(next).upos().matches("ADJ|ADV|DET|NOUN")) {
            quality |= tokens.get(next).upos().matches("ADJ|NOUN");
            next++;
        }
        return quality && next < tokens.size() && tokens.get(next).form().matches("to|that|for");
    }

    private void they(Draft draft) {
        for (Draft each : discourse.before(draft)) {
            int distance = draft.sentence.index() - each.sentence.index();
            if (distance > 2) {
                break;
            }
            if (isGroup(each) && !draft.isArgumentBeside(each)) {
                boolean object = draft.headToken().is("obj", "iobj") && distance == 0;
                boolean subject = Syntax.isSubject(each.headToken());
                Draft better = subject || object ? each : subjectIn(each, draft).orElse(each);
                List<Draft> pair = coordinated(better);
                draft.refersTo(
                        better,
                        "refers back to",
                        pair.size() > 1 ? "and what is joined to it" : "several");
                draft.actors = pair.stream().flatMap(d -> d.actors.stream()).distinct().toList();
                return;
            }
        }
    }

    /** A group that is subject in the same sentence as the nearest group. */
    private Optional<Draft> subjectIn(Draft nearest, Draft draft) {
        return discourse.before(draft).stream()
                .filter(d -> d.sentence.index() == nearest.sentence.index())
                .filter(d -> isGroup(d) && Syntax.isSubject(d.headToken()))
                .findFirst();
    }

    private boolean isGroup(Draft draft) {
        if (draft.actors.isEmpty() || isAdjective(draft) || draft.form == Draft.Form.PRONOUN) {
            return false;
        }
        String className = draft.actors.get(0).className();
        return draft.isPlural()
                || className.equals("Group")
                || className.equals("ArmedGroup")
                || coordinated(draft).size() > 1
                || draft.role.map(r -> r.role().sector().equals(Optional.of("COP"))).orElse(false);
    }

    /** The names joined to this one by "and", this one first. */
    private List<Draft> coordinated(Draft draft) {
        List<Draft> joined = new ArrayList<>(List.of(draft));
        for (Token child : draft.sentence.children(draft.headToken())) {
            if (child.is("conj")) {
                discourse
                        .at(draft.sentence.index(), child.index())
                        .filter(d -> !d.actors.isEmpty())
                        .ifPresent(joined::add);
            }
        }
        return joined;
    }

    /**
     * Links the pronoun to whoever agrees and stands out most.
     *
     * @param kind what is looked for, for the reader: "a body"
     */
    private void link(Draft draft, Predicate<Draft> agrees, int sentencesBack, String kind) {
        Optional<Draft> ahead = subjectAhead(draft).filter(agrees);
        if (ahead.isPresent()) {
            draft.refersTo(ahead.get(), "refers ahead to", "the subject, " + kind);
            return;
        }
        Optional<Draft> best = Optional.empty();
        double bestScore = 0;
        Optional<Integer> ownSubject = subjectOfClause(draft).map(Token::index);
        for (Draft each : discourse.before(draft)) {
            int distance = draft.sentence.index() - each.sentence.index();
            if (distance > sentencesBack) {
                break;
            }
            if (!agrees.test(each) || draft.isArgumentBeside(each)) {
                continue;
            }
            double score = 10 - 2.5 * distance;
            score += Syntax.isSubject(each.headToken()) ? 3 : 0;
            score += each.headToken().isRoot() ? 1 : 0;
            score += isMainSubject(each) ? 1 : 0;
            score -= each.headToken().is("nmod", "compound") ? 2 : 0;
            score -= each.place.isPresent() && isPlacePhrase(each) ? 4 : 0;
            score += sameQuotation(draft, each) ? 0.5 : 0;
            score += ownSubject.equals(Optional.of(each.head)) && distance == 0 ? 4 : 0;
            score += isOwnSubject(draft, each) ? 1.5 : 0;
            score += distance == 0 ? each.head / 1000.0 : 0;
            if (best.isEmpty() || score > bestScore) {
                best = Optional.of(each);
                bestScore = score;
            }
        }
        if (best.isPresent()) {
            String as = Syntax.isSubject(best.get().headToken()) ? "the subject, " : "";
            draft.refersTo(best.get(), "refers back to", as + kind);
            String form = draft.headToken().form().toLowerCase(Locale.ROOT);
            if (GENDER.containsKey(form)) {
                discourse.called(best.get(), GENDER.get(form));
            }
        }
    }

    /** Foreman for "he" in "If he is found guilty, Foreman will stay in prison". */
    private Optional<Draft> subjectAhead(Draft draft) {
        Token token = draft.headToken();
        Sentence sentence = draft.sentence;
        if (!token.is("nsubj") || !sentence.token(token.head()).is("advcl")) {
            return Optional.empty();
        }
        Token verb = sentence.token(sentence.token(token.head()).head());
        return verb.index() < token.index()
                ? Optional.empty()
                : Syntax.subject(sentence, verb)
                        .filter(s -> s.index() > token.index())
                        .flatMap(s -> discourse.at(sentence.index(), s.index()))
                        .filter(d -> d.form != Draft.Form.PRONOUN && !d.actors.isEmpty());
    }

    /** Maduro for "his" in "Bolton said Maduro bought his ticket". */
    private static boolean isOwnSubject(Draft draft, Draft subject) {
        Token token = draft.headToken();
        if (!token.is("nmod")
                || !GENDER.containsKey(token.form().toLowerCase(Locale.ROOT))
                || draft.sentence.index() != subject.sentence.index()) {
            return false;
        }
        Token clause = Syntax.clause(draft.sentence, token);
        return Syntax.subject(draft.sentence, clause)
                .map(s -> s.index() == subject.head)
                .orElse(false);
    }

    /**
     * Who does what the pronoun's own clause says, where the clause leaves it out: Peru for "its"
     * in "help Peru pay its debts" and in "keep Peru from selling its gold".
     */
    private static Optional<Token> subjectOfClause(Draft draft) {
        Sentence sentence = draft.sentence;
        Token at = draft.headToken();
        for (int i = sentence.tokens().size(); i > 0 && !at.isRoot(); i--) {
            at = sentence.token(at.head());
            if (!at.upos().equals("VERB")) {
                continue;
            }
            boolean open = at.is("xcomp") || at.is("advcl") && isMarkedFrom(sentence, at);
            return open && !at.isRoot() && Syntax.subject(sentence, at).isEmpty()
                    ? object(sentence, sentence.token(at.head()), at)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** "from" in "keep Peru from selling its gold"; "of violating its border" is of others too. */
    private static boolean isMarkedFrom(Sentence sentence, Token clause) {
        return sentence.children(clause).stream()
                .anyMatch(c -> c.is("mark") && c.lemma().equals("from"));
    }

    private static Optional<Token> object(Sentence sentence, Token verb, Token before) {
        return sentence.children(verb).stream()
                .filter(c -> c.is("obj", "iobj") && c.index() < before.index())
                .findFirst();
    }

    private static boolean isMainSubject(Draft draft) {
        Token head = draft.headToken();
        return Syntax.isSubject(head) && draft.sentence.token(head.head()).isRoot();
    }

    private static boolean isPlacePhrase(Draft draft) {
        return Syntax.isPlacePhrase(draft.sentence, draft.headToken());
    }

    private static boolean sameQuotation(Draft one, Draft two) {
        return Syntax.isQuoted(one.sentence, one.headToken())
                == Syntax.isQuoted(two.sentence, two.headToken());
    }
}
