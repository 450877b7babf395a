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
 * Finds whom a pronoun or a definite phrase means: "he", "its", "who", "the ministry", "the Iraqi
 * leader", "the two countries". It goes back from the mention, prefers subjects and what is near,
 * and asks number, gender and kind to agree; "we" in a quotation is who speaks.
 */
final class Coreference {
    private static final int FAR = 4;
    private static final Map<String, String> GENDER =
            Map.of(
                    "he", "m", "him", "m", "his", "m", "himself", "m", "she", "f", "her", "f",
                    "hers", "f", "herself", "f");
    private static final Set<String> IT = Set.of("it", "its", "itself");
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
    private static final Set<String> ARRIVING =
            Set.of("visit", "tour", "enter", "invade", "attack", "bomb", "occupy", "strike");
    private static final Set<String> THEY = Set.of("they", "them", "their", "theirs", "themselves");
    private static final Set<String> WHO = Set.of("who", "whom", "whose", "which", "that");
    private static final Set<String> SPEAKER =
            Set.of("i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves");
    private static final Set<String> GENERIC_BODIES =
            Set.of(
                    "group",
                    "organization",
                    "organisation",
                    "movement",
                    "agency",
                    "alliance",
                    "bloc",
                    "body",
                    "party",
                    "company",
                    "firm",
                    "association",
                    "network",
                    "coalition",
                    "union",
                    "commission",
                    "committee",
                    "council",
                    "newspaper",
                    "faction",
                    "militia",
                    "world body",
                    "watchdog");
    private static final Set<String> GENERIC_PERSONS =
            Set.of(
                    "leader",
                    "official",
                    "man",
                    "woman",
                    "diplomat",
                    "politician",
                    "statesman",
                    "lawmaker",
                    "cleric",
                    "suspect",
                    "spokesman",
                    "spokeswoman",
                    "spokesperson",
                    "minister",
                    "president",
                    "envoy",
                    "ambassador",
                    "premier",
                    "commander",
                    "general",
                    "chief",
                    "secretary",
                    "journalist",
                    "activist",
                    "candidate");
    private static final Set<String> BODIES =
            Set.of(
                    "Organization",
                    "InternationalOrganization",
                    "ArmedGroup",
                    "PoliticalParty",
                    "Company",
                    "NonGovernmentalOrganization",
                    "NewsOutlet");
    private static final Map<String, Integer> NUMBERS =
            Map.of("two", 2, "both", 2, "three", 3, "four", 4);

    /** Sectors whose unnamed bodies are of the country of the story. */
    private static final Set<String> AT_HOME =
            Set.of("PTY", "OPP", "CRM", "REB", "UAF", "LAB", "AGR", "LEG", "GOV");

    private static final Set<String> EACH = Set.of("each", "either", "neither");
    private static final Set<String> PAIR_NOUNS =
            Set.of(
                    "side",
                    "leader",
                    "president",
                    "minister",
                    "foreign minister",
                    "government",
                    "prime minister",
                    "party",
                    "neighbor",
                    "rival",
                    "official",
                    "delegation",
                    "ally",
                    "partner",
                    "enemy",
                    "state",
                    "power",
                    "capital",
                    "military",
                    "army",
                    "nation",
                    "republic",
                    "country",
                    "neighbour");

    /** Persons that the article's country does not explain: they may be of any. */
    private static final Set<String> OF_NO_COUNTRY =
            Set.of(
                    "analyst",
                    "expert",
                    "observer",
                    "people",
                    "person",
                    "man",
                    "woman",
                    "child",
                    "group",
                    "public",
                    "world leader",
                    "world power",
                    "western power",
                    "ally",
                    "power",
                    "partner",
                    "enemy",
                    "rival",
                    "media",
                    "website",
                    "news agency",
                    "international community",
                    "major power",
                    "foe",
                    "adversary",
                    "journalist",
                    "reporter",
                    "correspondent",
                    "donor",
                    "world body",
                    "superpower",
                    "member",
                    "side",
                    "counterpart",
                    "tourist",
                    "foreigner",
                    "westerner",
                    "office",
                    "team",
                    "diplomat",
                    "coalition forces",
                    "coalition troops",
                    "critic",
                    "scientist",
                    "researcher",
                    "economist",
                    "trader",
                    "investor",
                    "men and women");

    private final Gazetteer gazetteer;
    private final Discourse discourse;

    Coreference(Gazetteer gazetteer, Discourse discourse) {
        this.gazetteer = gazetteer;
        this.discourse = discourse;
    }

    // ---- pronouns

    void pronoun(Draft draft) {
        Token token = draft.headToken();
        String form = token.form().toLowerCase(Locale.ROOT);
        if (WHO.contains(form)) {
            relative(draft);
        } else if (form.endsWith("self") && reflexive(draft)) {
            draft.gender = Optional.ofNullable(GENDER.get(form)).or(() -> draft.gender);
        } else if (GENDER.containsKey(form)) {
            String gender = GENDER.get(form);
            link(draft, d -> d.isPerson() && !contradicts(d, gender), FAR);
            if (!draft.actors.isEmpty()) {
                draft.gender = Optional.of(gender);
            }
        } else if (IT.contains(form) && !isPleonastic(draft)) {
            link(draft, d -> isOneBody(d) && isProminent(draft, d), 2);
        } else if (THEY.contains(form)) {
            they(draft);
        } else if (form.equals("both")) {
            company(draft, 2);
        } else if (SPEAKER.contains(form)) {
            speaker(draft);
        }
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
                take(draft, subject.get(), "refers to the subject");
                return true;
            }
        }
        return false;
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
                        take(draft, each, "relative pronoun of");
                        return;
                    }
                }
                return;
            }
            at = sentence.token(at.head());
        }
    }

    private static boolean contradicts(Draft draft, String gender) {
        return draft.gender.isPresent() && !draft.gender.get().equals(gender);
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
            if (isGroup(each) && !sameClauseArgument(draft, each)) {
                boolean subject = Syntax.isSubject(each.headToken());
                Draft better = subject ? each : subjectIn(each, draft).orElse(each);
                List<Draft> pair = coordinated(better);
                draft.actors = pair.stream().flatMap(d -> d.actors.stream()).distinct().toList();
                draft.explain("refers back to '" + words(better) + "'");
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

    private static boolean sameClauseArgument(Draft draft, Draft other) {
        Token one = draft.headToken();
        Token two = other.headToken();
        return draft.sentence.index() == other.sentence.index()
                && one.head() == two.head()
                && one.is("obj", "iobj", "obl")
                && two.is("nsubj");
    }

    private void link(Draft draft, Predicate<Draft> agrees, int sentencesBack) {
        Optional<Draft> best = Optional.empty();
        double bestScore = 0;
        for (Draft each : discourse.before(draft)) {
            int distance = draft.sentence.index() - each.sentence.index();
            if (distance > sentencesBack) {
                break;
            }
            if (!agrees.test(each) || sameClauseArgument(draft, each)) {
                continue;
            }
            double score = 10 - 2.5 * distance;
            score += Syntax.isSubject(each.headToken()) ? 3 : 0;
            score += each.headToken().isRoot() ? 1 : 0;
            score += isMainSubject(each) ? 1 : 0;
            score -= each.headToken().is("nmod", "compound") ? 2 : 0;
            score -= each.place.isPresent() && isPlacePhrase(each) ? 4 : 0;
            score += sameQuotation(draft, each) ? 0.5 : 0;
            score += distance == 0 ? each.head / 1000.0 : 0;
            if (best.isEmpty() || score > bestScore) {
                best = Optional.of(each);
                bestScore = score;
            }
        }
        best.ifPresent(b -> take(draft, b, "refers back to"));
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

    private static void take(Draft draft, Draft antecedent, String how) {
        draft.actors = antecedent.actors;
        if (antecedent.gender.isPresent() && draft.gender.isEmpty()) {
            draft.gender = antecedent.gender;
        }
        draft.explain(how + " '" + words(antecedent) + "'");
    }

    static String words(Draft draft) {
        StringBuilder words = new StringBuilder();
        for (int i = draft.from; i < draft.to; i++) {
            Token token = draft.sentence.token(i);
            boolean space =
                    i > draft.from
                            && draft.sentence.token(i - 1).span().end() < token.span().start();
            words.append(space ? " " : "").append(token.form());
        }
        return words.toString();
    }

    // ---- who speaks

    private void speaker(Draft draft) {
        if (!Syntax.isQuoted(draft.sentence, draft.headToken())) {
            return;
        }
        Optional<Draft> speaker = speakerOf(draft);
        speaker.ifPresent(s -> take(draft, s, "spoken by"));
    }

    /** The subject of the verb of speech around the phrase, or of the last one before it. */
    private Optional<Draft> speakerOf(Draft draft) {
        Sentence sentence = draft.sentence;
        for (Token token : sentence.tokens()) {
            if (Syntax.isSubject(token)
                    && Syntax.isSpeech(sentence.token(token.head()))
                    && !Syntax.isQuoted(sentence, token)) {
                Optional<Draft> subject =
                        discourse
                                .at(sentence.index(), token.index())
                                .filter(d -> d != draft && speaksForItself(d));
                if (subject.isPresent()) {
                    return subject;
                }
            }
        }
        for (Draft each : discourse.before(draft)) {
            Token head = each.headToken();
            if (each.sentence.index() < sentence.index()
                    && Syntax.isSubject(head)
                    && Syntax.isSpeech(each.sentence.token(head.head()))
                    && speaksForItself(each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** A news agency passes on what others say. */
    private static boolean speaksForItself(Draft draft) {
        return !draft.actors.isEmpty() && !draft.actors.get(0).className().equals("NewsOutlet");
    }

    /** "the statement added": who made it. */
    void utterance(Draft draft) {
        if (!draft.owners.isEmpty() && !draft.owners.get(0).actors.isEmpty()) {
            take(draft, draft.owners.get(0), "statement of");
            return;
        }
        if (draft.headToken().is("nsubj")) {
            speakerOf(draft).ifPresent(s -> take(draft, s, "statement of"));
        }
    }

    // ---- definite phrases

    /** "the country", "both nations", "the capital". */
    void country(Draft draft) {
        Optional<Integer> number = number(draft);
        boolean plural = draft.headToken().xpos().equals("NNS");
        if (plural) {
            if (number.isPresent() || isDefinite(draft)) {
                company(draft, number.orElse(2));
            }
            return;
        }
        boolean capital = draft.headToken().lemma().equals("capital");
        Optional<Sense> beside = draft.location.flatMap(l -> l.sense);
        if (capital && beside.isPresent()) {
            draft.place = beside.get().place();
            draft.explain("named beside it");
            return;
        }
        if (!draft.owners.isEmpty()) {
            Optional<Actor> state =
                    draft.owners.get(0).actors.stream()
                            .flatMap(a -> a.state().stream())
                            .findFirst();
            if (capital) {
                state.flatMap(gazetteer::capital).ifPresent(p -> draft.place = Optional.of(p));
                draft.explain("capital of " + state.map(Actor::name).orElse("no state"));
            }
            return;
        }
        if (!isDefinite(draft)) {
            return;
        }
        Optional<Draft> state = nearestState(draft);
        if (state.isPresent()) {
            Actor actor = state.get().actors.get(0).state().orElseThrow();
            if (capital) {
                draft.place = gazetteer.capital(actor);
            } else {
                draft.actors = List.of(actor);
                draft.place = actor.code().flatMap(gazetteer::land);
            }
            draft.explain("of " + actor.name() + ", named last");
        }
    }

    private Optional<Draft> nearestState(Draft draft) {
        List<Draft> before = discourse.before(draft);
        Optional<Draft> byName =
                before.stream()
                        .filter(d -> draft.sentence.index() - d.sentence.index() <= FAR)
                        .filter(d -> !comesFrom(d, draft))
                        .filter(d -> d.actors.size() == 1 && d.actors.get(0).isState())
                        .findFirst();
        return byName.or(
                () ->
                        before.stream()
                                .filter(d -> draft.sentence.index() - d.sentence.index() <= FAR)
                                .filter(d -> d.actors.size() == 1)
                                .filter(d -> d.actors.get(0).state().isPresent())
                                .findFirst());
    }

    /**
     * "U.S." in "a U.S. official visited the country": where one comes from is not where one goes.
     */
    private static boolean comesFrom(Draft state, Draft country) {
        Token one = country.headToken();
        Token two = state.headToken();
        if (state.sentence.index() != country.sentence.index() || one.isRoot() || two.isRoot()) {
            return false;
        }
        Token predicate = country.sentence.token(one.head());
        Token subject = two.is("nsubj") ? two : state.sentence.token(two.head());
        return ARRIVING.contains(predicate.lemma())
                && subject.is("nsubj")
                && subject.head() == predicate.index();
    }

    private Optional<Integer> number(Draft draft) {
        for (int i = draft.from; i < draft.to; i++) {
            Integer number = NUMBERS.get(draft.sentence.token(i).lemma());
            if (number != null) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    static boolean isDefinite(Draft draft) {
        String first = draft.sentence.token(draft.from).lemma();
        return first.equals("the")
                || first.equals("this")
                || first.equals("both")
                || first.equals("that")
                || first.equals("these")
                || sharesArticle(draft)
                || draft.to - draft.from == 1
                        && draft.headToken().is("compound")
                        && GENERIC_BODIES.contains(first);
    }

    /** "prime minister" in "the president and prime minister". */
    private static boolean sharesArticle(Draft draft) {
        Token head = draft.headToken();
        return head.is("conj")
                && draft.role.map(r -> !r.plural()).orElse(false)
                && draft.sentence.children(head).stream().noneMatch(c -> c.is("det", "nmod:poss"))
                && draft.sentence.children(draft.sentence.token(head.head())).stream()
                        .anyMatch(c -> c.is("det") && c.lemma().equals("the"));
    }

    /** "assembly" without an article names no body. */
    static boolean isIndefinite(Draft draft) {
        Token head = draft.headToken();
        boolean named = Character.isUpperCase(head.form().charAt(0));
        return !named
                && draft.owners.isEmpty()
                && draft.sentence.children(head).stream().noneMatch(c -> c.is("det", "nmod:poss"));
    }

    private void company(Draft draft, int number) {
        List<Actor> states =
                discourse.company(draft.sentence.index(), number).stream()
                        .flatMap(c -> gazetteer.actor(c).stream())
                        .toList();
        if (!states.isEmpty()) {
            draft.actors = states;
            draft.explain("the " + number + " states in question");
        }
    }

    /**
     * Links "the ministry", "the group", "the two leaders", "the president" without an owner to
     * whom it was said of before.
     */
    boolean definite(Draft draft) {
        RoleName role = draft.role.orElseThrow();
        Optional<Integer> number = number(draft);
        boolean pair =
                role.plural()
                        && PAIR_NOUNS.contains(role.role().noun())
                        && (number.isPresent() || role.role().noun().equals("side"));
        if (pair) {
            company(draft, number.orElse(2));
            return !draft.actors.isEmpty();
        }
        boolean each = EACH.contains(draft.sentence.token(draft.from).lemma());
        if (each && PAIR_NOUNS.contains(role.role().noun())) {
            company(draft, 2);
            return !draft.actors.isEmpty();
        }
        if (!isDefinite(draft)) {
            return false;
        }
        if (role.plural()) {
            return number.equals(Optional.of(2)) && twoBodies(draft) || sameMany(draft);
        }
        return nearest(draft, d -> fits(role.role(), d));
    }

    /** "The leaders" for "European Union leaders": the same plural noun said before. */
    private boolean sameMany(Draft draft) {
        if (draft.location.isPresent()) {
            return false;
        }
        for (Draft each : discourse.before(draft)) {
            boolean known =
                    each.actors.stream()
                            .allMatch(
                                    a ->
                                            a.state().isPresent()
                                                    || !a.className().matches("Group|Person"));
            if (draft.sentence.index() - each.sentence.index() > 2 * FAR) {
                return false;
            }
            if (each.role.equals(draft.role)
                    && each.form == Draft.Form.ROLE
                    && known
                    && !sameClauseArgument(draft, each)) {
                take(draft, each, "refers back to");
                return true;
            }
        }
        return false;
    }

    /** "the two groups": the two organisations named last. */
    private boolean twoBodies(Draft draft) {
        if (!GENERIC_BODIES.contains(draft.role.orElseThrow().role().headWord())) {
            return false;
        }
        List<Actor> bodies =
                discourse.before(draft).stream()
                        .filter(d -> d.form == Draft.Form.KNOWN || d.form == Draft.Form.UNKNOWN)
                        .filter(d -> d.actors.size() == 1)
                        .map(d -> d.actors.get(0))
                        .filter(a -> BODIES.contains(a.className()))
                        .distinct()
                        .limit(2)
                        .toList();
        if (bodies.size() < 2) {
            return false;
        }
        draft.actors = bodies;
        draft.explain(
                "the two named last, " + bodies.get(1).name() + " and " + bodies.get(0).name());
        return true;
    }

    /** The state of "the rebels" where rebels were spoken of up to four sentences before. */
    Optional<Actor> sameDefiniteBefore(Draft draft) {
        return draft.role.isPresent() && isDefinite(draft)
                ? sameNounBefore(draft)
                : Optional.empty();
    }

    /** The actor of whom the same noun was said before: "protesters" and again "protesters". */
    Optional<Actor> sameNounBefore(Draft draft) {
        for (Draft each : discourse.before(draft)) {
            if (draft.sentence.index() - each.sentence.index() > 2 * FAR) {
                break;
            }
            if (draft.role.isPresent()
                    && each.role.equals(draft.role)
                    && each.form == Draft.Form.ROLE
                    && each.actors.size() == 1
                    && each.actors.get(0).state().isPresent()) {
                return each.actors.get(0).state();
            }
        }
        return Optional.empty();
    }

    /**
     * Links "the Iraqi leader" to the person of Iraq named before, "the Palestinian group" alike.
     */
    boolean definiteOf(Draft draft, Actor owner) {
        RoleName role = draft.role.orElseThrow();
        if (role.plural() || !isDefinite(draft) || role.role().kind() == Role.Kind.GROUP) {
            return false;
        }
        if (role.role().kind() == Role.Kind.BODY) {
            return GENERIC_BODIES.contains(role.role().headWord())
                    && nearest(
                            draft,
                            d ->
                                    fits(role.role(), d)
                                            && BODIES.contains(d.actors.get(0).className())
                                            && d.actors.get(0).state().isPresent()
                                            && d.actors.get(0).state().equals(owner.state()));
        }
        return nearest(
                draft,
                d ->
                        fits(role.role(), d)
                                && d.isPerson()
                                && d.actors.get(0).state().isPresent()
                                && d.actors.get(0).state().equals(owner.state()));
    }

    private boolean nearest(Draft draft, Predicate<Draft> fits) {
        for (Draft each : discourse.before(draft)) {
            int distance = draft.sentence.index() - each.sentence.index();
            if (distance > 2 * FAR) {
                return false;
            }
            boolean person = draft.role.orElseThrow().role().isPerson();
            if (each.actors.size() == 1
                    && !reportsOf(each, draft)
                    && !(person && distance == 0 && sameClauseArgument(draft, each))
                    && fits.test(each)) {
                take(draft, each, "refers back to");
                return true;
            }
        }
        return false;
    }

    /** "Human Rights Watch said the group": an observer speaks of others. */
    private static boolean reportsOf(Draft speaker, Draft draft) {
        Token head = speaker.headToken();
        return speaker.sentence.index() == draft.sentence.index()
                && speaker.actors.get(0).className().equals("NonGovernmentalOrganization")
                && Syntax.isSubject(head)
                && Syntax.isSpeech(speaker.sentence.token(head.head()));
    }

    private static boolean fits(Role role, Draft other) {
        Actor actor = other.actors.get(0);
        String noun = role.noun();
        if (role.isPerson()) {
            return actor.className().equals("Person")
                    && !contradictsRole(role, other)
                    && (sameOffice(noun, actor, other)
                            || (GENERIC_PERSONS.contains(noun)
                                    && isGenericFor(noun, actor, other)));
        }
        if (role.kind() == Role.Kind.BODY) {
            boolean sameNoun =
                    other.role
                            .map(
                                    r ->
                                            r.role().headWord().equals(role.headWord())
                                                    && r.role().noun().endsWith(noun))
                            .orElse(false);
            boolean named =
                    other.form != Draft.Form.ROLE
                            && lastWord(actor.name()).equalsIgnoreCase(role.headWord());
            boolean generic =
                    GENERIC_BODIES.contains(role.headWord())
                            && (noun.equals(role.headWord())
                                    || role.className().equals(actor.className())
                                            && !actor.className().equals("Organization"))
                            && BODIES.contains(actor.className())
                            && other.form != Draft.Form.PRONOUN;
            boolean mission =
                    role.className().equals("DiplomaticMission")
                            && actor.className().equals("DiplomaticMission");
            return sameNoun || named || generic || mission;
        }
        return false;
    }

    private static boolean contradictsRole(Role role, Draft other) {
        return role.gender().isPresent()
                && other.gender.isPresent()
                && !role.gender().equals(other.gender);
    }

    private static boolean sameOffice(String noun, Actor actor, Draft other) {
        boolean office =
                actor.office().map(o -> o.toLowerCase(Locale.ROOT).endsWith(noun)).orElse(false);
        return office || other.role.map(r -> r.role().noun().endsWith(noun)).orElse(false);
    }

    /** A person of the same walk of life: a minister is an official and a leader. */
    private static boolean isGenericFor(String noun, Actor actor, Draft other) {
        if (noun.equals("man") || noun.equals("woman")) {
            return !contradicts(other, noun.equals("man") ? "m" : "f");
        }
        if (noun.equals("diplomat")) {
            return actor.office()
                    .map(o -> o.matches(".*(Foreign|Ambassador|Envoy|Secretary|Representative).*"))
                    .orElse(false);
        }
        return Set.of("leader", "official", "politician", "statesman").contains(noun)
                && actor.sector()
                        .map(s -> Set.of("GOV", "LEG", "OPP", "REB").contains(s))
                        .orElse(false);
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /**
     * Whether the role is one that the article's country explains: police, protesters, officials.
     */
    boolean mayInfer(Draft draft) {
        if (draft.role.isEmpty()) {
            return false;
        }
        Role role = draft.role.get().role();
        if (role.kind() == Role.Kind.BODY && !draft.role.get().plural() && isIndefinite(draft)) {
            return false;
        }
        if (role.noun().equals("government") && draft.role.get().plural()) {
            return false;
        }
        boolean organization =
                role.className().equals("InternationalOrganization")
                        || role.className().equals("Organization")
                                && !role.sector().map(AT_HOME::contains).orElse(false)
                        || role.className().equals("NewsOutlet");
        boolean definiteDiplomats = role.noun().equals("diplomat") && isDefinite(draft);
        return definiteDiplomats || !OF_NO_COUNTRY.contains(role.noun()) && !organization;
    }
}
