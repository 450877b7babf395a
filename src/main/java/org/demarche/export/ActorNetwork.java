package org.demarche.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.export.Network.Column;
import org.demarche.export.Network.ValueType;

/**
 * Who acts on whom: actors, and between two of them one edge for each type of event, with how many
 * there are and from when to when. Nodes and edges are sorted.
 */
public record ActorNetwork(List<Actor> actors, List<Edge> edges) {
    /**
     * A node.
     *
     * @param label its name, or what stands last in its IRI
     * @param kind local name of its class: State
     * @param code empty where it has none
     */
    public record Actor(String iri, String label, String kind, Optional<String> code) {}

    /**
     * All events of one type by one actor towards another.
     *
     * @param type PLOVER type: THREATEN
     * @param quadClass VerbalConflict
     * @param score the mean of theirs, from -10, conflict, to 10, cooperation
     * @param dates the days, months or years of the events, sorted, each once
     */
    public record Edge(
            String source,
            String target,
            String type,
            String quadClass,
            double score,
            long events,
            List<String> dates) {
        public Edge {
            dates = List.copyOf(dates);
        }

        public Optional<String> first() {
            return dates.stream().findFirst();
        }

        public Optional<String> last() {
            return dates.stream().reduce((a, b) -> b);
        }
    }

    public ActorNetwork {
        actors = List.copyOf(actors);
        edges = List.copyOf(edges);
    }

    /** The network of the events that the selection lets through. */
    public static ActorNetwork of(DatasetGraph data, Selection selection) {
        Gathering gathering = new Gathering();
        EventReader.read(data, selection.assertedUnlessAsked()).forEach(gathering::add);
        return gathering.network();
    }

    private record Key(String source, String target, String type) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::source)
                        .thenComparing(Key::target)
                        .thenComparing(Key::type);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Bundle {
        private final String quadClass;
        private final TreeSet<String> dates = new TreeSet<>();
        private double scores;
        private long events;

        Bundle(String quadClass) {
            this.quadClass = quadClass;
        }
    }

    private static final class Gathering {
        private final Map<String, Actor> actors = new TreeMap<>();
        private final Map<Key, Bundle> bundles = new TreeMap<>();

        void add(EventRecord event) {
            for (EventRecord.Pair pair : event.pairs()) {
                Party source = pair.actor();
                Party target = pair.recipient();
                if (source.iri().equals(target.iri())) {
                    continue;
                }
                actors.computeIfAbsent(source.iri(), iri -> actor(source));
                actors.computeIfAbsent(target.iri(), iri -> actor(target));
                Key key = new Key(source.iri(), target.iri(), event.kind().plover());
                Bundle bundle =
                        bundles.computeIfAbsent(key, k -> new Bundle(event.kind().quadClass()));
                bundle.events++;
                bundle.scores += event.kind().score();
                event.when().ifPresent(bundle.dates::add);
            }
        }

        private static Actor actor(Party party) {
            return new Actor(party.iri(), party.label(), party.kind(), party.code());
        }

        ActorNetwork network() {
            List<Edge> edges = new ArrayList<>();
            bundles.forEach(
                    (key, bundle) ->
                            edges.add(
                                    new Edge(
                                            key.source(),
                                            key.target(),
                                            key.type(),
                                            bundle.quadClass,
                                            bundle.scores / (double) bundle.events,
                                            bundle.events,
                                            List.copyOf(bundle.dates))));
            return new ActorNetwork(List.copyOf(actors.values()), edges);
        }
    }

    /** The same for tools that know nothing of actors. */
    Network network() {
        Map<String, Integer> places = new HashMap<>();
        actors.forEach(actor -> places.put(actor.iri(), places.size()));
        Map<String, Long> events = new HashMap<>();
        Map<String, Period> periods = new HashMap<>();
        List<Network.Edge> links = new ArrayList<>();
        for (Edge edge : edges) {
            List<Period> when =
                    edge.dates().stream().flatMap(date -> Period.of(date).stream()).toList();
            for (String end : List.of(edge.source(), edge.target())) {
                events.merge(end, edge.events(), Long::sum);
                when.forEach(period -> periods.merge(end, period, Period::with));
            }
            links.add(
                    new Network.Edge(
                            places.get(edge.source()),
                            places.get(edge.target()),
                            edge.type().toLowerCase(Locale.ROOT),
                            edge.quadClass(),
                            edge.events(),
                            values(edge),
                            when));
        }
        List<Network.Vertex> vertices = new ArrayList<>();
        for (Actor actor : actors) {
            Map<String, Object> values = new HashMap<>();
            actor.code().ifPresent(code -> values.put("code", PlainText.line(code)));
            values.put("events", events.getOrDefault(actor.iri(), 0L));
            vertices.add(
                    new Network.Vertex(
                            actor.iri(),
                            actor.label(),
                            actor.kind(),
                            Palette.kind(actor.kind()),
                            values,
                            Optional.ofNullable(periods.get(actor.iri()))));
        }
        return new Network(
                "actors",
                List.of(new Column("code", ValueType.TEXT), new Column("events", ValueType.WHOLE)),
                List.of(
                        new Column("type", ValueType.TEXT),
                        new Column("quadClass", ValueType.TEXT),
                        new Column("score", ValueType.NUMBER),
                        new Column("events", ValueType.WHOLE),
                        new Column("first", ValueType.TEXT),
                        new Column("last", ValueType.TEXT)),
                vertices,
                links);
    }

    private static Map<String, Object> values(Edge edge) {
        Map<String, Object> values = new HashMap<>();
        values.put("type", edge.type());
        values.put("quadClass", edge.quadClass());
        values.put("score", edge.score());
        values.put("events", edge.events());
        edge.first().ifPresent(date -> values.put("first", date));
        edge.last().ifPresent(date -> values.put("last", date));
        return values;
    }
}
