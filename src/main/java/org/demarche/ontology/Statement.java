package org.demarche.ontology;

/** One triple of the ontology: dem:Arson rdfs:subClassOf dem:Assault. */
record Statement(Term subject, Term property, Term object) {}
