package org.demarche.server;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.demarche.source.InputException;
import org.demarche.store.Store;

/**
 * Keeps a store that takes articles for days from filling the disk: each commit leaves behind what
 * it replaced, up to 3 MB for one article. Who writes waits for a compaction, so it is done sooner
 * when nobody has written for a while; who reads does not notice it.
 */
public final class Upkeep implements AutoCloseable {
    // How many times what it was after the last compaction a store may be.
    private static final int WHEN_QUIET = 2;
    private static final int WHEN_BUSY = 4;

    private final Store store;
    private final Duration every;
    private final Consumer<String> messages;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread looking = new Thread(this::lookUntilClosed, "upkeep");
    private long seen;

    private Upkeep(Store store, Duration every, Consumer<String> messages) {
        this.store = store;
        this.every = every;
        this.messages = messages;
        this.seen = store.version();
    }

    /**
     * Looks after the store until it is closed.
     *
     * @param every how often to look
     * @param messages takes what was done and what could not be
     */
    public static Upkeep start(Store store, Duration every, Consumer<String> messages) {
        Upkeep upkeep = new Upkeep(store, every, messages);
        upkeep.looking.setDaemon(true);
        upkeep.looking.start();
        return upkeep;
    }

    private void lookUntilClosed() {
        try {
            while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long version = store.version();
        boolean quiet = version == seen;
        seen = version;
        try {
            long before = store.sizeOnDisk();
            if (store.compactIfGrown(quiet ? WHEN_QUIET : WHEN_BUSY, this::isClosed)) {
                messages.accept(
                        String.format(
                                Locale.ROOT,
                                "compacted the store: %,d MB before, %,d MB now",
                                before >> 20,
                                store.sizeOnDisk() >> 20));
            }
        } catch (InputException e) {
            messages.accept(e.getMessage());
        } catch (RuntimeException e) {
            // The server goes on: the store is as it was.
            messages.accept("the store could not be compacted: " + e);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Ends it; a compaction that has begun is given up. */
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
