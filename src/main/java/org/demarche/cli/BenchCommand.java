package org.demarche.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.demarche.Pipeline;
import org.demarche.Version;
import org.demarche.article.Article;
import org.demarche.article.ArticleFiles;
import org.demarche.article.ArticleSink;
import org.demarche.corpus.CorpusReader;
import org.demarche.corpus.Outcome;
import org.demarche.corpus.Selection;
import org.demarche.graph.NamedGraph;
import org.demarche.source.InputException;
import org.demarche.store.Store;
import org.demarche.text.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demarche bench}: how fast this machine reads, and with how much memory. */
@Command(
        name = "bench",
        description = {
            "Measures the reading of articles by stage and by threads, and their way into a new store.",
            "Other work on the machine makes the figures worse."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche bench --articles 1000 news.jsonl.gz",
            "  demarche bench --store /tmp/million --events 1000000",
            "  demarche bench --starts --store demarche-store"
        })
final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.WithData data;
    @Mixin private Options.UnderBase base;
    @Mixin private Options.Fields fields;
    @Mixin private Options.Limits limits;

    @Option(
            names = "--articles",
            paramLabel = "N",
            defaultValue = "300",
            description = "How many articles are measured (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Measure the saved queries on this store, and no articles.")
    private Optional<Path> store;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "Make that store first, of so many synthetic events.")
    private Optional<Integer> events;

    @Option(names = "--starts", description = "Measure how long each command takes to start.")
    private boolean starts;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Articles, as for build.")
    private List<String> files = List.of();

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (starts) {
            new StartBench(console)
                    .measure(List.copyOf(spec.parent().subcommands().keySet()), store);
            return Cli.DONE;
        }
        if (store.isPresent()) {
            QueryBench queries = new QueryBench(console, data.files());
            events.ifPresent(n -> queries.make(store.get(), n, base.iris()));
            queries.ask(store.get());
            return Cli.DONE;
        }
        if (files.isEmpty()) {
            throw new InputException("name files of articles, or a --store to ask");
        }
        List<Article> articles = articles();
        if (articles.isEmpty()) {
            throw new InputException("no article to measure with");
        }
        long start = System.nanoTime();
        Pipeline pipeline = Pipeline.load(data.files(), base.iris());
        line("load models and data files", seconds(start), "s");
        // Until the compiler of the machine has seen the work, figures are of the compiler.
        read(pipeline, articles.subList(0, (articles.size() + 2) / 3), limits.threads());

        long tokens = stages(pipeline, articles);
        for (int threads = 1; threads <= limits.threads(); threads++) {
            resetPeaks();
            long before = System.nanoTime();
            read(pipeline, articles, threads);
            double time = seconds(before);
            String with = threads == 1 ? "1 thread" : threads + " threads";
            line("read, " + with, articles.size() / time, "articles/s");
            line("read, " + with, tokens / time, "tokens/s");
            line("  peak heap", peakMegabytes(), "MB");
        }
        List<NamedGraph> graphs = read(pipeline, articles, limits.threads());
        store(graphs);
        return Cli.DONE;
    }

    private List<Article> articles() {
        List<Article> articles = new ArrayList<>();
        new ArticleFiles(console.in(), fields.names(), Optional.empty())
                .read(
                        files,
                        new ArticleSink() {
                            @Override
                            public boolean isFull() {
                                return articles.size() >= count;
                            }

                            @Override
                            public void article(Article article) {
                                articles.add(article);
                            }

                            @Override
                            public void problem(InputException problem) {
                                throw problem;
                            }

                            @Override
                            public void warning(String line) {
                                console.err().println(line);
                            }
                        });
        return articles;
    }

    private long stages(Pipeline pipeline, List<Article> articles) {
        long analysis = 0;
        long extraction = 0;
        long validation = 0;
        long sentences = 0;
        long tokens = 0;
        for (Article article : articles) {
            long start = System.nanoTime();
            List<Sentence> analysed = pipeline.sentences(article);
            long analysedAt = System.nanoTime();
            NamedGraph graph = pipeline.graphOf(article, analysed);
            long extractedAt = System.nanoTime();
            pipeline.violations(graph);
            analysis += analysedAt - start;
            extraction += extractedAt - analysedAt;
            validation += System.nanoTime() - extractedAt;
            sentences += analysed.size();
            tokens += analysed.stream().mapToLong(s -> s.tokens().size()).sum();
        }
        line("articles", articles.size(), "");
        line("sentences", (double) sentences, "");
        line("tokens", (double) tokens, "");
        line("analyse", tokens / (analysis / 1e9), "tokens/s");
        line("link, extract and map", tokens / (extraction / 1e9), "tokens/s");
        line("validate", tokens / (validation / 1e9), "tokens/s");
        line(
                "all stages, 1 thread",
                tokens / ((analysis + extraction + validation) / 1e9),
                "tokens/s");
        return tokens;
    }

    private List<NamedGraph> read(Pipeline pipeline, List<Article> articles, int threads) {
        List<NamedGraph> graphs = new ArrayList<>();
        try (CorpusReader reader =
                new CorpusReader(
                        () -> pipeline,
                        limits.limits(),
                        Selection.ALL,
                        threads,
                        outcome -> {
                            if (outcome instanceof Outcome.Read read) {
                                graphs.add(read.graph());
                            }
                        },
                        console.err()::println,
                        () -> false)) {
            articles.forEach(reader::article);
            reader.finish();
        }
        return graphs;
    }

    private void store(List<NamedGraph> graphs) {
        long quads = graphs.stream().mapToLong(g -> g.graph().size()).sum();
        line("quads per article", (double) quads / Math.max(1, graphs.size()), "");
        try {
            Path folder = Files.createTempDirectory("demarche-bench");
            try (Store store = Store.openOrCreate(folder.resolve("store"), Version.current())) {
                long start = System.nanoTime();
                for (int from = 0; from < graphs.size(); from += Store.BATCH) {
                    store.replace(
                            graphs.subList(from, Math.min(from + Store.BATCH, graphs.size())));
                }
                line("into the store", quads / seconds(start), "quads/s");
                store.compact();
                line(
                        "compacted store per article",
                        store.sizeOnDisk() / 1024.0 / graphs.size(),
                        "KB");
                long asked = System.nanoTime();
                store.statistics();
                line("stats", seconds(asked), "s");
            }
            try (Stream<Path> made = Files.walk(folder)) {
                for (Path each : made.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeaks() {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static double peakMegabytes() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum()
                / (1024.0 * 1024);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void line(String what, double value, String unit) {
        console.out()
                .println(
                        String.format(
                                        Locale.ROOT,
                                        value < 100 && value != Math.rint(value)
                                                ? "%-32s %,12.2f %s"
                                                : "%-32s %,12.0f %s",
                                        what,
                                        value,
                                        unit)
                                .stripTrailing());
    }
}
