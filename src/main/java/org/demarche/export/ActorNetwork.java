package org.demarche.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.Vocabulary;
import org.demarche.query.SavedQuery;

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
     * @param score from -10, conflict, to 10, cooperation
     * @param first day, month or year of the first event
     */
    public record Edge(
            String source,
            String target,
            String type,
            String quadClass,
            double score,
            long events,
            Optional<String> first,
            Optional<String> last) {}

    private static final SavedQuery EVENTS =
            SavedQuery.parse(
                    """
                    #+ summary: The events that link two actors
                    #+ parameters:
                    #+   actor: {kind: actor, description: only events of this actor}
                    #+   type: {kind: type, description: only events of this class}
                    #+   factuality: {kind: term, description: only events as real as this}
                    #+   from: {description: only events from this day on}
                    #+   to: {description: only events up to this day}
                    #+ enumerate:
                    #+   factuality: [Asserted, Planned, Possible, Denied]
                    #+ defaults:
                    #+   factuality: Asserted
                    SELECT DISTINCT ?event ?source ?target ?plover ?quad ?score ?when WHERE {
                      ?__actor_iri ^dem:affiliation*/^(dem:actor|dem:recipient) ?event .
                      ?class rdfs:subClassOf* ?__type_iri .
                      ?event dem:factuality ?__factuality_iri ; a ?class ; dem:actor ?source ;
                          prov:wasDerivedFrom ?article .
                      { ?event dem:recipient ?target }
                      UNION {
                        ?event dem:actor ?source , ?target
                        FILTER(STR(?source) < STR(?target))
                        FILTER NOT EXISTS { ?event dem:recipient ?other }
                      }
                      ?class rdfs:subClassOf* ?top .
                      ?top dem:plover ?plover ; dem:quadClass ?quad ; dem:score ?score .
                      OPTIONAL { ?event dem:date ?day }
                      OPTIONAL { ?article dcterms:issued ?issued }
                      BIND(STR(COALESCE(?day, ?issued)) AS ?when)
                      FILTER(SUBSTR(STR(?__from_date), 1, STRLEN(?when)) <= ?when)
                      FILTER(SUBSTR(?when, 1, STRLEN(STR(?__to_date))) <= STR(?__to_date))
                    }
                    """,
                    "actor network");

    public ActorNetwork {
        actors = List.copyOf(actors);
        edges = List.copyOf(edges);
    }

    /** The network of the events that the selection lets through. */
    public static ActorNetwork of(DatasetGraph data, Selection selection) {
        return new Gathering(data, selection.aggregated()).network(selection);
    }

    private record Key(String source, String target, String type) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::source)
                    .thenComparing(Key::target)
                    .thenComparing(Key::type)
                    .compare(this, other);
        }
    }

    private static final class Gathering {
        private final DatasetGraph data;
        private final boolean aggregated;
        private final Map<Node, Node> ends = new HashMap<>();
        private final Map<String, Node> nodes = new TreeMap<>();
        private final Map<Key, Edge> edges = new TreeMap<>();
        private final Map<Key, Set<String>> counted = new HashMap<>();

        Gathering(DatasetGraph data, boolean aggregated) {
            this.data = data;
            this.aggregated = aggregated;
        }

        ActorNetwork network(Selection selection) {
            try (QueryExec events =
                    QueryExec.dataset(data).query(EVENTS.bind(selection.filters(), data)).build()) {
                RowSet rows = events.select();
                while (rows.hasNext()) {
                    add(rows.next());
                }
            }
            List<Actor> actors = new ArrayList<>();
            nodes.values().forEach(node -> actors.add(actor(node)));
            return new ActorNetwork(actors, List.copyOf(edges.values()));
        }

        private void add(Binding row) {
            Node source = end(row.get("source"));
            Node target = end(row.get("target"));
            if (source.equals(target)) {
                return;
            }
            nodes.put(name(source), source);
            nodes.put(name(target), target);
            String type = row.get("plover").getLiteralLexicalForm();
            Key key = new Key(name(source), name(target), type);
            if (!counted.computeIfAbsent(key, k -> new TreeSet<>()).add(name(row.get("event")))) {
                return;
            }
            Optional<String> when =
                    Optional.ofNullable(row.get("when")).map(Node::getLiteralLexicalForm);
            Edge one =
                    new Edge(
                            key.source(),
                            key.target(),
                            type,
                            row.get("quad").getLocalName(),
                            Double.parseDouble(row.get("score").getLiteralLexicalForm()),
                            1,
                            when,
                            when);
            edges.merge(key, one, Gathering::both);
        }

        private static Edge both(Edge a, Edge b) {
            return new Edge(
                    a.source(),
                    a.target(),
                    a.type(),
                    a.quadClass(),
                    a.score(),
                    a.events() + b.events(),
                    chosen(a.first(), b.first(), -1),
                    chosen(a.last(), b.last(), 1));
        }

        private static Optional<String> chosen(Optional<String> a, Optional<String> b, int sign) {
            if (a.isEmpty() || b.isEmpty()) {
                return a.or(() -> b);
            }
            return a.get().compareTo(b.get()) * sign >= 0 ? a : b;
        }

        /** The actor itself, or where its affiliations end. */
        private Node end(Node actor) {
            if (!aggregated) {
                return actor;
            }
            Node known = ends.get(actor);
            if (known == null) {
                known = actor;
                Set<Node> passed = new java.util.HashSet<>();
                Optional<Node> above = first(known, Vocabulary.AFFILIATION);
                while (above.isPresent() && passed.add(known)) {
                    known = above.get();
                    above = first(known, Vocabulary.AFFILIATION);
                }
                ends.put(actor, known);
            }
            return known;
        }

        private Actor actor(Node node) {
            Map<String, Node> kinds = new LinkedHashMap<>();
            data.findNG(Node.ANY, node, RDF.Nodes.type, Node.ANY)
                    .forEachRemaining(q -> kinds.put(q.getObject().getLocalName(), q.getObject()));
            return new Actor(
                    name(node),
                    first(node, Vocabulary.PREF_LABEL)
                            .map(Node::getLiteralLexicalForm)
                            .orElseGet(() -> name(node).replaceFirst(".*/", "")),
                    kinds.keySet().stream().sorted().findFirst().orElse("Actor"),
                    first(node, Vocabulary.CODE).map(Node::getLiteralLexicalForm));
        }

        /** The first of the objects in the order of their text: always the same one. */
        private Optional<Node> first(Node subject, Node property) {
            Optional<Node> least = Optional.empty();
            for (Iterator<Quad> all = data.findNG(Node.ANY, subject, property, Node.ANY);
                    all.hasNext(); ) {
                Node each = all.next().getObject();
                if (least.isEmpty() || each.toString().compareTo(least.get().toString()) < 0) {
                    least = Optional.of(each);
                }
            }
            return least;
        }

        private static String name(Node node) {
            return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
        }
    }
}
