package org.demarche.graph;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * A graph and its name: all that was read from article a1, named {@code .../id/article/a1}.
 *
 * @param graph in memory, without blank nodes
 */
public record NamedGraph(Node name, Graph graph) {
    public NamedGraph {
        if (!name.isURI()) {
            throw new IllegalArgumentException("the name of a graph is an IRI, not " + name);
        }
    }

    public String iri() {
        return name.getURI();
    }

    /** Its statements, in no order; the stream is to be read to its end. */
    public Stream<Quad> quads() {
        return graph.stream().map(triple -> new Quad(name, triple));
    }
}
