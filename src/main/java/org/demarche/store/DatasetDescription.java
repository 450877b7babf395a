package org.demarche.store;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.demarche.graph.Prefixes;
import org.demarche.graph.Vocabulary;
import org.demarche.ontology.Ontology;

/**
 * Tells others what a store holds, in the words of VoID and DCAT: how many statements, of which
 * classes and properties, of which days, and where a server gives them out.
 */
public final class DatasetDescription {
    private static final String DATASET = "https://w3id.org/demarche/dataset";

    private final Graph graph = GraphMemFactory.createDefaultGraph();
    private final Map<Node, Long> classes = new TreeMap<>(DatasetDescription::byText);
    private final Map<Node, Long> properties = new TreeMap<>(DatasetDescription::byText);
    private long triples;
    private long articles;
    private Optional<String> first = Optional.empty();
    private Optional<String> last = Optional.empty();

    private DatasetDescription() {}

    /**
     * The description of the dataset, counted now.
     *
     * @param base of the server's addresses, without a slash at its end
     * @param largest how many statements the server gives out at once: a larger dataset has no dump
     */
    public static Graph of(DatasetGraph data, String base, long largest) {
        DatasetDescription description = new DatasetDescription();
        description.count(data);
        description.describe(base);
        if (description.triples <= largest) {
            description.dump(base);
        }
        return description.graph;
    }

    private static int byText(Node a, Node b) {
        return a.toString().compareTo(b.toString());
    }

    private void count(DatasetGraph data) {
        for (Iterator<Quad> all = data.find(); all.hasNext(); ) {
            Quad quad = all.next();
            triples++;
            properties.merge(quad.getPredicate(), 1L, Long::sum);
            if (quad.getPredicate().equals(RDF.Nodes.type) && quad.getObject().isURI()) {
                classes.merge(quad.getObject(), 1L, Long::sum);
                articles += quad.getObject().equals(Vocabulary.ARTICLE) ? 1 : 0;
            } else if (quad.getPredicate().equals(Vocabulary.ISSUED)) {
                String day = quad.getObject().getLiteralLexicalForm();
                first = Optional.of(first.filter(f -> f.compareTo(day) < 0).orElse(day));
                last = Optional.of(last.filter(l -> l.compareTo(day) > 0).orElse(day));
            }
        }
    }

    private void describe(String base) {
        Node dataset = NodeFactory.createURI(DATASET);
        type(dataset, VOID.Dataset.asNode());
        type(dataset, DCAT.Dataset.asNode());
        text(dataset, DCTerms.title.asNode(), "Events of diplomacy in the news");
        text(
                dataset,
                DCTerms.description.asNode(),
                "Who threatens, condemns, meets, sanctions or supports whom, as "
                        + articles
                        + " news articles say it; one named graph an article, with the words that each event rests on.");
        add(dataset, DCTerms.conformsTo.asNode(), NodeFactory.createURI(Ontology.GRAPH));
        number(dataset, VOID.triples.asNode(), triples);
        number(dataset, VOID.documents.asNode(), articles);
        number(dataset, VOID.classes.asNode(), classes.size());
        number(dataset, VOID.properties.asNode(), properties.size());
        for (String prefix : new String[] {"dem", "prov", "sem", "nif", "skos", "dcterms"}) {
            add(dataset, VOID.vocabulary.asNode(), NodeFactory.createURI(Prefixes.ALL.get(prefix)));
        }
        period(dataset);
        classes.forEach(
                (each, count) -> {
                    Node part = part(dataset, VOID.classPartition.asNode(), each);
                    add(part, VOID._class.asNode(), each);
                    number(part, VOID.entities.asNode(), count);
                });
        properties.forEach(
                (each, count) -> {
                    Node part = part(dataset, VOID.propertyPartition.asNode(), each);
                    add(part, VOID.property.asNode(), each);
                    number(part, VOID.triples.asNode(), count);
                });
        query(dataset, base);
    }

    private void period(Node dataset) {
        if (first.isPresent() && last.isPresent()) {
            Node period = NodeFactory.createURI(DATASET + "#period");
            add(dataset, DCTerms.temporal.asNode(), period);
            type(period, DCTerms.PeriodOfTime.asNode());
            day(period, DCAT.startDate.asNode(), first.get());
            day(period, DCAT.endDate.asNode(), last.get());
        }
    }

    private void query(Node dataset, String base) {
        Node endpoint = NodeFactory.createURI(base + "/demarche/sparql");
        add(dataset, VOID.sparqlEndpoint.asNode(), endpoint);
        Node service = NodeFactory.createURI(DATASET + "#sparql");
        type(service, DCAT.DataService.asNode());
        text(service, DCTerms.title.asNode(), "SPARQL 1.1 queries");
        add(service, DCAT.endpointURL.asNode(), endpoint);
        add(service, DCAT.servesDataset.asNode(), dataset);
    }

    private void dump(String base) {
        Node dataset = NodeFactory.createURI(DATASET);
        Node dump = NodeFactory.createURI(base + "/demarche/data");
        add(dataset, VOID.dataDump.asNode(), dump);
        Node distribution = NodeFactory.createURI(DATASET + "#quads");
        add(dataset, DCAT.distribution.asNode(), distribution);
        type(distribution, DCAT.Distribution.asNode());
        add(distribution, DCAT.accessURL.asNode(), dump);
        add(
                distribution,
                DCAT.mediaType.asNode(),
                NodeFactory.createURI(
                        "https://www.iana.org/assignments/media-types/application/n-quads"));
    }

    /** A part of the dataset with a name of its own, so that there are no blank nodes. */
    private Node part(Node dataset, Node property, Node of) {
        String name = of.getURI().replaceFirst("^[a-z]+://", "").replaceAll("[^A-Za-z0-9]+", "-");
        Node part = NodeFactory.createURI(DATASET + "#" + property.getLocalName() + "-" + name);
        add(dataset, property, part);
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
