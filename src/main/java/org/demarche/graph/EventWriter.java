package org.demarche.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.article.Article;
import org.demarche.entity.Actor;
import org.demarche.event.Attribution;
import org.demarche.event.Event;
import org.demarche.event.EventDate;
import org.demarche.event.Evidence;
import org.demarche.event.Thing;
import org.demarche.ontology.Concept;
import org.demarche.ontology.Ontology;

/** Writes one event into the graph of its article. */
final class EventWriter {
    private final Ontology ontology;
    private final Iris iris;
    private final Article article;
    private final Event event;
    private final NamedGraph target;
    private final EntityDescriber entities;
    private final Set<String> keys;
    private final Description description;

    /**
     * A writer for one event.
     *
     * @param keys of all events of the article
     */
    EventWriter(
            Ontology ontology,
            Iris iris,
            Article article,
            Event event,
            NamedGraph target,
            EntityDescriber entities,
            Set<String> keys) {
        this.ontology = ontology;
        this.iris = iris;
        this.article = article;
        this.event = event;
        this.target = target;
        this.entities = entities;
        this.keys = keys;
        this.description = of(iris.event(target.name(), event.key()));
    }

    void write() {
        description
                .type(NodeFactory.createURI(event.type().iri()))
                .add(Vocabulary.WAS_DERIVED_FROM, target.name())
                .add(Vocabulary.FACTUALITY, Vocabulary.dem(event.factuality().localName()))
                .number(Vocabulary.CONFIDENCE, event.confidence(), 2);
        for (Actor actor : event.actors()) {
            description.add(Vocabulary.ACTOR, entities.actor(actor));
        }
        for (Actor recipient : event.recipients()) {
            description.add(Vocabulary.RECIPIENT, entities.actor(recipient));
        }
        event.objects().forEach(this::writeThing);
        event.place()
                .ifPresent(place -> description.add(Vocabulary.LOCATION, entities.place(place)));
        event.date().ifPresent(this::writeDate);
        writeKind();
        writeQuantities();
        writeEvents(Vocabulary.CONTENT, event.contents());
        writeEvents(Vocabulary.CONDITION, event.conditions());
        for (int i = 0; i < event.attributions().size(); i++) {
            writeAttribution(event.attributions().get(i), i + 1);
        }
        for (int i = 0; i < event.evidence().size(); i++) {
            writeEvidence(event.evidence().get(i), i + 1);
        }
        Incidents.key(article, event).ifPresent(this::writeIncident);
        writeShortcuts();
    }

    private void writeThing(Thing thing) {
        Node iri = iris.thing(target.name(), thing);
        Description written =
                of(iri).type(Vocabulary.THING).name(Vocabulary.PREF_LABEL, thing.label());
        thing.owner()
                .ifPresent(owner -> written.add(Vocabulary.AFFILIATION, entities.actor(owner)));
        description.add(Vocabulary.OBJECT, iri);
    }

    private void writeDate(EventDate date) {
        description.text(Vocabulary.DATE_TEXT, date.text());
        date.value()
                .ifPresent(
                        value ->
                                description.typed(
                                        Vocabulary.DATE,
                                        value,
                                        switch (date.precision()) {
                                            case DAY -> XSDDatatype.XSDdate;
                                            case MONTH -> XSDDatatype.XSDgYearMonth;
                                            case YEAR -> XSDDatatype.XSDgYear;
                                            case UNRESOLVED ->
                                                    throw new IllegalStateException(
                                                            "unresolved date with a value");
                                        }));
        date.end()
                .ifPresent(
                        day ->
                                description.typed(
                                        Vocabulary.DATE_END, day.toString(), XSDDatatype.XSDdate));
    }

    private void writeKind() {
        event.mode()
                .or(event.type()::defaultMode)
                .ifPresent(
                        name -> {
                            Optional<Concept> mode = ontology.mode(event.type(), name);
                            description.add(Vocabulary.MODE, declared("mode", name, mode));
                        });
        Set<String> contexts = new HashSet<>(event.contexts());
        contexts.addAll(event.type().defaultContexts());
        for (String name : contexts) {
            Optional<Concept> context = ontology.context(name);
            description.add(Vocabulary.CONTEXT, declared("context", name, context));
        }
    }

    private Node declared(String kind, String name, Optional<Concept> concept) {
        return concept.map(c -> NodeFactory.createURI(c.iri()))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "event '"
                                                + event.key()
                                                + "' of "
                                                + event.type().name()
                                                + " has the unknown "
                                                + kind
                                                + " '"
                                                + name
                                                + "'"));
    }

    private void writeQuantities() {
        event.ordinal().ifPresent(n -> description.integer(Vocabulary.ORDINAL, n));
        event.quantities().size().ifPresent(n -> description.integer(Vocabulary.SIZE, n));
        event.quantities().killed().ifPresent(n -> description.integer(Vocabulary.KILLED, n));
        event.quantities().injured().ifPresent(n -> description.integer(Vocabulary.INJURED, n));
    }

    private void writeEvents(Node property, List<String> others) {
        for (String other : others) {
            if (!keys.contains(other)) {
                throw new IllegalStateException(
                        "event '" + event.key() + "' points to '" + other + "', which is none");
            }
            description.add(property, iris.event(target.name(), other));
        }
    }

    private void writeAttribution(Attribution attribution, int rank) {
        Node source = entities.actor(attribution.source());
        Node role =
                switch (attribution.kind()) {
                    case SAID_BY -> Vocabulary.SAID_BY;
                    case REPORTED_BY -> Vocabulary.REPORTED_BY;
                };
        Node iri = iris.part(target.name(), event, "attribution", rank);
        of(iri).type(Vocabulary.ATTRIBUTION_CLASS)
                .integer(Vocabulary.RANK, rank)
                .add(Vocabulary.SOURCE, source)
                .add(Vocabulary.SOURCE_ROLE, role);
        description.add(role, source).add(Vocabulary.ATTRIBUTION, iri);
    }

    private void writeEvidence(Evidence evidence, int n) {
        int length = article.text().length();
        if (evidence.span().end() > length
                || !evidence.span().of(article.text()).equals(evidence.quote())) {
            throw new IllegalStateException(
                    "the words at " + evidence.span() + " are not '" + evidence.quote() + "'");
        }
        Node iri = iris.part(target.name(), event, "evidence", n);
        Description written =
                of(iri).type(Vocabulary.EVIDENCE_CLASS)
                        .add(Vocabulary.REFERENCE_CONTEXT, target.name())
                        .integer(Vocabulary.BEGIN_INDEX, evidence.span().start())
                        .integer(Vocabulary.END_INDEX, evidence.span().end())
                        .text(Vocabulary.ANCHOR_OF, evidence.quote())
                        .text(Vocabulary.TRIGGER, evidence.triggerWords())
                        .integer(Vocabulary.TRIGGER_INDEX, evidence.trigger().start());
        evidence.row().ifPresent(row -> written.text(Vocabulary.LEXICON_ROW, row.toString()));
        description.add(Vocabulary.EVIDENCE, iri);
    }

    private void writeIncident(String key) {
        Node iri = iris.incident(key);
        of(iri).type(Vocabulary.INCIDENT_CLASS);
        description.add(Vocabulary.INCIDENT, iri);
    }

    private void writeShortcuts() {
        Node property = NodeFactory.createURI(event.type().shortcut().iri());
        for (Shortcuts.Pair pair : Shortcuts.of(event)) {
            of(entities.actor(pair.from())).add(property, entities.actor(pair.to()));
        }
    }

    private Description of(Node subject) {
        return new Description(target.graph(), subject);
    }
}
