package org.demarche.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.demarche.query.SparqlText;
import org.demarche.source.InputException;

/**
 * SPARQL queries over HTTP. The whole answer is had before its first byte is sent, so that one that
 * takes too long or has too many rows is told as such and never looks like a short answer.
 */
final class LimitedQuery extends SPARQL_QueryDataset {
    // They turn data into script or style for a browser: JSONP, XSLT, a type of the asker's wish.
    private static final List<String> REFUSED =
            List.of("callback", "stylesheet", "force-accept", "force");

    private final Settings settings;
    private final Turns turns;

    LimitedQuery(Settings settings, Turns turns) {
        this.settings = settings;
        this.turns = turns;
    }

    @Override
    public void execAny(String method, HttpAction action) {
        throw Problem.methodNotAllowed(method, "GET, POST").endOf(action);
    }

    @Override
    public void validate(HttpAction action) {
        String type = Optional.ofNullable(action.getRequestContentType()).orElse("");
        if (!type.startsWith("application/sparql-")
                && !action.getRequestMethod().equals("OPTIONS")
                && Optional.ofNullable(action.getRequestParameter("query")).orElse("").isBlank()) {
            throw Problem.badRequest(
                            "no query; give one as ?query=SELECT…, or POST it as a form or as application/sparql-query. The data cannot be changed here")
                    .endOf(action);
        }
        super.validate(action);
    }

    @Override
    protected void validateRequest(HttpAction action) {
        for (String name : REFUSED) {
            if (action.getRequestParameter(name) != null) {
                throw Problem.badRequest("parameter '" + name + "' is not supported").endOf(action);
            }
        }
    }

    @Override
    protected void executeBody(HttpAction action) {
        byte[] body;
        try {
            body = action.getRequestInputStream().readNBytes(settings.maxRequest() + 1);
        } catch (IOException e) {
            throw Problem.badRequest("the query could not be read to its end").endOf(action);
        }
        if (body.length > settings.maxRequest()) {
            throw Problem.tooLarge(settings.maxRequest()).endOf(action);
        }
        execute(new String(body, StandardCharsets.UTF_8), action);
    }

    @Override
    protected void execute(String text, HttpAction action) {
        if (!turns.take()) {
            throw Problem.busy().endOf(action);
        }
        try {
            super.execute(SparqlText.withPrefixes(text), action);
        } catch (QueryCancelledException e) {
            Problem.timeout(settings.timeout().toSeconds()).endOf(action);
            throw e;
        } catch (QueryDeniedException e) {
            Problem.serviceOff().endOf(action);
            throw e;
        } catch (ActionErrorException e) {
            if (e.getRC() == 400) {
                explain(text, action);
            }
            throw e;
        } finally {
            turns.giveBack();
        }
    }

    /** Says where in the query the mistake is. */
    private static void explain(String text, HttpAction action) {
        try {
            SparqlText.parse(text, "query");
        } catch (InputException e) {
            throw Problem.badRequest(e.getMessage()).endOf(action);
        }
    }

    @Override
    protected QueryExecResult executeQuery(
            HttpAction action, QueryExec exec, Query query, String log) {
        if (query.isSelectType()) {
            RowSet rows = exec.select();
            Iterator<Binding> all = upToLimit(rows, action).iterator();
            return new QueryExecResult(RowSetStream.create(rows.getResultVars(), all));
        }
        if (query.isConstructType()) {
            DatasetGraph made = DatasetGraphFactory.create();
            List<Quad> quads = upToLimit(exec.constructQuads(), action);
            quads.forEach(made::add);
            made.prefixes().putAll(query.getPrefixMapping());
            return new QueryExecResult(made);
        }
        if (query.isDescribeType()) {
            Graph described = exec.describe();
            if (described.size() > settings.maxRows()) {
                throw Problem.tooManyRows(settings.maxRows()).endOf(action);
            }
            return new QueryExecResult(described);
        }
        if (query.isJsonType()) {
            Iterator<JsonObject> items = upToLimit(exec.execJsonItems(), action).iterator();
            return new QueryExecResult(items);
        }
        return super.executeQuery(action, exec, query, log);
    }

    private <T> List<T> upToLimit(Iterator<T> all, HttpAction action) {
        List<T> some = new ArrayList<>();
        while (all.hasNext()) {
            if (some.size() == settings.maxRows()) {
                throw Problem.tooManyRows(settings.maxRows()).endOf(action);
            }
            some.add(all.next());
        }
        return some;
    }
}
