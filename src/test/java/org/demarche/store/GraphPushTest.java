package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.demarche.source.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphPushTest {
    private static final String IDS = "https://w3id.org/demarche/id/article/";

    @TempDir Path temp;
    private final DatasetGraph there = DatasetGraphFactory.createTxnMem();
    private Store store;
    private FusekiServer fuseki;

    @BeforeEach
    void open() {
        store = Store.openOrCreate(temp.resolve("store"), "test");
        store.replace(
                List.of(
                        article("a1", "Iraq threatened Sweden."),
                        article("a2", "\"Zürich\" <b>&</b> \\ \n\t 😀 \u202e = cmd()"),
                        article("a3", "Talks in Oslo.")));
        fuseki =
                FusekiServer.create()
                        .port(0)
                        .fusekiModules(FusekiModules.create())
                        .add("/ds", there)
                        .start();
    }

    @AfterEach
    void close() {
        fuseki.stop();
        store.close();
    }

    private static NamedGraph article(String id, String text) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node self = NodeFactory.createURI(IDS + id);
        graph.add(Triple.create(self, RDF.Nodes.type, Vocabulary.ARTICLE));
        graph.add(Triple.create(self, Vocabulary.IS_STRING, NodeFactory.createLiteralString(text)));
        return new NamedGraph(self, graph);
    }

    private GraphPush.Target target() {
        return GraphPush.Target.of("http://localhost:" + fuseki.getPort() + "/ds/data")
                .withAttempts(3, Duration.ofMillis(1));
    }

    private GraphPush.Report push(GraphPush.Target target, GraphPush.Selection selection) {
        return new GraphPush(target).push(store, selection, step -> {});
    }

    private GraphPush.Report push() {
        return push(target(), GraphPush.Selection.changed());
    }

    private Set<Quad> here() {
        return store.read(GraphPushTest::quads);
    }

    private static Set<Quad> quads(DatasetGraph data) {
        return data.stream()
                .filter(q -> !q.getPredicate().equals(GraphPush.CONTENT_HASH))
                .collect(Collectors.toSet());
    }

    private Set<Quad> remote() {
        return Txn.calculateRead(there, () -> quads(there));
    }

    @Test
    void allGraphsAreThereAfterwards() {
        GraphPush.Report report = push();

        assertThat(report.isComplete()).isTrue();
        assertThat(report.sent()).isEqualTo(3);
        assertThat(remote()).isEqualTo(here());
    }

    @Test
    void secondPushSendsNothing() {
        push();

        GraphPush.Report report = push();

        assertThat(report.sent()).isZero();
        assertThat(report.unchanged()).isEqualTo(3);
    }

    @Test
    void changedGraphTakesThePlaceOfTheOldOne() {
        push();
        store.replace(List.of(article("a3", "Talks in Oslo fail.")));

        GraphPush.Report report = push();

        assertThat(report.sent()).isEqualTo(1);
        assertThat(remote()).isEqualTo(here());
    }

    @Test
    void changeOnTheOtherSideIsOverwrittenOnlyWhenAllIsSent() {
        push();
        Node name = NodeFactory.createURI(IDS + "a1");
        Txn.executeWrite(
                there, () -> there.add(Quad.create(name, name, RDF.Nodes.type, Vocabulary.THING)));

        assertThat(push().sent()).isZero();
        GraphPush.Report all =
                push(target(), new GraphPush.Selection(Set.of(), true, false, false));

        assertThat(all.sent()).isEqualTo(3);
        assertThat(remote()).isEqualTo(here());
    }

    @Test
    void onlyTheArticlesThatAreWantedAreSent() {
        GraphPush.Report report =
                push(target(), new GraphPush.Selection(Set.of(IDS + "a2"), false, false, false));

        assertThat(report.sent()).isEqualTo(1);
        assertThat(remote()).allMatch(q -> q.getGraph().getURI().equals(IDS + "a2"));
        assertThatThrownBy(
                        () ->
                                push(
                                        target(),
                                        new GraphPush.Selection(
                                                Set.of(IDS + "none"), false, false, false)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none");
    }

    @Test
    void pruningRemovesArticlesThatWeSentAndNoLongerHave() {
        push();
        Node foreign = NodeFactory.createURI("http://example.org/theirs");
        Txn.executeWrite(
                there,
                () -> there.add(Quad.create(foreign, foreign, RDF.Nodes.type, Vocabulary.ARTICLE)));
        store.forget(List.of(IDS + "a1"));

        GraphPush.Report kept = push();
        assertThat(kept.removed()).isZero();
        GraphPush.Report report =
                push(target(), new GraphPush.Selection(Set.of(), false, true, false));

        assertThat(report.removed()).isEqualTo(1);
        assertThat(
                        Txn.calculateRead(
                                there,
                                () ->
                                        there.containsGraph(foreign)
                                                && !there.containsGraph(
                                                        NodeFactory.createURI(IDS + "a1"))))
                .isTrue();
    }

    @Test
    void emptyStoreDoesNotPruneEverything() {
        push();
        store.forget(List.of(IDS + "a1", IDS + "a2", IDS + "a3"));

        GraphPush.Report report =
                push(target(), new GraphPush.Selection(Set.of(), false, true, false));

        assertThat(report.stopped().orElse("")).contains("nothing is pruned");
        assertThat(remote()).isNotEmpty();
    }

    @Test
    void dryRunOnlySays() {
        GraphPush.Report report =
                push(target(), new GraphPush.Selection(Set.of(), false, false, true));

        assertThat(report.sent()).isEqualTo(3);
        assertThat(remote()).isEmpty();
    }

    @Test
    void progressTellsEachGraph() {
        List<GraphPush.Step> steps = new ArrayList<>();

        new GraphPush(target()).push(store, GraphPush.Selection.changed(), steps::add);

        assertThat(steps).extracting(GraphPush.Step::done).containsExactly(1, 2, 3);
        assertThat(steps).allMatch(s -> s.total() == 3 && s.outcome() == GraphPush.Outcome.SENT);
    }

    @Test
    void addressOfTheDatasetItselfWorksToo() {
        GraphPush.Target dataset =
                GraphPush.Target.of("http://localhost:" + fuseki.getPort() + "/ds");

        assertThat(push(dataset, GraphPush.Selection.changed()).sent()).isEqualTo(3);
        assertThat(push(dataset, GraphPush.Selection.changed()).unchanged()).isEqualTo(3);
    }

    @Test
    void wrongAddressStopsThePush() {
        GraphPush.Target wrong =
                GraphPush.Target.of("http://localhost:" + fuseki.getPort() + "/other/data");

        GraphPush.Report report = push(wrong, GraphPush.Selection.changed());

        assertThat(report.isComplete()).isFalse();
        assertThat(report.stopped().orElse("")).contains("no graph store").contains("404");
        assertThat(report.notTried()).isEqualTo(3);
    }

    @Test
    void silentServerIsToldAsSuch() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        GraphPush.Target gone =
                GraphPush.Target.of("http://127.0.0.1:" + free + "/ds/data")
                        .withAttempts(2, Duration.ofMillis(1));

        GraphPush.Report report = push(gone, GraphPush.Selection.changed());

        assertThat(report.stopped().orElse("")).contains("no server answers there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/ds",
                "example.org/ds",
                "http://user:secret@example.org/ds",
                "http://",
                "http://example.org/ds#x",
                "not an address"
            })
    void addressThatIsNoneIsRefusedBeforeAnythingIsSent(String address) {
        assertThatThrownBy(() -> GraphPush.Target.of(address)).isInstanceOf(InputException.class);
    }

    @Test
    void passwordOverTheOpenNetworkIsKnownToBeExposed() {
        GraphPush.Target far = GraphPush.Target.of("http://graphs.example.org/ds/data");

        assertThat(far.withPassword("ana", "s").isExposed()).isTrue();
        assertThat(far.isExposed()).isFalse();
        assertThat(target().withPassword("ana", "s").isExposed()).isFalse();
    }

    /** A server that answers writes as it is told to, in turn, and the last answer for ever. */
    private static final class Scripted implements AutoCloseable {
        private final HttpServer server;
        private final Deque<Integer> answers;
        private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
        private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
        private final UnaryOperator<String> queries;
        private volatile int busySeconds;

        Scripted(List<Integer> answers, UnaryOperator<String> queries) throws IOException {
            this.answers = new ArrayDeque<>(answers);
            this.queries = queries;
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                String query = exchange.getRequestURI().getRawQuery();
                if (exchange.getRequestMethod().equals("GET")) {
                    boolean sparql = query != null && query.startsWith("query=");
                    String body = sparql ? queries.apply(query) : "";
                    send(exchange, body.isEmpty() ? 404 : 200, body);
                    return;
                }
                times.add(System.nanoTime());
                seen.add(
                        exchange.getRequestMethod()
                                + " "
                                + exchange.getRequestHeaders().getFirst("Authorization"));
                int status = answers.size() > 1 ? answers.poll() : answers.peek();
                if (status == 503) {
                    exchange.getResponseHeaders().set("Retry-After", Integer.toString(busySeconds));
                }
                if (status == 301) {
                    exchange.getResponseHeaders().set("Location", "https://elsewhere.example/");
                }
                if (status != 0) {
                    send(exchange, status, "said the server\n");
                }
            }
        }

        private static void send(HttpExchange exchange, int status, String body)
                throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }

        GraphPush.Target target() {
            return GraphPush.Target.of(
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/ds/data")
                    .withAttempts(3, Duration.ofMillis(1));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    void passingTroubleIsTriedAgain() throws IOException {
        try (Scripted server = new Scripted(List.of(503, 0, 200), q -> "")) {
            GraphPush.Report report = push(server.target(), GraphPush.Selection.changed());

            assertThat(report.isComplete()).isTrue();
            assertThat(server.seen).hasSize(5);
        }
    }

    @Test
    void serverThatSaysHowLongItIsBusyIsLeftAloneThatLong() throws IOException {
        try (Scripted server = new Scripted(List.of(503, 200), q -> "")) {
            server.busySeconds = 1;

            GraphPush.Report report = push(server.target(), GraphPush.Selection.changed());

            assertThat(report.isComplete()).isTrue();
            assertThat(Duration.ofNanos(server.times.get(1) - server.times.get(0)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(990));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "503, answered 503: said the server; it can take nothing now, 3",
        "301, moved (301) to https://elsewhere.example/, 1",
        "405, no graph store that can be written to, 1",
        "401, asks for a password, 1"
    })
    void lastingTroubleStopsThePush(int status, String says, int tries) throws IOException {
        try (Scripted server = new Scripted(List.of(status), q -> "")) {
            GraphPush.Report report = push(server.target(), GraphPush.Selection.changed());

            assertThat(report.stopped().orElse("")).contains(says);
            assertThat(report.notTried()).isEqualTo(3);
            assertThat(server.seen).hasSize(tries);
        }
    }

    @Test
    void graphThatIsRefusedIsNamedAndTheOthersAreSent() throws IOException {
        try (Scripted server = new Scripted(List.of(200, 413, 200), q -> "")) {
            GraphPush.Report report = push(server.target(), GraphPush.Selection.changed());

            assertThat(report.isComplete()).isFalse();
            assertThat(report.sent()).isEqualTo(2);
            assertThat(report.failures())
                    .singleElement()
                    .satisfies(
                            f -> {
                                assertThat(f.graph()).isEqualTo(IDS + "a2");
                                assertThat(f.reason())
                                        .contains("too large")
                                        .contains("413")
                                        .contains("raise what it takes");
                            });
        }
    }

    @Test
    void passwordAndTokenAreSentAndRefusalIsTold() throws IOException {
        try (Scripted server = new Scripted(List.of(403), q -> "")) {
            GraphPush.Report basic =
                    push(
                            server.target().withPassword("ana", "zwölf"),
                            GraphPush.Selection.changed());
            push(server.target().withToken("abc.def"), GraphPush.Selection.changed());

            assertThat(basic.stopped().orElse("")).contains("does not accept").contains("403");
            assertThat(server.seen)
                    .containsExactly("PUT Basic YW5hOnp3w7ZsZg==", "PUT Bearer abc.def");
        }
        assertThatThrownBy(() -> target().withToken("a\r\nX: b"))
                .isInstanceOf(InputException.class);
    }

    @Test
    void withoutQueriesPruningIsRefused() throws IOException {
        try (Scripted server = new Scripted(List.of(200), q -> "")) {
            GraphPush.Report report =
                    push(server.target(), new GraphPush.Selection(Set.of(), false, true, false));

            assertThat(report.stopped().orElse("")).contains("--sparql");
            assertThat(server.seen).isEmpty();
        }
    }

    @Test
    void withoutQueriesTheGraphsThemselvesAreAskedForTheirHash() throws IOException {
        push();
        FusekiServer graphsOnly =
                FusekiServer.create()
                        .port(0)
                        .fusekiModules(FusekiModules.create())
                        .add(
                                "/ds",
                                DataService.newBuilder(there).addEndpoint(Operation.GSP_RW, "data"))
                        .start();
        try {
            GraphPush.Target target =
                    GraphPush.Target.of("http://localhost:" + graphsOnly.getPort() + "/ds/data");

            GraphPush.Report report = push(target, GraphPush.Selection.changed());

            assertThat(report.isComplete()).as(report.toString()).isTrue();
            assertThat(report.unchanged()).isEqualTo(3);
        } finally {
            graphsOnly.stop();
        }
    }
}
