package org.demarche.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** Gives each phrase of an article its actors and place, in reading order. */
final class Resolver {
    private static final Set<String> BELONGING =
            Set.of("of", "for", "from", "at", "with", "within", "inside", "on");
    private static final Set<String> QUANTITIES =
            Set.of(
                    "thousands",
                    "hundreds",
                    "dozens",
                    "scores",
                    "tens of thousands",
                    "hundreds of thousands",
                    "millions",
                    "crowd",
                    "mob",
                    "group",
                    "member",
                    "majority",
                    "gathering",
                    "team",
                    "band",
                    "gang",
                    "panel",
                    "delegation",
                    "coalition",
                    "convoy",
                    "minority");

    /** Whose owner tells whom they face, not where they belong. */
    private static final Set<String> RELATED =
            Set.of(
                    "ally",
                    "enemy",
                    "foe",
                    "adversary",
                    "neighbor",
                    "neighbour",
                    "partner",
                    "counterpart");

    private static final Set<String> OF_MANY_COUNTRIES =
            Set.of(
                    "international",
                    "foreign",
                    "multinational",
                    "western",
                    "world",
                    "global",
                    "coalition",
                    "allied",
                    "overseas");
    private static final Set<String> CONTINENTAL = Set.of("european", "arab", "african", "asian");
    private static final Set<String> COUNTS =
            Set.of("majority", "minority", "thousands", "hundreds", "dozens", "scores", "millions");
    private static final Set<String> PLACE_OF =
            Set.of(
                    "in",
                    "at",
                    "near",
                    "across",
                    "inside",
                    "outside",
                    "from",
                    "throughout",
                    "around");

    /** Called by the first name alone. */
    private static final Set<String> ROYALS =
            Set.of("king", "queen", "prince", "princess", "sheikh", "sultan", "emir", "pope");

    private static final Set<String> TIME =
            Set.of(
                    "Monday",
                    "Tuesday",
                    "Wednesday",
                    "Thursday",
                    "Friday",
                    "Saturday",
                    "Sunday",
                    "today",
                    "yesterday");

    /** Who alone may be of any country, but many of them are of the one of the story. */
    private static final Set<String> ANYBODY =
            Set.of("people", "person", "man", "woman", "child", "member", "journalist", "reporter");

    private static final Set<String> OF_STATE = Set.of("GOV", "MIL", "COP", "LEG", "JUD", "SPY");

    private final Gazetteer gazetteer;
    private final Optional<LocalDate> day;
    private final LocalActors locals;
    private final Discourse discourse = new Discourse();
    private final Coreference coreference;
    private final Map<String, Actor> namedSoFar = new HashMap<>();
    private final Map<String, Place> stations = new HashMap<>();

    Resolver(Gazetteer gazetteer, Optional<LocalDate> day) {
        this.gazetteer = gazetteer;
        this.day = day;
        this.locals = new LocalActors(gazetteer);
        this.coreference = new Coreference(gazetteer, discourse);
    }

    /** Resolves the phrases of all sentences; those that name nobody stay without actors. */
    void resolve(List<List<Draft>> sentences) {
        for (int i = 0; i < sentences.size(); i++) {
            discourse.note(i, sentences.get(i));
        }
        for (List<Draft> drafts : sentences) {
            Map<Integer, Draft> byHead = new HashMap<>();
            drafts.forEach(d -> byHead.putIfAbsent(d.head, d));
            drafts.forEach(d -> relate(d, byHead, drafts));
            drafts.stream().filter(Resolver::speaksOfItself).forEach(d -> resolve(d, 0));
            for (Draft draft : drafts) {
                resolve(draft, 0);
            }
        }
    }

    /** The minister in "We will not sign," the minister said: to be known before "we". */
    private static boolean speaksOfItself(Draft draft) {
        Token head = draft.headToken();
        return Syntax.isSubject(head)
                && draft.form != Draft.Form.PRONOUN
                && Syntax.isSpeech(draft.sentence.token(head.head()))
                && Syntax.followsQuotation(draft.sentence, head)
                && !Syntax.isQuoted(draft.sentence, head);
    }

    // ---- what the tree adds

    private void relate(Draft draft, Map<Integer, Draft> byHead, List<Draft> drafts) {
        if (draft.form == Draft.Form.PRONOUN
                || draft.form == Draft.Form.KNOWN && !draft.isPersonSense()) {
            return;
        }
        Sentence sentence = draft.sentence;
        if (draft.form == Draft.Form.COUNTRY) {
            placeBeside(draft, drafts);
        }
        for (Token child : sentence.children(draft.headToken())) {
            Draft other = byHead.get(child.index());
            if (other == null || other == draft || other.covers(draft.head)) {
                continue;
            }
            if (child.is("appos", "flat") && other.from >= draft.to) {
                pair(draft, other);
            } else if (child.is("nmod") && other.from >= draft.to) {
                relateOblique(draft, other, Syntax.preposition(sentence, child), byHead);
            }
        }
        if (draft.owners.isEmpty() && draft.role.isPresent()) {
            followingOwner(draft, drafts);
        }
        if (draft.location.isEmpty() && draft.role.isPresent()) {
            followingLocation(draft, drafts);
        }
        followingTwin(draft, drafts);
        followingRole(draft, drafts);
    }

    /** "Jan Berg, acting head of the party, said" where the parser missed the apposition. */
    private static void followingRole(Draft draft, List<Draft> drafts) {
        List<Token> tokens = draft.sentence.tokens();
        boolean name =
                draft.isPersonSense() && draft.role.isEmpty()
                        || draft.form == Draft.Form.UNKNOWN && draft.to - draft.from > 1;
        if (!name
                || draft.twin.isPresent()
                || draft.to >= tokens.size()
                || !tokens.get(draft.to).form().equals(",")) {
            return;
        }
        for (Draft other : drafts) {
            boolean role =
                    other.form == Draft.Form.ROLE
                            && other.from == draft.to + 1
                            && other.twin.isEmpty()
                            && !other.role.orElseThrow().plural()
                            && other.role.orElseThrow().role().isPerson();
            if (role && closesWithComma(tokens, other.to)) {
                draft.twin = Optional.of(other);
                other.twin = Optional.of(draft);
                return;
            }
        }
    }

    /** Whether the phrase runs to a comma or the sentence's end before any verb. */
    private static boolean closesWithComma(List<Token> tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.form().equals(",") || token.form().equals(".")) {
                return true;
            }
            if (token.upos().equals("VERB") || token.upos().equals("AUX")) {
                return false;
            }
        }
        return true;
    }

    /** Islamabad for "the capital" in "the capital, Islamabad". */
    private static void placeBeside(Draft draft, List<Draft> drafts) {
        List<Token> tokens = draft.sentence.tokens();
        int next = draft.to < tokens.size() && tokens.get(draft.to).form().equals(",") ? 1 : 0;
        drafts.stream()
                .filter(d -> d.from == draft.to + next)
                .filter(d -> d.sense.map(x -> x.place().isPresent()).orElse(false))
                .findFirst()
                .ifPresent(d -> draft.location = Optional.of(d));
    }

    private static boolean isBodyRole(Draft draft) {
        return draft.form == Draft.Form.ROLE
                && draft.role.map(r -> r.role().kind() == Role.Kind.BODY).orElse(false);
    }

    private static boolean isBodyName(Draft draft) {
        return draft.sense.map(s -> s.kind() == Sense.Kind.ORGANIZATION).orElse(false);
    }

    private static void pair(Draft one, Draft other) {
        boolean personAndRole =
                (one.role.isPresent() && one.form == Draft.Form.ROLE && other.canBePerson())
                        || (other.role.isPresent()
                                && other.form == Draft.Form.ROLE
                                && one.canBePerson());
        boolean bodyAndRole =
                isBodyRole(one) && isBodyName(other) || isBodyRole(other) && isBodyName(one);
        if ((personAndRole || bodyAndRole) && one.twin.isEmpty() && other.twin.isEmpty()) {
            one.twin = Optional.of(other);
            other.twin = Optional.of(one);
        }
    }

    /** Japan and South Korea in "the foreign ministers of Japan and South Korea". */
    private static List<Draft> withCoordinated(Draft first, Map<Integer, Draft> byHead) {
        List<Draft> all = new ArrayList<>(List.of(first));
        if (first.sense.isEmpty() || first.isPersonSense()) {
            return all;
        }
        for (Token child : first.sentence.children(first.headToken())) {
            Draft other = byHead.get(child.index());
            boolean joins =
                    child.is("conj")
                            && other != null
                            && other.sense.isPresent()
                            && !other.isPersonSense()
                            && Syntax.preposition(first.sentence, child).isEmpty();
            if (joins) {
                all.add(other);
            }
        }
        return all;
    }

    private void relateOblique(
            Draft draft, Draft other, String preposition, Map<Integer, Draft> byHead) {
        boolean quantity =
                preposition.equals("of")
                        && draft.role
                                .map(
                                        r ->
                                                QUANTITIES.contains(r.role().noun())
                                                        || QUANTITIES.contains(r.role().plural()))
                                .orElse(false);
        boolean people = other.sense.map(Sense::isDemonym).orElse(false);
        if (quantity && (other.role.isPresent() || people)) {
            draft.counted = Optional.of(other);
        } else if ((draft.owners.isEmpty()
                        || preposition.equals("of")
                                && other.sense.isPresent()
                                && namesNoState(draft))
                && BELONGING.contains(preposition)
                && draft.role.isPresent()
                && !(preposition.equals("on") || preposition.equals("with"))) {
            draft.owners = new ArrayList<>(withCoordinated(other, byHead));
        }
        if (PLACE_OF.contains(preposition) && isLocated(other)) {
            draft.location = Optional.of(other);
        }
    }

    /** "Roman Catholic" in "the Roman Catholic archbishop of Lima" is no owner beside the town. */
    private static boolean namesNoState(Draft draft) {
        return draft.owners.stream()
                .allMatch(o -> o.form == Draft.Form.UNKNOWN || o.form == Draft.Form.ROLE);
    }

    /** "spokesman for the army" where the parser hung "for" elsewhere. */
    private static void followingOwner(Draft draft, List<Draft> drafts) {
        Sentence sentence = draft.sentence;
        if (draft.to + 1 >= sentence.tokens().size()
                || !sentence.token(draft.to).form().equals("of")
                || !draft.role.orElseThrow().role().isPerson()) {
            return;
        }
        for (Draft other : drafts) {
            if (other.from == draft.to + 1 && other.form != Draft.Form.PRONOUN) {
                draft.owners = new ArrayList<>(List.of(other));
                return;
            }
        }
    }

    /** "demonstrators at the embassy" where the parser hung "at" elsewhere. */
    private static void followingLocation(Draft draft, List<Draft> drafts) {
        List<Token> tokens = draft.sentence.tokens();
        if (draft.to >= tokens.size() || !PLACE_OF.contains(tokens.get(draft.to).form())) {
            return;
        }
        drafts.stream()
                .filter(other -> other.from == draft.to + 1 && isLocated(other))
                .findFirst()
                .ifPresent(other -> draft.location = Optional.of(other));
    }

    private static boolean isLocated(Draft draft) {
        return draft.sense.isPresent()
                || draft.role
                        .map(r -> r.role().className().equals("DiplomaticMission"))
                        .orElse(false);
    }

    /**
     * "Finland's ambassador to Iraq, Matti Lassila, said" where the parser missed the apposition.
     */
    private static void followingTwin(Draft draft, List<Draft> drafts) {
        if (draft.form != Draft.Form.ROLE
                || draft.twin.isPresent()
                || draft.isPlural()
                || !draft.role.orElseThrow().role().isPerson()) {
            return;
        }
        Sentence sentence = draft.sentence;
        for (Draft other : drafts) {
            boolean sameHolder =
                    other.form == Draft.Form.TITLED
                            && other.from == draft.to + 1
                            && sentence.token(draft.to).lemma().equals("and")
                            && Character.isLowerCase(sentence.token(other.from).form().charAt(0));
            if (sameHolder) {
                draft.twin = Optional.of(other);
                if (other.owners.isEmpty()) {
                    other.owners = draft.owners;
                }
                return;
            }
        }
        int comma = draft.to;
        for (Draft other : drafts) {
            boolean within =
                    draft.owners.contains(other)
                            || draft.location.equals(Optional.of(other))
                            || other.from == draft.to + 1 && sentence.token(draft.to).is("case");
            if (within && other.from >= draft.to) {
                comma = Math.max(comma, other.to);
            }
        }
        int at = comma;
        if (at + 1 >= sentence.tokens().size() || !sentence.token(at).form().equals(",")) {
            return;
        }
        for (Draft other : drafts) {
            boolean closed =
                    other.to >= sentence.tokens().size()
                            || sentence.token(other.to).upos().matches("PUNCT|VERB|AUX|ADV")
                            || TIME.contains(sentence.token(other.to).form());
            if (other.from == at + 1
                    && closed
                    && other.twin.isEmpty()
                    && (other.isPersonSense()
                            || other.form == Draft.Form.UNKNOWN && other.to - other.from > 1)) {
                draft.twin = Optional.of(other);
                other.twin = Optional.of(draft);
                return;
            }
        }
    }

    // ---- resolving

    private void resolve(Draft draft, int depth) {
        if (draft.resolved || depth > 8) {
            return;
        }
        draft.resolved = true;
        draft.owners.forEach(o -> resolve(o, depth + 1));
        draft.location.ifPresent(o -> resolve(o, depth + 1));
        draft.counted.ifPresent(o -> resolve(o, depth + 1));
        switch (draft.form) {
            case KNOWN -> resolveKnown(draft);
            case UNKNOWN -> resolveUnknown(draft, depth);
            case TITLED -> resolveTitled(draft);
            case ROLE -> resolveRole(draft, depth);
            case PRONOUN -> coreference.pronoun(draft);
            case COUNTRY -> coreference.country(draft);
            case UTTERANCE -> coreference.utterance(draft);
        }
        if (draft.isPerson() && draft.gender.isEmpty()) {
            draft.gender = gazetteer.gender(draft.actors.get(0).name());
        }
        if (!draft.actors.isEmpty() || draft.place.isPresent()) {
            discourse.resolved(draft);
        }
    }

    private void resolveKnown(Draft draft) {
        Sense sense = draft.sense.orElseThrow();
        if (sense.person().isPresent()) {
            knownPerson(draft, sense.person().get());
            return;
        }
        draft.place = sense.place();
        draft.actors = sense.actor().stream().toList();
        if (draft.place.isPresent() && Syntax.isDateline(draft.sentence, draft.to)) {
            draft.actors = List.of();
            draft.explain("in the dateline");
            return;
        }
        String what =
                switch (sense.kind()) {
                    case STATE -> "name of a state";
                    case ADJECTIVE -> "adjective of " + sense.actor().orElseThrow().name();
                    case NATIONAL, NATIONALS -> "people of " + sense.actor().orElseThrow().name();
                    case CAPITAL -> "capital of " + sense.actor().orElseThrow().name();
                    case PLACE -> "name of a place";
                    case ORGANIZATION -> "name of an organization";
                    case PERSON, SURNAME, FAMILY -> "";
                };
        draft.explain(what);
        if (sense.isDemonym() && isPeople(draft)) {
            if (isEthnic(draft)) {
                ethnicGroup(draft, sense.actor().orElseThrow());
                return;
            }
            boolean many = !draft.headToken().xpos().equals("NN") && !hasIndefiniteArticle(draft);
            Actor state = sense.actor().orElseThrow();
            draft.actors = List.of(locals.people(words(draft), state, many));
            draft.place = Optional.empty();
        }
    }

    /** "Ethnic Albanians in south Serbia": people of Serbia. */
    private void ethnicGroup(Draft draft, Actor nation) {
        Actor state = homeOf(nation, draft);
        draft.actors = List.of(locals.people("ethnic " + words(draft), state, true));
        draft.place = Optional.empty();
        draft.explain("living in " + state.name());
    }

    /** The country that an ethnic group of the nation lives in: by the words nearest to it. */
    private Actor homeOf(Actor nation, Draft draft) {
        String country = nation.code().orElseThrow();
        return draft.location
                .flatMap(l -> l.sense)
                .flatMap(Sense::country)
                .or(() -> discourse.onlyPlace(draft.sentence.index()))
                .or(() -> discourse.otherBefore(country, draft))
                .or(() -> discourse.otherThan(country, draft.sentence.index()))
                .flatMap(gazetteer::actor)
                .orElse(nation);
    }

    /**
     * "Israel's ally" is not Israel's; "its European allies" are of no state, "Iraqi allies" are.
     */
    private List<Actor> ownersOfRelated(Draft draft) {
        List<Actor> states =
                draft.owners.stream()
                        .filter(o -> o.sense.map(Sense::isDemonym).orElse(false))
                        .flatMap(o -> o.actors.stream())
                        .toList();
        return states.isEmpty()
                ? draft
                        .location
                        .flatMap(l -> l.sense)
                        .flatMap(Sense::country)
                        .flatMap(gazetteer::actor)
                        .stream()
                        .toList()
                : states;
    }

    private static boolean hasIndefiniteArticle(Draft draft) {
        return draft.sentence.children(draft.headToken()).stream()
                .anyMatch(c -> c.is("det") && (c.lemma().equals("a") || c.lemma().equals("an")));
    }

    /** "Iraqis" and "the French" are people; "Iraqi" before a noun is the state's. */
    private static boolean isPeople(Draft draft) {
        Token head = draft.headToken();
        Sense.Kind kind = draft.sense.orElseThrow().kind();
        if (kind == Sense.Kind.NATIONALS) {
            return true;
        }
        if (NameIndex.isCapitals(head.form()) && head.form().length() < 5) {
            return false;
        }
        boolean modifies =
                head.is("amod", "compound", "nmod:desc", "flat", "advmod", "root")
                        && !(head.is("root") && kind == Sense.Kind.NATIONAL);
        return !modifies
                && (head.upos().equals("NOUN")
                        || head.upos().equals("PROPN")
                        || kind == Sense.Kind.NATIONAL);
    }

    private static String words(Draft draft) {
        StringBuilder words = new StringBuilder();
        for (int i = draft.from; i < draft.to; i++) {
            words.append(words.length() == 0 ? "" : " ").append(draft.sentence.token(i).form());
        }
        return words.toString();
    }

    private void knownPerson(Draft draft, KnownPerson person) {
        Optional<RoleName> role =
                draft.role.isPresent() ? draft.role : draft.twin.flatMap(t -> t.role);
        Optional<Actor> state =
                owner(draft).or(() -> draft.twin.flatMap(this::owner)).flatMap(Actor::state);
        Optional<Actor> other = otherBearer(draft, person);
        if (other.isPresent()) {
            draft.actors = List.of(other.get());
            draft.explain("named before as " + other.get().name());
            return;
        }
        Actor settled = namedSoFar.computeIfAbsent(person.key(), k -> actorOf(person, role, state));
        draft.actors = List.of(settled);
        if (draft.form == Draft.Form.KNOWN) {
            remember(Coreference.words(draft), settled);
        }
        draft.explain(
                "person of the gazetteer"
                        + settled.office().map(o -> ", then " + o).orElse("")
                        + settled.state().map(s -> " of " + s.name()).orElse(""));
    }

    /** Another person of the last name whom the article named in full: "Kai Eide" for "Eide". */
    private Optional<Actor> otherBearer(Draft draft, KnownPerson person) {
        Sense.Kind kind = draft.sense.orElseThrow().kind();
        if (kind != Sense.Kind.SURNAME && kind != Sense.Kind.FAMILY) {
            return Optional.empty();
        }
        String name = draft.form == Draft.Form.TITLED ? draft.name : Coreference.words(draft);
        return namedBefore(name)
                .filter(a -> a.className().equals("Person") && !a.key().equals(person.key()));
    }

    private Actor actorOf(KnownPerson person, Optional<RoleName> role, Optional<Actor> state) {
        Actor actor =
                role.isPresent()
                        ? person.as(day, state, role.get().role().noun())
                        : person.on(day, discourse.named());
        boolean officeFromText =
                actor.office().isEmpty()
                        && role.map(r -> r.role().kind() == Role.Kind.OFFICE).orElse(false);
        return officeFromText
                ? new Actor(
                        actor.key(),
                        actor.className(),
                        actor.name(),
                        actor.otherNames(),
                        actor.code(),
                        actor.affiliation(),
                        actor.sector(),
                        Optional.of(LocalActors.office(role.orElseThrow().role())),
                        actor.wikidata(),
                        true)
                : actor;
    }

    private void resolveTitled(Draft draft) {
        Role role = draft.role.orElseThrow().role();
        Optional<Actor> owner = owner(draft);
        if (draft.sense.isPresent()) {
            KnownPerson person = draft.sense.get().person().orElseThrow();
            Optional<String> state = owner.flatMap(Actor::state).flatMap(Actor::code);
            boolean agrees =
                    state.isEmpty()
                            || draft.sense.get().kind() == Sense.Kind.PERSON
                            || person.terms().stream()
                                    .anyMatch(
                                            t ->
                                                    t.affiliation()
                                                            .flatMap(Actor::state)
                                                            .flatMap(Actor::code)
                                                            .equals(state));
            if (agrees) {
                knownPerson(draft, person);
                remember(draft.name, draft.actors.get(0));
                return;
            }
        }
        Optional<Actor> earlier = namedBefore(draft.name);
        if (earlier.isPresent() && earlier.get().className().equals("Person")) {
            draft.actors = List.of(earlier.get());
            draft.explain("named before as " + earlier.get().name());
            return;
        }
        Optional<Actor> royal =
                ROYALS.contains(role.headWord())
                        ? Optional.ofNullable(namedSoFar.get(firstKey(draft.name)))
                        : Optional.empty();
        if (royal.isPresent()) {
            draft.actors = List.of(royal.get());
            draft.explain("named before as " + royal.get().name());
            return;
        }
        boolean inferred = owner.isEmpty();
        Optional<Actor> affiliation = inferred ? inferredState(draft) : owner;
        Actor person =
                locals.person(
                        draft.name,
                        role.kind() == Role.Kind.OFFICE
                                ? Optional.of(LocalActors.office(role))
                                : Optional.empty(),
                        affiliation,
                        role.sector());
        draft.actors = List.of(person);
        draft.explain(
                "person named after the role '"
                        + role.noun()
                        + "'"
                        + affiliation
                                .map(a -> " of " + a.name() + (inferred ? " (inferred)" : ""))
                                .orElse(""));
        remember(draft.name, person);
    }

    private void remember(String name, Actor actor) {
        if (name.isEmpty()) {
            return;
        }
        namedSoFar.putIfAbsent(nameKey(name), actor);
        String untitled = untitled(name);
        int firstSpace = untitled.indexOf(' ');
        if (firstSpace > 0) {
            namedSoFar.putIfAbsent(firstKey(untitled.substring(0, firstSpace)), actor);
        }
        if (actor.className().equals("Person")) {
            int space = Math.max(name.lastIndexOf(' '), name.lastIndexOf('-'));
            if (space > 0) {
                namedSoFar.putIfAbsent(nameKey(name.substring(name.lastIndexOf(' ') + 1)), actor);
                namedSoFar.putIfAbsent(nameKey(name.substring(space + 1)), actor);
            }
        }
    }

    /** "Saud al-Faisal" of "Prince Saud al-Faisal". */
    private static String untitled(String name) {
        int space = name.indexOf(' ');
        boolean titled =
                space > 0 && ROYALS.contains(name.substring(0, space).toLowerCase(Locale.ROOT));
        return titled ? name.substring(space + 1) : name;
    }

    /** Who was named before by the whole name, by its last word or, of a person, by its first. */
    private Optional<Actor> namedBefore(String name) {
        return Optional.ofNullable(namedSoFar.get(nameKey(name)))
                .or(
                        () ->
                                Optional.ofNullable(namedSoFar.get(firstKey(name)))
                                        .filter(a -> a.className().equals("Person")));
    }

    private static String firstKey(String name) {
        return "first/" + Gazetteer.slug(name);
    }

    private static String nameKey(String name) {
        return "name/" + Gazetteer.slug(name);
    }

    // ---- unknown names

    private void resolveUnknown(Draft draft, int depth) {
        String text = draft.name;
        Optional<Actor> earlier = namedBefore(text);
        if (earlier.isPresent()) {
            draft.actors = List.of(earlier.get());
            draft.explain("named before as " + earlier.get().name());
            return;
        }
        if (draft.bodyRole.isPresent()) {
            Actor body = locals.named(text, draft.bodyRole.get().role().className(), owner(draft));
            draft.actors = List.of(body);
            draft.explain("named after '" + draft.bodyRole.get().role().noun() + "'");
            remember(text, body);
            return;
        }
        if (draft.twin.isPresent()) {
            Draft role = draft.twin.get();
            role.owners.forEach(o -> resolve(o, depth + 1));
            resolveTwins(draft, role);
            return;
        }
        if (draft.ending.equals(Optional.of(NameEnding.Kind.THING))) {
            return;
        }
        List<Actor> namesakes = namesakes(draft);
        if (!namesakes.isEmpty()) {
            draft.actors = namesakes;
            draft.explain("all states of the name");
            return;
        }
        Token head = draft.headToken();
        boolean place =
                draft.ending.equals(Optional.of(NameEnding.Kind.PLACE))
                        || draft.ending.isEmpty() && Syntax.isPlacePhrase(draft.sentence, head);
        if (place) {
            localPlace(draft);
        } else if (draft.ending.isPresent() || isAcronym(draft)) {
            localOrganization(draft);
        } else if (looksLikePerson(draft)) {
            Actor person = locals.person(text, Optional.empty(), owner(draft), Optional.empty());
            draft.actors = List.of(person);
            draft.explain("unknown name of the shape of a person's");
            remember(text, person);
        } else if (head.is("nsubj", "obl:agent", "nmod:poss")
                || draft.to - draft.from > 1 && !head.is("compound")) {
            localOrganization(draft);
        }
    }

    /** North and South Korea for "the two Koreas". */
    private List<Actor> namesakes(Draft draft) {
        if (draft.to - draft.from > 1 || !draft.name.endsWith("s")) {
            return List.of();
        }
        String one = " " + draft.name.substring(0, draft.name.length() - 1);
        List<Actor> states =
                gazetteer.states().stream().filter(s -> (" " + s.name()).endsWith(one)).toList();
        return states.size() > 1 ? states : List.of();
    }

    private boolean looksLikePerson(Draft draft) {
        String first = draft.sentence.token(draft.from).form();
        if (draft.gender.isPresent() || gazetteer.isGivenName(first)) {
            return true;
        }
        int words = draft.to - draft.from;
        boolean flat = false;
        for (int i = draft.from; i < draft.to; i++) {
            flat |= draft.sentence.token(i).is("flat");
        }
        Token head = draft.headToken();
        boolean speaks = head.is("nsubj") && Syntax.isSpeech(draft.sentence.token(head.head()));
        return words > 1 && flat || words <= 4 && speaks;
    }

    private static boolean isAcronym(Draft draft) {
        return draft.to - draft.from == 1
                && draft.name.length() >= 3
                && NameIndex.isCapitals(draft.name);
    }

    private void localPlace(Draft draft) {
        Optional<String> country =
                draft.owners.stream()
                        .flatMap(o -> o.sense.stream())
                        .flatMap(s -> s.country().stream())
                        .findFirst()
                        .or(() -> countryBeside(draft));
        draft.place =
                Optional.of(
                        new Place(
                                "local/" + Gazetteer.slug(draft.name),
                                draft.name,
                                List.of(),
                                country,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Optional.empty(),
                                false));
        draft.explain("unknown name in a place phrase" + country.map(c -> ", in " + c).orElse(""));
    }

    /** Iraq in "Kilju, Iraq". */
    private Optional<String> countryBeside(Draft draft) {
        for (Token child : draft.sentence.children(draft.headToken())) {
            if (child.is("appos", "nmod", "flat", "compound", "conj", "list")) {
                Pieces pieces = Pieces.of(child.form());
                if (pieces.size() > 0) {
                    Optional<String> country =
                            gazetteer.name(pieces, 0, false).values().stream()
                                    .flatMap(s -> s.country().stream())
                                    .findFirst();
                    if (country.isPresent()) {
                        return country;
                    }
                }
            }
        }
        return discourse.onlyState(draft.sentence.index());
    }

    private void localOrganization(Draft draft) {
        Actor organization = locals.named(draft.name, "Organization", owner(draft));
        draft.actors = List.of(organization);
        draft.explain("unknown name");
        remember(draft.name, organization);
        acronymAfter(draft).ifPresent(a -> namedSoFar.put(nameKey(a), organization));
    }

    /** PDF in "People's Democratic Front (PDF)". */
    private static Optional<String> acronymAfter(Draft draft) {
        List<Token> tokens = draft.sentence.tokens();
        int at = draft.to;
        return at + 2 < tokens.size()
                        && tokens.get(at).form().equals("(")
                        && tokens.get(at + 2).form().equals(")")
                        && NameIndex.isCapitals(tokens.get(at + 1).form())
                ? Optional.of(tokens.get(at + 1).form())
                : Optional.empty();
    }

    // ---- roles

    private void resolveRole(Draft draft, int depth) {
        if (draft.counted.isPresent() && !draft.counted.get().actors.isEmpty()) {
            draft.actors = draft.counted.get().actors;
            draft.explain("counts " + draft.counted.get().actors.get(0).name());
            return;
        }
        if (draft.twin.isPresent()) {
            Draft twin = draft.twin.get();
            if (twin.resolved && !twin.actors.isEmpty()) {
                draft.actors = twin.actors;
                draft.explain("in apposition to " + twin.actors.get(0).name());
                return;
            }
            if (twin.form == Draft.Form.UNKNOWN && twin.bodyRole.isEmpty()) {
                twin.resolved = true;
                resolveTwins(twin, draft);
                if (!twin.actors.isEmpty()) {
                    discourse.resolved(twin);
                    return;
                }
            }
            resolve(twin, depth + 1);
            if (!twin.actors.isEmpty()) {
                draft.actors = twin.actors;
                draft.explain("in apposition to " + twin.actors.get(0).name());
                return;
            }
        }
        if (draft.owners.isEmpty() && coreference.definite(draft)) {
            station(draft);
            return;
        }
        List<Actor> owners =
                draft.owners.stream().flatMap(o -> belonging(o).stream()).distinct().toList();
        RoleName role = draft.role.orElseThrow();
        if (owners.isEmpty() && (isNoBody(draft) || countsThings(draft))) {
            return;
        }
        if (isEthnic(draft) && owners.size() == 1 && owners.get(0).isState()) {
            owners = List.of(homeOf(owners.get(0), draft));
        }
        if (RELATED.contains(role.role().noun())) {
            owners = ownersOfRelated(draft);
        }
        if (isStateBody(role.role())) {
            owners = owners.stream().map(Resolver::stateIfBody).distinct().toList();
        }
        if (!owners.isEmpty()) {
            if (owners.size() == 1 && coreference.definiteOf(draft, owners.get(0))) {
                return;
            }
            draft.actors =
                    owners.stream()
                            .map(
                                    o ->
                                            speaksFor(role.role(), o)
                                                    ? o
                                                    : locals.role(role, Optional.of(o)))
                            .toList();
            draft.explain(
                    "'"
                            + role.role().noun()
                            + "' of "
                            + String.join(" and ", owners.stream().map(Actor::name).toList()));
        } else {
            Optional<Actor> state = inferredState(draft);
            draft.actors =
                    List.of(
                            state.filter(o -> speaksFor(role.role(), o))
                                    .orElseGet(() -> locals.role(role, state)));
        }
        station(draft);
    }

    /** "ethnic Albanian guerrillas" are of the country that the text places them in. */
    private static boolean isEthnic(Draft draft) {
        for (int i = draft.from; i < draft.to; i++) {
            if (draft.sentence.token(i).lemma().equals("ethnic")) {
                return true;
            }
        }
        return draft.from > 0 && draft.sentence.token(draft.from - 1).lemma().equals("ethnic");
    }

    /** "the majority of the cases", which are nobody. */
    private static boolean countsThings(Draft draft) {
        return COUNTS.contains(draft.role.orElseThrow().role().noun())
                && draft.counted.isEmpty()
                && draft.sentence.children(draft.headToken()).stream()
                        .anyMatch(
                                c ->
                                        c.is("nmod")
                                                && Syntax.preposition(draft.sentence, c)
                                                        .equals("of"));
    }

    /** A body in the singular without article, owner or capital: "freedom of assembly". */
    private static boolean isNoBody(Draft draft) {
        RoleName role = draft.role.orElseThrow();
        boolean organization = !role.role().className().equals("GovernmentBody");
        return role.role().kind() == Role.Kind.BODY
                && (!role.plural() || organization && !role.role().className().equals("ArmedGroup"))
                && role.role()
                        .className()
                        .matches("GovernmentBody|Organization|InternationalOrganization")
                && Coreference.isIndefinite(draft)
                && !draft.headToken().is("nsubj");
    }

    /**
     * Whether its unnamed members and bodies are the organisation itself: "NATO officials" act for
     * NATO, "Taliban fighters" for the Taliban.
     */
    private static boolean speaksFor(Role role, Actor owner) {
        return !role.sector().equals(Optional.of("EDU"))
                && owner.className()
                        .matches(
                                "InternationalOrganization|ArmedGroup|PoliticalParty|Organization"
                                        + "|NonGovernmentalOrganization");
    }

    private static boolean isStateBody(Role role) {
        return role.kind() == Role.Kind.BODY
                && role.sector().map(s -> Set.of("GOV", "MIL", "COP").contains(s)).orElse(false);
    }

    /** "our embassy" of a ministry is the state's. */
    private static Actor stateIfBody(Actor owner) {
        boolean body = owner.className().equals("GovernmentBody") && owner.state().isPresent();
        return body ? owner.state().get() : owner;
    }

    /** Remembers where a mission stands: the embassy of "the Swedish embassy in Baghdad". */
    private void station(Draft draft) {
        Actor actor = draft.actors.get(0);
        if (!actor.className().equals("DiplomaticMission")) {
            return;
        }
        Optional<Place> here = draft.location.flatMap(l -> l.place);
        here.ifPresent(p -> stations.putIfAbsent(actor.key(), p));
        draft.place = here.or(() -> Optional.ofNullable(stations.get(actor.key())));
    }

    private void resolveTwins(Draft name, Draft roleDraft) {
        Role role = roleDraft.role.orElseThrow().role();
        Optional<Actor> owner = owner(roleDraft);
        boolean inferred = owner.isEmpty();
        Optional<Actor> affiliation = inferred ? inferredState(roleDraft) : owner;
        Actor person =
                locals.person(
                        name.name,
                        role.kind() == Role.Kind.OFFICE
                                ? Optional.of(LocalActors.office(role))
                                : Optional.empty(),
                        affiliation,
                        role.sector());
        name.actors = List.of(person);
        roleDraft.actors = List.of(person);
        String why =
                "in apposition: "
                        + role.noun()
                        + affiliation
                                .map(a -> " of " + a.name() + (inferred ? " (inferred)" : ""))
                                .orElse("");
        name.explain(why);
        roleDraft.explain(why);
        remember(name.name, person);
    }

    /** Militants, crowds, civilians: of the place of the story rather than of the state named. */
    private static boolean isOfNoState(Draft draft) {
        Role role = draft.role.orElseThrow().role();
        return role.className().equals("ArmedGroup")
                || role.isPerson()
                        && role.kind() != Role.Kind.OFFICE
                        && !role.sector().map(OF_STATE::contains).orElse(false);
    }

    private Optional<Actor> owner(Draft draft) {
        return draft.owners.stream().flatMap(o -> belonging(o).stream()).findFirst();
    }

    /** What something of the owner belongs to: of a person's things the person's state or body. */
    private List<Actor> belonging(Draft owner) {
        List<Actor> belonging = new ArrayList<>();
        for (Actor actor : owner.actors) {
            boolean passesOn =
                    actor.className().equals("Person") || actor.className().equals("Group");
            if (!passesOn) {
                belonging.add(actor);
            } else {
                actor.affiliation().ifPresent(belonging::add);
            }
        }
        if (belonging.isEmpty() && owner.place.isPresent()) {
            owner.place.flatMap(Place::country).flatMap(gazetteer::actor).ifPresent(belonging::add);
        }
        return belonging;
    }

    /** "international monitors", "foreign troops", "coalition forces" are not the country's own. */
    private static boolean isOfManyCountries(Draft draft) {
        if (!draft.owners.isEmpty() || draft.role.isEmpty()) {
            return false;
        }
        String noun = draft.role.get().role().noun();
        for (int i = draft.from; i < draft.head; i++) {
            String word = draft.sentence.token(i).lemma().toLowerCase(Locale.ROOT);
            boolean many =
                    OF_MANY_COUNTRIES.contains(word)
                            || CONTINENTAL.contains(word) && draft.role.get().plural();
            if (many && !noun.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The state of somebody whose words tell none, the first of these that there is: the one that
     * alone has the office; that of a place beside it; that of the same noun before, if it is
     * definite, or for a definite body of government that of the story, which is the one that the
     * article speaks of most, else that of its dateline, else that of its first sentence; that in
     * which the sentence places something; for crowds and rebels that of the scene of the two
     * sentences before, else that of the same noun before; the only one of the sentence; that of
     * the story; that of the subject of the sentence before and the only one of one of the two
     * sentences before, if the sentence names no others; that of the same noun before; that of
     * whoever was named last, up to three sentences before.
     */
    private Optional<Actor> inferredState(Draft draft) {
        boolean ownerUnknown =
                draft.owners.stream()
                        .anyMatch(o -> o.form == Draft.Form.UNKNOWN && o.actors.isEmpty());
        int sentence = draft.sentence.index();
        boolean anybody =
                draft.role.map(r -> ANYBODY.contains(r.role().noun()) && r.plural()).orElse(false);
        Optional<String> own = draft.role.flatMap(r -> r.role().of());
        if (own.isPresent()) {
            draft.explain("which alone has it");
            return own.flatMap(gazetteer::actor);
        }
        if (ownerUnknown || isOfManyCountries(draft) || !anybody && !coreference.mayInfer(draft)) {
            draft.explain("of no country that the article tells");
            return Optional.empty();
        }
        Optional<String> beside = draft.location.flatMap(l -> l.sense).flatMap(Sense::country);
        if (beside.isPresent()) {
            draft.explain("country of the place beside it");
            return beside.flatMap(gazetteer::actor);
        }
        Optional<Actor> before = coreference.sameDefiniteBefore(draft);
        if (before.isPresent()) {
            draft.explain("same noun of " + before.get().name() + " before (inferred)");
            return before;
        }
        Optional<String> story = discourse.dominant().or(discourse::home);
        if (story.isPresent()
                && draft.role.isPresent()
                && !isOfNoState(draft)
                && Coreference.isDefinite(draft)) {
            draft.explain("country of the story (inferred)");
            return story.flatMap(gazetteer::actor);
        }
        Optional<String> place = discourse.onlyPlace(sentence);
        if (place.isPresent()) {
            draft.explain("country in which the sentence places something (inferred)");
            return place.flatMap(gazetteer::actor);
        }
        Optional<String> scene =
                isOfNoState(draft) ? discourse.sceneBefore(sentence) : Optional.empty();
        if (scene.isPresent()) {
            draft.explain("country in which the sentence before places something (inferred)");
            return scene.flatMap(gazetteer::actor);
        }
        Optional<Actor> alike =
                isOfNoState(draft) ? coreference.sameNounBefore(draft) : Optional.empty();
        if (alike.isPresent()) {
            draft.explain("same noun of " + alike.get().name() + " before (inferred)");
            return alike;
        }
        Optional<String> only = discourse.onlyState(sentence);
        if (only.isPresent()) {
            draft.explain("only country of the sentence (inferred)");
            return only.flatMap(gazetteer::actor);
        }
        if (story.isPresent()) {
            draft.explain("country of the story (inferred)");
            return story.flatMap(gazetteer::actor);
        }
        Set<String> here = discourse.states(sentence);
        Optional<String> subject =
                discourse.subjectBefore(sentence).filter(s -> here.isEmpty() || here.contains(s));
        if (subject.isPresent() && !isOfNoState(draft)) {
            draft.explain("subject of the sentence before (inferred)");
            return subject.flatMap(gazetteer::actor);
        }
        Optional<String> last =
                discourse.onlyBefore(sentence).filter(s -> here.isEmpty() || here.contains(s));
        if (last.isPresent()) {
            draft.explain("only country of the sentence before (inferred)");
            return last.flatMap(gazetteer::actor);
        }
        Optional<Actor> near =
                coreference.sameNounBefore(draft).or(() -> discourse.stateNear(draft));
        if (near.isPresent()) {
            draft.explain("of " + near.get().name() + " as what was named last (inferred)");
            return near;
        }
        draft.explain("of no country that the article tells");
        return Optional.empty();
    }
}
