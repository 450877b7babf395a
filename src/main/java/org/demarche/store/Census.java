package org.demarche.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.demarche.graph.Vocabulary;

/**
 * How many statements a store has, of which classes and properties, and of which days its articles
 * are: 68,672, among them 147 of {@code dem:factuality}. It is counted once and then goes with the
 * graphs that come and go. What the store works out for itself does not count.
 */
final class Census {
    private static final Set<Node> OF_STORE =
            Set.of(DatasetDescription.GRAPH, Digest.GRAPH, Store.SELF);

    private final DatasetGraph data;
    private final Map<Node, Long> classes = new TreeMap<>(Comparator.comparing(Node::toString));
    private final Map<Node, Long> properties = new TreeMap<>(Comparator.comparing(Node::toString));
    private Optional<String> first = Optional.empty();
    private Optional<String> last = Optional.empty();
    private boolean daysKnown = true;

    private Census(DatasetGraph data) {
        this.data = data;
    }

    /** Of all graphs, counted now. */
    static Census count(DatasetGraph data) {
        Census census = new Census(data);
        census.count(NodeId.NodeIdAny, 1);
        census.daysKnown = false;
        return census;
    }

    /** As it was when it was last kept, for changes in the same transaction. */
    static Optional<Census> kept(DatasetGraph data) {
        Graph description = data.getGraph(DatasetDescription.GRAPH);
        if (description.isEmpty()) {
            return Optional.empty();
        }
        Census census = new Census(data);
        census.classes.putAll(DatasetDescription.counts(description, VOID._class, VOID.entities));
        census.properties.putAll(
                DatasetDescription.counts(description, VOID.property, VOID.triples));
        census.first = DatasetDescription.day(description, DCAT.startDate);
        census.last = DatasetDescription.day(description, DCAT.endDate);
        return Optional.of(census);
    }

    /** Takes in the graph of that name, which is in the data. */
    void add(Node name) {
        countGraph(name, 1);
    }

    /** Takes out the graph of that name, which is still in the data. */
    void remove(Node name) {
        countGraph(name, -1);
    }

    /** Puts it into the data in the place of the one that is there. */
    void keep() {
        Graph kept = GraphMemFactory.createDefaultGraphSameTerm();
        data.find(DatasetDescription.GRAPH, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> kept.add(quad.asTriple()));
        Graph now = DatasetDescription.of(this);
        for (Iterator<Triple> old = kept.find(); old.hasNext(); ) {
            Triple triple = old.next();
            if (!now.contains(triple)) {
                data.delete(Quad.create(DatasetDescription.GRAPH, triple));
            }
        }
        for (Iterator<Triple> all = now.find(); all.hasNext(); ) {
            Triple triple = all.next();
            if (!kept.contains(triple)) {
                data.add(Quad.create(DatasetDescription.GRAPH, triple));
            }
        }
    }

    private void countGraph(Node name, int sign) {
        NodeId graph = table().getNodeTable().getNodeIdForNode(name);
        if (!NodeId.isDoesNotExist(graph) && !OF_STORE.contains(name)) {
            count(graph, sign);
        }
    }

    private NodeTupleTable table() {
        return TDBInternal.getDatasetGraphTDB(data).getQuadTable().getNodeTupleTable();
    }

    // By the numbers that TDB2 has for terms: the terms of most statements need not be looked up.
    private void count(NodeId graph, int sign) {
        NodeTable nodes = table().getNodeTable();
        Map<NodeId, Boolean> counted = new HashMap<>();
        Map<NodeId, Long> byProperty = new HashMap<>();
        Map<NodeId, Long> byClass = new HashMap<>();
        NodeId type = nodes.getNodeIdForNode(RDF.Nodes.type);
        NodeId issued = nodes.getNodeIdForNode(Vocabulary.ISSUED);
        Iterator<Tuple<NodeId>> quads =
                table().find(graph, NodeId.NodeIdAny, NodeId.NodeIdAny, NodeId.NodeIdAny);
        while (quads.hasNext()) {
            Tuple<NodeId> quad = quads.next();
            if (!counted.computeIfAbsent(
                    quad.get(0), name -> !OF_STORE.contains(nodes.getNodeForNodeId(name)))) {
                continue;
            }
            byProperty.merge(quad.get(2), 1L, Long::sum);
            if (quad.get(2).equals(type)) {
                byClass.merge(quad.get(3), 1L, Long::sum);
            } else if (quad.get(2).equals(issued) && daysKnown) {
                day(nodes.getNodeForNodeId(quad.get(3)).getLiteralLexicalForm(), sign);
            }
        }
        byProperty.forEach((id, n) -> change(properties, nodes.getNodeForNodeId(id), sign * n));
        byClass.forEach(
                (id, n) -> {
                    Node each = nodes.getNodeForNodeId(id);
                    if (each.isURI()) {
                        change(classes, each, sign * n);
                    }
                });
    }

    private static void change(Map<Node, Long> counts, Node of, long by) {
        counts.merge(of, by, Long::sum);
        counts.remove(of, 0L);
    }

    private void day(String day, int sign) {
        if (sign > 0) {
            first = Optional.of(first.filter(f -> f.compareTo(day) <= 0).orElse(day));
            last = Optional.of(last.filter(l -> l.compareTo(day) >= 0).orElse(day));
        } else if (first.filter(day::equals).isPresent() || last.filter(day::equals).isPresent()) {
            daysKnown = false;
        }
    }

    // All articles' days are looked through only where the first or last may have gone.
    private void findDays() {
        if (!daysKnown) {
            daysKnown = true;
            first = Optional.empty();
            last = Optional.empty();
            data.find(Node.ANY, Node.ANY, Vocabulary.ISSUED, Node.ANY)
                    .forEachRemaining(quad -> day(quad.getObject().getLiteralLexicalForm(), 1));
        }
    }

    Optional<String> first() {
        findDays();
        return first;
    }

    Optional<String> last() {
        findDays();
        return last;
    }

    /** By class, each with how often something is of it. */
    Map<Node, Long> classes() {
        return classes;
    }

    /** By property, each with its statements. */
    Map<Node, Long> properties() {
        return properties;
    }

    long articles() {
        return classes.getOrDefault(Vocabulary.ARTICLE, 0L);
    }

    long statements() {
        return properties.values().stream().mapToLong(n -> n).sum();
    }
}
