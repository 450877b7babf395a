package org.demarche.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.article.ArticleFiles;
import org.demarche.article.ArticleSink;
import org.demarche.article.Block;
import org.demarche.article.Span;
import org.demarche.article.TextReader;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.text.Analyzer;
import org.demarche.text.Evaluation;
import org.demarche.text.Sentence;

/**
 * How fast the program reads on this machine, in one thread: from start to the first sentence,
 * words a second once warm, memory, and whether long lines cost more a word than short ones.
 * Seconds are the thread's own computing, so that a busy machine does not blur them.
 */
final class SpeedReport {
    private static final int ENOUGH = 400;

    /** Chars of the lines. */
    static final int[] LENGTHS = {31_250, 125_000, 500_000};

    /** Of what lines are made that no one would write, each with a name. */
    private static final Map<String, String> LINES =
            new TreeMap<>(
                    Map.of(
                            "prose", "Talks went on and ",
                            "marks", "?!,;:-. ",
                            "quotes", "\"He said '",
                            "brackets", "([{ so ",
                            "mark-up", "<b>He</b>&nbsp;<i ",
                            "one word", "ab1",
                            "emoji", "\uD83D\uDE00 "));

    private final Console console;
    private final DataFiles data;
    private final int[] lengths;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    SpeedReport(Console console, DataFiles data, int... lengths) {
        this.console = console;
        this.data = data;
        this.lengths = lengths.clone();
    }

    int print(List<Path> files) {
        Article first = new TextReader().parse("Iraq threatened to sever ties.", "first");
        Analyzer analyzer = Analyzer.load(data);
        analyze(analyzer, first);
        RuntimeMXBean process = ManagementFactory.getRuntimeMXBean();
        line("start to first parsed sentence: %,d ms", process.getUptime());
        double[] seconds = StartBench.secondsToExplain();
        line(
                "start to end of explaining one: %,.0f ms, %,.0f ms with -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                seconds[0] * 1000, seconds[1] * 1000);
        List<Article> articles = articles(files);
        long start = System.nanoTime();
        Pipeline pipeline = Pipeline.load(data);
        pipeline.read(first);
        line(
                "all data loaded and one sentence read: %,d ms",
                (System.nanoTime() - start) / 1_000_000);
        line("models: %.1f MB", Analyzer.sizeOfModels(data) / 1e6);
        List<MemoryPoolMXBean> heap =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        for (Article article : articles.subList(0, articles.size() / 4)) {
            pipeline.read(article);
        }
        stages(analyzer, articles);
        whole(pipeline, articles);
        line(
                "heap: %,d MB at most, %,d MB allowed",
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        LINES.forEach((name, piece) -> curve(pipeline, name, piece));
        return Cli.DONE;
    }

    private static List<Sentence> analyze(Analyzer analyzer, Article article) {
        Span all = new Span(0, article.text().length());
        return analyzer.analyze(article, List.of(new Block(all, Block.Kind.PROSE)));
    }

    private void stages(Analyzer analyzer, List<Article> articles) {
        List<String> paragraphs =
                articles.stream()
                        .flatMap(article -> article.text().lines())
                        .filter(text -> !text.isBlank())
                        .toList();
        for (Evaluation.Stage stage : new Evaluation(analyzer).stages(paragraphs)) {
            rate(stage.name(), stage.tokens(), stage.nanos());
        }
    }

    private void whole(Pipeline pipeline, List<Article> articles) {
        long tokens = 0;
        long analysis = 0;
        long names = 0;
        long events = 0;
        for (Article article : articles) {
            long start = clock.getCurrentThreadCpuTime();
            List<Sentence> sentences = pipeline.sentences(article);
            long read = clock.getCurrentThreadCpuTime();
            pipeline.mentions(article, sentences);
            long linked = clock.getCurrentThreadCpuTime();
            pipeline.read(article);
            long coded = clock.getCurrentThreadCpuTime();
            tokens += sentences.stream().mapToInt(sentence -> sentence.tokens().size()).sum();
            analysis += read - start;
            names += linked - read;
            events += coded - linked;
        }
        rate("names and coreference", tokens, names);
        rate("tokens to coreference", tokens, analysis + names);
        rate("tokens to events", tokens, events);
    }

    /** The time of a word in lines of several lengths. */
    private void curve(Pipeline pipeline, String name, String piece) {
        StringBuilder rates = new StringBuilder();
        for (int length : lengths) {
            Article one = new TextReader().parse(piece.repeat(length / piece.length()), "line");
            long start = clock.getCurrentThreadCpuTime();
            pipeline.sentences(one);
            double nanos = clock.getCurrentThreadCpuTime() - start;
            rates.append(String.format(Locale.ROOT, " %,7.0f", nanos / one.text().length()));
        }
        line("one line of %s chars, ns a char: %-9s%s", said(lengths), name, rates);
    }

    private static String said(int... lengths) {
        return Arrays.stream(lengths)
                .mapToObj(length -> String.format(Locale.ROOT, "%,d", length))
                .collect(Collectors.joining("/"));
    }

    private void rate(String what, long tokens, long nanos) {
        line("%-22s %,10.0f tokens/s", what, tokens * 1e9 / Math.max(1, nanos));
    }

    private void line(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
    }

    private List<Article> articles(List<Path> files) {
        List<Article> articles = new ArrayList<>();
        new ArticleFiles(console.in())
                .read(
                        files.stream().map(Path::toString).toList(),
                        new ArticleSink() {
                            @Override
                            public void article(Article article) {
                                articles.add(article);
                            }

                            @Override
                            public boolean isFull() {
                                return articles.size() >= ENOUGH;
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
        if (articles.isEmpty()) {
            throw new InputException("no article in " + files);
        }
        return articles;
    }
}
