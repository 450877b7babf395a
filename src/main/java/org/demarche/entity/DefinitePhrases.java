package org.demarche.entity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.demarche.text.Token;

/**
 * Finds whom a definite phrase without a name means: "the ministry", "the Iraqi leader", "the two
 * countries", "the capital", "the rebels". It goes back to what was said of before and asks noun,
 * office, kind and number to agree.
 */
final class DefinitePhrases {
    private static final int FAR = 4;

    private static final Set<String> ARRIVING =
            Set.of("visit", "tour", "enter", "invade", "attack", "bomb", "occupy", "strike");

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
                    "charity",
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

    /** Other words for an office: "the pontiff" for the pope. */
    private static final Map<String, List<String>> OFFICE_OF =
            Map.of(
                    "pontiff", List.of("pope"),
                    "premier", List.of("prime minister"),
                    "monarch", List.of("king", "queen", "sultan", "emir"),
                    "ruler", List.of("king", "sultan", "emir"),
                    "foreign secretary", List.of("foreign minister"),
                    "defense secretary", List.of("defense minister", "secretary of defense"),
                    "secretary of state", List.of("secretary of state"));

    private static final Map<String, Integer> NUMBERS =
            Map.of("two", 2, "both", 2, "three", 3, "four", 4);

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

    private final Gazetteer gazetteer;

    private final Discourse discourse;

    DefinitePhrases(Gazetteer gazetteer, Discourse discourse) {
        this.gazetteer = gazetteer;
        this.discourse = discourse;
    }

    /** "the country", "both nations", "the capital". */
    void country(Draft draft) {
        Optional<Integer> number = number(draft);
        boolean plural = draft.headToken().xpos().equals("NNS");
        if (plural) {
            boolean those = draft.sentence.token(draft.from).form().equalsIgnoreCase("those");
            if (number.isPresent() || isDefinite(draft) && !those) {
                company(draft, number.orElse(2));
            }
            return;
        }
        boolean capital = draft.headToken().lemma().equals("capital");
        Optional<Sense> beside = draft.location.flatMap(l -> l.sense);
        if (capital && beside.isPresent()) {
            draft.place = beside.get().place();
            draft.explain("the capital named beside it");
            return;
        }
        Optional<Draft> described =
                capital && draft.headToken().is("appos")
                        ? discourse.at(draft.sentence.index(), draft.headToken().head())
                        : Optional.empty();
        if (described.flatMap(d -> d.place).isPresent()) {
            draft.place = described.get().place;
            draft.explain("says what " + described.get().words() + " is");
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
            int back = draft.sentence.index() - state.get().sentence.index();
            draft.explain(
                    (capital ? "capital of " : "")
                            + actor.name()
                            + (state.get().actors.get(0).isState()
                                    ? ", the state named last"
                                    : ", of which '" + state.get().words() + "' is")
                            + (back == 0 ? ", in this sentence" : ", " + before(back)));
        }
    }

    private static String before(int sentences) {
        return sentences == 1 ? "in the sentence before" : sentences + " sentences before";
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

    /** Gives the phrase the states that "the two countries" means here. */
    void company(Draft draft, int number) {
        Discourse.Company company =
                discourse
                        .pair(draft, number)
                        .orElseGet(() -> discourse.company(draft.sentence.index(), number));
        List<Actor> states =
                company.states().stream().flatMap(c -> gazetteer.actor(c).stream()).toList();
        if (!states.isEmpty()) {
            draft.actors = states;
            draft.explain("the " + number + " states " + company.why());
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
        if (!isDefinite(draft) || isDescribed(draft)) {
            return false;
        }
        if (role.plural()) {
            return number.equals(Optional.of(2)) && twoBodies(draft)
                    || sameMany(draft)
                    || number.isEmpty() && bothHolders(draft);
        }
        return nearest(draft, d -> fits(role.role(), d) && isSeatedAlike(draft, d));
    }

    /** "the soldiers who seized power": others than those named before. */
    private static boolean isDescribed(Draft draft) {
        Token head = draft.headToken();
        return draft.sentence.children(head).stream()
                .filter(c -> c.is("acl:relcl"))
                .flatMap(c -> draft.sentence.tokens().subList(head.index() + 1, c.index()).stream())
                .findFirst()
                .filter(t -> !t.is("punct"))
                .isPresent();
    }

    /** "the ministry in Moscow" is none of another state. */
    private static boolean isSeatedAlike(Draft draft, Draft other) {
        Optional<String> country =
                draft.location.flatMap(l -> l.sense).flatMap(Sense::place).flatMap(Place::country);
        boolean ofState =
                draft.role.filter(r -> r.role().className().equals("GovernmentBody")).isPresent();
        return !ofState
                || country.isEmpty()
                || other.actors.get(0).state().flatMap(Actor::code).equals(country);
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
                    && !draft.isArgumentBeside(each)) {
                draft.refersTo(each, "refers back to", "the same noun");
                return true;
            }
        }
        return false;
    }

    /** "The ministers" after "Japan's minister met his Chinese counterpart": both. */
    private boolean bothHolders(Draft draft) {
        Role role = draft.role.orElseThrow().role();
        if (role.kind() != Role.Kind.OFFICE || !PAIR_NOUNS.contains(role.noun())) {
            return false;
        }
        List<Draft> before = discourse.before(draft);
        for (int back = 1; back <= 2; back++) {
            int sentence = draft.sentence.index() - back;
            List<Actor> holders =
                    before.stream()
                            .filter(d -> d.sentence.index() == sentence)
                            .filter(d -> d.form != Draft.Form.PRONOUN && d.isPerson())
                            .filter(d -> fits(role, d) || isCounterpart(d))
                            .map(d -> d.actors.get(0))
                            .distinct()
                            .toList();
            if (holders.size() > 1) {
                boolean two =
                        holders.size() == 2
                                && !holders.get(0).state().equals(holders.get(1).state());
                if (two) {
                    draft.actors = List.of(holders.get(1), holders.get(0));
                    draft.explain("both of whom the article spoke, " + before(back));
                }
                return two;
            }
        }
        return false;
    }

    private static boolean isCounterpart(Draft draft) {
        return draft.role.map(r -> r.role().noun().equals("counterpart")).orElse(false);
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
        return draft.role.isPresent() && isDefinite(draft) && !isDescribed(draft)
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
                    && !(person && distance == 0 && draft.isArgumentBeside(each))
                    && fits.test(each)) {
                draft.refersTo(each, "refers back to", why(draft.role.get().role(), each));
                return true;
            }
        }
        return false;
    }

    /** Why the noun can mean it: the same noun, the office, a body of that kind. */
    private static String why(Role role, Draft other) {
        boolean same =
                other.role.map(r -> r.role().headWord().equals(role.headWord())).orElse(false);
        if (same) {
            return "the same noun";
        }
        Actor actor = other.actors.get(0);
        if (role.isPerson() && sameOffice(role.noun(), actor, other)) {
            return "who is " + actor.office().orElse(role.noun());
        }
        return role.isPerson() ? "a person of that kind" : "a body of that kind";
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
                            && (!noun.equals("charity")
                                    || actor.className().equals("NonGovernmentalOrganization"))
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
        return Stream.concat(Stream.of(noun), OFFICE_OF.getOrDefault(noun, List.of()).stream())
                .anyMatch(
                        n ->
                                actor.office()
                                                .map(o -> o.toLowerCase(Locale.ROOT).endsWith(n))
                                                .orElse(false)
                                        || other.role
                                                .map(r -> r.role().noun().endsWith(n))
                                                .orElse(false));
    }

    /** A person of the same walk of life: a minister is an official and a leader. */
    private static boolean isGenericFor(String noun, Actor actor, Draft other) {
        if (noun.equals("man") || noun.equals("woman")) {
            return !other.contradicts(noun.equals("man") ? "m" : "f");
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
}
