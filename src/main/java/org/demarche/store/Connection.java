package org.demarche.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.demarche.source.InputException;

/**
 * This process's one connection to the TDB2 database of a folder. All that open the folder share
 * it, and the last that closes it lets the folder go for other processes.
 */
final class Connection {
    // Two connections of one process to the same files would corrupt them: hence process-wide.
    private static final Map<Path, Connection> OPEN = new HashMap<>();
    private static final Pattern HOLDER = Pattern.compile("held by process (\\d+)");

    private final Path folder;
    private final Object writing = new Object();
    private final AtomicLong commits = new AtomicLong();
    private DatasetGraph database;
    private volatile Generation generation;
    private int users;

    private Connection(Path folder) {
        this.folder = folder;
        this.database = connect(folder);
        this.generation = Generation.of(database);
        generation.deleteOlder();
    }

    /** Connects to the database of the folder, which is made where there is none. */
    static Connection open(Path folder) {
        synchronized (OPEN) {
            Path key = folder.toAbsolutePath().normalize();
            Connection connection = OPEN.get(key);
            if (connection == null) {
                connection = new Connection(key);
                OPEN.put(key, connection);
            }
            connection.users++;
            return connection;
        }
    }

    void close() {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(folder);
                generation.close(() -> TDBInternal.expel(database, true));
            }
        }
    }

    private static DatasetGraph connect(Path folder) {
        try {
            DatasetGraph dataset =
                    DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()));
            dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
            return dataset;
        } catch (DBOpEnvException e) {
            Matcher holder = HOLDER.matcher(e.getMessage());
            throw new InputException(
                    folder
                            + ": the store is in use by "
                            + (holder.find() ? "process " + holder.group(1) : "another process")
                            + "; wait until it is done, or stop it",
                    e);
        } catch (RuntimeIOException e) {
            throw new InputException(
                    folder
                            + ": the store cannot be opened ("
                            + e.getMessage()
                            + "); its folder must be one that you may write to",
                    e);
        }
    }

    <T> T read(Function<DatasetGraph, T> work) {
        Generation held = hold();
        try {
            return Txn.calculateRead(held.data(), () -> work.apply(held.data()));
        } finally {
            held.letGo();
        }
    }

    /** The generation of this moment, which stays until it is let go. */
    private Generation hold() {
        Generation now = generation;
        while (!now.hold()) {
            Generation closed = now;
            now = generation;
            if (now == closed) {
                throw new IllegalStateException(folder + ": the store is closed");
            }
        }
        return now;
    }

    /**
     * Does the work in one write transaction. Whatever the work throws, nothing of it is kept and
     * the store is good.
     */
    void write(Consumer<DatasetGraph> work) {
        synchronized (writing) {
            boolean committed = false;
            try {
                Generation held = hold();
                try {
                    held.data().begin(TxnType.WRITE);
                    work.accept(held.data());
                    held.data().commit();
                    held.data().end();
                    committed = true;
                    commits.incrementAndGet();
                } catch (InternalError e) {
                    // A page of a mapped file that the disk has no room for.
                    throw full(e);
                } catch (RuntimeException e) {
                    if (String.valueOf(rootOf(e).getMessage()).contains("No space left")) {
                        throw full(e);
                    }
                    throw e;
                } finally {
                    held.letGo();
                }
            } finally {
                if (!committed) {
                    reopen();
                }
            }
        }
    }

    private InputException full(Throwable cause) {
        return new InputException(
                folder
                        + ": the disk is full; what was committed is kept: make room, then go on with --resume",
                cause);
    }

    private static Throwable rootOf(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    // A dataset that goes on after an abort can write node ids that no longer exist and so corrupt
    // the store for good (Jena GH-3877): it is let go, and the files are opened anew.
    private void reopen() {
        Generation left = generation;
        left.close(
                () -> {
                    try {
                        if (left.data().isInTransaction()) {
                            left.data().abort();
                            left.data().end();
                        }
                    } finally {
                        TDBInternal.expel(database, true);
                        database = connect(folder);
                        generation = Generation.of(database);
                    }
                });
    }

    /** How often this process has written so far. */
    long commits() {
        return commits.get();
    }

    /** Begins to read on this thread, which {@link #endRead} must end. */
    Generation beginRead() {
        Generation held = hold();
        try {
            held.data().begin(TxnType.READ);
            return held;
        } catch (RuntimeException e) {
            held.letGo();
            throw e;
        }
    }

    void endRead(Generation read) {
        try {
            read.data().end();
        } finally {
            read.letGo();
        }
    }

    /** The dataset of this moment; to read from it takes a transaction. */
    DatasetGraph current() {
        return generation.data();
    }

    /** Fills the files of an empty dataset; it is opened anew to see them. */
    void fill(Consumer<DatasetGraph> work) {
        synchronized (writing) {
            Generation held = hold();
            try {
                work.accept(held.data());
            } finally {
                held.letGo();
                reopen();
            }
        }
    }

    /**
     * Leaves behind what was replaced and deleted. Reading goes on, writing waits until all is
     * copied. What was read from before is closed and deleted when the last of its readers is done,
     * and then this returns.
     *
     * @param stop whether to give it up
     * @throws CancellationException when it was given up; all is as it was
     */
    void compact(BooleanSupplier stop) {
        Generation left;
        synchronized (writing) {
            left = generation;
            Path copied = copy(left, stop);
            boolean open = false;
            try {
                Generation next = left.open(copied);
                ((DatasetGraphSwitchable) database).set(next.data());
                generation = next;
                open = true;
            } finally {
                if (!open) {
                    // What would be written to the old files from now on would be lost.
                    reopen();
                }
            }
        }
        left.delete();
    }

    private Path copy(Generation from, BooleanSupplier stop) {
        try {
            return from.copy(stop);
        } catch (InternalError e) {
            throw full(e);
        } catch (RuntimeException e) {
            throw String.valueOf(rootOf(e).getMessage()).contains("No space left") ? full(e) : e;
        }
    }
}
