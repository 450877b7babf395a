package org.demarche.server;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets some work at once; others wait for their turn, but not for long. */
final class Turns {
    private static final long WAIT_SECONDS = 10;

    private final Semaphore free;

    Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /** Whether a turn came; who has one gives it back. */
    boolean take() {
        try {
            return free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack() {
        free.release();
    }
}
