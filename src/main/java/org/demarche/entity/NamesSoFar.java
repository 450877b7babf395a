package org.demarche.entity;

import java.util.HashMap;
import java.util.HashSet;
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

    private final Set<String> things = new HashSet<>();

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

    /** Notes that a word may stand for the body: "Amnesty" for Amnesty International. */
    void shortened(String word, Actor body) {
        actors.putIfAbsent(shortKey(word), body);
    }

    /** The body that was named by a longer name with this word. */
    Optional<Actor> shortFor(String word) {
        return Optional.ofNullable(actors.get(shortKey(word)));
    }

    /** Notes the name of a storm or an operation, of which the last word goes on alone. */
    void rememberThing(String name) {
        things.add(name.substring(name.lastIndexOf(' ') + 1));
    }

    /** Whether it names a thing: "Katrina" after "Hurricane Katrina". */
    boolean isThing(String name) {
        return things.contains(name);
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

    /** How a name is that of somebody named before: "last name of Matti Lassila, named before". */
    static String why(String name, Actor earlier) {
        String full = earlier.name();
        if (full.equals(name)) {
            return "named before";
        }
        String part =
                full.endsWith(" " + name)
                        ? earlier.className().equals("Person") ? "last name" : "short"
                        : full.startsWith(name + " ") ? "first name" : "another name";
        return part + (part.equals("short") ? " for " : " of ") + full + ", named before";
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

    private static String shortKey(String word) {
        return "short/" + Gazetteer.slug(word);
    }

    private static String nameKey(String name) {
        return "name/" + Gazetteer.slug(name);
    }
}
