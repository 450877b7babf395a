package org.demarche.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a phrase belongs to: the army to Israel in "Israeli army", the army to the state of the
 * president in "his army", nobody to Israel in "Israel's ally"; and when the owner is the actor
 * itself, as NATO is in "NATO officials".
 */
final class Ownership {
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

    private static final Set<String> OF_MEMBERS =
            Set.of(
                    "InternationalOrganization",
                    "ArmedGroup",
                    "PoliticalParty",
                    "Organization",
                    "NonGovernmentalOrganization");

    private final Gazetteer gazetteer;

    Ownership(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** All whom the phrase belongs to. */
    List<Actor> owners(Draft draft) {
        return draft.owners.stream().flatMap(o -> belonging(o).stream()).distinct().toList();
    }

    /** Whether its owner tells whom it faces, not where it belongs. */
    static boolean isRelated(Role role) {
        return RELATED.contains(role.noun());
    }

    /** The first of them. */
    Optional<Actor> owner(Draft draft) {
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
        if (belonging.isEmpty() && owner.actors.isEmpty()) {
            // France through the make in "French Rafale fighters"
            owner.owners.forEach(o -> belonging.addAll(belonging(o)));
        }
        return belonging;
    }

    /**
     * "Israel's ally" is not Israel's; "its European allies" are of no state, "Iraqi allies" are.
     */
    List<Actor> ownersOfRelated(Draft draft) {
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

    /**
     * Whether its unnamed members and bodies are the organisation itself: "NATO officials" act for
     * NATO, "Taliban fighters" for the Taliban.
     */
    static boolean speaksFor(Role role, Actor owner) {
        return !role.sector().equals(Optional.of("EDU")) && OF_MEMBERS.contains(owner.className());
    }

    static boolean isStateBody(Role role) {
        return role.kind() == Role.Kind.BODY
                && role.sector().map(s -> Set.of("GOV", "MIL", "COP").contains(s)).orElse(false);
    }

    /** "our embassy" of a ministry is the state's. */
    static Actor stateIfBody(Actor owner) {
        boolean body = owner.className().equals("GovernmentBody") && owner.state().isPresent();
        return body ? owner.state().get() : owner;
    }
}
