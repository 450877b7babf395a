package org.demarche.ontology;

/** What a statement is made of: the IRI {@code dem:Threat}, or the literal "threat". */
sealed interface Term {
    /** The IRI, or the literal's words. */
    String text();

    /** What follows an IRI's namespace: Threat. */
    default String localName() {
        return text().substring(1 + Math.max(text().lastIndexOf('#'), text().lastIndexOf('/')));
    }

    record Iri(String text) implements Term {}

    /**
     * Words, or a number.
     *
     * @param datatype its IRI
     */
    record Literal(String text, String datatype) implements Term {}

    /** What has no name: {@code [ a owl:Restriction ]}. */
    record Blank(String text) implements Term {}
}
