package org.demarche.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.demarche.article.Article;
import org.demarche.article.Block;
import org.demarche.article.Span;

/** How fast the reading of sentences is on this machine, one thread, as a table for people. */
public final class Speed {
    private static final int[] LENGTHS = {12_500, 25_000, 50_000, 100_000};

    private final Analyzer analyzer;

    /**
     * Nanoseconds of the thread's own computing, so that a busy machine does not blur the figures.
     */
    private final LongSupplier clock;

    public Speed(Analyzer analyzer, LongSupplier clock) {
        this.analyzer = analyzer;
        this.clock = clock;
    }

    /** Tokens a second over some texts, warm: the first fifth is read before the clock starts. */
    public String ofTexts(List<String> texts) {
        for (String text : texts.subList(0, texts.size() / 5)) {
            read(text);
        }
        long start = clock.getAsLong();
        long tokens = 0;
        for (String text : texts) {
            tokens += read(text);
        }
        double seconds = (clock.getAsLong() - start) / 1e9;
        return String.format(Locale.ROOT, "%,d tokens, %,.0f tokens/s%n", tokens, tokens / seconds);
    }

    /**
     * Seconds for lines of growing length without any end of a sentence: a curve to be straight.
     */
    public String ofLongLines() {
        StringBuilder report = new StringBuilder();
        for (int length : LENGTHS) {
            String line = "Talks went on and ".repeat(length / 4);
            long start = clock.getAsLong();
            long tokens = read(line);
            double seconds = (clock.getAsLong() - start) / 1e9;
            report.append(
                    String.format(
                            Locale.ROOT,
                            "one line of %,d tokens: %.2f s, %,.0f tokens/s%n",
                            tokens,
                            seconds,
                            tokens / seconds));
        }
        return report.toString();
    }

    private long read(String text) {
        Article article =
                new Article(
                        "speed",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        text);
        List<Block> blocks = List.of(new Block(new Span(0, text.length()), Block.Kind.PROSE));
        return analyzer.analyze(article, blocks).stream().mapToLong(s -> s.tokens().size()).sum();
    }
}
