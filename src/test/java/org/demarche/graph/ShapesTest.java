package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.demarche.source.DataFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {
    private static final Shapes SHAPES = Shapes.read(DataFiles.bundled(), News.ONTOLOGY);
    private static final String ARTICLE = "https://example.org/id/article/a1";
    private static final String EVENT = ARTICLE + "/event/e1";
    private static final String EVIDENCE = EVENT + "/evidence/1";

    @Test
    void graphOfTheBuilderIsAsItOughtToBe() {
        assertThat(SHAPES.validate(GraphBuilderTest.everything())).isEmpty();
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                Arguments.of(
                        EVENT, Vocabulary.FACTUALITY, Vocabulary.dem("Denied"), "one factuality"),
                Arguments.of(EVENT, RDF.Nodes.type, Vocabulary.dem("Arson"), "one type"),
                Arguments.of(EVENT, Vocabulary.ACTOR, iri("nobody"), "dem:Actor"),
                Arguments.of(EVENT, Vocabulary.MODE, iri("mode"), "declared mode"),
                Arguments.of(EVENT, Vocabulary.CONTENT, iri("no-event"), "is an event"),
                Arguments.of(
                        EVENT,
                        Vocabulary.CONFIDENCE,
                        literal("1.5", XSDDatatype.XSDdouble),
                        "confidence"),
                Arguments.of(
                        EVENT,
                        Vocabulary.DATE,
                        literal("2024-03-06", XSDDatatype.XSDdate),
                        "one date"),
                Arguments.of(
                        EVENT,
                        Vocabulary.ORDINAL,
                        literal("2.0", XSDDatatype.XSDdecimal),
                        "ordinal"),
                Arguments.of(
                        EVENT,
                        Vocabulary.OBJECT,
                        NodeFactory.createURI("https://example.org/id/state/KEN"),
                        "dem:Thing"),
                Arguments.of(
                        EVIDENCE,
                        Vocabulary.BEGIN_INDEX,
                        literal("-1", XSDDatatype.XSDinteger),
                        "begins"),
                Arguments.of(
                        ARTICLE,
                        Vocabulary.ISSUED,
                        literal("2024", XSDDatatype.XSDgYear),
                        "issued"),
                Arguments.of(
                        "https://example.org/id/state/KEN",
                        Vocabulary.CODE,
                        literal("Kenya", XSDDatatype.XSDstring),
                        "three letters"),
                Arguments.of(
                        "https://example.org/id/x",
                        RDF.Nodes.type,
                        Vocabulary.dem("Person"),
                        "a label"),
                Arguments.of(
                        "https://example.org/id/x",
                        RDF.Nodes.type,
                        Vocabulary.dem("Arson"),
                        "has evidence"),
                Arguments.of(
                        "https://example.org/id/x",
                        Vocabulary.FACTUALITY,
                        Vocabulary.dem("Denied"),
                        "no class of events"));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void whatIsTooMuchOrWrongIsReported(
            String subject, Node property, Node object, String message) {
        NamedGraph graph = GraphBuilderTest.everything();
        new Description(graph.graph(), NodeFactory.createURI(subject)).add(property, object);

        List<String> messages = SHAPES.validate(graph);

        assertThat(messages).anyMatch(line -> line.startsWith(subject) && line.contains(message));
    }

    static Stream<Arguments> removals() {
        return Stream.of(
                Arguments.of(EVENT, Vocabulary.FACTUALITY, "one factuality"),
                Arguments.of(EVENT, Vocabulary.EVIDENCE, "has evidence"),
                Arguments.of(EVENT, Vocabulary.CONFIDENCE, "confidence"),
                Arguments.of(EVENT, RDF.Nodes.type, "one type"),
                Arguments.of(EVENT, Vocabulary.WAS_DERIVED_FROM, "one article"),
                Arguments.of(EVIDENCE, Vocabulary.ANCHOR_OF, "quotes its words"),
                Arguments.of(EVIDENCE, Vocabulary.END_INDEX, "ends at an integer"),
                Arguments.of(ARTICLE, Vocabulary.IS_STRING, "has its text"),
                Arguments.of(ARTICLE, Vocabulary.WAS_GENERATED_BY, "the run"),
                Arguments.of("https://example.org/id/state/KEN", Vocabulary.PREF_LABEL, "a label"),
                Arguments.of(
                        "https://example.org/id/place/nairobi", Vocabulary.PREF_LABEL, "a label"));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void whatIsMissingIsReported(String subject, Node property, String message) {
        NamedGraph graph = GraphBuilderTest.everything();
        graph.graph().remove(NodeFactory.createURI(subject), property, Node.ANY);

        List<String> messages = SHAPES.validate(graph);

        assertThat(messages).anyMatch(line -> line.startsWith(subject) && line.contains(message));
    }

    @Test
    void evidenceThatEndsBeforeItBeginsIsReported() {
        NamedGraph graph = GraphBuilderTest.everything();
        Node evidence = NodeFactory.createURI(EVIDENCE);
        graph.graph().remove(evidence, Vocabulary.END_INDEX, Node.ANY);
        new Description(graph.graph(), evidence).integer(Vocabulary.END_INDEX, 2);

        assertThat(SHAPES.validate(graph)).singleElement().asString().contains("not after its end");
    }

    private static Node iri(String name) {
        return NodeFactory.createURI("https://example.org/" + name);
    }

    private static Node literal(String lexicalForm, RDFDatatype datatype) {
        return NodeFactory.createLiteralDT(lexicalForm, datatype);
    }
}
