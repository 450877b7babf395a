package org.demarche.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What of a store is exported.
 *
 * @param filters of the events, as parameters of a saved query: actor, type, factuality, from, to;
 *     a filter left out filters nothing, but a network of actors or a GDELT table has only asserted
 *     events where no factuality is asked for; the factuality {@code Any} lets all through
 * @param aggregated whether an actor is counted as the state or organisation that it belongs to
 * @param shape of the networks
 * @param asked a saved query that chooses events besides
 */
public record Selection(
        Map<String, String> filters, boolean aggregated, Shape shape, Optional<Asked> asked) {
    private static final String FACTUALITY = "factuality";

    /** What the nodes of a network are. */
    public enum Shape {
        /** Actors are linked by what they do to each other: Iraq threatens Sweden. */
        ACTOR,
        /** Events are nodes too, linked to their actors, recipients, places and each other. */
        EVENT
    }

    /** Everything, each actor by itself. */
    public static final Selection ALL = new Selection(Map.of(), false);

    public Selection {
        filters = Map.copyOf(filters);
    }

    public Selection(Map<String, String> filters, boolean aggregated) {
        this(filters, aggregated, Shape.ACTOR, Optional.empty());
    }

    /** Whether something is left out. */
    boolean isPart() {
        return !filters.isEmpty() || asked.isPresent();
    }

    /** Only asserted events, where nobody asked for others. */
    Selection assertedUnlessAsked() {
        Map<String, String> all = new HashMap<>(filters);
        all.putIfAbsent(FACTUALITY, "Asserted");
        return new Selection(all, aggregated, shape, asked);
    }

    /** The filters that filter. */
    Map<String, String> effective() {
        Map<String, String> all = new HashMap<>(filters);
        all.computeIfPresent(FACTUALITY, (k, v) -> v.equalsIgnoreCase("any") ? null : v);
        return all;
    }
}
