package org.demarche.cli;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.Pipeline;
import org.demarche.Version;
import org.demarche.entity.Gazetteer;
import org.demarche.graph.Iris;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Provenance;
import org.demarche.ontology.Ontology;
import org.demarche.query.Page;
import org.demarche.query.QueryCatalog;
import org.demarche.query.QueryResult;
import org.demarche.query.SavedQuery;
import org.demarche.source.DataFiles;
import org.demarche.store.NewStore;
import org.demarche.store.Store;

/**
 * How long the saved queries take on a store, which may be one of synthetic news. Beside the time
 * on the clock stands that of computing, which other work on the machine does not blur.
 */
final class QueryBench {
    private static final int MOST_SECONDS = 60;

    private final Console console;
    private final DataFiles data;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    QueryBench(Console console, DataFiles data) {
        this.console = console;
        this.data = data;
    }

    /** Makes a store of synthetic news. */
    void make(Path folder, int events, Iris iris) {
        Ontology ontology = Ontology.read(data);
        Gazetteer gazetteer = Gazetteer.load(data);
        SyntheticNews news =
                new SyntheticNews(
                        ontology, gazetteer, iris, new Provenance(Version.current(), data.hash()));
        int articles = (events - 1) / SyntheticNews.EVENTS_PER_ARTICLE + 1;
        long start = System.nanoTime();
        long[] quads = new long[1];
        try (NewStore made = NewStore.beside(folder, Version.current())) {
            made.fill(
                    quad -> {
                        for (int i = 0; i < articles; i++) {
                            NamedGraph graph = news.graph(i);
                            quads[0] += graph.graph().size();
                            graph.quads().forEach(quad);
                        }
                    });
            made.store().refresh(data.hash(), () -> Pipeline.background(ontology, gazetteer, iris));
            made.moveIntoPlace();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        line(
                "%,d synthetic articles, %,d quads, %,.0f s, %,.0f quads/s",
                articles, quads[0], seconds, quads[0] / seconds);
    }

    /** Asks every saved query with the values that its header gives as examples. */
    void ask(Path folder) {
        line(
                "%-20s %8s %8s %8s %6s  %s",
                "query", "first s", "again s", "computing", "rows", "parameters");
        try (Store store = Store.open(folder)) {
            for (SavedQuery query : new QueryCatalog(data).queries()) {
                measure(query, query.examples(), store);
            }
        }
    }

    private void measure(SavedQuery query, Map<String, String> values, Store store) {
        long start = System.nanoTime();
        long first = store.read(all -> ask(query, values, all));
        double firstSeconds = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        long computing = clock.getCurrentThreadCpuTime();
        long again = first < 0 ? first : store.read(all -> ask(query, values, all));
        line(
                "%-20s %8.2f %8.2f %8.2f %6d  %s",
                query.name(),
                firstSeconds,
                (System.nanoTime() - start) / 1e9,
                (clock.getCurrentThreadCpuTime() - computing) / 1e9,
                again,
                values);
    }

    private static long ask(SavedQuery query, Map<String, String> values, DatasetGraph all) {
        all.getContext().set(ARQ.queryTimeout, String.valueOf(MOST_SECONDS * 1000L));
        Query bound = query.bind(values, all);
        Page page =
                query.pageSize().isPresent() ? new Page(1, query.pageSize().getAsInt()) : Page.ALL;
        try (QueryResult result = QueryResult.of(bound, page, all)) {
            return result.write(QueryResult.usualFormat(bound), new ByteArrayOutputStream()).rows();
        } catch (QueryCancelledException e) {
            return -1;
        }
    }

    private void line(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
    }
}
