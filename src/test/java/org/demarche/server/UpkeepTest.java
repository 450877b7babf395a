package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.demarche.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
    private static final String COMPACTED = "compacted the store: 2,\\d+ MB before, \\d+ MB now";

    @TempDir Path temp;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    /** A folder that is as large as garbage of many commits, and of which the disk has nothing. */
    private void grow(String generation) throws IOException {
        Path file = temp.resolve("store").resolve(generation).resolve("grown");
        try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(2L << 30);
        }
    }

    @Test
    void storeThatHasGrownIsCompactedWhileItIsServedAndAgainWhenItHasGrownAgain() throws Exception {
        try (Served served = new Served(temp, Settings.standard())) {
            grow("Data-0001");
            try (Upkeep upkeep = Upkeep.start(served.store, Duration.ofMillis(20), messages::add)) {
                assertThat(upkeep).isNotNull();
                assertThat(messages.poll(20, TimeUnit.SECONDS)).matches(COMPACTED);
                assertThat(served.ask("?event a ?type")).isTrue();
                grow("Data-0002");
                assertThat(messages.poll(20, TimeUnit.SECONDS)).matches(COMPACTED);
            }

            assertThat(served.ask("?event a ?type")).isTrue();
            assertThat(Files.exists(temp.resolve("store/Data-0003"))).isTrue();
            assertThat(Files.exists(temp.resolve("store/Data-0001"))).isFalse();
        }
    }

    @Test
    void smallStoreIsLeftAlone() throws Exception {
        try (Store store = Store.openOrCreate(temp.resolve("store"), "test")) {
            try (Upkeep upkeep = Upkeep.start(store, Duration.ofMillis(2), messages::add)) {
                assertThat(upkeep).isNotNull();
                assertThat(messages.poll(100, TimeUnit.MILLISECONDS)).isNull();
            }
        }
        assertThat(Files.exists(temp.resolve("store/Data-0001"))).isTrue();
    }
}
