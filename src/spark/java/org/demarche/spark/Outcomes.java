package org.demarche.spark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.corpus.CorpusReader;
import org.demarche.corpus.Limits;
import org.demarche.corpus.Outcome;
import org.demarche.corpus.Selection;
import org.demarche.export.EventRow;
import org.demarche.graph.GraphWriter;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.RdfFormat;

/** What becomes of a partition's articles, which are sorted by id, the latest version last. */
final class Outcomes implements Iterator<Row> {
    // What is under way at once is in memory with its graphs.
    private static final int BATCH = 50;

    private final Iterator<Row> articles;
    private final Pipeline pipeline;
    private final Limits limits;
    private final Deque<Row> done = new ArrayDeque<>();
    // The latest version so far of the article at hand.
    private Optional<Row> latest = Optional.empty();

    Outcomes(Iterator<Row> articles, Pipeline pipeline, Limits limits) {
        this.articles = articles;
        this.pipeline = pipeline;
        this.limits = limits;
    }

    @Override
    public boolean hasNext() {
        while (done.isEmpty() && (articles.hasNext() || latest.isPresent())) {
            readBatch();
        }
        return !done.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return done.remove();
    }

    private void readBatch() {
        try (CorpusReader reader =
                new CorpusReader(
                        () -> pipeline,
                        limits,
                        Selection.ALL,
                        1,
                        outcome -> done.add(row(outcome)),
                        warning -> {},
                        () -> false)) {
            for (int i = 0; i < BATCH && (articles.hasNext() || latest.isPresent()); i++) {
                nextArticle().ifPresent(reader::article);
            }
            reader.finish();
        }
    }

    /** The next article in its latest version; empty for a row that is none. */
    private Optional<Article> nextArticle() {
        Optional<Article> complete = Optional.empty();
        while (complete.isEmpty() && articles.hasNext()) {
            Row row = articles.next();
            if (!Rows.isArticle(row)) {
                done.add(Rows.failure(row));
                return Optional.empty();
            }
            if (latest.isPresent() && !Rows.id(latest.get()).equals(Rows.id(row))) {
                complete = latest.map(Rows::article);
            }
            latest = Optional.of(row);
        }
        if (complete.isEmpty()) {
            complete = latest.map(Rows::article);
            latest = Optional.empty();
        }
        return complete;
    }

    private Row row(Outcome outcome) {
        if (outcome instanceof Outcome.LeftOut left) {
            return Rows.of(left);
        }
        Outcome.Read read = (Outcome.Read) outcome;
        return Rows.read(
                read.id(), quads(read.graph()), EventRow.of(read.graph(), pipeline.ontology()));
    }

    private static String quads(NamedGraph graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GraphWriter writer = new GraphWriter(RdfFormat.NQUADS, out)) {
            writer.write(graph);
        }
        return out.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
