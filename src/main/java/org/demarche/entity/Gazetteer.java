package org.demarche.entity;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.source.DataFiles;

/**
 * The actors and places known beforehand, and the nouns of role: the tables in {@code
 * data/gazetteer}. "Iraq" and "Iraqi" lead to the state, "Putin" to who led Russia.
 */
public final class Gazetteer {
    private final Map<String, Actor> states;
    private final Map<String, Actor> organizations;
    private final Map<String, Place> places;
    private final Map<String, KnownPerson> persons;
    private final Map<String, String> adjectives;
    private final NameIndex<Sense> names;
    private final NameIndex<RoleName> roles;
    private final Map<String, NameEnding.Kind> endings;
    private final Map<String, Place> lands;
    private final Map<String, Place> capitals;
    private final Map<String, String> genders;
    private final Set<String> givenNames;

    Gazetteer(
            Map<String, Actor> states,
            Map<String, Actor> organizations,
            Map<String, Place> places,
            Map<String, KnownPerson> persons,
            Map<String, String> adjectives,
            NameIndex<Sense> names,
            NameIndex<RoleName> roles,
            Map<String, NameEnding.Kind> endings,
            Map<String, Place> lands,
            Map<String, Place> capitals,
            Map<String, String> genders) {
        this.states = states;
        this.organizations = organizations;
        this.places = places;
        this.persons = persons;
        this.adjectives = adjectives;
        this.names = names;
        this.roles = roles;
        this.endings = endings;
        this.lands = lands;
        this.capitals = capitals;
        this.genders = genders;
        this.givenNames = givenNames(persons.values());
    }

    /**
     * Reads the tables.
     *
     * @throws org.demarche.source.InputException with all that is wrong in them, a line each
     */
    public static Gazetteer load(DataFiles files) {
        return new GazetteerReader(files).read();
    }

    /** All states, in the order of their table. */
    public List<Actor> states() {
        return List.copyOf(states.values());
    }

    public List<Actor> organizations() {
        return List.copyOf(organizations.values());
    }

    /** All persons, each with the last office held. */
    public List<Actor> persons() {
        return persons.values().stream().map(p -> p.on(Optional.empty())).toList();
    }

    /** All places, the states themselves first. */
    public List<Place> places() {
        return Stream.concat(lands.values().stream(), places.values().stream()).toList();
    }

    /** The state or organisation of the code: IRQ, UN. */
    public Optional<Actor> actor(String code) {
        Actor state = states.get(code);
        return state != null ? Optional.of(state) : Optional.ofNullable(organizations.get(code));
    }

    private static Set<String> givenNames(Collection<KnownPerson> persons) {
        Set<String> first = new HashSet<>();
        for (KnownPerson person : persons) {
            int space = person.name().indexOf(' ');
            if (space > 2) {
                first.add(person.name().substring(0, space));
            }
        }
        return first;
    }

    /** Whether a person of the gazetteer has it as a first name: "Michael". */
    boolean isGivenName(String word) {
        return givenNames.contains(word) || genders.containsKey(word);
    }

    /** m or f where the person's given name tells: f for "Angela Merkel". */
    Optional<String> gender(String person) {
        int space = person.indexOf(' ');
        return Optional.ofNullable(genders.get(person))
                .or(
                        () ->
                                space < 0
                                        ? Optional.empty()
                                        : Optional.ofNullable(
                                                genders.get(person.substring(0, space))));
    }

    /** The place where a state's government sits: Baghdad. */
    Optional<Place> capital(Actor state) {
        return state.code().flatMap(c -> Optional.ofNullable(capitals.get(c)));
    }

    /** The state as a place. */
    Optional<Place> land(String stateCode) {
        return Optional.ofNullable(lands.get(stateCode));
    }

    /** "Iraqi" for IRQ. */
    Optional<String> adjective(String stateCode) {
        return Optional.ofNullable(adjectives.get(stateCode));
    }

    Collection<KnownPerson> knownPersons() {
        return persons.values();
    }

    NameIndex.Hit<Sense> name(Pieces text, int at, boolean shouting) {
        return names.longest(text, at, shouting);
    }

    /** What an unknown name is whose last word this is. */
    Optional<NameEnding.Kind> ending(String word) {
        return Optional.ofNullable(endings.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Whether a name that this word opens is a thing's: "Hurricane Katrina". */
    boolean opensThing(String word) {
        return endings.containsKey(opening(word.toLowerCase(Locale.ROOT)));
    }

    static String opening(String word) {
        return word + " …";
    }

    NameIndex.Hit<RoleName> role(Pieces text, int at) {
        return roles.longest(text, at, false);
    }

    /** A name as part of a key: "Mohammed Shia al-Sudani" is mohammed-shia-al-sudani. */
    static String slug(String name) {
        StringBuilder slug = new StringBuilder();
        boolean gap = false;
        String plain =
                Pieces.isPlain(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && slug.length() > 0) {
                    slug.append('-');
                }
                gap = false;
                slug.append(c);
            } else if (c != '\''
                    && c != '’'
                    && Character.getType(c) != Character.NON_SPACING_MARK) {
                gap = true;
            }
        }
        return slug.length() == 0 ? "x" : slug.toString().toLowerCase(Locale.ROOT);
    }
}
