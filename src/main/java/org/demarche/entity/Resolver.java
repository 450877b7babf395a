package org.demarche.entity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.text.Token;

/** Gives each phrase of an article its actors and place, in reading order. */
final class Resolver {
    private static final Set<String> COUNTS =
            Set.of("majority", "minority", "thousands", "hundreds", "dozens", "scores", "millions");

    private final Gazetteer gazetteer;

    private final LocalActors locals;

    private final Discourse discourse = new Discourse();

    private final DefinitePhrases definites;

    private final Speakers speakers;

    private final Pronouns pronouns;

    private final Ownership ownership;

    private final StateInference inference;

    private final PersonResolver persons;

    private final UnknownNames unknown;

    private final Map<String, Place> stations = new HashMap<>();

    Resolver(Gazetteer gazetteer, Optional<LocalDate> day) {
        NamesSoFar names = new NamesSoFar();
        this.gazetteer = gazetteer;
        this.locals = new LocalActors(gazetteer);
        this.definites = new DefinitePhrases(gazetteer, discourse);
        this.speakers = new Speakers(discourse);
        this.pronouns = new Pronouns(discourse, definites, speakers);
        this.ownership = new Ownership(gazetteer);
        this.inference = new StateInference(gazetteer, discourse, definites);
        this.persons = new PersonResolver(day, locals, discourse, names, ownership, inference);
        this.unknown = new UnknownNames(gazetteer, locals, discourse, names, ownership, inference);
    }

    /**
     * Resolves the phrases of all sentences; those that name nobody stay without actors.
     *
     * @param stories for each sentence the one that its story begins with
     * @param dateline the ISO code of the country that the article was sent from
     */
    void resolve(List<List<Draft>> sentences, List<Integer> stories, Optional<String> dateline) {
        dateline.ifPresent(discourse::sentFrom);
        discourse.turnsAt(stories);
        for (int i = 0; i < sentences.size(); i++) {
            discourse.note(i, sentences.get(i));
        }
        for (List<Draft> drafts : sentences) {
            PhraseRelations.relate(drafts);
            drafts.stream()
                    .filter(d -> speaksOfItself(d) || isSpokenOfAhead(d))
                    .forEach(d -> resolve(d, 0));
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

    /** Foreman in "If he is found guilty, Foreman will stay": to be known before "he". */
    private static boolean isSpokenOfAhead(Draft draft) {
        Token head = draft.headToken();
        return draft.form != Draft.Form.PRONOUN
                && Syntax.isSubject(head)
                && draft.sentence.children(draft.sentence.token(head.head())).stream()
                        .filter(c -> c.is("advcl") && c.index() < draft.from)
                        .flatMap(c -> draft.sentence.children(c).stream())
                        .anyMatch(c -> c.is("nsubj") && c.upos().equals("PRON"));
    }

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
            case TITLED -> persons.titled(draft);
            case ROLE -> resolveRole(draft, depth);
            case PRONOUN -> pronouns.resolve(draft);
            case COUNTRY -> definites.country(draft);
            case UTTERANCE -> speakers.utterance(draft);
        }
        if (draft.isPerson() && draft.gender.isEmpty()) {
            draft.gender = gazetteer.gender(draft.actors.get(0).name());
        }
        if (!draft.actors.isEmpty() || draft.place.isPresent()) {
            discourse.resolved(draft);
        }
    }

    private void resolveUnknown(Draft draft, int depth) {
        if (unknown.resolveAgain(draft)) {
            return;
        }
        if (draft.bodyRole.isEmpty() && draft.twin.isPresent()) {
            Draft role = draft.twin.get();
            role.owners.forEach(o -> resolve(o, depth + 1));
            persons.twins(draft, role);
            return;
        }
        unknown.resolve(draft);
    }

    private void resolveKnown(Draft draft) {
        Sense sense = draft.sense.orElseThrow();
        if (sense.person().isPresent()) {
            persons.known(draft, sense.person().get());
            return;
        }
        draft.place = sense.place();
        draft.actors = sense.actor().stream().toList();
        String what =
                switch (sense.kind()) {
                    case STATE -> "name of a state";
                    case ADJECTIVE -> "adjective of " + sense.actor().orElseThrow().name();
                    case NATIONAL, NATIONALS -> "people of " + sense.actor().orElseThrow().name();
                    case CAPITAL -> capital(draft, sense.actor().orElseThrow());
                    case PLACE -> "name of a place";
                    case ORGANIZATION -> "name of an organization";
                    case PERSON, SURNAME, FAMILY -> "";
                };
        draft.explain(what);
        if (sense.kind() == Sense.Kind.ORGANIZATION) {
            unknown.heard(draft, sense.actor().orElseThrow());
        }
        if (sense.isDemonym() && isPeople(draft)) {
            if (isEthnic(draft)) {
                ethnicGroup(draft, sense.actor().orElseThrow());
                return;
            }
            boolean many =
                    !draft.headToken().xpos().equals("NN")
                            && !hasIndefiniteArticle(draft)
                            && !(isNoun(draft) && draft.headToken().form().endsWith("an"));
            Actor state = sense.actor().orElseThrow();
            draft.actors = List.of(locals.people(words(draft), state, many));
            draft.place = Optional.empty();
        }
    }

    /** "Baghdad said" is the government's, "in Baghdad" the town. */
    private static String capital(Draft draft, Actor state) {
        return "capital of "
                + state.name()
                + (Syntax.isPlacePhrase(draft.sentence, draft.headToken())
                        ? ", here the place"
                        : ", stands for the government");
    }

    /** "Ethnic Albanians in south Serbia": people of Serbia. */
    private void ethnicGroup(Draft draft, Actor nation) {
        Actor state = inference.homeOf(nation, draft);
        String which =
                isPeopleOfAmerica(draft)
                        ? draft.sentence.token(draft.headToken().index() - 1).form()
                        : "ethnic";
        draft.actors = List.of(locals.people(which + " " + words(draft), state, true));
        draft.place = Optional.empty();
        draft.explain("living in " + state.name());
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
        if (isNoun(draft)) {
            return true;
        }
        boolean modifies =
                head.is("amod", "compound", "nmod:desc", "flat", "advmod", "root")
                        && !(head.is("root") && kind == Sense.Kind.NATIONAL);
        return !modifies
                && (head.upos().equals("NOUN")
                        || head.upos().equals("PROPN")
                        || kind == Sense.Kind.NATIONAL);
    }

    /** "an American" and "the North Korean", whatever the tagger took them for. */
    private static boolean isNoun(Draft draft) {
        Token head = draft.headToken();
        return head.is("nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "parataxis")
                && !head.xpos().endsWith("S")
                && draft.sentence.children(head).stream()
                        .anyMatch(c -> c.is("det") && c.index() < draft.from);
    }

    private static String words(Draft draft) {
        StringBuilder words = new StringBuilder();
        for (int i = draft.from; i < draft.to; i++) {
            words.append(words.length() == 0 ? "" : " ").append(draft.sentence.token(i).form());
        }
        return words.toString();
    }

    private void resolveRole(Draft draft, int depth) {
        if (draft.counted.isPresent() && !draft.counted.get().actors.isEmpty()) {
            draft.actors = draft.counted.get().actors;
            draft.explain("counts '" + draft.counted.get().words() + "'");
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
                persons.twins(twin, draft);
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
        if (draft.owners.isEmpty() && definites.definite(draft)) {
            station(draft);
            return;
        }
        List<Actor> owners = ownership.owners(draft);
        RoleName role = draft.role.orElseThrow();
        if (owners.isEmpty() && (isNoBody(draft) || countsThings(draft))) {
            return;
        }
        if (isEthnic(draft) && !isOwned(draft) && owners.size() == 1 && owners.get(0).isState()) {
            owners = List.of(inference.homeOf(owners.get(0), draft));
        }
        if (Ownership.isRelated(role.role())) {
            owners = ownership.ownersOfRelated(draft);
        }
        if (Ownership.isStateBody(role.role())) {
            owners = owners.stream().map(Ownership::stateIfBody).distinct().toList();
        }
        if (!owners.isEmpty()) {
            if (owners.size() == 1 && definites.definiteOf(draft, owners.get(0))) {
                return;
            }
            draft.actors =
                    owners.stream()
                            .map(
                                    o ->
                                            Ownership.speaksFor(role.role(), o)
                                                    ? o
                                                    : locals.role(role, Optional.of(o)))
                            .toList();
            draft.explain(
                    "'"
                            + role.role().noun()
                            + "' of "
                            + String.join(" and ", owners.stream().map(Actor::name).toList()));
        } else {
            Optional<Actor> state = inference.of(draft);
            Actor actor =
                    state.isEmpty() && inference.isAbroad(draft)
                            ? locals.abroad(role, StateInference.ofMany(draft))
                            : state.filter(o -> Ownership.speaksFor(role.role(), o))
                                    .orElseGet(() -> locals.role(role, state));
            draft.actors = List.of(actor);
        }
        station(draft);
    }

    /**
     * "ethnic Albanian guerrillas" and "Zapotec Indians" are of the country that the text places
     * them in.
     */
    private static boolean isEthnic(Draft draft) {
        if (isPeopleOfAmerica(draft)) {
            return true;
        }
        for (int i = draft.from; i < draft.to; i++) {
            if (draft.sentence.token(i).lemma().equals("ethnic")) {
                return true;
            }
        }
        return draft.from > 0 && draft.sentence.token(draft.from - 1).lemma().equals("ethnic");
    }

    /** "Kosovo's ethnic Albanian government" is of Kosovo. */
    private static boolean isOwned(Draft draft) {
        return draft.owners.stream().anyMatch(o -> o.headToken().is("nmod:poss"));
    }

    private static boolean isPeopleOfAmerica(Draft draft) {
        Token head = draft.headToken();
        return head.lemma().equals("Indian")
                && draft.sentence.children(head).stream()
                        .anyMatch(
                                c ->
                                        c.is("compound", "amod")
                                                && c.index() == head.index() - 1
                                                && c.upos().equals("PROPN"));
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
                && DefinitePhrases.isIndefinite(draft)
                && !draft.headToken().is("nsubj");
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
}
