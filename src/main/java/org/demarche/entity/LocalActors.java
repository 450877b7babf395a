package org.demarche.entity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the actors that only the article knows, one for one meaning: "the Swedish Embassy" and
 * "Sweden's embassy" are one mission.
 */
final class LocalActors {
    private static final Set<String> TITLE_CASE =
            Set.of("GovernmentBody", "DiplomaticMission", "PoliticalParty");

    private final Gazetteer gazetteer;
    private final Map<String, Actor> made = new TreeMap<>();

    LocalActors(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** "Matti Lassila" of Finland, ambassador. */
    Actor person(
            String name,
            Optional<String> office,
            Optional<Actor> affiliation,
            Optional<String> sector) {
        return once(
                new Actor(
                        "local/" + Gazetteer.slug(name),
                        "Person",
                        name,
                        List.of(),
                        Optional.empty(),
                        affiliation,
                        sector,
                        office,
                        Optional.empty(),
                        false));
    }

    /** A name of which only its own words are known: "Shatt Liberation Front". */
    Actor named(String name, String className, Optional<Actor> affiliation) {
        return once(
                new Actor(
                        "local/" + Gazetteer.slug(name),
                        className,
                        name,
                        List.of(),
                        Optional.empty(),
                        affiliation,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    /** Who bears a role and has no name: "Iraqi soldiers", "the Swedish Foreign Ministry". */
    Actor role(RoleName roleName, Optional<Actor> affiliation) {
        Role role = roleName.role();
        boolean many = roleName.plural();
        String className = many && role.isPerson() ? "Group" : role.className();
        String noun = many ? role.plural() : role.noun();
        String bare = role.kind() == Role.Kind.BODY ? role.noun() : noun;
        String name =
                affiliation.map(a -> ownerName(a) + " " + written(bare, className)).orElse(bare);
        String owner = affiliation.map(a -> "-" + ownerKey(a)).orElse("");
        return once(
                new Actor(
                        "local/" + Gazetteer.slug(bare) + owner,
                        className,
                        name,
                        List.of(),
                        Optional.empty(),
                        affiliation,
                        role.sector(),
                        role.kind() == Role.Kind.OFFICE && !many
                                ? Optional.of(office(role))
                                : Optional.empty(),
                        Optional.empty(),
                        false));
    }

    /**
     * Who bears a role and is of another country than the one that the text speaks of, or of
     * several: "refugees", "European ministers", "foreign troops".
     *
     * @param ofMany the word that tells of several countries: European; may be empty
     */
    Actor abroad(RoleName roleName, String ofMany) {
        Actor any = role(roleName, Optional.empty());
        String name = ofMany.isEmpty() ? any.name() : ofMany + " " + any.name();
        return once(
                new Actor(
                        Actor.ABROAD + Gazetteer.slug(name),
                        any.className(),
                        name,
                        any.otherNames(),
                        any.code(),
                        any.affiliation(),
                        any.sector(),
                        any.office(),
                        any.wikidata(),
                        false));
    }

    /** "Iraqis". */
    Actor people(String words, Actor state, boolean many) {
        return once(
                new Actor(
                        "local/" + Gazetteer.slug(words) + "-" + ownerKey(state),
                        many ? "Group" : "Person",
                        words,
                        List.of(),
                        Optional.empty(),
                        Optional.of(state),
                        Optional.of("CVL"),
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    /** "Prime Minister". */
    static String office(Role role) {
        return titleCase(role.noun());
    }

    private static String written(String noun, String className) {
        return TITLE_CASE.contains(className) ? titleCase(noun) : noun;
    }

    private static String titleCase(String noun) {
        StringBuilder out = new StringBuilder();
        for (String word : noun.split(" ", -1)) {
            boolean small = Set.of("of", "in", "the", "and", "for", "d'affaires").contains(word);
            out.append(out.length() == 0 ? "" : " ");
            out.append(
                    small
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }

    private String ownerName(Actor owner) {
        return owner.isState()
                ? owner.code().flatMap(gazetteer::adjective).orElse(owner.name())
                : owner.name();
    }

    private static String ownerKey(Actor owner) {
        return owner.code().orElseGet(() -> Gazetteer.slug(owner.name()));
    }

    private Actor once(Actor actor) {
        Actor earlier = made.putIfAbsent(actor.key(), actor);
        return earlier == null ? actor : earlier;
    }
}
