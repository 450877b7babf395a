package org.demarche.server;

import org.apache.jena.fuseki.servlets.GSP_R;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;

/**
 * Whole graphs over HTTP, to read: {@code /demarche/data?graph=…}. The default one is the union.
 */
final class LimitedRead extends GSP_R {
    private final Turns turns;

    LimitedRead(Turns turns) {
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
    protected DatasetGraph decideDataset(HttpAction action) {
        DatasetGraph data = super.decideDataset(action);
        return action.getRequestParameter("default") == null ? data : new UnionAsDefault(data);
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
