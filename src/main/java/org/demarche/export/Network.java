package org.demarche.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Nodes and directed edges with typed values, in a fixed order: what tools for networks know of a
 * graph of actors or of events.
 *
 * @param vertexColumns the values that nodes may have
 * @param edgeColumns the values that edges may have
 */
record Network(
        String name,
        List<Column> vertexColumns,
        List<Column> edgeColumns,
        List<Vertex> vertices,
        List<Edge> edges) {

    /** The type of a column's values: String, Long or Double. */
    enum ValueType {
        TEXT,
        WHOLE,
        NUMBER
    }

    /** A value that nodes or edges may have: {@code score}, a number. */
    record Column(String name, ValueType type) {}

    /**
     * A node.
     *
     * @param kind local name of its class: State
     * @param colour by its kind, such as #1f4e79
     * @param values by the names of columns
     */
    record Vertex(
            String iri,
            String label,
            String kind,
            String colour,
            Map<String, Object> values,
            Optional<Period> period) {
        Vertex {
            label = PlainText.line(label);
            values = Map.copyOf(values);
        }
    }

    /**
     * An edge.
     *
     * @param source index of the node that it leaves
     * @param target index of the node that it reaches
     * @param label in small letters: threaten
     * @param quadClass of the events that it stands for, or empty
     * @param weight how many events it stands for
     * @param periods when they were
     */
    record Edge(
            int source,
            int target,
            String label,
            String quadClass,
            long weight,
            Map<String, Object> values,
            List<Period> periods) {
        Edge {
            label = PlainText.line(label);
            values = Map.copyOf(values);
            periods = List.copyOf(periods);
        }

        /** "threaten", or "threaten ×3" where it stands for three events. */
        String caption() {
            return weight == 1 ? label : label + " ×" + weight;
        }

        private Edge between(int from, int to) {
            return new Edge(from, to, label, quadClass, weight, values, periods);
        }

        String colour() {
            return Palette.quadClass(quadClass);
        }
    }

    Network {
        vertexColumns = List.copyOf(vertexColumns);
        edgeColumns = List.copyOf(edgeColumns);
        vertices = List.copyOf(vertices);
        edges = List.copyOf(edges);
        for (Edge edge : edges) {
            if (Math.max(edge.source(), edge.target()) >= vertices.size()) {
                throw new IllegalArgumentException(
                        "edge to no node: " + edge.source() + " to " + edge.target());
            }
        }
    }

    /** The network of the selection's shape. */
    static Network of(DatasetGraph data, Selection selection) {
        return switch (selection.shape()) {
            case ACTOR -> ActorNetwork.of(data, selection).network();
            case EVENT -> EventGraph.of(data, selection);
        };
    }

    /** How many edges each node has, by its index. */
    int[] degrees() {
        int[] degrees = new int[vertices.size()];
        for (Edge edge : edges) {
            degrees[edge.source()]++;
            degrees[edge.target()]++;
        }
        return degrees;
    }

    /** The part of it with the nodes that have the most events, at most so many. */
    Network core(int most) {
        if (vertices.size() <= most) {
            return this;
        }
        long[] weights = new long[vertices.size()];
        for (Edge edge : edges) {
            weights[edge.source()] += edge.weight();
            weights[edge.target()] += edge.weight();
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Long.compare(weights[b], weights[a]));
        int[] places = new int[vertices.size()];
        Arrays.fill(places, -1);
        List<Vertex> kept = new ArrayList<>();
        order.subList(0, most).stream()
                .sorted()
                .forEach(
                        i -> {
                            places[i] = kept.size();
                            kept.add(vertices.get(i));
                        });
        List<Edge> between = new ArrayList<>();
        for (Edge edge : edges) {
            int source = places[edge.source()];
            int target = places[edge.target()];
            if (source >= 0 && target >= 0) {
                between.add(edge.between(source, target));
            }
        }
        return new Network(name, vertexColumns, edgeColumns, kept, between).linked();
    }

    /** The part of it without nodes that have no edge. */
    private Network linked() {
        int[] degrees = degrees();
        int[] places = new int[degrees.length];
        List<Vertex> kept = new ArrayList<>();
        for (int i = 0; i < degrees.length; i++) {
            places[i] = kept.size();
            if (degrees[i] > 0) {
                kept.add(vertices.get(i));
            }
        }
        List<Edge> moved = new ArrayList<>();
        for (Edge edge : edges) {
            moved.add(edge.between(places[edge.source()], places[edge.target()]));
        }
        return new Network(name, vertexColumns, edgeColumns, kept, moved);
    }
}
