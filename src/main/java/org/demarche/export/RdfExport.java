package org.demarche.export;

import java.io.OutputStream;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.GazetteerGraph;
import org.demarche.graph.GraphWriter;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.RdfFormat;
import org.demarche.graph.Vocabulary;
import org.demarche.ontology.Ontology;
import org.demarche.store.DatasetDescription;

/**
 * The store as RDF: its description, ontology, gazetteer and articles, or of a part of the events
 * all that is said of them.
 */
record RdfExport(RdfFormat format) implements ExportFormat {
    // What the store keeps for itself: another store works it out anew.
    private static final Set<Node> OF_STORE =
            Set.of(
                    NodeFactory.createURI("https://w3id.org/demarche/store"),
                    NodeFactory.createURI("https://w3id.org/demarche/digest"));

    @Override
    public String name() {
        return format.toString();
    }

    @Override
    public String suffix() {
        return format.suffix();
    }

    @Override
    public String summary() {
        return format.hasQuads()
                ? "all graphs under their names, for RDF stores"
                : "all triples as one graph, for RDF tools";
    }

    @Override
    public void write(DatasetGraph data, Selection selection, OutputStream out) {
        try (GraphWriter writer = new GraphWriter(format, out)) {
            if (selection.isPart()) {
                new EventExcerpt(data).write(selection, format.hasQuads(), writer);
            } else if (format.hasQuads()) {
                writeGraphs(data, writer);
            } else {
                writeTriples(data, writer);
            }
        }
    }

    private static void writeGraphs(DatasetGraph data, GraphWriter writer) {
        TreeSet<String> articles = new TreeSet<>();
        data.findNG(Node.ANY, Node.ANY, RDF.Nodes.type, Vocabulary.ARTICLE)
                .forEachRemaining(quad -> articles.add(quad.getGraph().getURI()));
        for (String name :
                List.of(DatasetDescription.GRAPH.getURI(), Ontology.GRAPH, GazetteerGraph.GRAPH)) {
            writeGraph(data, name, writer);
        }
        articles.forEach(name -> writeGraph(data, name, writer));
    }

    private static void writeGraph(DatasetGraph data, String iri, GraphWriter writer) {
        Node name = NodeFactory.createURI(iri);
        writer.write(new NamedGraph(name, data.getGraph(name)));
    }

    // Two articles may say the same of one actor; by subject, each triple is met once.
    private static void writeTriples(DatasetGraph data, GraphWriter writer) {
        TreeSet<Node> subjects = new TreeSet<>(Comparator.comparing(NodeFmtLib::strNT));
        for (Iterator<Quad> all = data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
                all.hasNext(); ) {
            subjects.add(all.next().getSubject());
        }
        for (Node subject : subjects) {
            Graph about = GraphMemFactory.createDefaultGraphSameTerm();
            data.findNG(Node.ANY, subject, Node.ANY, Node.ANY)
                    .forEachRemaining(
                            quad -> {
                                if (!OF_STORE.contains(quad.getGraph())) {
                                    about.add(quad.asTriple());
                                }
                            });
            writer.write(Optional.empty(), GraphWriter.sorted(about));
        }
    }
}
