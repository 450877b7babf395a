package org.demarche.corpus;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.article.ArticleSink;
import org.demarche.graph.NamedGraph;
import org.demarche.source.InputException;
import org.demarche.text.Sentence;

/**
 * Reads articles on several threads at once and hands on what became of them in the order in which
 * they came, so that any number of threads gives the same result: of two versions of article a1 the
 * later counts.
 *
 * <p>The caller's thread brings the articles and takes the outcomes; when enough articles are under
 * way it waits for the oldest. So memory is bounded whatever the input's size.
 */
public final class CorpusReader implements ArticleSink, AutoCloseable {
    // While the caller's thread commits a hundred graphs the others have this many to go on with.
    private static final int MOST_ARTICLES = 200;
    private static final long MOST_CHARS = 6_000_000;

    private final Supplier<Pipeline> pipeline;
    private final Limits limits;
    private final Selection selection;
    private final Consumer<Outcome> outcomes;
    private final Consumer<String> warnings;
    private final BooleanSupplier ended;
    private final ThreadPoolExecutor threads;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private Optional<Pipeline> loaded = Optional.empty();
    private long chars;
    private int taken;

    private record Pending(Reading reading, Future<Outcome> outcome) {}

    /**
     * A reader that is to be closed.
     *
     * @param pipeline asked once, when the first article is there to be read
     * @param outcomes called in the thread that brings the articles
     * @param warnings takes what readers of files did not understand
     * @param ended whether to read no further article, such as after Ctrl-C
     */
    public CorpusReader(
            Supplier<Pipeline> pipeline,
            Limits limits,
            Selection selection,
            int threads,
            Consumer<Outcome> outcomes,
            Consumer<String> warnings,
            BooleanSupplier ended) {
        this.pipeline = pipeline;
        this.limits = limits;
        this.selection = selection;
        this.outcomes = outcomes;
        this.warnings = warnings;
        this.ended = ended;
        this.threads =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work -> {
                            Thread thread = new Thread(work, "reader");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Override
    public boolean isFull() {
        return ended.getAsBoolean() || selection.limit().map(limit -> taken >= limit).orElse(false);
    }

    @Override
    public void article(Article article) {
        if (isFull()) {
            return;
        }
        int length = article.text().length();
        if (selection.isTooEarly(article)) {
            leaveOut(
                    article,
                    Reason.EARLIER,
                    "of " + article.published().orElseThrow() + ", before the first day wanted");
        } else if (length > limits.chars()) {
            leaveOut(
                    article,
                    Reason.TOO_LONG,
                    String.format(
                            Locale.ROOT,
                            "left out, its %,d chars are more than --max-chars %,d",
                            length,
                            limits.chars()));
        } else {
            Pipeline with = loaded();
            if (isUnchanged(article)) {
                leaveOut(article, Reason.UNCHANGED, "is in the store already");
            } else {
                taken++;
                makeRoom(length);
                chars += length;
                Reading reading = new Reading(with, article);
                pending.add(new Pending(reading, threads.submit(reading)));
            }
        }
    }

    private Pipeline loaded() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(pipeline.get());
        }
        return loaded.get();
    }

    // What the store has of an article says nothing while another version of it is under way.
    private boolean isUnchanged(Article article) {
        return selection.unchanged().test(article)
                && pending.stream().noneMatch(p -> p.reading().article.id().equals(article.id()));
    }

    private void leaveOut(Article article, Reason reason, String why) {
        outcomes.accept(leftOut(article, reason, why));
    }

    private static Outcome leftOut(Article article, Reason reason, String why) {
        return new Outcome.LeftOut(
                Optional.of(article.id()), reason, "article " + article.id() + ": " + why);
    }

    private void makeRoom(int length) {
        while (!pending.isEmpty()
                && (pending.size() >= MOST_ARTICLES || chars + length > MOST_CHARS)) {
            deliver();
        }
    }

    /** Hands on the outcome of the oldest article. */
    private void deliver() {
        Pending oldest = pending.remove();
        chars -= oldest.reading().article.text().length();
        try {
            outcomes.accept(outcome(oldest));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Outcome outcome(Pending oldest) throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return oldest.outcome().get(limits.time().toMillis() + 1, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (oldest.reading().isTooSlow()) {
                    // Java cannot end a thread: it is left to itself, and another takes its place.
                    threads.setMaximumPoolSize(threads.getMaximumPoolSize() + 1);
                    threads.setCorePoolSize(threads.getMaximumPoolSize());
                    return leftOut(
                            oldest.reading().article,
                            Reason.TOO_SLOW,
                            "left out, its reading takes more than --max-seconds "
                                    + limits.time().toSeconds());
                }
            }
        }
    }

    /** Waits for all articles that are under way. */
    public void finish() {
        while (!pending.isEmpty()) {
            deliver();
        }
    }

    /** The reading of one article. */
    private final class Reading implements Callable<Outcome> {
        private final Pipeline pipeline;
        private final Article article;
        private volatile Optional<Long> start = Optional.empty();

        Reading(Pipeline pipeline, Article article) {
            this.pipeline = pipeline;
            this.article = article;
        }

        boolean isTooSlow() {
            return start.filter(s -> System.nanoTime() - s > limits.time().toNanos()).isPresent();
        }

        @Override
        public Outcome call() {
            long now = System.nanoTime();
            start = Optional.of(now);
            try {
                return read(now);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                // A mistake of ours in one article must not cost a user the thousand others.
                return leftOut(article, Reason.FAILED, "left out, " + e + place(e));
            }
        }

        private Outcome read(long now) {
            Optional<String> language = pipeline.otherLanguage(article);
            if (language.isPresent()) {
                return leftOut(
                        article,
                        Reason.NOT_ENGLISH,
                        "left out, it is not English but '" + language.get() + "'");
            }
            List<Sentence> sentences = pipeline.sentences(article);
            if (sentences.size() > limits.sentences()) {
                return leftOut(
                        article,
                        Reason.TOO_LONG,
                        String.format(
                                Locale.ROOT,
                                "left out, its %,d sentences are more than --max-sentences %,d",
                                sentences.size(),
                                limits.sentences()));
            }
            NamedGraph graph = pipeline.graphOf(article, sentences);
            List<String> violations = pipeline.violations(graph);
            if (!violations.isEmpty()) {
                return leftOut(
                        article,
                        Reason.INVALID,
                        "left out, its graph is not valid\n  " + String.join("\n  ", violations));
            }
            return new Outcome.Read(article.id(), graph, System.nanoTime() - now);
        }
    }

    private static String place(Throwable problem) {
        for (StackTraceElement each : problem.getStackTrace()) {
            if (each.getClassName().startsWith("org.demarche.")) {
                return " at " + each;
            }
        }
        return "";
    }

    @Override
    public void problem(InputException problem) {
        outcomes.accept(
                new Outcome.LeftOut(Optional.empty(), Reason.UNREADABLE, problem.getMessage()));
    }

    @Override
    public void warning(String line) {
        warnings.accept(line);
    }

    /** Ends the threads; what is still under way is dropped. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
