package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    @TempDir Path folder;

    private static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Passwords passwords(String content) throws IOException {
        return Passwords.read(Files.writeString(folder.resolve("users"), content));
    }

    @Test
    void limitThatIsNoneIsNamed() {
        assertThatThrownBy(
                        () -> Settings.standard().withLimits(Duration.ofSeconds(20), 0, 4, 20_000))
                .isInstanceOf(InputException.class)
                .hasMessage("--max-rows 0: the least is 1");
    }

    @Test
    void everyAnswerKeepsBrowsersStrict() {
        try (Served served = new Served(folder, Settings.standard())) {
            for (String path : List.of("/ontology", "/queries", "/nowhere", "/demarche/data")) {
                HttpResponse<String> response = served.get(path);

                assertThat(response.headers().firstValue("Content-Security-Policy").orElse(path))
                        .contains("default-src 'none'")
                        .contains("script-src 'self'")
                        .doesNotContain("unsafe");
                assertThat(response.headers().firstValue("X-Content-Type-Options"))
                        .hasValue("nosniff");
                assertThat(response.headers().firstValue("Server")).isEmpty();
            }
        }
    }

    @Test
    void withoutTheRightPasswordThereIsNothing() throws IOException {
        Settings settings =
                Settings.standard().withPasswords(passwords("# users\nana: s3:cret\nbob: b\n"));
        try (Served served = new Served(folder, settings)) {
            HttpResponse<String> none = served.get("/queries");

            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic");
            assertThat(none.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            for (String wrong :
                    List.of(
                            basic("ana", "secret"),
                            basic("ana", "b"),
                            basic("eve", "nobody"),
                            basic("", ""),
                            "Basic ???",
                            "Bearer s3:cret",
                            "Basic")) {
                assertThat(served.get("/demarche/data", "Authorization", wrong).statusCode())
                        .as(wrong)
                        .isEqualTo(401);
            }
            assertThat(
                            served.get("/queries", "Authorization", basic("ana", "s3:cret"))
                                    .statusCode())
                    .isEqualTo(200);
            assertThat(served.get("/$/ping").statusCode()).isEqualTo(200);
            assertThat(served.get("/$/ping/../queries").statusCode()).isNotEqualTo(200);
        }
    }

    @Test
    void passwordFileIsCheckedAsAWhole() {
        assertThatThrownBy(() -> passwords("ana s3cret\n\n: x\nbob:\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(":1:")
                .hasMessageContaining(":3:")
                .hasMessageContaining(":4:");
        assertThatThrownBy(() -> passwords("# nobody\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "[::2]", "0"})
    void nameThatIsNotOursIsNotAnswered(String name) {
        try (Served served = new Served(folder, Settings.standard())) {
            String answer =
                    served.raw(
                            "GET /queries HTTP/1.1\r\nHost: "
                                    + name
                                    + "\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("who-threatens");
        }
    }

    @Test
    void ownNamesAreAnswered() {
        try (Served served = new Served(folder, Settings.standard())) {
            for (String name : List.of("localhost", "127.0.0.1:99", "LOCALHOST", "[::1]:8080")) {
                assertThat(
                                served.raw(
                                        "GET /queries HTTP/1.1\r\nHost: "
                                                + name
                                                + "\r\nConnection: close\r\n\r\n"))
                        .as(name)
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void otherSitesReadOnlyWhereTheyAreNamed() {
        String site = "https://desk.example.org";
        try (Served served = new Served(folder, Settings.standard().withOrigins(List.of(site)))) {
            HttpResponse<String> named = served.get("/queries", "Origin", site);
            HttpResponse<String> other = served.get("/queries", "Origin", "https://evil.example");
            HttpResponse<String> preflight =
                    served.send(
                            served.to("/demarche/sparql")
                                    .method("OPTIONS", BodyPublishers.noBody())
                                    .headers(
                                            "Origin",
                                            site,
                                            "Access-Control-Request-Method",
                                            "POST"));

            assertThat(named.headers().firstValue("Access-Control-Allow-Origin")).hasValue(site);
            assertThat(named.headers().allValues("Vary")).contains("Origin");
            assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                    .contains("POST");
        }
    }

    @Test
    void otherSitesCannotPostArticles() {
        try (Served served = new Served(folder, Settings.standard().withArticles())) {
            String text = "Iraq threatened Sweden.";

            HttpResponse<String> foreign =
                    served.post("/articles", "text/plain", text, "Origin", "https://evil.example");
            HttpResponse<String> sandboxed =
                    served.post("/articles", "text/plain", text, "Origin", "null");
            HttpResponse<String> marked =
                    served.post("/articles", "text/plain", text, "Sec-Fetch-Site", "cross-site");
            String own = served.server.address().toString().replaceAll("/$", "");
            HttpResponse<String> ours = served.post("/articles", "text/plain", text, "Origin", own);

            assertThat(foreign.statusCode()).isEqualTo(403);
            assertThat(sandboxed.statusCode()).isEqualTo(403);
            assertThat(marked.statusCode()).isEqualTo(403);
            assertThat(ours.statusCode()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../etc/passwd",
                "/..%2f..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/webjars/../../../org/demarche/version.txt",
                "/webjars/..%2f..%2forg/demarche/version.txt",
                "/explorer/../org/demarche/version.txt",
                "/queries/..%2fdata%2fgazetteer%2fstates",
                "/ontology/../data/gazetteer/states.tsv",
                "//etc/passwd",
                "/index.html%00.txt",
                "/.git/config",
                "/org/demarche/version.txt",
                "/META-INF/MANIFEST.MF",
                "/demarche/../queries/..;/x"
            })
    void pathStaysWithinThePages(String path) {
        try (Served served = new Served(folder, Settings.standard())) {
            String answer =
                    served.raw(
                            "GET "
                                    + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
            assertThat(answer).doesNotContain("root:").doesNotContain("Manifest-Version");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /demarche/sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /demarche/sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "BREW /pot HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Bad\u0000Header: x\r\n\r\n"
            })
    void requestThatIsNoneIsRefusedAndTheServerLives(String request) {
        try (Served served = new Served(folder, Settings.standard())) {
            assertThat(served.raw(request)).matches("(?s)HTTP/1.1 [45].*");

            assertThat(served.get("/$/ping").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void oversizedHeaderIsRefused() {
        try (Served served = new Served(folder, Settings.standard())) {
            String answer =
                    served.raw(
                            "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: "
                                    + "a".repeat(200_000)
                                    + "\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 431");
        }
    }

    @Test
    void slowClientsDoNotKeepOthersWaiting() throws IOException {
        Settings settings = Settings.standard().withLimits(Duration.ofSeconds(5), 1000, 2, 10_000);
        List<Socket> slow = new ArrayList<>();
        try (Served served = new Served(folder, settings)) {
            for (int i = 0; i < 60; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.server.port());
                String start =
                        i % 2 == 0
                                ? "GET /queries HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
                                : "POST /demarche/sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 5000\r\n\r\nSELECT";
                socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                slow.add(socket);
            }
            long start = System.nanoTime();

            assertThat(served.ask("?s ?p ?o")).isTrue();

            // far below the half minute after which the server gives the slow ones up
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(20));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void logHasOneLineForEachRequestWhateverTheClientSends() throws InterruptedException {
        try (Served served = new Served(folder, Settings.standard())) {
            served.get(
                    "/queries/timeline?actor=" + Served.encode("IRQ\n127.0.0.1 GET /forged 200"));

            assertThat(served.requests.poll(20, TimeUnit.SECONDS))
                    .contains(" GET /queries/timeline?actor=IRQ%0A")
                    .contains(" 400 ")
                    .doesNotContain("\n");
            assertThat(served.requests).isEmpty();
        }
    }

    @Test
    void articlesFromTheWholeNetworkNeedAPassword() {
        Settings open = Settings.standard();

        assertThatThrownBy(
                        () ->
                                new Settings(
                                        "0.0.0.0",
                                        0,
                                        open.timeout(),
                                        open.maxRows(),
                                        open.maxQueries(),
                                        open.maxRequest(),
                                        true,
                                        Optional.empty(),
                                        List.of(),
                                        List.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--password-file");
    }

    @Test
    void takenPortIsToldInWords() {
        try (Served served = new Served(folder, Settings.standard())) {
            Settings same = Settings.standard().withPort(served.server.port());

            assertThatThrownBy(
                            () ->
                                    DemarcheServer.start(
                                            served.store,
                                            DataFiles.bundled(),
                                            Optional.empty(),
                                            same,
                                            new DemarcheServer.Log(Optional.empty(), s -> {})))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("cannot listen there");
        }
    }
}
