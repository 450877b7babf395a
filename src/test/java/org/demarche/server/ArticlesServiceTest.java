package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticlesServiceTest {
    @TempDir static Path folder;
    private static Served served;

    @BeforeAll
    static void serve() {
        served =
                new Served(
                        folder,
                        Settings.standard()
                                .withLimits(Duration.ofSeconds(20), 500, 4, 20_000)
                                .withArticles());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void articleIsReadKeptReplacedAndForgotten() throws Exception {
        String text = "Id: t1\nDate: 2023-07-20\n\nIraq threatened Sweden.";

        HttpResponse<String> first = served.post("/articles", "text/plain", text);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).hasValue(Served.IDS + "t1");
        assertThat(json(first).get("iri").asText()).isEqualTo(Served.IDS + "t1");
        assertThat(json(first).get("events").asInt()).isEqualTo(1);
        assertThat(json(first).get("types").get("Threat").asInt()).isEqualTo(1);
        assertThat(served.ask("<" + Served.IDS + "t1/event/threat> ?p ?o")).isTrue();

        HttpResponse<String> again =
                served.post("/articles", "text/plain; charset=UTF-8", text + " Sweden threatened.");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("replaced").asBoolean()).isTrue();

        assertThat(served.send(served.to("/articles/t1").DELETE()).statusCode()).isEqualTo(204);
        assertThat(served.ask("<" + Served.IDS + "t1/event/threat> ?p ?o")).isFalse();
        assertThat(served.send(served.to("/articles/t1").DELETE()).statusCode()).isEqualTo(404);
    }

    @Test
    void jsonMayHaveSeveralLines() throws Exception {
        String body =
                "{\n  \"id\": \"j 1\",\n  \"published\": \"2023-07-20\",\n  \"text\": \"Iraq\\nthreatened.\"\n}";

        HttpResponse<String> response = served.post("/articles", "application/json", body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(json(response).get("id").asText()).startsWith("j-1-");
    }

    @Test
    void extractSendsTheGraphAndKeepsNothing() {
        String text = "Id: x1\n\nIraq threatened Sweden.";

        HttpResponse<String> trig = served.post("/extract", "text/plain", text);
        HttpResponse<String> turtle =
                served.post("/extract", "text/plain", text, "Accept", "text/turtle");

        assertThat(trig.statusCode()).isEqualTo(200);
        assertThat(trig.headers().firstValue("Content-Type")).hasValue("application/trig");
        assertThat(trig.body()).contains("article/x1> {").contains("dem:Threat");
        assertThat(turtle.body()).contains("dem:Threat");
        assertThat(served.ask("<" + Served.IDS + "x1> ?p ?o")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, '', 400, no text",
        "text/plain, 'Date: yesterday\n\nIraq threatened.', 400, 2023-07-20",
        "application/json, '{\"id\": \"a\"}', 400, text",
        "application/json, '{\"text\": \"Iraq', 400, broken JSON",
        "application/json, '[1, 2]', 400, not a JSON object",
        "application/json, '{\"text\": \"a\"} {\"text\": \"b\"}', 400, broken JSON",
        "application/json, '{\"text\": 7}', 400, not a string",
        "text/html, '<p>Iraq</p>', 415, text/plain",
        "text/plain; charset=latin1, 'Iraq threatened', 415, UTF-8",
        "text/plain, 'It rained.', 400, not valid: it is about nothing"
    })
    void wrongInputIsToldInWords(String type, String body, int status, String says) {
        HttpResponse<String> response = served.post("/articles", type, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(response.body()).contains(says);
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        String body = "{\"text\":" + "[".repeat(9_000) + "]".repeat(9_000) + "}";

        assertThat(served.post("/articles", "application/json", body).statusCode()).isEqualTo(400);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        String answer =
                served.raw(
                        "POST /articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                                + "Content-Length: 6\r\nConnection: close\r\n\r\nIr\u00ffaq.");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("not UTF-8");
    }

    @Test
    void tooLongArticleIsRefused() {
        HttpResponse<String> response =
                served.post("/articles", "text/plain", "Iraq threatened. ".repeat(3000));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void mistakeOfOursIsNotShownToTheClientButLogged() {
        HttpResponse<String> response =
                served.post("/articles", "text/plain", "A confusing story threatened us.");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("two events").doesNotContain("Exception");
        assertThat(served.faults).anyMatch(fault -> fault.contains("two events have one key"));
    }

    @Test
    void scriptInAnArticleStaysText() {
        served.post(
                "/articles",
                "text/plain",
                "Id: evil\n\n<script>alert('threatened')</script><img src=x onerror=alert(1)>");

        HttpResponse<String> response =
                served.sparql(
                        "SELECT ?t { <"
                                + Served.IDS
                                + "evil> <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString> ?t }",
                        "text/html, */*;q=0.1");

        assertThat(response.headers().firstValue("Content-Type").orElse("")).doesNotContain("html");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void articleLeadsToItsGraph() {
        HttpResponse<String> known = served.get("/articles/a1");
        HttpResponse<String> unknown = served.get("/articles/nobody");

        assertThat(known.statusCode()).isEqualTo(303);
        String graph = known.headers().firstValue("Location").orElseThrow();
        assertThat(served.get(graph).body()).contains(Served.IDS + "a1");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("no article 'nobody'");
    }

    @Test
    void otherWaysInAreClosed() {
        assertThat(served.get("/articles").statusCode()).isEqualTo(405);
        assertThat(served.post("/articles/a1", "text/plain", "x").statusCode()).isEqualTo(405);
        assertThat(served.send(served.to("/articles/no%20id").DELETE()).statusCode())
                .isEqualTo(404);
        assertThat(served.send(served.to("/articles").DELETE()).statusCode()).isEqualTo(405);
    }

    @Test
    void withoutTheOptionNoArticleIsTaken(@TempDir Path other) {
        try (Served closed = new Served(other, Settings.standard())) {
            for (String path : List.of("/articles", "/extract")) {
                HttpResponse<String> refused =
                        closed.post(path, "text/plain", "Iraq threatened Sweden.");
                assertThat(refused.statusCode()).isEqualTo(404);
                assertThat(refused.body()).contains("takes no articles", "--accept-articles");
            }
            assertThat(closed.send(closed.to("/articles/a1").DELETE()).statusCode()).isEqualTo(404);
            assertThat(closed.ask("<" + Served.IDS + "a1> ?p ?o")).isTrue();
        }
    }
}
