package org.demarche.export;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.demarche.ontology.Ontology;

/**
 * One event as a row of a table with typed columns, for data frames: a {@code RecallOfAmbassador}
 * by Chad towards Mali.
 *
 * @param id the event's IRI
 * @param article id of the article
 * @param date day, month or year of its own
 * @param published the day of the article
 * @param type local name of its class
 * @param actors names of those who act
 * @param actorStates codes of the states that they belong to, each once
 */
public record EventRow(
        String id,
        String article,
        Optional<String> date,
        Optional<String> published,
        String type,
        String label,
        String plover,
        Optional<String> cameo,
        String quadClass,
        double score,
        String factuality,
        List<String> actors,
        List<String> actorStates,
        List<String> recipients,
        List<String> recipientStates,
        Optional<String> place,
        Optional<Double> latitude,
        Optional<Double> longitude,
        List<String> saidBy,
        List<String> reportedBy,
        Optional<Double> confidence,
        Optional<String> incident,
        String quote) {

    /** The events of an article's graph, by their IRIs; the ontology tells of their classes. */
    public static List<EventRow> of(NamedGraph article, Ontology ontology) {
        DatasetGraph data = DatasetGraphFactory.createGeneral();
        data.addGraph(NodeFactory.createURI(Ontology.GRAPH), ontology.graph());
        data.addGraph(article.name(), article.graph());
        EventReader reader = new EventReader(data, false);
        return article.graph().stream(Node.ANY, Vocabulary.FACTUALITY, Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .map(reader::event)
                .map(EventRow::of)
                .sorted(Comparator.comparing(EventRow::id))
                .toList();
    }

    private static EventRow of(EventRecord event) {
        return new EventRow(
                event.iri(),
                event.source().id(),
                event.date(),
                event.source().issued(),
                event.kind().name(),
                event.kind().label(),
                event.kind().plover(),
                event.kind().cameo(),
                event.kind().quadClass(),
                event.kind().score(),
                event.factuality(),
                labels(event.actors()),
                states(event.actors()),
                labels(event.recipients()),
                states(event.recipients()),
                event.place().map(Site::label),
                event.place().flatMap(Site::latitude),
                event.place().flatMap(Site::longitude),
                labels(event.saidBy()),
                labels(event.reportedBy()),
                event.confidence(),
                event.incident(),
                event.quote());
    }

    private static List<String> labels(List<Party> parties) {
        return parties.stream().map(Party::label).toList();
    }

    private static List<String> states(List<Party> parties) {
        return parties.stream().map(Party::state).flatMap(Optional::stream).distinct().toList();
    }
}
