package org.demarche.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.CopyDSG;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The files of a database between two compactions, {@code Data-0001}: compacting copies what is
 * alive to {@code Data-0002} and goes on there. Jena's own compaction takes the files away under a
 * transaction that began before it, and waits for its end for ever; here a reader holds the
 * generation it began on until it is done.
 */
final class Generation {
    private static final Pattern FOLDER = Pattern.compile("Data-(\\d{1,9})");
    // Jena deletes folders of such a name when it opens the database.
    private static final String UNFINISHED = "-tmp";

    private final DatasetGraphTDB data;
    private final Path folder;
    // Readers and writers hold the read side; only closing the files takes the write side.
    private final ReadWriteLock users = new ReentrantReadWriteLock();
    private boolean closed;

    private Generation(DatasetGraphTDB data) {
        this.data = data;
        this.folder = Path.of(data.getLocation().getDirectoryPath());
    }

    /** The generation that a database is in. */
    static Generation of(DatasetGraph database) {
        return new Generation(TDBInternal.requireStorage(database));
    }

    /** Its statements; whoever works with them holds it. */
    DatasetGraph data() {
        return data;
    }

    /** Keeps the files open until {@link #letGo}, unless they are closed already. */
    boolean hold() {
        users.readLock().lock();
        if (closed) {
            users.readLock().unlock();
        }
        return !closed;
    }

    void letGo() {
        users.readLock().unlock();
    }

    /**
     * Waits until nobody holds it, and closes it.
     *
     * @param closing closes the files, and opens others for those who wait here meanwhile
     */
    void close(Runnable closing) {
        users.writeLock().lock();
        try {
            closed = true;
            closing.run();
        } finally {
            users.writeLock().unlock();
        }
    }

    /** Waits until nobody holds it, and deletes its files. */
    void delete() {
        close(() -> StoreConnection.release(data.getLocation()));
        delete(folder);
    }

    /**
     * Copies what is alive to the files of the next generation, which appear whole or not at all.
     * Meanwhile nobody may write; reading goes on.
     *
     * @param stop whether to give it up
     * @return where the next generation is
     * @throws CancellationException when it was given up
     */
    Path copy(BooleanSupplier stop) {
        Path next = folder.resolveSibling(String.format(Locale.ROOT, "Data-%04d", 1 + number()));
        Path unfinished = next.resolveSibling(next.getFileName() + UNFINISHED);
        delete(unfinished);
        try {
            Files.createDirectory(unfinished);
            copy(Location.create(unfinished), unfinished.resolve("loading"), stop);
            force(unfinished);
            Files.move(unfinished, next, StandardCopyOption.ATOMIC_MOVE);
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(unfinished);
        }
    }

    private int number() {
        return number(folder);
    }

    private void copy(Location place, Path loading, BooleanSupplier stop) {
        DatasetGraphTDB copy =
                StoreConnection.connectCreate(
                                place, data.getStoreParams(), data.getReorderTransform())
                        .getDatasetGraphTDB();
        try {
            Txn.executeRead(
                    data,
                    () -> {
                        if (data.getDefaultGraph().isEmpty()) {
                            BulkLoad.fill(copy, loading, taker -> give(taker, stop));
                        } else {
                            // Another program's statements, outside of any graph.
                            CopyDSG.copy(data, copy);
                        }
                    });
        } finally {
            StoreConnection.internalExpel(place, true);
        }
    }

    private void give(Consumer<Quad> taker, BooleanSupplier stop) {
        data.find()
                .forEachRemaining(
                        quad -> {
                            if (stop.getAsBoolean()) {
                                throw new CancellationException("the compaction was given up");
                            }
                            taker.accept(quad);
                        });
    }

    /** The disk has the files before they get their name: a power cut leaves no half copy. */
    private static void force(Path copied) throws IOException {
        try (Stream<Path> files = Files.walk(copied)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                try (FileChannel file = FileChannel.open(each, StandardOpenOption.WRITE)) {
                    file.force(true);
                }
            }
        }
    }

    /** Opens the generation of that folder, with the settings of this one. */
    Generation open(Path next) {
        DatasetGraphTDB opened =
                StoreConnection.connectCreate(
                                Location.create(next),
                                data.getStoreParams(),
                                data.getReorderTransform())
                        .getDatasetGraphTDB();
        opened.getContext().putAll(data.getContext());
        return new Generation(opened);
    }

    /** Deletes the older generations, which a process had no time to delete. */
    void deleteOlder() {
        try (Stream<Path> files = Files.list(folder.getParent())) {
            files.filter(f -> FOLDER.matcher(f.getFileName().toString()).matches())
                    .filter(f -> number(f) < number())
                    .toList()
                    .forEach(Generation::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path folder) {
        Matcher name = FOLDER.matcher(folder.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException(folder + " is no folder of a database");
        }
        return Integer.parseInt(name.group(1));
    }

    private static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
                for (Path each : deepestFirst) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
