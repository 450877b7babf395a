package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.demarche.graph.NamedGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that is compacted while others use it, and while it is killed. */
@Timeout(300)
class CompactionTest {
    private static final String ARTICLES = "https://w3id.org/demarche/id/article/";

    @TempDir Path temp;
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void endOthers() {
        others.shutdownNow();
    }

    private Store store() {
        return Store.openOrCreate(temp.resolve("store"), "0.1.0");
    }

    private static NamedGraph article(String id, String title) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node self = NodeFactory.createURI(ARTICLES + id);
        graph.add(
                Triple.create(
                        self, DCTerms.title.asNode(), NodeFactory.createLiteralString(title)));
        return new NamedGraph(self, graph);
    }

    private static List<String> titles(DatasetGraph data) {
        return data.stream(Node.ANY, Node.ANY, DCTerms.title.asNode(), Node.ANY)
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .sorted()
                .toList();
    }

    private static List<String> titles(Store store) {
        return store.read(CompactionTest::titles);
    }

    private List<String> generations() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("store"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.startsWith("Data-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whoReadsIsNotDisturbedAndWhoComesLaterSeesWhatIsWrittenAfterwards() throws Exception {
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks"), article("two", "Threats")));
            DatasetGraph view = store.view();
            view.begin(TxnType.READ);

            Future<?> compaction = others.submit(store::compact);
            while (generations().size() < 2 || generations().contains("Data-0002-tmp")) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            others.submit(() -> store.replace(List.of(article("three", "Pacts")))).get();

            assertThat(titles(view)).containsExactly("Talks", "Threats");
            assertThat(others.submit(() -> titles(store)).get())
                    .containsExactly("Pacts", "Talks", "Threats");
            assertThat(compaction).as("the old files are read").isNotDone();
            view.end();
            compaction.get();
            assertThat(generations()).containsExactly("Data-0002");
            assertThat(titles(store)).containsExactly("Pacts", "Talks", "Threats");
        }
        try (Store again = store()) {
            assertThat(titles(again)).containsExactly("Pacts", "Talks", "Threats");
        }
    }

    @Test
    void nothingIsLostWhereReadersWritersAndCompactionsRunTogether() throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        int articles = 60;
        try (Store store = store()) {
            store.replace(List.of(article("a", "0"), article("b", "0")));
            DatasetGraph view = store.view();
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(others.submit(() -> read(view, end)));
            }
            Future<?> writer =
                    others.submit(
                            () -> {
                                for (int i = 1; i <= articles; i++) {
                                    // Both or none: each reader sees two of one number.
                                    store.replace(
                                            List.of(article("a", "" + i), article("b", "" + i)));
                                    store.replace(List.of(article("kept" + i, "kept")));
                                }
                            });
            int compactions = 0;
            while (!writer.isDone()) {
                store.compact();
                compactions++;
            }
            end.set(true);

            writer.get();
            for (Future<?> reader : readers) {
                reader.get();
            }
            assertThat(compactions).isPositive();
            assertThat(generations()).hasSize(1);
            assertThat(titles(store)).hasSize(articles + 2).contains("" + articles);
        }
        try (Store again = store()) {
            assertThat(titles(again)).hasSize(articles + 2);
        }
    }

    private static void read(DatasetGraph view, AtomicBoolean end) {
        while (!end.get()) {
            view.begin(TxnType.READ);
            try {
                List<String> seen =
                        titles(view).stream().filter(title -> !title.equals("kept")).toList();
                assertThat(seen).hasSize(2);
                assertThat(seen.get(0)).isEqualTo(seen.get(1));
            } finally {
                view.end();
            }
        }
    }

    @Test
    void compactionThatIsGivenUpLeavesAllAsItWas() throws Exception {
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks")));
            grow();

            assertThat(store.compactIfGrown(2, () -> true)).isFalse();

            assertThat(generations()).containsExactly("Data-0001");
            store.replace(List.of(article("two", "Threats")));
            assertThat(titles(store)).containsExactly("Talks", "Threats");
            assertThat(store.compactIfGrown(2, () -> false)).isTrue();
            assertThat(titles(store)).containsExactly("Talks", "Threats");
        }
    }

    /** As if many commits had grown it. */
    private void grow() throws IOException {
        try (RandomAccessFile grown =
                new RandomAccessFile(temp.resolve("store/Data-0001/grown").toFile(), "rw")) {
            grown.setLength(2L << 30);
        }
    }

    // What Jena does after an abort is mended by opening the database anew: of the new files.
    @Test
    void writeThatFailsAfterACompactionCostsNothing() {
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks")));
            store.compact();
            Graph closed = article("two", "Half").graph();
            closed.close();

            Throwable thrown =
                    catchThrowable(
                            () ->
                                    store.replace(
                                            List.of(
                                                    article("new", "Lost"),
                                                    new NamedGraph(
                                                            NodeFactory.createURI(ARTICLES + "two"),
                                                            closed))));

            assertThat(thrown).isNotNull();
            store.replace(List.of(article("three", "Pacts")));
            assertThat(titles(store)).containsExactly("Pacts", "Talks");
        }
        try (Store again = store()) {
            assertThat(titles(again)).containsExactly("Pacts", "Talks");
        }
    }

    @Test
    void whatAKilledCompactionLeftIsClearedAwayWhenTheStoreIsOpened() throws IOException {
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks")));
            store.compact();
        }
        Path folder = temp.resolve("store");
        // Killed after the switch, before the old files were deleted; and another while it copied.
        Files.writeString(Files.createDirectory(folder.resolve("Data-0001")).resolve("x"), "x");
        Files.writeString(Files.createDirectory(folder.resolve("Data-0003-tmp")).resolve("x"), "x");

        try (Store store = store()) {
            assertThat(titles(store)).containsExactly("Talks");
            assertThat(generations()).containsExactly("Data-0002");
        }
    }

    @Test
    void whatWasCommittedOutlivesKillsAroundCompactions() throws Exception {
        store().close();
        TreeSet<String> told = new TreeSet<>();
        for (int round = 0; round < 4; round++) {
            Process process = writeAndCompact("r" + round + "-");
            try (BufferedReader said =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8))) {
                int lines = 4 + 7 * round;
                for (int i = 0; i < lines; i++) {
                    told.add(said.readLine());
                }
            } finally {
                process.destroyForcibly();
                process.waitFor(10, TimeUnit.SECONDS);
            }

            try (Store store = store()) {
                assertThat(titles(store)).containsAll(told);
                assertThat(generations()).hasSize(1);
                store.replace(List.of(article("after" + round, "after" + round)));
                told.add("after" + round);
            }
        }
    }

    private Process writeAndCompact(String ids) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        temp.resolve("store").toString(),
                        ids)
                .redirectError(temp.resolve("err").toFile())
                .start();
    }

    /** Another process: writes and says what it wrote, and compacts again and again. */
    static final class Writer {
        public static void main(String[] args) {
            try (Store store = Store.open(Path.of(args[0]))) {
                Thread compacting = new Thread(() -> compactForEver(store));
                compacting.setDaemon(true);
                compacting.start();
                for (int i = 0; i < 10_000; i++) {
                    String id = args[1] + i;
                    store.replace(List.of(article(id, id)));
                    System.out.println(id);
                    System.out.flush();
                }
            }
        }

        private static void compactForEver(Store store) {
            while (true) {
                store.compact();
            }
        }
    }
}
