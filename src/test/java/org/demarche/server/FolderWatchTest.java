package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.demarche.source.InputException;
import org.demarche.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    @TempDir Path temp;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private Path incoming;
    private Store store;
    private FolderWatch watch;

    @BeforeEach
    void watch() throws Exception {
        incoming = Files.createDirectory(temp.resolve("incoming"));
        store = Store.openOrCreate(temp.resolve("store"), "test");
        watch =
                FolderWatch.start(
                        incoming, Duration.ofMillis(20), Served.intake(), store, messages::add);
    }

    @AfterEach
    void stop() {
        watch.close();
        store.close();
    }

    private String said() throws InterruptedException {
        String message = messages.poll(20, TimeUnit.SECONDS);
        assertThat(message).as("a message of the watch").isNotNull();
        return message;
    }

    @Test
    void articleThatAppearsIsTakenInAndAgainWhenItChanges() throws Exception {
        Path file = incoming.resolve("one.txt");
        Files.writeString(file, "Id: one\n\nIraq threatened Sweden.");
        assertThat(said()).endsWith("one.txt: 1 article");
        assertThat(store.contains(Served.IDS + "one")).isTrue();

        Files.writeString(file, "Id: two\n\nSweden threatened nobody, it threatened not.");

        assertThat(said()).endsWith("one.txt: 1 article");
        assertThat(store.contains(Served.IDS + "two")).isTrue();
    }

    @Test
    void filesThatComeTogetherAreCommittedTogether() throws Exception {
        Files.writeString(incoming.resolve("first.txt"), "Id: first\n\nIraq threatened Sweden.");
        assertThat(said()).endsWith("first.txt: 1 article");
        long before = store.version();

        for (int i = 0; i < 12; i++) {
            Files.writeString(
                    incoming.resolve(i + ".txt"), "Id: n" + i + "\n\nIraq threatened Sweden.");
        }

        for (int i = 0; i < 12; i++) {
            assertThat(said()).endsWith(".txt: 1 article");
        }
        assertThat(store.version() - before).as("commits").isBetween(1L, 4L);
        for (int i = 0; i < 12; i++) {
            assertThat(store.contains(Served.IDS + "n" + i)).isTrue();
        }
    }

    @Test
    void whatIsWrongIsSaidAndTheRestIsTaken() throws Exception {
        Files.writeString(
                incoming.resolve("news.jsonl"),
                """
                {"id": "a", "text": "Iraq threatened Sweden."}
                {"id": "b", "text":
                {"id": "c", "text": "A confusing article threatened us."}
                {"id": "d", "text": "It rained."}
                {"id": "e", "text": "Sweden was threatened."}
                """);

        assertThat(said()).contains("news.jsonl:2");
        assertThat(said()).contains("article c");
        assertThat(said()).contains("article d");
        assertThat(said()).endsWith("news.jsonl: 2 articles");
        assertThat(store.contains(Served.IDS + "a")).isTrue();
        assertThat(store.contains(Served.IDS + "e")).isTrue();
    }

    @Test
    void otherFilesAreLeftAlone() throws Exception {
        Files.writeString(incoming.resolve("news.txt.part"), "Iraq threatened");
        Files.writeString(incoming.resolve(".hidden.txt"), "Iraq threatened");
        Files.createDirectory(incoming.resolve("folder.txt"));
        Files.writeString(incoming.resolve("z.txt"), "Id: z\n\nIraq threatened Sweden.");

        assertThat(said()).endsWith("z.txt: 1 article");
        assertThat(messages).isEmpty();
    }

    @Test
    void closingWaitsForNoWholeFile() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            many.append("{\"id\":\"m").append(i).append("\",\"text\":\"Iraq threatened Iran.\"}\n");
        }
        Files.writeString(incoming.resolve("many.jsonl"), many);
        while (!store.contains(Served.IDS + "m0")) {
            TimeUnit.MILLISECONDS.sleep(5);
        }

        watch.close();

        assertThat(said()).contains("many.jsonl: ").endsWith(" articles, then stopped");
        assertThat(store.contains(Served.IDS + "m99")).isTrue();
        assertThat(store.contains(Served.IDS + "m19999")).isFalse();
    }

    @Test
    void folderThatIsNoneIsRefused() {
        assertThatThrownBy(
                        () ->
                                FolderWatch.start(
                                        temp.resolve("none"),
                                        Duration.ofMillis(20),
                                        Served.intake(),
                                        store,
                                        messages::add))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no such folder");
    }
}
