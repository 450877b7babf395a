package org.demarche.graph;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;

/** What a finished article graph has: an event its one factuality, a quote its offsets. */
public final class Shapes {
    private static final String FILE = "ontology/shapes.ttl";

    private final org.apache.jena.shacl.Shapes shapes;
    private final Graph hierarchy;

    private Shapes(org.apache.jena.shacl.Shapes shapes, Graph hierarchy) {
        this.shapes = shapes;
        this.hierarchy = hierarchy;
    }

    /**
     * Reads {@code ontology/shapes.ttl}.
     *
     * @throws InputException if the file is no Turtle or no SHACL
     */
    public static Shapes read(DataFiles files, Ontology ontology) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        try {
            RDFParser.fromString(files.text(FILE), Lang.TURTLE).parse(graph);
            return new Shapes(
                    org.apache.jena.shacl.Shapes.parse(graph), hierarchy(ontology.graph()));
        } catch (RiotException | ShaclParseException e) {
            throw new InputException(FILE + ": " + e.getMessage(), e);
        }
    }

    /**
     * The superclasses of classes and the types of what the ontology declares: what sh:class needs.
     */
    private static Graph hierarchy(Graph ontology) {
        Graph hierarchy = GraphMemFactory.createDefaultGraphSameTerm();
        for (Node property : List.of(RDFS.Nodes.subClassOf, RDF.Nodes.type)) {
            for (Triple triple : ontology.find(Node.ANY, property, Node.ANY).toList()) {
                if (triple.getObject().isURI()
                        && triple.getObject().getURI().startsWith(Ontology.NAMESPACE)) {
                    hierarchy.add(triple);
                }
            }
        }
        return hierarchy;
    }

    /** What is wrong with the graph, a line each, sorted; empty for a graph as it ought to be. */
    public List<String> validate(NamedGraph graph) {
        return ShaclValidator.get()
                .validate(shapes, new Union(graph.graph(), hierarchy))
                .getEntries()
                .stream()
                .map(Shapes::line)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The report in SHACL's own vocabulary: whether the graph conforms, and a result for each
     * fault. It names the graph as its source.
     */
    public Graph report(NamedGraph graph) {
        Graph report =
                ShaclValidator.get()
                        .validate(shapes, new Union(graph.graph(), hierarchy))
                        .getGraph();
        report.find(Node.ANY, RDF.Nodes.type, SHACL.ValidationReport)
                .mapWith(Triple::getSubject)
                .toList()
                .forEach(
                        self ->
                                report.add(
                                        Triple.create(
                                                self, DCTerms.source.asNode(), graph.name())));
        return report;
    }

    private static String line(ReportEntry entry) {
        String value = entry.value() == null ? "" : ", not " + entry.value();
        return entry.focusNode() + ": " + entry.message() + value;
    }
}
