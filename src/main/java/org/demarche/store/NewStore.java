package org.demarche.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.demarche.source.InputException;

/**
 * A store in the making: it is filled in bulk in a folder of its own beside the place where it is
 * to be, {@code news.loading-4711}, and moved there when it is whole. Whatever interrupts the work,
 * there is no half store.
 */
public final class NewStore implements AutoCloseable {
    private static final String MAKING = ".loading-";

    private final Path place;
    private final Path folder;
    private Store store;

    private NewStore(Path place, Path folder, Store store) {
        this.place = place;
        this.folder = folder;
        this.store = store;
    }

    /** Whether a store can be made at that place: there is nothing there, or an empty folder. */
    public static boolean canBeAt(Path place) {
        return Files.notExists(place) || (Files.isDirectory(place) && files(place).isEmpty());
    }

    /**
     * Begins a store that {@link #moveIntoPlace} will put there.
     *
     * @param software version of this program, kept with the store
     */
    public static NewStore beside(Path place, String software) {
        Path whole = place.toAbsolutePath().normalize();
        sweep(whole);
        Path folder =
                whole.resolveSibling(whole.getFileName() + MAKING + ProcessHandle.current().pid());
        delete(folder);
        return new NewStore(whole, folder, Store.openOrCreate(folder, software));
    }

    /** What processes that are no more have left. */
    private static void sweep(Path place) {
        String start = place.getFileName() + MAKING;
        if (Files.isDirectory(place.getParent())) {
            for (Path each : files(place.getParent())) {
                String name = each.getFileName().toString();
                if (name.startsWith(start)
                        && name.substring(start.length()).matches("[0-9]{1,18}")
                        && ProcessHandle.of(Long.parseLong(name.substring(start.length())))
                                .isEmpty()) {
                    delete(each);
                }
            }
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Fills the store, once.
     *
     * @param work gives its statements to what it is given; when it throws, so does this
     */
    public void fill(Consumer<Consumer<Quad>> work) {
        store.fill(work);
    }

    /** The store itself. */
    public Store store() {
        return store;
    }

    /** Puts the store where it is to be; it is opened from there. */
    public void moveIntoPlace() {
        store.close();
        try {
            Files.deleteIfExists(place);
            Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InputException(
                    place + ": the store cannot be put there (" + e.getMessage() + ")", e);
        }
    }

    /** Ends the work; what was not moved into place is gone. */
    @Override
    public void close() {
        if (Files.exists(folder)) {
            store.close();
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
