package org.demarche.export;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.demarche.graph.Vocabulary;
import org.demarche.query.SavedQuery;
import org.demarche.source.InputException;

/**
 * A saved query whose answer chooses events: those that it names, and those of the articles that it
 * names.
 *
 * @param values of its parameters
 */
public record Asked(SavedQuery query, Map<String, String> values) {
    public Asked {
        values = Map.copyOf(values);
    }

    /**
     * All events of the answer.
     *
     * @throws InputException where the answer has no place for an IRI
     */
    Set<Node> named(DatasetGraph data) {
        Query bound = query.bind(values, data);
        Set<Node> nodes = new HashSet<>();
        try (QueryExec exec = QueryExec.dataset(data).query(bound).build()) {
            if (bound.isSelectType()) {
                exec.select().forEachRemaining(row -> add(row, nodes));
            } else if (bound.isConstructType()) {
                for (Iterator<Triple> all = exec.constructTriples(); all.hasNext(); ) {
                    Triple triple = all.next();
                    nodes.add(triple.getSubject());
                    nodes.add(triple.getObject());
                }
            } else {
                throw new InputException(
                        query.name() + ": names no events; --query wants a SELECT or CONSTRUCT");
            }
        }
        Set<Node> events = new HashSet<>(nodes);
        for (Node node : nodes) {
            data.findNG(Node.ANY, Node.ANY, Vocabulary.WAS_DERIVED_FROM, node)
                    .forEachRemaining(quad -> events.add(quad.getSubject()));
        }
        return events;
    }

    private static void add(Binding row, Set<Node> nodes) {
        for (Iterator<Var> columns = row.vars(); columns.hasNext(); ) {
            Node node = row.get(columns.next());
            if (node.isURI()) {
                nodes.add(node);
            }
        }
    }
}
