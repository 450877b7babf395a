package org.demarche.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who can act: the state Iraq, its Foreign Ministry, "Iraqi Prime Minister Mohammed Shia
 * al-Sudani", "hundreds of protesters".
 *
 * @param key one for one actor: {@code state/IRQ}, {@code org/UN}, {@code
 *     person/mohammed-shia-al-sudani}; {@code local/...} for an actor that only the article knows
 * @param className the local name of its class in the ontology: State, GovernmentBody, Person,
 *     Group
 * @param name what it is usually called, in English
 * @param otherNames further names, none twice, without {@code name}
 * @param code a state's ISO 3166-1 alpha-3 code, an organisation's usual acronym
 * @param affiliation what it belongs to: a minister to the ministry, the ministry to the state
 * @param sector GOV, MIL, LEG, JUD, COP, CVL, REB, MED, ...
 * @param office "Prime Minister"
 * @param wikidata the item's id: Q796
 * @param known whether it stands in the gazetteer, so that it is one actor in all articles
 */
public record Actor(
        String key,
        String className,
        String name,
        List<String> otherNames,
        Optional<String> code,
        Optional<Actor> affiliation,
        Optional<String> sector,
        Optional<String> office,
        Optional<String> wikidata,
        boolean known) {

    /** The class of states, where every path of affiliations ends that ends at a state. */
    public static final String STATE = "State";

    static final String ABROAD = "local/abroad/";

    static final Pattern KEY = Pattern.compile("[a-z]+/\\S+");
    static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]*");
    static final Pattern CLASS_NAME = Pattern.compile("[A-Z][A-Za-z]*");

    public Actor {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("bad actor key '" + key + "'");
        }
        if (known == key.startsWith("local/")) {
            throw new IllegalArgumentException(
                    "actor '" + key + "' is " + (known ? "" : "not ") + "known: bad key");
        }
        if (!CLASS_NAME.matcher(className).matches()) {
            throw new IllegalArgumentException("bad actor class '" + className + "'");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("actor '" + key + "' has no name");
        }
        if (wikidata.isPresent() && !WIKIDATA.matcher(wikidata.get()).matches()) {
            throw new IllegalArgumentException("bad Wikidata id '" + wikidata.get() + "'");
        }
        otherNames = withoutRepeats(name, otherNames);
    }

    /** The names that are neither blank nor the main one, each once. */
    static List<String> withoutRepeats(String main, List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Set<String> others = new LinkedHashSet<>(names);
        others.removeIf(String::isBlank);
        others.remove(main);
        return List.copyOf(others);
    }

    public boolean isState() {
        return className.equals(STATE);
    }

    /**
     * Whether it is of another country than where the news happens, or of several: "refugees",
     * "foreign troops", "European ministers". The place then tells nothing of whose it is.
     */
    public boolean isAbroad() {
        return key.startsWith(ABROAD);
    }

    /** Itself and what it belongs to, nearest first: the minister, the ministry, the state. */
    public List<Actor> chain() {
        List<Actor> chain = new ArrayList<>();
        Optional<Actor> next = Optional.of(this);
        while (next.isPresent()) {
            chain.add(next.get());
            next = next.get().affiliation();
        }
        return List.copyOf(chain);
    }

    /**
     * The state that it is or belongs to; empty for the UN and for "gunmen" of no known country.
     */
    public Optional<Actor> state() {
        Actor at = this;
        while (!at.isState() && at.affiliation().isPresent()) {
            at = at.affiliation().get();
        }
        return at.isState() ? Optional.of(at) : Optional.empty();
    }
}
