package org.demarche.ontology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;

/** Questions to a graph of classes: what stands below Threat, what label has it. */
record Statements(Graph graph) {
    private static final Node SUBCLASS_OF = RDFS.Nodes.subClassOf;

    List<Node> subjects(Node property, Node object) {
        return graph.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList().stream()
                .distinct()
                .toList();
    }

    List<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
    }

    Optional<Node> object(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    /** A class and all below it. */
    Set<Node> below(Node root) {
        return closure(root, each -> subjects(SUBCLASS_OF, each));
    }

    /** A class and all above it, the nearest first. */
    Set<Node> above(Node node) {
        return closure(node, each -> objects(each, SUBCLASS_OF));
    }

    /** Whether a class stands above itself. */
    boolean isCyclic(Node node) {
        return objects(node, SUBCLASS_OF).stream().anyMatch(each -> above(each).contains(node));
    }

    /** What the class says, or the nearest above it that says something. */
    List<Node> inherited(Node node, Node property) {
        return above(node).stream()
                .map(each -> objects(each, property))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Set<Node> closure(Node start, Function<Node, List<Node>> next) {
        Set<Node> reached = new LinkedHashSet<>(Set.of(start));
        Deque<Node> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Node each : next.apply(open.remove())) {
                if (reached.add(each)) {
                    open.add(each);
                }
            }
        }
        return reached;
    }
}
