package org.demarche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.demarche.Pipeline;
import org.demarche.Version;
import org.demarche.article.Article;
import org.demarche.article.ArticleFiles;
import org.demarche.corpus.Outcome;
import org.demarche.corpus.Report;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.demarche.ontology.EventType;
import org.demarche.source.InputException;
import org.demarche.store.Store;

/** Loads articles into the store in batches; when it is interrupted, what it has read is kept. */
final class ArticleLoading extends ArticleGraphs implements AutoCloseable {
    // A batch of very long articles is committed before it is full.
    private static final int MOST_TRIPLES = 200_000;

    private final Messages messages;
    private final Path folder;
    private final boolean resume;
    private final Optional<Report> report;
    private final long start = System.nanoTime();
    private final List<NamedGraph> batch = new ArrayList<>();
    private final Map<String, Integer> eventsByType = new TreeMap<>();
    private Optional<Store> store = Optional.empty();
    private Optional<ProgressBar> progress = Optional.empty();
    private OptionalLong size = OptionalLong.empty();
    // Only the thread that reads the files writes it, and the same shows it.
    private long bytes;
    private int batchTriples;
    private int committed;
    private boolean broken;
    private boolean closed;

    ArticleLoading(
            Messages messages,
            Path folder,
            boolean resume,
            Optional<Path> report,
            Options.WithData data,
            Options.UnderBase base,
            Options.Limits limits) {
        super(messages, data, base, limits);
        this.messages = messages;
        this.folder = folder;
        this.resume = resume;
        this.report = report.map(Report::open);
    }

    /** Reads the files; Ctrl-C ends it after the article at hand. */
    void readUntilInterrupted(ArticleFiles reader, List<String> files) {
        size = ArticleFiles.size(files);
        reader.onBytes(more -> bytes += more);
        Thread hook = new Thread(this::interrupted, "commit");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            read(reader, files);
            commit();
            compact();
        } catch (InputException e) {
            // A full disk: what is committed stays, and the user may go on from there.
            if (committed == 0) {
                throw e;
            }
            broken = true;
            messages.problem(e.getMessage());
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is running already, and does what is left to do.
            messages.detail("interrupted at the end");
        }
    }

    private synchronized void interrupted() {
        if (!closed) {
            commit();
            close();
            messages.note(
                    String.format(
                            Locale.ROOT, "interrupted: %,d articles are in %s", committed, folder));
        }
    }

    @Override
    synchronized Pipeline pipeline() {
        if (store.isEmpty() && !closed) {
            open();
        }
        return super.pipeline();
    }

    @Override
    synchronized boolean isUnchanged(Article article) {
        if (!resume || closed) {
            return false;
        }
        NamedGraph description = pipeline().descriptionOf(article);
        return batch.stream().noneMatch(graph -> graph.name().equals(description.name()))
                && store.orElseThrow().describes(description, Vocabulary.OF_ARTICLE);
    }

    @Override
    synchronized boolean isEnded() {
        return closed;
    }

    @Override
    synchronized void outcome(Outcome outcome) {
        if (closed) {
            return;
        }
        super.outcome(outcome);
        if (outcome instanceof Outcome.LeftOut left) {
            report.ifPresent(r -> r.add(left));
        }
        if (batch.size() >= Store.BATCH || batchTriples > MOST_TRIPLES) {
            commit();
        }
        progress.ifPresent(this::showProgress);
    }

    private void open() {
        Store opened = Store.openOrCreate(folder, Version.current());
        store = Optional.of(opened);
        Pipeline pipeline = super.pipeline();
        if (opened.refresh(pipeline.run().dataHash(), pipeline::background)) {
            messages.detail("loaded the ontology and the gazetteer into the store");
        }
        if (messages.showsProgress()) {
            progress = Optional.of(progressBar());
        }
    }

    /**
     * By bytes, so that it can tell the time left; by articles where nobody knows how many come.
     */
    private ProgressBar progressBar() {
        ProgressBarBuilder builder =
                new ProgressBarBuilder()
                        .setTaskName("build")
                        .setInitialMax(size.orElse(-1))
                        .setStyle(ProgressBarStyle.ASCII)
                        .setConsumer(new ConsoleProgressBarConsumer(messages.stream()));
        if (size.isPresent()) {
            builder.setUnit(" MB", 1 << 20);
        } else {
            builder.setUnit(" articles", 1).showSpeed();
        }
        return builder.build();
    }

    private void showProgress(ProgressBar bar) {
        if (size.isPresent()) {
            bar.stepTo(Math.min(bytes, size.getAsLong()));
            bar.setExtraMessage(
                    String.format(
                            Locale.ROOT,
                            " %,d articles, %.1f/s",
                            articles(),
                            articles() / ((System.nanoTime() - start) / 1e9)));
        } else {
            bar.step();
        }
    }

    @Override
    void graph(NamedGraph graph) {
        batch.add(graph);
        batchTriples += graph.graph().size();
    }

    private void count(NamedGraph graph) {
        for (Triple event :
                graph.graph().find(Node.ANY, Vocabulary.FACTUALITY, Node.ANY).toList()) {
            graph.graph()
                    .find(event.getSubject(), RDF.Nodes.type, Node.ANY)
                    .forEachRemaining(
                            type ->
                                    pipeline()
                                            .ontology()
                                            .eventType(type.getObject().getLocalName())
                                            .map(EventType::plover)
                                            .ifPresent(
                                                    p -> eventsByType.merge(p, 1, Integer::sum)));
        }
    }

    private synchronized void commit() {
        if (closed) {
            return;
        }
        store.ifPresent(s -> s.replace(batch));
        committed += batch.size();
        batch.forEach(this::count);
        batch.clear();
        batchTriples = 0;
    }

    private synchronized void compact() {
        if (!closed && store.filter(Store::compactIfItPays).isPresent()) {
            messages.detail("compacted the store");
        }
    }

    /** Says what was done, and gives the exit code. */
    synchronized int summarize() {
        if (!closed) {
            progress.ifPresent(ProgressBar::close);
            progress = Optional.empty();
            int events = eventsByType.values().stream().mapToInt(Integer::intValue).sum();
            messages.note(
                    String.format(
                            Locale.ROOT,
                            "%s with %s in %s, %.1f s",
                            counted(committed, "article"),
                            counted(events, "event"),
                            folder,
                            (System.nanoTime() - start) / 1e9));
            if (events > 0) {
                messages.note("  " + types());
            }
            if (skipped() > 0) {
                messages.note("  " + counted(skipped(), "article") + " left out as asked");
            }
            if (problems() > 0) {
                messages.note("  " + counted(problems(), "problem") + ", named above");
            }
        }
        return broken ? Cli.FAILED : exitCode();
    }

    private static String counted(int count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private String types() {
        return eventsByType.entrySet().stream()
                .sorted(
                        Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                                .thenComparing(Map.Entry::getKey))
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    public synchronized void close() {
        closed = true;
        progress.ifPresent(ProgressBar::close);
        progress = Optional.empty();
        store.ifPresent(Store::close);
        store = Optional.empty();
        report.ifPresent(Report::close);
    }
}
