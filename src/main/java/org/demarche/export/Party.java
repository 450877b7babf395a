package org.demarche.export;

import java.util.Optional;

/**
 * Who acts or is acted on: "Iraqi Prime Minister Mohammed Shia al-Sudani".
 *
 * @param label its name, or what stands last in its IRI
 * @param kind local name of its class: Person
 * @param code ISO 3166-1 alpha-3 of a state, acronym of an organisation
 * @param state the code of the state that it belongs to; a state's own
 * @param sector GOV, MIL…
 * @param office "Prime Minister"
 * @param wikidata IRI of the same in Wikidata
 */
record Party(
        String iri,
        String label,
        String kind,
        Optional<String> code,
        Optional<String> state,
        Optional<String> sector,
        Optional<String> office,
        Optional<String> wikidata) {}
