package org.demarche.entity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says which person a name means: "Iraqi Prime Minister Mohammed Shia al-Sudani" of the gazetteer
 * in the office of the day, "Foreign Minister Jan Berg" whom only the article knows, "Eide" who was
 * named in full before.
 */
final class PersonResolver {
    /** What tells no more of a person than the name does. */
    private static final Set<String> ANYBODY = Set.of("man", "woman", "boy", "girl", "person");

    private final Optional<LocalDate> day;

    private final LocalActors locals;

    private final Discourse discourse;

    private final NamesSoFar names;

    private final Ownership ownership;

    private final StateInference inference;

    PersonResolver(
            Optional<LocalDate> day,
            LocalActors locals,
            Discourse discourse,
            NamesSoFar names,
            Ownership ownership,
            StateInference inference) {
        this.day = day;
        this.locals = locals;
        this.discourse = discourse;
        this.names = names;
        this.ownership = ownership;
        this.inference = inference;
    }

    void known(Draft draft, KnownPerson person) {
        Optional<RoleName> role =
                draft.role.isPresent() ? draft.role : draft.twin.flatMap(t -> t.role);
        Optional<Actor> state =
                ownership
                        .owner(draft)
                        .or(() -> draft.twin.flatMap(ownership::owner))
                        .flatMap(Actor::state);
        Optional<Actor> other = otherBearer(draft, person);
        if (other.isPresent()) {
            draft.actors = List.of(other.get());
            draft.explain(NamesSoFar.why(draft.words(), other.get()));
            return;
        }
        Actor settled = names.person(person.key(), k -> actorOf(person, role, state));
        draft.actors = List.of(settled);
        if (draft.form == Draft.Form.KNOWN) {
            names.remember(draft.words(), settled);
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
        String name = draft.form == Draft.Form.TITLED ? draft.name : draft.words();
        return names.namedBefore(name)
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

    void titled(Draft draft) {
        Role role = draft.role.orElseThrow().role();
        Optional<Actor> owner = ownership.owner(draft);
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
                known(draft, person);
                names.remember(draft.name, draft.actors.get(0));
                return;
            }
        }
        Optional<Actor> earlier = names.namedBefore(draft.name);
        if (earlier.isPresent() && earlier.get().className().equals("Person")) {
            draft.actors = List.of(earlier.get());
            draft.explain(NamesSoFar.why(draft.name, earlier.get()));
            return;
        }
        Optional<Actor> royal = names.royal(role.headWord(), draft.name);
        if (royal.isPresent()) {
            draft.actors = List.of(royal.get());
            draft.explain(NamesSoFar.why(draft.name, royal.get()));
            return;
        }
        boolean inferred = owner.isEmpty();
        Optional<Actor> affiliation = inferred ? inference.of(draft) : owner;
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
        names.remember(draft.name, person);
    }

    void twins(Draft name, Draft roleDraft) {
        Role role = roleDraft.role.orElseThrow().role();
        Optional<Actor> owner = ownership.owner(roleDraft);
        boolean inferred = owner.isEmpty();
        Optional<Actor> affiliation =
                owner.or(() -> inference.of(roleDraft))
                        .or(() -> ANYBODY.contains(role.noun()) ? inference.ofPerson(name) : owner);
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
        names.remember(name.name, person);
    }
}
