package org.demarche.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The short forms of namespaces in what is written for people: {@code dem:threatens}. */
public final class Prefixes {
    public static final Map<String, String> ALL;

    static {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("dem", "https://w3id.org/demarche/ontology#");
        all.put("id", "https://w3id.org/demarche/id/");
        all.put("mode", "https://w3id.org/demarche/mode#");
        all.put("context", "https://w3id.org/demarche/context#");
        all.put("dcterms", "http://purl.org/dc/terms/");
        all.put("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#");
        all.put("nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#");
        all.put("owl", "http://www.w3.org/2002/07/owl#");
        all.put("prov", "http://www.w3.org/ns/prov#");
        all.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        all.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        all.put("schema", "https://schema.org/");
        all.put("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/");
        all.put("skos", "http://www.w3.org/2004/02/skos/core#");
        all.put("wd", "http://www.wikidata.org/entity/");
        all.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        ALL = Collections.unmodifiableMap(all);
    }

    private Prefixes() {}
}
