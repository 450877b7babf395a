package org.demarche.export;

import java.util.Map;

/**
 * What of a store is exported.
 *
 * @param filters of the events by which actors are linked, as parameters of a saved query: actor,
 *     type, factuality, from, to; a filter left out filters nothing, but only asserted events count
 *     where no factuality is asked for
 * @param aggregated whether an actor is counted as the state or organisation that it belongs to
 */
public record Selection(Map<String, String> filters, boolean aggregated) {
    /** Everything, each actor by itself. */
    public static final Selection ALL = new Selection(Map.of(), false);

    public Selection {
        filters = Map.copyOf(filters);
    }
}
