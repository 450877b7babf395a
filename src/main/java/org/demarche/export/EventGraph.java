package org.demarche.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.export.Network.Column;
import org.demarche.export.Network.ValueType;

/**
 * Events as nodes, linked to who takes part, where they were, and to what is threatened or what
 * they hang on.
 */
final class EventGraph {
    private static final List<Column> VERTEX =
            List.of(
                    new Column("code", ValueType.TEXT),
                    new Column("type", ValueType.TEXT),
                    new Column("quadClass", ValueType.TEXT),
                    new Column("score", ValueType.NUMBER),
                    new Column("factuality", ValueType.TEXT),
                    new Column("date", ValueType.TEXT),
                    new Column("quote", ValueType.TEXT),
                    new Column("article", ValueType.TEXT));
    private static final List<Column> EDGE = List.of(new Column("role", ValueType.TEXT));

    private final List<Network.Vertex> vertices = new ArrayList<>();
    private final List<Network.Edge> edges = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** From event to event, to be drawn once all are known. */
    private final List<Link> links = new ArrayList<>();

    private record Link(int source, String target, String role, EventRecord of) {}

    private EventGraph() {}

    static Network of(DatasetGraph data, Selection selection) {
        EventGraph graph = new EventGraph();
        EventReader.read(data, selection).forEach(graph::add);
        for (Link link : graph.links) {
            Integer target = graph.places.get(link.target());
            if (target != null) {
                graph.edge(link.source(), target, link.role(), link.of());
            }
        }
        return new Network("events", VERTEX, EDGE, graph.vertices, graph.edges);
    }

    private void add(EventRecord event) {
        int self = vertex(event);
        event.actors().forEach(actor -> edge(vertex(actor), self, "actor", event));
        event.recipients().forEach(other -> edge(self, vertex(other), "recipient", event));
        event.place().ifPresent(site -> edge(self, vertex(site), "location", event));
        event.contents().forEach(iri -> links.add(new Link(self, iri, "content", event)));
        event.conditions().forEach(iri -> links.add(new Link(self, iri, "condition", event)));
    }

    private void edge(int source, int target, String role, EventRecord event) {
        edges.add(
                new Network.Edge(
                        source,
                        target,
                        role,
                        event.kind().quadClass(),
                        1,
                        Map.of("role", role),
                        period(event).stream().toList()));
    }

    private static Optional<Period> period(EventRecord event) {
        return event.when().flatMap(Period::of);
    }

    private int vertex(EventRecord event) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", event.kind().plover());
        values.put("quadClass", event.kind().quadClass());
        values.put("score", event.kind().score());
        values.put("factuality", event.factuality());
        event.when().ifPresent(date -> values.put("date", date));
        values.put("quote", PlainText.line(event.quote()));
        values.put("article", event.source().iri());
        return place(
                new Network.Vertex(
                        event.iri(),
                        event.kind().label(),
                        event.kind().name(),
                        Palette.quadClass(event.kind().quadClass()),
                        values,
                        period(event)));
    }

    // Actors and places are there at all times.
    private int vertex(Party party) {
        Map<String, Object> values = new HashMap<>();
        party.code().ifPresent(code -> values.put("code", PlainText.line(code)));
        return place(
                new Network.Vertex(
                        party.iri(),
                        party.label(),
                        party.kind(),
                        Palette.kind(party.kind()),
                        values,
                        Optional.empty()));
    }

    private int vertex(Site site) {
        return place(
                new Network.Vertex(
                        site.iri(),
                        site.label(),
                        "Place",
                        Palette.kind("Place"),
                        Map.of(),
                        Optional.empty()));
    }

    private int place(Network.Vertex vertex) {
        Integer known = places.putIfAbsent(vertex.iri(), vertices.size());
        if (known != null) {
            return known;
        }
        vertices.add(vertex);
        return vertices.size() - 1;
    }
}
