package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class QuotesTest {
    private static NamedGraph quoting(String words, int begin, int end) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node article = NodeFactory.createURI("https://example.org/article/a");
        Node evidence = NodeFactory.createURI("https://example.org/article/a/evidence");
        graph.add(
                Triple.create(
                        article,
                        Vocabulary.IS_STRING,
                        NodeFactory.createLiteralString("Envoys met in Oslo.")));
        graph.add(
                Triple.create(
                        evidence, Vocabulary.ANCHOR_OF, NodeFactory.createLiteralString(words)));
        graph.add(Triple.create(evidence, Vocabulary.BEGIN_INDEX, number(begin)));
        graph.add(Triple.create(evidence, Vocabulary.END_INDEX, number(end)));
        return new NamedGraph(article, graph);
    }

    private static Node number(int value) {
        return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
    }

    @Test
    void quoteAtItsPlaceIsGood() {
        assertThat(Quotes.misplaced(quoting("Envoys met", 0, 10))).isEmpty();
        assertThat(Quotes.count(quoting("Envoys met", 0, 10))).isEqualTo(1);
    }

    @Test
    void quoteThatStandsElsewhereIsNamed() {
        assertThat(Quotes.misplaced(quoting("Envoys met", 1, 11)))
                .containsExactly(
                        "https://example.org/article/a/evidence: 'Envoys met' does not stand at 1..11 of the article's text");
        assertThat(Quotes.misplaced(quoting("Oslo.", 14, 99))).hasSize(1);
    }
}
