package org.demarche.ontology;

/**
 * A mode or a context of PLOVER: the mode "relations" of threats, the context "diplomatic".
 *
 * @param name as PLOVER writes it
 */
public record Concept(String iri, String name, String label) {}
