package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.demarche.query.Page;
import org.demarche.query.QueryCatalog;
import org.demarche.query.QueryResult;
import org.demarche.query.ResultFormat;
import org.demarche.query.SavedQuery;
import org.demarche.source.DataFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesServiceTest {
    @TempDir static Path folder;
    private static Served served;

    @BeforeAll
    static void serve() {
        served =
                new Served(
                        folder,
                        Settings.standard().withLimits(Duration.ofSeconds(20), 500, 4, 20_000));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }

    static List<SavedQuery> all() {
        return new QueryCatalog(DataFiles.bundled()).queries();
    }

    @ParameterizedTest
    @MethodSource("all")
    void queryAnswersItsExamplesAsTheCommandLineDoes(SavedQuery query) {
        StringBuilder path = new StringBuilder("/queries/" + query.name());
        boolean triples = query.query().isConstructType();
        path.append(triples ? ".nt?" : ".csv?");
        Map<String, String> values = query.examples();
        values.forEach(
                (name, value) ->
                        path.append(name).append('=').append(Served.encode(value)).append('&'));

        HttpResponse<String> response = served.get(path.substring(0, path.length() - 1));

        String expected =
                served.store.read(
                        data -> {
                            ByteArrayOutputStream out = new ByteArrayOutputStream();
                            Query bound = query.bind(values, data);
                            Page page = new Page(1, query.pageSize().orElse(500));
                            try (QueryResult result = QueryResult.of(bound, page, data)) {
                                result.write(
                                        triples ? ResultFormat.NTRIPLES : ResultFormat.CSV, out);
                            }
                            return out.toString(StandardCharsets.UTF_8);
                        });
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(expected);
    }

    @Test
    void missingParameterIsToldAsPartOfTheAddress() {
        HttpResponse<String> response = served.get("/queries/events-between?one=IRQ");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("parameter 'other' is missing", "such as ?other=")
                .doesNotContain("--param");
    }

    @Test
    void listTellsNamesFormatsAndParameters() throws Exception {
        JsonNode list = json(served.get("/queries"));

        assertThat(list.at("/queries")).hasSize(all().size());
        assertThat(list.toString())
                .contains("\"/queries/who-threatens-whom\"")
                .contains("\"csv\"")
                .contains("\"name\":\"actor\"");
    }

    @Test
    void formIsChosenBySuffixOrHeader() {
        HttpResponse<String> json = served.get("/queries/who-threatens-whom");
        HttpResponse<String> byHeader =
                served.get("/queries/who-threatens-whom", "Accept", "text/html, text/csv;q=0.5");
        HttpResponse<String> table = served.get("/queries/who-threatens-whom.txt");
        HttpResponse<String> graph = served.get("/queries/network");

        assertThat(json.headers().firstValue("Content-Type"))
                .hasValue("application/sparql-results+json");
        assertThat(byHeader.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv");
        assertThat(table.body()).contains("───").contains("Iraq");
        assertThat(graph.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/turtle");
    }

    @Test
    void formThatTheAnswerCannotHaveIsRefused() {
        assertThat(served.get("/queries/network.csv").statusCode()).isEqualTo(404);
        assertThat(served.get("/queries/network", "Accept", "text/csv").statusCode())
                .isEqualTo(406);
        assertThat(served.get("/queries/who-threatens-whom.exe").body()).contains(".csv");
    }

    @Test
    void sparqlOfAQueryIsShownWithItsValuesIn() {
        HttpResponse<String> response = served.get("/queries/who-threatens-whom.rq?actor=IRQ");

        assertThat(response.body()).contains("/state/IRQ>").doesNotContain("?__actor_iri");
    }

    @Test
    void wrongParametersAreAllNamed() {
        HttpResponse<String> response =
                served.get("/queries/events-between?one=IRQ&from=soon&colour=red");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("'colour'").contains("'from'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> } DROP ALL #",
                "\" } SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } #",
                "https://x.example/> ?p ?o . ?a ?b ?c . <https://y",
                "'); DROP TABLE events;--",
                "<script>alert(1)</script>",
                "../../../../etc/passwd",
                "\u0000\r\nSet-Cookie: a=b",
                "${jndi:ldap://127.0.0.1/a}",
                "\u202e\ud83d\udca3"
            })
    void valueIsNeverMoreThanAValue(String hostile) {
        for (SavedQuery query : all()) {
            query.parameters()
                    .forEach(
                            parameter -> {
                                HttpResponse<String> response =
                                        served.get(
                                                "/queries/"
                                                        + query.name()
                                                        + "?"
                                                        + parameter.name()
                                                        + "="
                                                        + Served.encode(hostile));

                                assertThat(response.statusCode())
                                        .as(query.name() + " " + parameter.name())
                                        .isIn(200, 400);
                                assertThat(response.headers().map())
                                        .doesNotContainKey("set-cookie");
                                assertThat(response.headers().firstValue("Content-Type"))
                                        .get()
                                        .asString()
                                        .doesNotContain("html");
                            });
        }
        assertThat(served.faults).isEmpty();
    }

    @Test
    void veryLongValueIsRefused() {
        HttpResponse<String> response =
                served.get("/queries/who-threatens-whom?actor=" + "a".repeat(10_000));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("10000 chars");
    }

    @Test
    void parameterGivenTwiceIsRefused() {
        assertThat(served.get("/queries/who-threatens-whom?actor=IRQ&actor=SWE").body())
                .contains("given twice");
    }

    @Test
    void unknownQueryIsToldWithTheNearest() {
        HttpResponse<String> response = served.get("/queries/who-threatens-who");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("nearest: 'who-threatens-whom'");
    }

    @Test
    void pagesAreLinkedAndTogetherAreTheWhole() {
        String whole = served.get("/queries/timeline.csv?actor=IRQ").body();
        Pattern next = Pattern.compile("<([^>]+)>; rel=\"next\"");
        StringBuilder together = new StringBuilder();
        String path = "/queries/timeline.csv?actor=IRQ&size=1";
        int pages = 0;

        while (!path.isEmpty()) {
            HttpResponse<String> page = served.get(path);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            together.append(
                    pages == 0
                            ? page.body()
                            : page.body().substring(page.body().indexOf('\n') + 1));
            Matcher link = next.matcher(page.headers().firstValue("Link").orElse(""));
            path = link.find() ? link.group(1) : "";
            pages++;
        }

        assertThat(pages).isGreaterThan(1);
        assertThat(together.toString()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page=0", "page=x", "page=-1", "size=0", "size=501", "page=99999999999"})
    void pageThatIsNoneIsRefused(String page) {
        assertThat(served.get("/queries/who-threatens-whom?" + page).statusCode()).isEqualTo(400);
    }

    @Test
    void answerThatIsStillRightIsNotSentAgain() {
        HttpResponse<String> first = served.get("/queries/who-threatens-whom.csv");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again =
                served.get("/queries/who-threatens-whom.csv", "If-None-Match", tag);
        HttpResponse<String> other =
                served.get("/queries/who-threatens-whom.csv?actor=SWE", "If-None-Match", tag);
        served.store.replace(List.of(Served.crisis().get(0)));
        HttpResponse<String> changed =
                served.get("/queries/who-threatens-whom.csv", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void headTellsWhatGetWould() {
        HttpResponse<String> head =
                served.send(
                        served.to("/queries/who-threatens-whom.csv")
                                .method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).isPresent();
        assertThat(head.body()).isEmpty();
    }

    @Test
    void queriesCanOnlyBeRead() {
        HttpResponse<String> response =
                served.post("/queries/who-threatens-whom", "text/plain", "x");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void noQueryHasAParameterThatPagesNeed() {
        assertThat(all())
                .allMatch(
                        q ->
                                q.parameters().stream()
                                        .noneMatch(
                                                p ->
                                                        p.name().equals("page")
                                                                || p.name().equals("size")));
    }

    @Test
    void descriptionForProgramsKnowsAllQueries() throws Exception {
        JsonNode api = json(served.get("/queries/openapi.json"));

        assertThat(api.get("openapi").asText()).isEqualTo("3.1.0");
        for (SavedQuery query : all()) {
            JsonNode get = api.get("paths").get("/queries/" + query.name()).get("get");
            assertThat(get.get("operationId").asText()).isEqualTo(query.name());
            int pages = query.pageSize().isPresent() ? 2 : 0;
            assertThat(get.get("parameters")).hasSize(query.parameters().size() + pages);
        }
    }

    @Test
    void descriptionForProgramsIsValidOpenApi(@TempDir Path temp) throws Exception {
        Path users = Files.writeString(temp.resolve("users"), "reader: secret\n");
        String here = served.get("/queries/openapi.json").body();
        Settings all = Settings.standard().withArticles().withPasswords(Passwords.read(users));

        assertThat(problemsOf(here)).isEmpty();
        assertThat(problemsOf(OpenApi.of(all(), all).toString())).isEmpty();
        assertThat(problemsOf(here.replace("\"operationId\"", "\"operation\""))).isNotEmpty();
    }

    private static List<String> problemsOf(String document) {
        return new OpenAPIV3Parser().readContents(document).getMessages();
    }
}
