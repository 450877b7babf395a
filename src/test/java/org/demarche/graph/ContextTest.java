package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.demarche.source.DataFiles;
import org.junit.jupiter.api.Test;

/** The JSON-LD context {@code ontology/context.jsonld}. */
class ContextTest {
    private static final String CONTEXT = DataFiles.bundled().text("ontology/context.jsonld");

    @Test
    void plainJsonBecomesTheGraphOfAnEvent() {
        String json =
                CONTEXT.strip().replaceFirst("}$", "")
                        + """
                        , "id": "https://example.org/e1", "type": "dem:Threat",
                          "actor": "https://example.org/KEN", "factuality": "dem:Asserted",
                          "confidence": "0.8", "ordinal": "2", "dateText": "Tuesday",
                          "evidence": {"id": "https://example.org/q1", "begin": "6", "quote": "threatens"}
                        }
                        """;

        Graph graph = RDFParser.fromString(json, Lang.JSONLD).toGraph();

        Graph expected =
                RDFParser.fromString(
                                """
                                PREFIX dem: <https://w3id.org/demarche/ontology#>
                                PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
                                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                                PREFIX : <https://example.org/>
                                :e1 a dem:Threat ; dem:actor :KEN ; dem:factuality dem:Asserted ;
                                    dem:confidence "0.8"^^xsd:double ; dem:ordinal 2 ; dem:dateText "Tuesday" ;
                                    dem:evidence :q1 .
                                :q1 nif:beginIndex 6 ; nif:anchorOf "threatens" .
                                """,
                                Lang.TURTLE)
                        .toGraph();
        assertThat(graph.isIsomorphicWith(expected)).as(graph.toString()).isTrue();
    }

    @Test
    void everyPropertyHasAName() {
        Graph ontology = News.ONTOLOGY.graph();
        Set<String> properties =
                Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty)
                        .flatMap(
                                type ->
                                        ontology
                                                .find(Node.ANY, RDF.Nodes.type, type.asNode())
                                                .toList()
                                                .stream())
                        .map(t -> t.getSubject().getLocalName())
                        .collect(Collectors.toSet());

        assertThat(properties)
                .hasSizeGreaterThan(40)
                .allMatch(
                        name ->
                                CONTEXT.contains(
                                        "\"" + name + "\": {\"@id\": \"dem:" + name + "\""));
    }
}
