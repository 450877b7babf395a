package org.demarche.entity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whom an article has named so far, by full name, last name and first name, so that "Lassila" is
 * the Matti Lassila of an earlier sentence and "SLF" the Savanna Liberation Front.
 */
final class NamesSoFar {
    /** Called by the first name alone. */
    private static final Set<String> ROYALS =
            Set.of("king", "queen", "prince", "princess", "sheikh", "sultan", "emir", "pope");

    private final Map<String, Actor> actors = new HashMap<>();

    void remember(String name, Actor actor) {
        if (name.isEmpty()) {
            return;
        }
        actors.putIfAbsent(nameKey(name), actor);
        String untitled = untitled(name);
        int firstSpace = untitled.indexOf(' ');
        if (firstSpace > 0) {
            actors.putIfAbsent(firstKey(untitled.substring(0, firstSpace)), actor);
        }
        if (actor.className().equals("Person")) {
            int space = Math.max(name.lastIndexOf(' '), name.lastIndexOf('-'));
            if (space > 0) {
                actors.putIfAbsent(nameKey(name.substring(name.lastIndexOf(' ') + 1)), actor);
                actors.putIfAbsent(nameKey(name.substring(space + 1)), actor);
            }
        }
    }

    /** Notes another name of the actor: the acronym behind it in brackets. */
    void alias(String name, Actor actor) {
        actors.put(nameKey(name), actor);
    }

    /** The actor that a person of the gazetteer is in this article, made at the first mention. */
    Actor person(String key, Function<String, Actor> made) {
        return actors.computeIfAbsent(key, made);
    }

    /** Whom "King Abdullah" or "Prince Saud" calls by the first name. */
    Optional<Actor> royal(String title, String name) {
        return ROYALS.contains(title)
                ? Optional.ofNullable(actors.get(firstKey(name)))
                : Optional.empty();
    }

    /** Who was named before by the whole name, by its last word or, of a person, by its first. */
    Optional<Actor> namedBefore(String name) {
        return Optional.ofNullable(actors.get(nameKey(name)))
                .or(
                        () ->
                                Optional.ofNullable(actors.get(firstKey(name)))
                                        .filter(a -> a.className().equals("Person")));
    }

    /** "Saud al-Faisal" of "Prince Saud al-Faisal". */
    private static String untitled(String name) {
        int space = name.indexOf(' ');
        boolean titled =
                space > 0 && ROYALS.contains(name.substring(0, space).toLowerCase(Locale.ROOT));
        return titled ? name.substring(space + 1) : name;
    }

    private static String firstKey(String name) {
        return "first/" + Gazetteer.slug(name);
    }

    private static String nameKey(String name) {
        return "name/" + Gazetteer.slug(name);
    }
}
