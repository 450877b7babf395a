package org.demarche.export;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.demarche.graph.GazetteerGraph;
import org.demarche.graph.GraphWriter;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;

/**
 * What a store says of some events: the events, what they threaten or hang on, their evidence,
 * articles and participants, and of the shortcuts between actors those that these events stand for.
 */
final class EventExcerpt {
    private static final Node GAZETTEER = NodeFactory.createURI(GazetteerGraph.GRAPH);
    private static final Set<Node> TO_EVENTS = Set.of(Vocabulary.CONTENT, Vocabulary.CONDITION);

    private final DatasetGraph data;

    /** Property by event class: {@code dem:threatens} by {@code dem:Threat}. */
    private final Map<Node, Node> shortcuts = new HashMap<>();

    /**
     * @param data in a transaction
     */
    EventExcerpt(DatasetGraph data) {
        this.data = data;
        data.findNG(Node.ANY, Node.ANY, Vocabulary.dem("shortcutOf"), Node.ANY)
                .forEachRemaining(quad -> shortcuts.put(quad.getObject(), quad.getSubject()));
    }

    /**
     * Writes them, the gazetteer's part first, then the articles by their IRIs.
     *
     * @param named whether graphs keep their names; without, all is one graph
     */
    void write(Selection selection, boolean named, GraphWriter writer) {
        Map<String, Set<Node>> events = new TreeMap<>();
        for (Node event : EventReader.selected(data, selection)) {
            data.findNG(Node.ANY, event, Vocabulary.WAS_DERIVED_FROM, Node.ANY)
                    .forEachRemaining(
                            quad ->
                                    events.computeIfAbsent(
                                                    quad.getGraph().getURI(), g -> new HashSet<>())
                                            .add(event));
        }
        Set<Node> known = new HashSet<>();
        events.forEach((graph, chosen) -> known.addAll(reached(graph, chosen)));
        Graph all = GraphMemFactory.createDefaultGraphSameTerm();
        Graph gazetteer = excerpt(GAZETTEER, reached(GAZETTEER.getURI(), known), Set.of());
        write(new NamedGraph(GAZETTEER, gazetteer), named, all, writer);
        events.forEach(
                (graph, chosen) -> {
                    Node name = NodeFactory.createURI(graph);
                    Graph part = excerpt(name, reached(graph, chosen), shortcutsOf(chosen));
                    write(new NamedGraph(name, part), named, all, writer);
                });
        if (!named) {
            writer.write(Optional.empty(), GraphWriter.sorted(all));
        }
    }

    private static void write(NamedGraph part, boolean named, Graph all, GraphWriter writer) {
        if (named) {
            writer.write(part);
        } else {
            part.graph().find().forEachRemaining(all::add);
        }
    }

    /** What is said in the graph of these things, and of what is said of them, and so on. */
    private Set<Node> reached(String graph, Set<Node> from) {
        Node name = NodeFactory.createURI(graph);
        Set<Node> reached = new HashSet<>();
        Deque<Node> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            Node each = next.pop();
            if (!reached.add(each)) {
                continue;
            }
            for (Iterator<Quad> all = data.find(name, each, Node.ANY, Node.ANY); all.hasNext(); ) {
                Quad quad = all.next();
                Node object = quad.getObject();
                if (object.isURI()
                        && !shortcuts.containsValue(quad.getPredicate())
                        && (TO_EVENTS.contains(quad.getPredicate()) || !isEvent(object))) {
                    next.push(object);
                }
            }
        }
        return reached;
    }

    private boolean isEvent(Node node) {
        return data.findNG(Node.ANY, node, Vocabulary.FACTUALITY, Node.ANY).hasNext();
    }

    private Graph excerpt(Node graph, Set<Node> subjects, Set<Node> allowed) {
        Graph part = GraphMemFactory.createDefaultGraphSameTerm();
        for (Node subject : subjects) {
            for (Iterator<Quad> all = data.find(graph, subject, Node.ANY, Node.ANY);
                    all.hasNext(); ) {
                Triple triple = all.next().asTriple();
                Node property = triple.getPredicate();
                if (!shortcuts.containsValue(property)
                        || (allowed.contains(property) && subjects.contains(triple.getObject()))) {
                    part.add(triple);
                }
            }
        }
        return part;
    }

    private Set<Node> shortcutsOf(Set<Node> events) {
        Set<Node> found = new HashSet<>();
        for (Node event : events) {
            Optional<Node> at =
                    data.findNG(Node.ANY, event, Vocabulary.FACTUALITY, Vocabulary.dem("Asserted"))
                                    .hasNext()
                            ? above(event, RDF.Nodes.type)
                            : Optional.empty();
            Set<Node> passed = new HashSet<>();
            while (at.isPresent() && passed.add(at.get())) {
                Optional.ofNullable(shortcuts.get(at.get())).ifPresent(found::add);
                at = above(at.get(), RDFS.Nodes.subClassOf);
            }
        }
        return found;
    }

    private Optional<Node> above(Node node, Node property) {
        TreeSet<Node> all = new TreeSet<>(Comparator.comparing(Node::toString));
        data.findNG(Node.ANY, node, property, Node.ANY)
                .forEachRemaining(quad -> all.add(quad.getObject()));
        return List.copyOf(all).stream().findFirst();
    }
}
