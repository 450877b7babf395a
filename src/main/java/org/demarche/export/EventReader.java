package org.demarche.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.graph.Vocabulary;
import org.demarche.query.SavedQuery;

/** Reads the selected events of a store one after the other, the oldest first. */
final class EventReader {
    private static final SavedQuery EVENTS =
            SavedQuery.parse(
                    """
                    #+ summary: The events of a selection
                    #+ parameters:
                    #+   actor: {kind: actor, description: only events of this actor}
                    #+   type: {kind: type, description: only events of this class}
                    #+   factuality: {kind: term, description: only events as real as this}
                    #+   from: {description: only events from this day on}
                    #+   to: {description: only events up to this day}
                    #+ enumerate:
                    #+   factuality: [Asserted, Planned, Possible, Denied]
                    SELECT DISTINCT ?event ?when WHERE {
                      ?__actor_iri ^dem:affiliation*/^(dem:actor|dem:recipient) ?event .
                      ?class rdfs:subClassOf* ?__type_iri .
                      ?event dem:factuality ?real ; a ?class ; prov:wasDerivedFrom ?article .
                      FILTER(!BOUND(?__factuality_iri) || ?real = ?__factuality_iri)
                      OPTIONAL { ?event dem:date ?day }
                      OPTIONAL { ?article dcterms:issued ?issued }
                      BIND(STR(COALESCE(?day, ?issued)) AS ?when)
                      FILTER(SUBSTR(STR(?__from_date), 1, STRLEN(?when)) <= ?when)
                      FILTER(SUBSTR(?when, 1, STRLEN(STR(?__to_date))) <= STR(?__to_date))
                    }
                    """,
                    "export");

    private final DatasetGraph data;
    private final Map<Node, EventKind> kinds = new HashMap<>();
    private final Map<Node, Party> parties = new HashMap<>();
    private final Map<Node, Site> sites = new HashMap<>();
    private final Map<Node, Node> ends = new HashMap<>();
    private final boolean aggregated;

    private Optional<Source> latest = Optional.empty();

    /**
     * @param data in a transaction
     * @param aggregated whether an actor is told as the state or organisation that it belongs to
     */
    EventReader(DatasetGraph data, boolean aggregated) {
        this.data = data;
        this.aggregated = aggregated;
    }

    private record Found(String when, Node event) {
        // Each event once, with the first of its dates.
        static final Comparator<Found> ORDER =
                Comparator.comparing(Found::when).thenComparing(f -> f.event().toString());
    }

    /** The IRIs of the events, the oldest first, those of one day by their IRIs. */
    static List<Node> selected(DatasetGraph data, Selection selection) {
        Optional<Set<Node>> named = selection.asked().map(asked -> asked.named(data));
        List<Found> found = new ArrayList<>();
        try (QueryExec events =
                QueryExec.dataset(data).query(EVENTS.bind(selection.effective(), data)).build()) {
            RowSet rows = events.select();
            while (rows.hasNext()) {
                Binding row = rows.next();
                Node event = row.get("event");
                if (named.isEmpty() || named.get().contains(event)) {
                    Node when = row.get("when");
                    found.add(new Found(when == null ? "" : when.getLiteralLexicalForm(), event));
                }
            }
        }
        found.sort(Found.ORDER);
        Set<Node> events = new LinkedHashSet<>();
        found.forEach(f -> events.add(f.event()));
        return List.copyOf(events);
    }

    /** The events of the selection, read as the stream goes on. */
    static Stream<EventRecord> read(DatasetGraph data, Selection selection) {
        EventReader reader = new EventReader(data, selection.aggregated());
        return selected(data, selection).stream().map(reader::event);
    }

    EventRecord event(Node event) {
        Node article = first(event, Vocabulary.WAS_DERIVED_FROM).orElse(event);
        return new EventRecord(
                event.toString(),
                kind(event),
                first(event, Vocabulary.FACTUALITY).map(Node::getLocalName).orElse(""),
                parties(event, Vocabulary.ACTOR),
                parties(event, Vocabulary.RECIPIENT),
                objects(event, Vocabulary.OBJECT).stream().map(this::label).toList(),
                first(event, Vocabulary.LOCATION).map(this::site),
                text(event, Vocabulary.DATE),
                text(event, Vocabulary.DATE_TEXT),
                concepts(event, Vocabulary.MODE),
                concepts(event, Vocabulary.CONTEXT),
                iris(event, Vocabulary.CONTENT),
                iris(event, Vocabulary.CONDITION),
                parties(event, Vocabulary.SAID_BY),
                parties(event, Vocabulary.REPORTED_BY),
                first(event, Vocabulary.INCIDENT).map(Node::toString),
                counts(event),
                text(event, Vocabulary.CONFIDENCE).map(Double::valueOf),
                quote(event),
                source(article));
    }

    private Source source(Node article) {
        if (latest.isEmpty() || !latest.get().iri().equals(article.toString())) {
            latest =
                    Optional.of(
                            new Source(
                                    article.toString(),
                                    text(article, Vocabulary.IDENTIFIER).orElse(""),
                                    text(article, Vocabulary.TITLE),
                                    text(article, Vocabulary.ISSUED),
                                    text(article, Vocabulary.PUBLISHER),
                                    text(article, Vocabulary.URL)));
        }
        return latest.get();
    }

    private EventKind kind(Node event) {
        return first(event, RDF.Nodes.type)
                .map(type -> kinds.computeIfAbsent(type, this::kindOf))
                .orElseThrow(() -> new IllegalStateException(event + " is of no class"));
    }

    private EventKind kindOf(Node type) {
        return new EventKind(
                type.getLocalName(),
                text(type, RDFS.Nodes.label).orElseGet(type::getLocalName),
                inherited(type, Vocabulary.dem("plover"))
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""),
                inherited(type, SKOS.notation.asNode()).map(Node::getLiteralLexicalForm),
                inherited(type, Vocabulary.dem("quadClass")).map(Node::getLocalName).orElse(""),
                inherited(type, Vocabulary.dem("score"))
                        .map(Node::getLiteralLexicalForm)
                        .map(Double::valueOf)
                        .orElse(0.0));
    }

    /** The value of the class itself, or of the nearest class above it that has one. */
    private Optional<Node> inherited(Node type, Node property) {
        Set<Node> passed = new HashSet<>();
        Optional<Node> at = Optional.of(type);
        while (at.isPresent() && passed.add(at.get())) {
            Optional<Node> value = first(at.get(), property);
            if (value.isPresent()) {
                return value;
            }
            at = first(at.get(), RDFS.Nodes.subClassOf);
        }
        return Optional.empty();
    }

    private List<Party> parties(Node event, Node property) {
        return objects(event, property).stream()
                .map(this::end)
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .map(this::party)
                .toList();
    }

    private Party party(Node actor) {
        Party known = parties.get(actor);
        if (known == null) {
            Optional<Node> state = state(actor);
            known =
                    new Party(
                            actor.toString(),
                            label(actor),
                            first(actor, RDF.Nodes.type).map(Node::getLocalName).orElse("Actor"),
                            text(actor, Vocabulary.CODE),
                            state.flatMap(s -> text(s, Vocabulary.CODE)),
                            text(actor, Vocabulary.SECTOR),
                            text(actor, Vocabulary.OFFICE),
                            first(actor, Vocabulary.EXACT_MATCH).map(Node::toString));
            parties.put(actor, known);
        }
        return known;
    }

    /** The state that the affiliations lead to. */
    private Optional<Node> state(Node actor) {
        return chain(actor).stream()
                .filter(a -> objects(a, RDF.Nodes.type).contains(Vocabulary.STATE))
                .findFirst();
    }

    /** The actor itself, or where its affiliations end. */
    private Node end(Node actor) {
        if (!aggregated) {
            return actor;
        }
        return ends.computeIfAbsent(
                actor,
                a -> {
                    List<Node> chain = chain(a);
                    return chain.get(chain.size() - 1);
                });
    }

    private List<Node> chain(Node actor) {
        Set<Node> chain = new LinkedHashSet<>();
        Optional<Node> at = Optional.of(actor);
        while (at.isPresent() && chain.add(at.get())) {
            at = first(at.get(), Vocabulary.AFFILIATION);
        }
        return List.copyOf(chain);
    }

    private Site site(Node place) {
        return sites.computeIfAbsent(
                place,
                p ->
                        new Site(
                                p.toString(),
                                label(p),
                                first(p, Vocabulary.COUNTRY).flatMap(s -> text(s, Vocabulary.CODE)),
                                text(p, Vocabulary.LAT).map(Double::valueOf),
                                text(p, Vocabulary.LONG).map(Double::valueOf)));
    }

    private Map<String, Long> counts(Node event) {
        Map<String, Long> counts = new HashMap<>();
        for (Node property : List.of(Vocabulary.SIZE, Vocabulary.KILLED, Vocabulary.INJURED)) {
            text(event, property)
                    .ifPresent(n -> counts.put(property.getLocalName(), Long.valueOf(n)));
        }
        return counts;
    }

    private String quote(Node event) {
        return first(event, Vocabulary.EVIDENCE)
                .flatMap(e -> text(e, Vocabulary.ANCHOR_OF))
                .orElse("");
    }

    private String label(Node node) {
        return text(node, Vocabulary.PREF_LABEL)
                .filter(l -> !l.isBlank())
                .orElseGet(() -> node.toString().replaceFirst(".*[/#]", ""));
    }

    // mode:sanction-expel is "expel", context:diplomatic is "diplomatic".
    private List<String> concepts(Node event, Node property) {
        return objects(event, property).stream()
                .map(c -> c.toString().replaceFirst(".*[/#]", "").replaceFirst("^[a-z]+-", ""))
                .toList();
    }

    private List<String> iris(Node event, Node property) {
        return objects(event, property).stream().map(Node::toString).toList();
    }

    private Optional<String> text(Node subject, Node property) {
        return first(subject, property)
                .map(n -> n.isLiteral() ? n.getLiteralLexicalForm() : n.toString())
                .map(PlainText::of);
    }

    private Optional<Node> first(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    /** In the order of their text, so that the first is always the same. */
    private List<Node> objects(Node subject, Node property) {
        Set<Node> all = new HashSet<>();
        for (Iterator<Quad> quads = data.findNG(Node.ANY, subject, property, Node.ANY);
                quads.hasNext(); ) {
            all.add(quads.next().getObject());
        }
        return all.stream().sorted(Comparator.comparing(Node::toString)).toList();
    }
}
