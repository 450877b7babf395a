package org.demarche.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.spark.TaskContext;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.sql.Row;
import org.demarche.article.AnyReader;
import org.demarche.article.Article;
import org.demarche.article.ArticleSink;
import org.demarche.article.FieldNames;
import org.demarche.source.InputException;

/**
 * The articles of one file of any format, as rows, one after the other: readers hand articles out,
 * Spark fetches them, and so a thread of its own reads a few ahead.
 */
final class FoundArticles implements Iterator<Row>, ArticleSink {
    private static final int AHEAD = 64;

    private final String file;
    private final int input;
    private final BlockingQueue<Optional<Row>> rows = new ArrayBlockingQueue<>(AHEAD);
    private long number;
    private volatile boolean unwanted;
    // Empty once the end was met.
    private Optional<Row> next;

    /**
     * Begins to read.
     *
     * @param input number of the input that the file is of: later ones count more
     */
    FoundArticles(PortableDataStream stream, int input, FieldNames names) {
        this.file = stream.getPath();
        this.input = input;
        Thread thread = new Thread(() -> read(stream, names), "articles of " + file);
        thread.setDaemon(true);
        TaskContext.get()
                .addTaskCompletionListener(
                        context -> {
                            unwanted = true;
                            rows.clear();
                        });
        thread.start();
        next = fetch();
    }

    private void read(PortableDataStream stream, FieldNames names) {
        try (InputStream in = stream.open()) {
            new AnyReader(names).read(in, file, this);
        } catch (IOException e) {
            problem(new InputException(file + ": cannot be read (" + e.getMessage() + ")", e));
        } catch (RuntimeException e) {
            problem(new InputException(file + ": cannot be read further (" + e + ")", e));
        }
        put(Optional.empty());
    }

    @Override
    public boolean isFull() {
        return unwanted;
    }

    @Override
    public void article(Article article) {
        put(Optional.of(Rows.of(article, input, file, number++)));
    }

    @Override
    public void problem(InputException problem) {
        put(Optional.of(Rows.unreadable(problem.getMessage(), input, file, number++)));
    }

    @Override
    public void warning(String line) {
        // An unknown key costs nothing.
    }

    private void put(Optional<Row> row) {
        try {
            if (!unwanted) {
                rows.put(row);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Row> fetch() {
        try {
            return rows.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Row next() {
        Row row = next.orElseThrow(NoSuchElementException::new);
        next = fetch();
        return row;
    }
}
