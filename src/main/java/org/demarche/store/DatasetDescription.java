package org.demarche.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.demarche.graph.Prefixes;
import org.demarche.ontology.Ontology;

/**
 * Tells others what a store holds, in the words of VoID and DCAT: how many statements, of which
 * classes and properties, of which days, and where a server gives them out.
 */
public final class DatasetDescription {
    /** The dataset's name, and that of the graph that a store keeps its description in. */
    public static final Node GRAPH = NodeFactory.createURI("https://w3id.org/demarche/dataset");

    private final Graph graph = GraphMemFactory.createDefaultGraph();

    private DatasetDescription() {}

    /**
     * The description of the dataset as a server gives it out.
     *
     * @param base of the server's addresses, without a slash at its end
     * @param largest how many statements the server gives out at once: a larger dataset has no dump
     */
    public static Graph of(DatasetGraph data, String base, long largest) {
        Census census = Census.kept(data).orElseGet(() -> Census.count(data));
        DatasetDescription description = new DatasetDescription();
        description.describe(census);
        description.query(base);
        if (census.statements() <= largest) {
            description.dump(base);
        }
        return description.graph;
    }

    /** The description that a store keeps, which is the same wherever it is served. */
    static Graph of(Census census) {
        DatasetDescription description = new DatasetDescription();
        description.describe(census);
        return description.graph;
    }

    /** The numbers of a description by what they are of, such as triples by property. */
    static Map<Node, Long> counts(Graph description, Property of, Property number) {
        Map<Node, Long> counts = new HashMap<>();
        description
                .find(Node.ANY, of.asNode(), Node.ANY)
                .forEachRemaining(
                        part ->
                                description
                                        .find(part.getSubject(), number.asNode(), Node.ANY)
                                        .forEachRemaining(
                                                count ->
                                                        counts.put(
                                                                part.getObject(),
                                                                Long.valueOf(
                                                                        count.getObject()
                                                                                .getLiteralLexicalForm()))));
        return counts;
    }

    /** The first or the last day of a description's period. */
    static Optional<String> day(Graph description, Property which) {
        return description.stream(Node.ANY, which.asNode(), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst();
    }

    private void describe(Census census) {
        type(GRAPH, VOID.Dataset.asNode());
        type(GRAPH, DCAT.Dataset.asNode());
        text(GRAPH, DCTerms.title.asNode(), "Events of diplomacy in the news");
        text(
                GRAPH,
                DCTerms.description.asNode(),
                "Who threatens, condemns, meets, sanctions or supports whom, as news articles say it; one named graph an article, with the words that each event rests on.");
        add(GRAPH, DCTerms.conformsTo.asNode(), NodeFactory.createURI(Ontology.GRAPH));
        number(GRAPH, VOID.triples.asNode(), census.statements());
        number(GRAPH, VOID.documents.asNode(), census.articles());
        number(GRAPH, VOID.classes.asNode(), census.classes().size());
        number(GRAPH, VOID.properties.asNode(), census.properties().size());
        for (String prefix : new String[] {"dem", "prov", "sem", "nif", "skos", "dcterms"}) {
            add(GRAPH, VOID.vocabulary.asNode(), NodeFactory.createURI(Prefixes.ALL.get(prefix)));
        }
        period(census);
        census.classes()
                .forEach(
                        (each, count) -> {
                            Node part = part(VOID.classPartition.asNode(), each);
                            add(part, VOID._class.asNode(), each);
                            number(part, VOID.entities.asNode(), count);
                        });
        census.properties()
                .forEach(
                        (each, count) -> {
                            Node part = part(VOID.propertyPartition.asNode(), each);
                            add(part, VOID.property.asNode(), each);
                            number(part, VOID.triples.asNode(), count);
                        });
    }

    private void period(Census census) {
        if (census.first().isPresent() && census.last().isPresent()) {
            Node period = named("period");
            add(GRAPH, DCTerms.temporal.asNode(), period);
            type(period, DCTerms.PeriodOfTime.asNode());
            day(period, DCAT.startDate.asNode(), census.first().get());
            day(period, DCAT.endDate.asNode(), census.last().get());
        }
    }

    private static Node named(String part) {
        return NodeFactory.createURI(GRAPH.getURI() + "#" + part);
    }

    private void query(String base) {
        Node endpoint = NodeFactory.createURI(base + "/demarche/sparql");
        add(GRAPH, VOID.sparqlEndpoint.asNode(), endpoint);
        Node service = named("sparql");
        type(service, DCAT.DataService.asNode());
        text(service, DCTerms.title.asNode(), "SPARQL 1.1 queries");
        add(service, DCAT.endpointURL.asNode(), endpoint);
        add(service, DCAT.servesDataset.asNode(), GRAPH);
    }

    private void dump(String base) {
        Node dump = NodeFactory.createURI(base + "/demarche/data");
        add(GRAPH, VOID.dataDump.asNode(), dump);
        Node distribution = named("quads");
        add(GRAPH, DCAT.distribution.asNode(), distribution);
        type(distribution, DCAT.Distribution.asNode());
        add(distribution, DCAT.accessURL.asNode(), dump);
        add(
                distribution,
                DCAT.mediaType.asNode(),
                NodeFactory.createURI(
                        "https://www.iana.org/assignments/media-types/application/n-quads"));
    }

    /** A part of the dataset with a name of its own, so that there are no blank nodes. */
    private Node part(Node property, Node of) {
        String name = URLEncoder.encode(of.getURI(), StandardCharsets.UTF_8);
        Node part = named(property.getLocalName() + "-" + name);
        add(GRAPH, property, part);
        return part;
    }

    private void type(Node subject, Node type) {
        add(subject, RDF.Nodes.type, type);
    }

    private void text(Node subject, Node property, String text) {
        add(subject, property, NodeFactory.createLiteralLang(text, "en"));
    }

    private void number(Node subject, Node property, long number) {
        add(
                subject,
                property,
                NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
    }

    private void day(Node subject, Node property, String day) {
        add(subject, property, NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
    }
}
