package org.demarche.graph;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.entity.Actor;
import org.demarche.entity.Place;
import org.demarche.ontology.Ontology;

/**
 * Says in a graph who an actor is and where a place lies, with all that they belong to: the
 * minister, the ministry, the state; Baghdad and Iraq.
 */
final class EntityDescriber {
    private final NamedGraph target;
    private final Ontology ontology;
    private final Iris iris;
    private final Function<String, Optional<Actor>> states;
    private final boolean inFull;
    private final Set<Object> described = new HashSet<>();

    /**
     * @param states the state of an ISO 3166-1 alpha-3 code
     * @param inFull whether to repeat the other names of what stands in the gazetteer
     */
    EntityDescriber(
            NamedGraph target,
            Ontology ontology,
            Iris iris,
            Function<String, Optional<Actor>> states,
            boolean inFull) {
        this.target = target;
        this.ontology = ontology;
        this.iris = iris;
        this.states = states;
        this.inFull = inFull;
    }

    /** Describes the actor and gives its IRI. */
    Node actor(Actor actor) {
        Node iri = iris.actor(target.name(), actor);
        if (described.add(actor)) {
            String type =
                    ontology.actorClass(actor.className())
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "actor '"
                                                            + actor.key()
                                                            + "' of class "
                                                            + actor.className()
                                                            + ", which is not in the ontology"));
            Description description = labelled(iri, actor.name()).type(NodeFactory.createURI(type));
            actor.code().ifPresent(code -> description.text(Vocabulary.CODE, code));
            actor.sector().ifPresent(sector -> description.text(Vocabulary.SECTOR, sector));
            actor.office().ifPresent(office -> description.name(Vocabulary.OFFICE, office));
            actor.wikidata().ifPresent(id -> description.add(Vocabulary.EXACT_MATCH, wikidata(id)));
            if (inFull || !actor.known()) {
                actor.otherNames().forEach(name -> description.name(Vocabulary.ALT_LABEL, name));
            }
            actor.affiliation()
                    .ifPresent(whole -> description.add(Vocabulary.AFFILIATION, actor(whole)));
        }
        return iri;
    }

    /** Describes the place and gives its IRI. */
    Node place(Place place) {
        Node iri = iris.place(target.name(), place);
        if (described.add(place)) {
            Description description = labelled(iri, place.name()).type(Vocabulary.PLACE);
            place.lat().ifPresent(lat -> description.number(Vocabulary.LAT, lat, 4));
            place.lon().ifPresent(lon -> description.number(Vocabulary.LONG, lon, 4));
            place.wikidata().ifPresent(id -> description.add(Vocabulary.EXACT_MATCH, wikidata(id)));
            if (inFull || !place.known()) {
                place.otherNames().forEach(name -> description.name(Vocabulary.ALT_LABEL, name));
            }
            place.country()
                    .flatMap(states)
                    .ifPresent(state -> description.add(Vocabulary.COUNTRY, actor(state)));
        }
        return iri;
    }

    // A resource has one preferred label: the first name that the article gives it.
    private Description labelled(Node iri, String name) {
        boolean first = !target.graph().contains(iri, Vocabulary.PREF_LABEL, Node.ANY);
        return new Description(target.graph(), iri)
                .name(first ? Vocabulary.PREF_LABEL : Vocabulary.ALT_LABEL, name);
    }

    private static Node wikidata(String id) {
        return NodeFactory.createURI(Vocabulary.WIKIDATA + id);
    }
}
