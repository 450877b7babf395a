package org.demarche.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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
    // Readers and writers hold the read side; only replacing the dataset takes the write side.
    private final ReadWriteLock replacing = new ReentrantReadWriteLock();
    private final Object writing = new Object();
    private final AtomicLong commits = new AtomicLong();
    private DatasetGraph dataset;
    private int users;

    private Connection(Path folder) {
        this.folder = folder;
        this.dataset = connect(folder);
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
                replacing.writeLock().lock();
                try {
                    TDBInternal.expel(dataset, true);
                } finally {
                    replacing.writeLock().unlock();
                }
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
        replacing.readLock().lock();
        try {
            return Txn.calculateRead(dataset, () -> work.apply(dataset));
        } finally {
            replacing.readLock().unlock();
        }
    }

    /**
     * Does the work in one write transaction. Whatever the work throws, nothing of it is kept and
     * the store is good.
     */
    void write(Consumer<DatasetGraph> work) {
        synchronized (writing) {
            boolean committed = false;
            try {
                replacing.readLock().lock();
                try {
                    dataset.begin(TxnType.WRITE);
                    work.accept(dataset);
                    dataset.commit();
                    dataset.end();
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
                    replacing.readLock().unlock();
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
        replacing.writeLock().lock();
        try {
            try {
                if (dataset.isInTransaction()) {
                    dataset.abort();
                    dataset.end();
                }
            } finally {
                TDBInternal.expel(dataset, true);
                dataset = connect(folder);
            }
        } finally {
            replacing.writeLock().unlock();
        }
    }

    /** How often this process has written so far. */
    long commits() {
        return commits.get();
    }

    /** Begins to read on this thread, which {@link #endRead} must end. */
    DatasetGraph beginRead() {
        replacing.readLock().lock();
        try {
            dataset.begin(TxnType.READ);
            return dataset;
        } catch (RuntimeException e) {
            replacing.readLock().unlock();
            throw e;
        }
    }

    void endRead(DatasetGraph read) {
        try {
            read.end();
        } finally {
            replacing.readLock().unlock();
        }
    }

    /** The dataset of this moment; to read from it takes a transaction. */
    DatasetGraph current() {
        replacing.readLock().lock();
        try {
            return dataset;
        } finally {
            replacing.readLock().unlock();
        }
    }

    /** Fills the files of an empty dataset; it is opened anew to see them. */
    void fill(Consumer<DatasetGraph> work) {
        synchronized (writing) {
            try {
                maintain(work);
            } finally {
                reopen();
            }
        }
    }

    /** Works on the dataset outside of any transaction, with no other writer. */
    void maintain(Consumer<DatasetGraph> work) {
        synchronized (writing) {
            replacing.readLock().lock();
            try {
                work.accept(dataset);
            } finally {
                replacing.readLock().unlock();
            }
        }
    }
}
