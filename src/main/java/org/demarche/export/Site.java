package org.demarche.export;

import java.util.Optional;

/**
 * Where an event was: Baghdad, at 33.3, 44.4.
 *
 * @param state code of the state that it is in
 */
record Site(
        String iri,
        String label,
        Optional<String> state,
        Optional<Double> latitude,
        Optional<Double> longitude) {}
