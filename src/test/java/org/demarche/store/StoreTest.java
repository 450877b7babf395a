package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final String ARTICLES = "https://w3id.org/demarche/id/article/";
    private static final String DEM = "https://w3id.org/demarche/ontology#";

    @TempDir Path temp;

    private static NamedGraph article(String id, String... titles) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node self = NodeFactory.createURI(ARTICLES + id);
        graph.add(
                Triple.create(
                        self,
                        NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
                        NodeFactory.createURI(DEM + "Article")));
        for (String title : titles) {
            graph.add(
                    Triple.create(
                            self,
                            NodeFactory.createURI("http://purl.org/dc/terms/title"),
                            NodeFactory.createLiteralString(title)));
        }
        return new NamedGraph(self, graph);
    }

    private static List<String> titles(Store store) {
        return store.read(
                data -> {
                    try (QueryExec query =
                            QueryExec.dataset(data)
                                    .query(
                                            "SELECT ?t { ?a <http://purl.org/dc/terms/title> ?t }"
                                                    + " ORDER BY ?t")
                                    .build()) {
                        return query.select().stream()
                                .map(row -> row.get("t").getLiteralLexicalForm())
                                .toList();
                    }
                });
    }

    private Store store() {
        return Store.openOrCreate(temp.resolve("store"), "0.1.0");
    }

    @Test
    void articleReadAgainTakesThePlaceOfItsFirstReading() {
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks in Oslo"), article("two", "Talks fail")));

            store.replace(List.of(article("one", "Talks in Oslo end")));

            assertThat(titles(store)).containsExactly("Talks fail", "Talks in Oslo end");
        }
    }

    @Test
    void ofTwoReadingsInOneBatchTheLaterCounts() {
        try (Store store = store()) {
            store.replace(List.of(article("one", "First"), article("one", "Second")));

            assertThat(titles(store)).containsExactly("Second");
        }
    }

    @Test
    void storeKeepsItsArticlesWhenClosed() {
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks")));
        }

        try (Store again = Store.open(temp.resolve("store"))) {
            assertThat(titles(again)).containsExactly("Talks");
            assertThat(again.software()).isEqualTo("0.1.0");
        }
    }

    @Test
    void forgottenArticleIsGoneAndTheOthersStay() {
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks"), article("two", "Threats")));

            store.forget(List.of(ARTICLES + "one"));

            assertThat(titles(store)).containsExactly("Threats");
            assertThat(store.contains(ARTICLES + "one")).isFalse();
            assertThat(store.contains(ARTICLES + "two")).isTrue();
        }
    }

    @Test
    void twoUsersOfOneProcessShareTheStore() {
        try (Store first = store();
                Store second = store()) {
            first.replace(List.of(article("one", "Talks")));

            assertThat(titles(second)).containsExactly("Talks");
        }
        try (Store first = store()) {
            try (Store second = store()) {
                assertThat(titles(second)).hasSize(1);
            }
            assertThat(titles(first)).hasSize(1);
        }
    }

    // Jena GH-3877: abort, read, write, reopen left a store that could never be read again.
    @Test
    void storeOutlivesAWriteThatFails() {
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks")));
            NamedGraph failing = new NamedGraph(article("two").name(), new FailingGraph());

            for (int round = 0; round < 3; round++) {
                int number = round;
                assertThatThrownBy(
                                () ->
                                        store.replace(
                                                List.of(
                                                        article("new" + number, "Lost " + number),
                                                        failing)))
                        .hasMessage("no more triples");
                assertThat(titles(store)).doesNotContain("Lost " + number);
                store.replace(List.of(article("good" + number, "Kept " + number)));
            }
        }

        try (Store again = Store.open(temp.resolve("store"))) {
            assertThat(titles(again)).containsExactly("Kept 0", "Kept 1", "Kept 2", "Talks");
        }
    }

    /** Gives some new triples, then fails. */
    private static final class FailingGraph extends org.apache.jena.graph.impl.GraphBase {
        @Override
        protected org.apache.jena.util.iterator.ExtendedIterator<Triple> graphBaseFind(
                Triple pattern) {
            return article("two", "Half").graph().find().mapWith(FailingGraph::fail);
        }

        private static Triple fail(Triple triple) {
            if (triple.getObject().isLiteral()) {
                throw new IllegalStateException("no more triples");
            }
            return triple;
        }
    }

    @Test
    void dataFilesAreLoadedOnceUntilTheyChange() {
        try (Store store = store()) {
            List<NamedGraph> ontology = List.of(article("ontology", "Classes"));

            assertThat(store.refresh("aa", () -> ontology)).isTrue();
            assertThat(store.refresh("aa", List::of)).isFalse();
            assertThat(titles(store)).contains("Classes");
            assertThat(store.refresh("bb", () -> List.of(article("ontology", "Better classes"))))
                    .isTrue();
            assertThat(titles(store)).contains("Better classes").doesNotContain("Classes");
        }
    }

    @Test
    void folderThatWasBegunButNeverBecameAStoreBecomesOne() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("store"));
        Files.writeString(folder.resolve("demarche-store.properties.part"), "format=");

        try (Store killedWhileMade = store()) {
            assertThat(killedWhileMade.format()).isEqualTo(3);
        }
    }

    @Test
    void compactStoreHoldsTheSame() {
        try (Store store = store()) {
            for (int i = 0; i < 20; i++) {
                store.replace(List.of(article("one", "Version " + i)));
            }

            store.compact();

            assertThat(titles(store)).containsExactly("Version 19");
            store.replace(List.of(article("two", "More")));
        }
        try (Store again = store()) {
            assertThat(titles(again)).containsExactly("More", "Version 19");
        }
    }

    @Test
    void backupHoldsEveryQuadAndOverwritesNothing() throws IOException {
        Path file = temp.resolve("copy.nq.gz");
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks"), article("two", "Threats")));

            store.backup(file);

            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .contains("\"Talks\" <" + ARTICLES + "one> .")
                        .hasLineCount(4);
            }
            assertThatThrownBy(() -> store.backup(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("exists already");
        }
    }

    @Test
    void statisticsCountArticlesAndQuads() {
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks"), article("two", "Threats")));

            Statistics statistics = store.statistics();

            assertThat(statistics.articles()).isEqualTo(2);
            assertThat(statistics.quads()).isEqualTo(4);
            assertThat(statistics.sizeOnDisk()).isPositive();
        }
    }

    @Test
    void missingStoreSaysHowToMakeOne() {
        Path nowhere = temp.resolve("nowhere");

        assertThatThrownBy(() -> Store.open(nowhere))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no store yet")
                .hasMessageContaining("demarche build");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void folderOfOtherThingsIsNoStoreAndIsLeftAlone() throws IOException {
        Files.writeString(temp.resolve("diary.txt"), "Dear diary");

        assertThatThrownBy(() -> Store.openOrCreate(temp, "0.1.0"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not a store");
        assertThat(temp).isDirectoryContaining(f -> f.endsWith("diary.txt"));
        assertThat(temp.toFile().list()).hasSize(1);
    }

    @Test
    void fileIsNoStore() throws IOException {
        Path file = Files.writeString(temp.resolve("store.txt"), "x");

        assertThatThrownBy(() -> Store.openOrCreate(file, "0.1.0"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a store is a folder");
    }

    @Test
    void storeOfANewerFormatIsRefused() throws IOException {
        store().close();
        Files.writeString(
                temp.resolve("store/demarche-store.properties"), "format=99\nsoftware=7.0\n");

        assertThatThrownBy(this::store)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("format 99, made by demarche 7.0");
    }

    @Test
    void storeOfAnOlderFormatIsMigratedWithItsArticles() throws IOException {
        NamedGraph old = article("one", "Talks");
        Node text = NodeFactory.createURI(Vocabulary.NIF + "isString");
        old.graph()
                .add(
                        Triple.create(
                                old.name(),
                                text,
                                NodeFactory.createLiteralString("Envoys met in Oslo. ".repeat(9))));
        try (Store store = store()) {
            store.replace(List.of(old));
        }
        Files.writeString(
                temp.resolve("store/demarche-store.properties"), "format=1\nsoftware=0.1.0\n");

        assertThatThrownBy(this::store)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has format 1, made by demarche 0.1.0")
                .hasMessageContaining("demarche migrate --store");
        assertThat(Store.migrate(temp.resolve("store"))).isEqualTo(1);
        assertThat(Store.migrate(temp.resolve("store"))).isEqualTo(3);

        try (Store migrated = store()) {
            assertThat(titles(migrated)).containsExactly("Talks");
            assertThat(
                            (long)
                                    migrated.read(
                                            data ->
                                                    data.stream(
                                                                    old.name(),
                                                                    old.name(),
                                                                    Vocabulary.WORDING,
                                                                    Node.ANY)
                                                            .count()))
                    .isEqualTo(8);
        }
    }

    @Test
    void storeIsCompactedWhenItHasGrownToMoreThanTwiceItsSize() throws IOException {
        try (Store store = store()) {
            store.replace(List.of(article("one", "Talks")));
            assertThat(store.compactIfItPays()).isFalse();
            // As if a long build had grown it.
            try (RandomAccessFile grown =
                    new RandomAccessFile(
                            temp.resolve("store/Data-0001/journal.jrnl.old").toFile(), "rw")) {
                grown.setLength(2L << 30);
            }

            assertThat(store.compactIfItPays()).isTrue();

            assertThat(titles(store)).containsExactly("Talks");
            assertThat(store.compactIfItPays()).isFalse();
        }
        assertThat(Files.readString(temp.resolve("store/demarche-store.properties")))
                .contains("compacted=");
    }

    @Test
    void storeHeldByAnotherProcessIsRefusedWithItsNumber() throws Exception {
        store().close();
        Process holder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                temp.resolve("store").toString())
                        .redirectErrorStream(true)
                        .start();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('h');

            assertThatThrownBy(this::store)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("in use by process " + holder.pid());
        } finally {
            holder.destroyForcibly();
            holder.waitFor(10, TimeUnit.SECONDS);
        }

        try (Store freed = store()) {
            freed.replace(List.of(article("one", "Talks")));
            assertThat(titles(freed)).containsExactly("Talks");
        }
    }

    /** Another process: opens the store, says "held", waits to be killed. */
    static final class Holder {
        public static void main(String[] args) throws InterruptedException {
            Store store = Store.open(Path.of(args[0]));
            System.out.println("held");
            System.out.flush();
            Thread.sleep(60_000);
            store.close();
        }
    }
}
