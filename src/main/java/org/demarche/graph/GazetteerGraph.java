package org.demarche.graph;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.demarche.entity.Actor;
import org.demarche.entity.Place;
import org.demarche.ontology.Ontology;

/**
 * The graph of the actors and places known beforehand, with all their names: that "U.S." and
 * "Washington" are the United States.
 */
public final class GazetteerGraph {
    /** The graph of a store that holds the gazetteer. */
    public static final String GRAPH = "https://w3id.org/demarche/gazetteer";

    private GazetteerGraph() {}

    /**
     * The graph of these actors and places.
     *
     * @param states the state of an ISO 3166-1 alpha-3 code
     */
    public static NamedGraph of(
            Collection<Actor> actors,
            Collection<Place> places,
            Ontology ontology,
            Iris iris,
            Function<String, Optional<Actor>> states) {
        NamedGraph target =
                new NamedGraph(
                        NodeFactory.createURI(GRAPH), GraphMemFactory.createDefaultGraphSameTerm());
        EntityDescriber describer = new EntityDescriber(target, ontology, iris, states, true);
        actors.forEach(describer::actor);
        places.forEach(describer::place);
        return target;
    }
}
