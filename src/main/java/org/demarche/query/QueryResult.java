package org.demarche.query;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.demarche.graph.GraphWriter;
import org.demarche.graph.RdfFormat;
import org.demarche.source.InputException;

/**
 * The answer to a query: rows, triples, or yes or no. Rows are fetched while they are written, so
 * an answer is written once, within the transaction that it was asked in.
 */
public final class QueryResult implements AutoCloseable {
    private final Query query;
    private final Page page;
    private final QueryExec exec;

    private QueryResult(Query query, Page page, QueryExec exec) {
        this.query = query;
        this.page = page;
        this.exec = exec;
    }

    /** Asks; of rows only those of the page are fetched. */
    public static QueryResult of(Query query, Page page, DatasetGraph data) {
        Query paged = query.isSelectType() ? page.of(query) : query;
        return new QueryResult(query, page, QueryExec.dataset(data).query(paged).build());
    }

    /** How much was written. */
    public record Written(long rows, boolean more) {}

    /** The format that an answer of this query has where nobody asks for another. */
    public static ResultFormat usualFormat(Query query) {
        return query.isConstructType() || query.isDescribeType()
                ? ResultFormat.TURTLE
                : ResultFormat.TABLE;
    }

    /**
     * Writes the answer.
     *
     * @throws InputException where the format is for triples and the answer is rows, or the other
     *     way round
     */
    public Written write(ResultFormat format, OutputStream out) {
        if (query.isSelectType()) {
            return writeRows(format, out);
        }
        if (query.isAskType()) {
            return writeTruth(format, out);
        }
        return writeTriples(format, out);
    }

    private Written writeRows(ResultFormat format, OutputStream out) {
        refuse(format.triples().isPresent(), format, "rows", ResultFormat.namesOfRows());
        RowSet all = exec.select();
        Counted counted = new Counted(all, page.size());
        RowSet rows = RowSetStream.create(all.getResultVars(), counted);
        if (format.rows().isPresent()) {
            Lang lang = format.rows().get();
            RowSetWriterRegistry.getFactory(lang).create(lang).write(out, rows, Context.create());
        } else {
            new RowTable(query.getPrefixMapping()).write(rows, out);
        }
        return new Written(counted.count, all.hasNext());
    }

    /** The first rows of an answer. */
    private static final class Counted implements Iterator<Binding> {
        private final Iterator<Binding> rows;
        private final long limit;
        private long count;

        Counted(Iterator<Binding> rows, long limit) {
            this.rows = rows;
            this.limit = limit;
        }

        @Override
        public boolean hasNext() {
            return count < limit && rows.hasNext();
        }

        @Override
        public Binding next() {
            count++;
            return rows.next();
        }
    }

    private Written writeTruth(ResultFormat format, OutputStream out) {
        refuse(format.triples().isPresent(), format, "yes or no", ResultFormat.namesOfRows());
        boolean truth = exec.ask();
        if (format.rows().isPresent()) {
            Lang lang = format.rows().get();
            RowSetWriterRegistry.getFactory(lang).create(lang).write(out, truth, Context.create());
        } else {
            RowTable.line(truth ? "yes" : "no", out);
        }
        return new Written(1, false);
    }

    private Written writeTriples(ResultFormat format, OutputStream out) {
        RdfFormat rdf =
                format.triples()
                        .orElseThrow(
                                () -> refusal(format, "triples", ResultFormat.namesOfTriples()));
        Graph graph = GraphFactory.createDefaultGraph();
        if (query.isDescribeType()) {
            exec.describe(graph);
        } else {
            exec.construct(graph);
        }
        try (GraphWriter writer = new GraphWriter(rdf, out)) {
            writer.write(Optional.empty(), GraphWriter.sorted(graph));
        }
        return new Written(graph.size(), false);
    }

    private static void refuse(boolean when, ResultFormat format, String what, String formats) {
        if (when) {
            throw refusal(format, what, formats);
        }
    }

    private static InputException refusal(ResultFormat format, String what, String formats) {
        return new InputException(
                "the answer is "
                        + what
                        + ", which format '"
                        + format
                        + "' cannot hold; use "
                        + formats);
    }

    @Override
    public void close() {
        exec.close();
    }
}
