package org.demarche.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.article.Article;
import org.demarche.article.ArticleFiles;
import org.demarche.article.ArticleSink;
import org.demarche.graph.NamedGraph;
import org.demarche.source.InputException;
import org.demarche.store.Store;

/**
 * Takes in the articles that appear in a folder. A file is read once it has not changed between two
 * looks, and again when it changes later. Files are looked for, not waited for: that works on
 * network folders too. Where one file comes after the other, the articles of some time are written
 * together: each commit costs room on the disk.
 */
public final class FolderWatch implements AutoCloseable {
    // An article that comes alone is written at once, one of many after so many looks.
    private static final int LOOKS_A_COMMIT = 10;
    private static final Pattern ARTICLES = Pattern.compile(".+\\.(?:txt|jsonl|jsonl\\.gz)");

    private final Path folder;
    private final Intake intake;
    private final Store store;
    private final Consumer<String> messages;
    private final Duration every;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread looking = new Thread(this::lookUntilClosed, "watch");
    private final Map<Path, State> seen = new HashMap<>();
    private final Map<Path, State> read = new HashMap<>();
    private final List<NamedGraph> batch = new ArrayList<>();
    private final List<String> unsaid = new ArrayList<>();
    private long loaded;

    private record State(long size, FileTime changed) {}

    private FolderWatch(
            Path folder, Duration every, Intake intake, Store store, Consumer<String> messages) {
        this.folder = folder;
        this.every = every;
        this.intake = intake;
        this.store = store;
        this.messages = messages;
        this.loaded = System.nanoTime() - between();
    }

    /** The least time between two commits, in nanoseconds. */
    private long between() {
        return every.multipliedBy(LOOKS_A_COMMIT).toNanos();
    }

    /**
     * Watches until it is closed.
     *
     * @param every how often to look
     * @param messages takes what was read and what could not be
     */
    public static FolderWatch start(
            Path folder, Duration every, Intake intake, Store store, Consumer<String> messages) {
        check(folder);
        FolderWatch watch = new FolderWatch(folder, every, intake, store, messages);
        watch.looking.setDaemon(true);
        watch.looking.start();
        return watch;
    }

    /** Refuses what cannot be watched. */
    public static void check(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": no such folder to watch");
        }
    }

    private void lookUntilClosed() {
        try {
            do {
                look();
            } while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        load();
    }

    private void look() {
        try {
            Map<Path, State> now = states();
            read.keySet().retainAll(now.keySet());
            for (Map.Entry<Path, State> each : now.entrySet()) {
                boolean settled = each.getValue().equals(seen.get(each.getKey()));
                if (settled && !each.getValue().equals(read.get(each.getKey())) && !isBatchFull()) {
                    read.put(each.getKey(), each.getValue());
                    new Loading(each.getKey()).run();
                }
            }
            seen.clear();
            seen.putAll(now);
            if (System.nanoTime() - loaded >= between()) {
                load();
            }
        } catch (IOException e) {
            messages.accept(folder + ": cannot be looked into (" + e.getMessage() + ")");
        } catch (RuntimeException e) {
            // The watch goes on: other files are good.
            messages.accept(folder + ": " + e);
            batch.clear();
            unsaid.clear();
        }
    }

    private boolean isBatchFull() {
        return batch.size() >= Store.BATCH;
    }

    /** Commits what was read so far and says so; when it cannot be, it is kept for later. */
    private void load() {
        loaded = System.nanoTime();
        try {
            store.replace(batch);
            batch.clear();
            unsaid.forEach(messages);
            unsaid.clear();
        } catch (InputException e) {
            // No room on the disk.
            messages.accept(e.getMessage());
        }
    }

    private Map<Path, State> states() throws IOException {
        Map<Path, State> states = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (ARTICLES.matcher(name).matches() && !name.startsWith(".")) {
                    BasicFileAttributes attributes =
                            Files.readAttributes(file, BasicFileAttributes.class);
                    if (attributes.isRegularFile()) {
                        states.put(
                                file, new State(attributes.size(), attributes.lastModifiedTime()));
                    }
                }
            }
        }
        return states;
    }

    /** The watch is closed while a file is read, or cannot load what it read. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The reading of one file. */
    private final class Loading implements ArticleSink {
        private final Path file;
        private int articles;

        Loading(Path file) {
            this.file = file;
        }

        void run() {
            boolean whole = true;
            try {
                new ArticleFiles(InputStream.nullInputStream())
                        .read(List.of(file.toString()), this);
            } catch (Stopped e) {
                whole = false;
                read.remove(file);
            }
            unsaid.add(
                    file
                            + ": "
                            + articles
                            + (articles == 1 ? " article" : " articles")
                            + (whole ? "" : ", then stopped"));
        }

        @Override
        public void article(Article article) {
            if (closed.getCount() == 0) {
                throw new Stopped();
            }
            try {
                batch.add(intake.graph(article));
                articles++;
            } catch (InputException e) {
                problem(e);
            } catch (IllegalStateException | IndexOutOfBoundsException e) {
                // A mistake of ours in one article must not cost the others.
                messages.accept("article " + article.id() + ": left out, " + e);
            }
            if (isBatchFull()) {
                load();
            }
            if (isBatchFull()) {
                throw new Stopped();
            }
        }

        @Override
        public void problem(InputException problem) {
            messages.accept(problem.getMessage());
        }

        @Override
        public void warning(String line) {
            messages.accept(line);
        }
    }

    /** Ends the watch; an article being read is finished first, and what was read is loaded. */
    @Override
    public void close() {
        closed.countDown();
        try {
            looking.join(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
