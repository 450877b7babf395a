package org.demarche.export;

import java.util.Optional;

/** The article that an event was read in. */
record Source(
        String iri,
        String id,
        Optional<String> title,
        Optional<String> issued,
        Optional<String> publisher,
        Optional<String> url) {}
