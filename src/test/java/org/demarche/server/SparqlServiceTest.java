package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlServiceTest {
    private static final String THREATS =
            "PREFIX dem: <https://w3id.org/demarche/ontology#> SELECT ?a ?b { ?a dem:threatens ?b }";
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    @TempDir static Path folder;
    private static Served served;

    @BeforeAll
    static void serve() {
        served =
                new Served(
                        folder,
                        Settings.standard().withLimits(Duration.ofSeconds(1), 100, 2, 20_000));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void selectIsAnsweredFromTheUnionOfAllGraphs() {
        HttpResponse<String> csv = served.sparql(THREATS, "text/csv");
        HttpResponse<String> json = served.sparql(THREATS, "application/sparql-results+json");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.body()).contains("state/IRQ,https://w3id.org/demarche/id/state/SWE");
        assertThat(json.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/sparql-results+json");
    }

    @Test
    void queryCanBePostedAsFormAndAsItself() {
        HttpResponse<String> form =
                served.post(
                        "/demarche/sparql",
                        "application/x-www-form-urlencoded",
                        "query=" + Served.encode(THREATS),
                        "Accept",
                        "text/csv");
        HttpResponse<String> plain =
                served.post(
                        "/demarche/sparql",
                        "application/sparql-query",
                        THREATS,
                        "Accept",
                        "text/csv");

        assertThat(form.body()).contains("IRQ").isEqualTo(plain.body());
    }

    @Test
    void constructAndDescribeAreRdf() {
        assertThat(served.sparql("CONSTRUCT WHERE { ?s a ?t } LIMIT 2", "text/turtle").body())
                .contains("a ");
        assertThat(
                        served.sparql(
                                        "DESCRIBE <https://w3id.org/demarche/id/state/IRQ>",
                                        "application/n-triples")
                                .body())
                .contains("\"Iraq\"@en");
    }

    @Test
    void whatIsNoQuestionIsToldWhatWouldBe() {
        HttpResponse<String> nothing = served.get("/demarche/sparql");
        HttpResponse<String> update =
                served.post(
                        "/demarche/sparql", "application/x-www-form-urlencoded", "update=DROP+ALL");
        HttpResponse<String> delete = served.send(served.to("/demarche/sparql").DELETE());
        HttpResponse<String> drop = served.send(served.to("/demarche/data?default").DELETE());

        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("?query=SELECT");
        assertThat(update.statusCode()).isEqualTo(400);
        assertThat(update.body()).contains("cannot be changed here");
        assertThat(delete.statusCode()).isEqualTo(405);
        assertThat(delete.headers().firstValue("Allow")).hasValue("GET, POST");
        assertThat(drop.statusCode()).isEqualTo(405);
        assertThat(drop.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void usualPrefixesNeedNotBeDeclaredAndMayMeanSomethingElse() {
        HttpResponse<String> usual =
                served.sparql("SELECT ?a ?b {\n?a dem:threatens ?b }", "text/csv");
        HttpResponse<String> own =
                served.sparql("PREFIX dem: <urn:x:>\nASK { ?a dem:threatens ?b }", "text/csv");
        HttpResponse<String> wrong = served.sparql("ASK {\n?a dem:threatens }", "text/csv");

        assertThat(usual.body()).contains("state/IRQ,https://w3id.org/demarche/id/state/SWE");
        assertThat(own.body()).contains("false");
        assertThat(wrong.body()).contains("query:2:");
    }

    @Test
    void mistakeInTheQueryIsShownAtItsPlace() {
        HttpResponse<String> response = served.sparql("SELECT * { ?a ?b }", "text/csv");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(response.body()).contains("query:1:").contains("\"status\":400");
    }

    @Test
    void slowQueryIsGivenUp() {
        HttpResponse<String> response = served.sparql(ENDLESS, "text/csv");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("#query-timeout").contains("1 seconds");
    }

    @Test
    void addressOfTheDatasetLeadsToItsDescriptionAndTellsQueriesWhereToGo() {
        HttpResponse<String> looked = served.get("/demarche");
        HttpResponse<String> asked = served.get("/demarche?query=ASK%7B%7D");
        HttpResponse<String> posted =
                served.post("/demarche/", "application/sparql-query", "ASK {}");

        assertThat(looked.statusCode()).isEqualTo(303);
        assertThat(looked.headers().firstValue("Location")).hasValue("/.well-known/void");
        for (HttpResponse<String> refused : List.of(asked, posted)) {
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(refused.body()).contains("queries go to /demarche/sparql");
        }
    }

    @Test
    void emptyQueryIsToldLikeAMissingOne() {
        for (String query : List.of("", "?query=", "?query=%20")) {
            HttpResponse<String> response = served.get("/demarche/sparql" + query);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("no query; give one as ?query=SELECT");
        }
    }

    @Test
    void tooManyRowsAreRefusedAndNotCut() {
        HttpResponse<String> rows = served.sparql("SELECT * { ?s ?p ?o }", "text/csv");
        HttpResponse<String> triples = served.sparql("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle");
        HttpResponse<String> some = served.sparql("SELECT * { ?s ?p ?o } LIMIT 100", "text/csv");

        assertThat(rows.statusCode()).isEqualTo(422);
        assertThat(rows.body()).contains("#too-many-rows").contains("more than 100 rows");
        assertThat(triples.statusCode()).isEqualTo(422);
        assertThat(some.body().lines()).hasSize(101);
    }

    @Test
    void serverAsksNoOtherServerAndReadsNoFile() {
        HttpResponse<String> service =
                served.sparql("SELECT * { SERVICE <http://127.0.0.1:1/x> { ?s ?p ?o } }", "*/*");
        HttpResponse<String> file =
                served.sparql("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "text/csv");

        assertThat(service.statusCode()).isEqualTo(422);
        assertThat(service.body()).contains("SERVICE is off").doesNotContain("symbol");
        assertThat(file.body().lines()).hasSize(1);
    }

    @Test
    void silentServiceDoesNotReachOutEither() throws Exception {
        try (ServerSocket trap = new ServerSocket(0)) {
            trap.setSoTimeout(1);

            served.sparql(
                    "SELECT * { SERVICE SILENT <http://127.0.0.1:"
                            + trap.getLocalPort()
                            + "/> { ?s ?p ?o } }",
                    "*/*");

            assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void nothingCanBeWritten() {
        String before = served.sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv").body();
        String graph = "/demarche/data?graph=" + Served.encode(Served.IDS + "a1");

        List<HttpResponse<String>> tries =
                List.of(
                        served.post(
                                "/demarche/sparql",
                                "application/sparql-update",
                                "DELETE WHERE { ?s ?p ?o }"),
                        served.post(
                                "/demarche/sparql",
                                "application/x-www-form-urlencoded",
                                "update=" + Served.encode("CLEAR ALL")),
                        served.post("/demarche/update", "application/sparql-update", "CLEAR ALL"),
                        served.post("/demarche", "application/sparql-update", "CLEAR ALL"),
                        served.post(graph, "text/turtle", "<x:a> <x:b> <x:c> ."),
                        served.send(
                                served.to(graph)
                                        .header("Content-Type", "text/turtle")
                                        .PUT(BodyPublishers.ofString("<x:a> <x:b> <x:c> ."))),
                        served.send(served.to(graph).DELETE()),
                        served.send(served.to(graph).method("PATCH", BodyPublishers.noBody())));

        assertThat(tries).allMatch(r -> r.statusCode() >= 400 && r.statusCode() < 500);
        assertThat(served.sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv").body())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/$/datasets",
                "/$/server",
                "/$/compact/demarche",
                "/$/backup/demarche",
                "/$/stats",
                "/$/tasks",
                "/demarche/upload",
                "/demarche/shacl",
                "/demarche/patch"
            })
    void thereIsNoDoorForAdministrators(String path) {
        assertThat(served.get(path).statusCode()).isEqualTo(404);
        assertThat(served.post(path, "text/plain", "").statusCode()).isIn(404, 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "callback=steal",
                "stylesheet=http://evil.example/x.xsl",
                "force-accept=text/html"
            })
    void answerCannotBecomeScript(String parameter) {
        HttpResponse<String> response =
                served.get("/demarche/sparql?query=" + Served.encode(THREATS) + "&" + parameter);

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void longRequestIsRefusedHoweverItIsSent() {
        String longQuery = THREATS + "#".repeat(30_000);

        HttpResponse<String> body =
                served.post("/demarche/sparql", "application/sparql-query", longQuery);
        HttpResponse<String> chunked =
                served.send(
                        served.to("/demarche/sparql")
                                .header("Content-Type", "application/sparql-query")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () ->
                                                        new ByteArrayInputStream(
                                                                longQuery.getBytes(
                                                                        StandardCharsets.UTF_8)))));
        HttpResponse<String> form =
                served.send(
                        served.to("/demarche/sparql")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () ->
                                                        new ByteArrayInputStream(
                                                                ("query=" + longQuery)
                                                                        .getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))));

        assertThat(body.statusCode()).isEqualTo(413);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(form.statusCode()).isEqualTo(411);
        assertThat(body.body()).contains("#request-too-large");
    }

    @Test
    void tooMuchAtOnceWaitsForItsTurn() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(6);
        try {
            CountDownLatch ready = new CountDownLatch(6);
            List<Future<Integer>> answers =
                    IntStream.range(0, 6)
                            .mapToObj(
                                    i ->
                                            clients.submit(
                                                    () -> {
                                                        ready.countDown();
                                                        ready.await();
                                                        return served.sparql(
                                                                        i < 3 ? ENDLESS : THREATS,
                                                                        "text/csv")
                                                                .statusCode();
                                                    }))
                            .toList();

            for (int i = 0; i < 6; i++) {
                assertThat(answers.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(i < 3 ? 503 : 200);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void graphsCanBeRead(@TempDir Path other) {
        try (Served large = new Served(other, Settings.standard())) {
            HttpResponse<String> article =
                    large.get(
                            "/demarche/data?graph=" + Served.encode(Served.IDS + "a2"),
                            "Accept",
                            "application/n-triples");
            HttpResponse<String> union =
                    large.get("/demarche/data?default", "Accept", "application/n-triples");
            HttpResponse<String> all = large.get("/demarche/data", "Accept", "application/n-quads");
            HttpResponse<String> none =
                    large.get("/demarche/data?graph=" + Served.encode(Served.IDS + "none"));

            assertThat(article.body())
                    .contains("Ministers meet")
                    .doesNotContain("threatens to break");
            assertThat(union.body()).contains("Ministers meet").contains("Iraq threatens to break");
            assertThat(all.body()).contains("<" + Served.IDS + "a1> .");
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
        }
    }

    @Test
    void graphThatIsTooLongIsRefusedAndNotCut(@TempDir Path other) {
        try (Served small =
                new Served(
                        other,
                        Settings.standard().withLimits(Duration.ofSeconds(20), 60, 4, 20_000))) {
            HttpResponse<String> all = small.get("/demarche/data");
            HttpResponse<String> union = small.get("/demarche/data?default");
            HttpResponse<String> article =
                    small.get("/demarche/data?graph=" + Served.encode(Served.IDS + "a2"));
            HttpResponse<String> description = small.get("/.well-known/void");

            assertThat(all.statusCode()).isEqualTo(422);
            assertThat(all.body()).contains("more than 60 statements", "?graph=IRI", "--max-rows");
            assertThat(union.statusCode()).isEqualTo(422);
            assertThat(article.statusCode()).isEqualTo(200);
            assertThat(description.body())
                    .contains("sparqlEndpoint")
                    .doesNotContain("dataDump", "/demarche/data>");
        }
    }

    @Test
    void changeIsSeenByTheNextQuery() {
        String title = "?a <http://purl.org/dc/terms/title> \"Talks resume\"";
        assertThat(served.ask(title)).isFalse();

        Graph graph = GraphMemFactory.createDefaultGraph();
        Node self = NodeFactory.createURI(Served.IDS + "a3");
        graph.add(
                Triple.create(
                        self, Vocabulary.TITLE, NodeFactory.createLiteralString("Talks resume")));
        served.store.replace(List.of(new NamedGraph(self, graph)));

        assertThat(served.ask(title)).isTrue();
    }

    @Test
    void pingHealthAndMetricsAnswer() {
        assertThat(served.get("/$/ping").statusCode()).isEqualTo(200);
        assertThat(served.get("/health").body()).contains("\"status\":\"up\"");
        assertThat(served.get("/$/metrics").body()).contains("fuseki_requests");
    }
}
