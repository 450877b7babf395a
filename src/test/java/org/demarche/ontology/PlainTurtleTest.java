package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.demarche.source.DataFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTurtleTest {
    private static final String PREFIX = "@prefix e: <http://example.org/> .\n";

    private static Set<List<String>> byJena(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        return graph.stream()
                .map(
                        t ->
                                List.of(
                                        said(t.getSubject()),
                                        said(t.getPredicate()),
                                        said(t.getObject())))
                .collect(Collectors.toSet());
    }

    private static String said(Node node) {
        if (node.isURI()) {
            return node.getURI();
        }
        String datatype =
                node.getLiteralLanguage().isEmpty()
                        ? node.getLiteralDatatypeURI()
                        : "http://www.w3.org/2001/XMLSchema#string";
        return node.getLiteralLexicalForm() + "^^" + datatype;
    }

    private static Set<List<String>> plainly(String turtle) {
        Set<List<String>> all = new HashSet<>();
        for (Statement each : PlainTurtle.read(turtle).orElseThrow()) {
            all.add(List.of(said(each.subject()), said(each.property()), said(each.object())));
        }
        return all;
    }

    private static String said(Term term) {
        return term instanceof Term.Literal literal
                ? literal.text() + "^^" + literal.datatype()
                : term.text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ontology/demarche.ttl", "ontology/alignments.ttl"})
    void ourOntologySaysWhatJenaReadsInIt(String file) {
        String turtle = DataFiles.bundled().text(file);

        assertThat(plainly(turtle)).hasSizeGreaterThan(100).isEqualTo(byJena(turtle));
    }

    @Test
    void numbersTruthsAndEscapesAreRead() {
        String turtle =
                PREFIX
                        + "e:Ban a e:Act ; # \"a comment\" ; .\n"
                        + "  e:n -12, 3.5 , 031 ; e:t true ; e:says \"a \\\"ban\\\"\\n# \" ;\n"
                        + "  e:d \"2.5\"^^e:number ; .\n"
                        + "<http://example.org/x#y> e:p e:a.b .";

        assertThat(plainly(turtle)).isEqualTo(byJena(turtle)).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e:a e:p [ e:q e:b ] .",
                "e:a e:p ( e:b ) .",
                "e:a e:p 'single' .",
                "e:a e:p \"\"\"long\"\"\" .",
                "_:a e:p e:b .",
                "e:a e:p <relative> .",
                "e:a e:p 1e3 .",
                "@base <http://example.org/> .",
                "e:a e:p e:b",
                "e:a e:p \"open",
                "e:a e:p \"open\\",
                "e:a e:p <open",
                "e:a e:p",
                "e:a",
                "e:a e:p f:b .",
                "e:a e:p \"\\u0041\" .",
                "e:a e:p e:b . }",
                "@prefix",
                "<"
            })
    void theRestOfTurtleIsLeftToJena(String turtle) {
        assertThat(PlainTurtle.read(PREFIX + turtle)).isEmpty();
    }
}
