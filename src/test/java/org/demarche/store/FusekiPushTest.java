package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushes to a Fuseki that runs by itself and asks for a password. */
class FusekiPushTest {
    private static final int ARTICLES = 200;

    @TempDir static Path temp;
    private static Optional<StandAloneFuseki> running = Optional.empty();
    private static Optional<Store> opened = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                StandAloneFuseki.isAvailable(),
                "no stand-alone Fuseki: Maven could not fetch it (target/fuseki/fetch.log)");
        Store store = Store.openOrCreate(temp.resolve("store"), "test");
        opened = Optional.of(store);
        List<NamedGraph> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            articles.add(article(i));
        }
        store.replace(articles);
        running = Optional.of(StandAloneFuseki.start(temp));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(StandAloneFuseki::close);
        opened.ifPresent(Store::close);
    }

    private static NamedGraph article(int number) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node self = NodeFactory.createURI("https://w3id.org/demarche/id/article/a" + number);
        String text = "Iraq threatened Sweden, “é” 😀 \\ \"said\"\n\tarticle " + number;
        graph.add(Triple.create(self, RDF.Nodes.type, Vocabulary.ARTICLE));
        graph.add(Triple.create(self, Vocabulary.IS_STRING, NodeFactory.createLiteralString(text)));
        for (int i = 0; i < 20; i++) {
            Node event = NodeFactory.createURI(self.getURI() + "/event/" + i);
            graph.add(
                    Triple.create(
                            event,
                            Vocabulary.dem("ordinal"),
                            NodeFactory.createLiteralString("" + i)));
        }
        return new NamedGraph(self, graph);
    }

    private static StandAloneFuseki fuseki() {
        return running.orElseThrow();
    }

    private static Store store() {
        return opened.orElseThrow();
    }

    private static GraphPush.Target target(String path) {
        return GraphPush.Target.of(fuseki().address(path)).withAttempts(2, Duration.ofMillis(10));
    }

    private static GraphPush push() {
        return new GraphPush(
                target("/ds/data").withPassword(StandAloneFuseki.USER, StandAloneFuseki.PASSWORD));
    }

    private static GraphPush.Report changes(GraphPush push) {
        return push.push(store(), GraphPush.Selection.changed(), step -> {});
    }

    /** The remote quads, the marks of the push left out. */
    private static List<String> there() throws Exception {
        String mark = " <" + GraphPush.CONTENT_HASH.getURI() + "> ";
        return fuseki().quads().stream().filter(quad -> !quad.contains(mark)).toList();
    }

    private static List<String> here(String name) throws IOException {
        Path file = temp.resolve(name + ".nq");
        store().backup(file);
        return Files.readAllLines(file).stream().sorted().toList();
    }

    @Test
    void pushIsContinuedAfterTheServerWasKilledHalfWay() throws Exception {
        GraphPush.Report half =
                push().push(
                                store(),
                                GraphPush.Selection.changed(),
                                step -> {
                                    if (step.done() == ARTICLES / 2) {
                                        fuseki().kill();
                                    }
                                });
        fuseki().startAgain();
        GraphPush.Report rest = changes(push());
        GraphPush.Report again = changes(push());

        assertThat(half.stopped()).hasValueSatisfying(why -> assertThat(why).contains("localhost"));
        assertThat(half.notTried()).isPositive();
        assertThat(rest.isComplete()).as(rest.toString()).isTrue();
        assertThat(rest.sent()).isPositive().isLessThan(ARTICLES);
        assertThat(again.sent()).isZero();
        assertThat(again.unchanged()).isEqualTo(ARTICLES);
        assertThat(there()).isEqualTo(here("killed"));
    }

    @Test
    void pruningLeavesThereWhatTheStoreHas() throws Exception {
        try (Store store = Store.openOrCreate(temp.resolve("small"), "test");
                StandAloneFuseki server = StandAloneFuseki.start(temp.resolve("pruned"))) {
            store.replace(List.of(article(1), article(2), article(3)));
            GraphPush push =
                    new GraphPush(
                            GraphPush.Target.of(server.address("/ds/data"))
                                    .withPassword(
                                            StandAloneFuseki.USER, StandAloneFuseki.PASSWORD));
            push.push(store, GraphPush.Selection.changed(), step -> {});
            store.forget(List.of("https://w3id.org/demarche/id/article/a2"));

            GraphPush.Report report =
                    push.push(
                            store,
                            new GraphPush.Selection(Set.of(), false, true, false),
                            step -> {});

            assertThat(report.isComplete()).as(report.toString()).isTrue();
            assertThat(report.removed()).isEqualTo(1);
            assertThat(server.quads())
                    .anyMatch(quad -> quad.contains("/article/a1>"))
                    .noneMatch(quad -> quad.contains("/article/a2>"));
        }
    }

    @Test
    void wrongPasswordIsToldAndNothingIsSent() {
        GraphPush wrong =
                new GraphPush(target("/ds/data").withPassword(StandAloneFuseki.USER, "guess"));

        GraphPush.Report report = changes(wrong);

        assertThat(report.sent()).isZero();
        assertThat(report.stopped())
                .hasValue(
                        fuseki().address("/ds/data")
                                + ": does not accept this user and password (401)");
    }

    @Test
    void missingPasswordIsToldWithTheOptionThatGivesIt() {
        GraphPush.Report report = changes(new GraphPush(target("/ds/data")));

        assertThat(report.stopped())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("asks for a password", "--user"));
    }

    @Test
    void wrongAddressIsToldWithTheRightForm() {
        GraphPush elsewhere =
                new GraphPush(
                        target("/news/data")
                                .withPassword(StandAloneFuseki.USER, StandAloneFuseki.PASSWORD));

        GraphPush.Report report = changes(elsewhere);

        assertThat(report.sent()).isZero();
        assertThat(report.stopped())
                .hasValueSatisfying(
                        why ->
                                assertThat(why)
                                        .contains("no graph store that can be written to")
                                        .contains("http://HOST:3030/DATASET/data"));
    }
}
