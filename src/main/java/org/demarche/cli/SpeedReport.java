package org.demarche.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.article.ArticleFiles;
import org.demarche.article.ArticleSink;
import org.demarche.article.TextReader;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.text.Sentence;

/**
 * How fast the program reads on this machine, in one thread: from start to the first sentence,
 * words a second once warm, memory, and whether long lines cost more a word than short ones.
 * Seconds are the thread's own computing, so that a busy machine does not blur them.
 */
final class SpeedReport {
    private static final int ENOUGH = 400;
    private static final int[] LENGTHS = {12_500, 25_000, 50_000, 100_000};

    private final Console console;
    private final DataFiles data;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    SpeedReport(Console console, DataFiles data) {
        this.console = console;
        this.data = data;
    }

    int print(List<Path> files) {
        List<Article> articles = articles(files);
        Pipeline pipeline = Pipeline.load(data);
        pipeline.sentences(articles.get(0));
        long up = ManagementFactory.getRuntimeMXBean().getUptime();
        line("start to first parsed sentence: %,d ms (all data loaded)", up);
        for (Article article : articles.subList(0, articles.size() / 4)) {
            pipeline.read(article);
        }
        rate("sentences", () -> articles.stream().map(pipeline::sentences).toList(), 0);
        rate(
                "sentences, mentions, events",
                () -> articles.stream().map(a -> pipeline.read(a).sentences()).toList(),
                0);
        System.gc();
        Runtime memory = Runtime.getRuntime();
        line("heap in use: %,d MB", (memory.totalMemory() - memory.freeMemory()) >> 20);
        for (int length : LENGTHS) {
            Article one = new TextReader().parse("Talks went on and ".repeat(length / 4), "line");
            rate("one line", () -> List.of(pipeline.sentences(one)), length);
        }
        return Cli.DONE;
    }

    private void rate(String what, Supplier<List<List<Sentence>>> reading, int length) {
        long start = clock.getCurrentThreadCpuTime();
        long tokens =
                reading.get().stream()
                        .flatMap(List::stream)
                        .mapToLong(sentence -> sentence.tokens().size())
                        .sum();
        double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        line(
                "%s%s: %,d tokens, %.2f s, %,.0f tokens/s",
                what,
                length > 0 ? String.format(Locale.ROOT, " of %,d words", length) : "",
                tokens,
                seconds,
                tokens / seconds);
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
