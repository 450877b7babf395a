package org.demarche.server;

import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;

/**
 * Whole graphs over HTTP, to read: {@code /demarche/data?graph=…}. The default one is the union.
 * One that is longer than an answer may be is refused before its first byte, never cut.
 */
final class LimitedRead extends GSP_R {
    private final int maxRows;
    private final Turns turns;

    LimitedRead(Settings settings, Turns turns) {
        this.maxRows = settings.maxRows();
        this.turns = turns;
    }

    @Override
    protected void doGet(HttpAction action) {
        if (!turns.take()) {
            throw Problem.busy().endOf(action);
        }
        try {
            super.doGet(action);
        } finally {
            turns.giveBack();
        }
    }

    @Override
    protected void doPost(HttpAction action) {
        refuse(action);
    }

    @Override
    protected void doPut(HttpAction action) {
        refuse(action);
    }

    @Override
    protected void doPatch(HttpAction action) {
        refuse(action);
    }

    @Override
    protected void doDelete(HttpAction action) {
        refuse(action);
    }

    private static void refuse(HttpAction action) {
        throw Problem.methodNotAllowed(action.getRequestMethod(), "GET, HEAD").endOf(action);
    }

    @Override
    protected DatasetGraph decideDataset(HttpAction action) {
        DatasetGraph data = super.decideDataset(action);
        if (quads(data, action) > maxRows) {
            throw Problem.tooManyStatements(maxRows).endOf(action);
        }
        return action.getRequestParameter("default") == null ? data : new UnionAsDefault(data);
    }

    /** How much is asked for, counted no further than to what is too much. */
    private long quads(DatasetGraph data, HttpAction action) {
        String name = action.getRequestParameter("graph");
        Node graph = name == null ? Node.ANY : NodeFactory.createURI(name);
        return data.stream(graph, Node.ANY, Node.ANY, Node.ANY).limit(maxRows + 1L).count();
    }

    private static final class UnionAsDefault extends DatasetGraphWrapper {
        UnionAsDefault(DatasetGraph data) {
            super(data);
        }

        @Override
        public Graph getDefaultGraph() {
            return getUnionGraph();
        }
    }
}
