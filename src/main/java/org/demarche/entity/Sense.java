package org.demarche.entity;

import java.util.Optional;

/**
 * One thing that a name can mean: "Georgia" the state in the Caucasus or the one in America.
 *
 * @param country the state that it is evidence for: GEO
 */
record Sense(
        Kind kind,
        Optional<Actor> actor,
        Optional<Place> place,
        Optional<KnownPerson> person,
        Optional<String> country) {
    enum Kind {
        /** "Iraq". */
        STATE,
        /** "Iraqi". */
        ADJECTIVE,
        /** "Iraqi" and "Swede" for one of its people. */
        NATIONAL,
        /** "Iraqis" for several of its people. */
        NATIONALS,
        /** "Baghdad". */
        CAPITAL,
        /** "Basra". */
        PLACE,
        /** "United Nations". */
        ORGANIZATION,
        /** "Tony Blair". */
        PERSON,
        /** "Blair". */
        SURNAME,
        /** "Abbas" of a person whose row gives the full name only: counts after a title. */
        FAMILY
    }

    static Sense of(Kind kind, Actor actor) {
        return new Sense(
                kind,
                Optional.of(actor),
                Optional.empty(),
                Optional.empty(),
                actor.state().flatMap(Actor::code));
    }

    static Sense of(Kind kind, Actor actor, Place place) {
        return new Sense(
                kind, Optional.of(actor), Optional.of(place), Optional.empty(), place.country());
    }

    static Sense of(Place place) {
        return new Sense(
                Kind.PLACE,
                Optional.empty(),
                Optional.of(place),
                Optional.empty(),
                place.country());
    }

    static Sense of(Kind kind, KnownPerson person) {
        return new Sense(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.of(person),
                person.term(Optional.empty())
                        .affiliation()
                        .flatMap(Actor::state)
                        .flatMap(Actor::code));
    }

    boolean isPerson() {
        return person.isPresent();
    }

    boolean isDemonym() {
        return kind == Kind.ADJECTIVE || kind == Kind.NATIONAL || kind == Kind.NATIONALS;
    }
}
