package org.demarche.ontology;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.source.Nearest;

/**
 * What kinds of events and actors there are, as the files {@code ontology/*.ttl} say: that an
 * ExpulsionOfDiplomat is a Sanction, and a NewsOutlet an Organization.
 */
public final class Ontology {
    public static final String NAMESPACE = "https://w3id.org/demarche/ontology#";

    /** The graph of a store that holds the ontology. */
    public static final String GRAPH = "https://w3id.org/demarche/ontology";

    private final Supplier<Graph> graph;
    private final Map<String, EventType> eventTypes;
    private final Map<String, String> actorClasses;
    private final Map<String, Map<String, Concept>> modes;
    private final Map<String, Concept> contexts;

    Ontology(
            Supplier<Graph> graph,
            Map<String, EventType> eventTypes,
            Map<String, String> actorClasses,
            Map<String, Map<String, Concept>> modes,
            Map<String, Concept> contexts) {
        this.graph = graph;
        this.eventTypes = eventTypes;
        this.actorClasses = actorClasses;
        this.modes = modes;
        this.contexts = contexts;
    }

    /**
     * Reads the files.
     *
     * @throws InputException with all that is wrong in them: Turtle that cannot be read, an event
     *     class without example or above no top class, a mode of another type
     */
    public static Ontology read(DataFiles files) {
        return new OntologyReader(files).read();
    }

    /** The event class of a local name: {@code eventType("Arson")}. */
    public Optional<EventType> eventType(String name) {
        return Optional.ofNullable(eventTypes.get(name));
    }

    /**
     * The event class of a local name in a data file.
     *
     * @throws InputException with the nearest name where there is none
     */
    public EventType requireEventType(String name) {
        return eventType(name)
                .orElseThrow(
                        () ->
                                new InputException(
                                        "event class '"
                                                + name
                                                + "' is not in ontology/"
                                                + Nearest.hint(name, eventTypes.keySet())));
    }

    /** All event classes below Event, the sixteen top classes too, by name. */
    public Collection<EventType> eventTypes() {
        return eventTypes.values();
    }

    /** IRI of the class of actors of a local name: {@code actorClass("Person")}. */
    public Optional<String> actorClass(String name) {
        return Optional.ofNullable(actorClasses.get(name));
    }

    /** Local names of Actor and all classes below it. */
    public Collection<String> actorClasses() {
        return actorClasses.keySet();
    }

    /** The mode of a type's events: {@code mode(threat, "relations")}. */
    public Optional<Concept> mode(EventType type, String name) {
        return Optional.ofNullable(modes.getOrDefault(type.top(), Map.of()).get(name));
    }

    /** All modes of a type's events, by name. */
    public List<Concept> modes(EventType type) {
        return List.copyOf(modes.getOrDefault(type.top(), Map.of()).values());
    }

    /** The context of a name: {@code context("diplomatic")}. */
    public Optional<Concept> context(String name) {
        return Optional.ofNullable(contexts.get(name));
    }

    /** All contexts, by name. */
    public Collection<Concept> contexts() {
        return contexts.values();
    }

    /** All statements of the files, the shapes left out; not to be changed. */
    public Graph graph() {
        return graph.get();
    }
}
