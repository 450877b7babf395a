package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.demarche.graph.Vocabulary;
import org.demarche.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server in a process of its own, which can be told to end. */
@Timeout(600)
class ServeCommandTest {
    @TempDir Path temp;

    private Process serve(Path store, Path incoming) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Cli.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--store",
                        store.toString(),
                        "--watch",
                        incoming.toString(),
                        "--verbose")
                .redirectOutput(temp.resolve("out").toFile())
                .start();
    }

    private static String read(BufferedReader said, String part) throws IOException {
        String line = said.readLine();
        while (line != null && !line.contains(part)) {
            line = said.readLine();
        }
        return String.valueOf(line);
    }

    private static int articles(String address) throws IOException, InterruptedException {
        String query = "SELECT (COUNT(?a) AS ?n) { ?a a <" + Vocabulary.ARTICLE.getURI() + "> }";
        URI uri =
                URI.create(
                        address
                                + "demarche/sparql?query="
                                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        String csv =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(uri).header("Accept", "text/csv").build(),
                                BodyHandlers.ofString())
                        .body();
        return Integer.parseInt(csv.lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void storeThatManyCommitsHaveGrownIsCompactedBeforeItIsServed() throws Exception {
        Path incoming = Files.createDirectory(temp.resolve("incoming"));
        Path folder = temp.resolve("store");
        try (Store store = Store.openOrCreate(folder, "test")) {
            try (RandomAccessFile grown =
                    new RandomAccessFile(folder.resolve("Data-0001/grown").toFile(), "rw")) {
                grown.setLength(2L << 30);
            }
            assertThat(store.sizeOnDisk()).isGreaterThan(2L << 30);
        }

        Process server = serve(folder, incoming);
        try (var said = server.errorReader(StandardCharsets.UTF_8)) {
            assertThat(read(said, "compacted")).isEqualTo("compacted the store");
            assertThat(read(said, " serves ")).contains(folder.toString());
            server.toHandle().destroy();
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        try (Store kept = Store.open(folder)) {
            assertThat(kept.sizeOnDisk()).isLessThan(1L << 30);
        }
    }

    @Test
    void terminatedServerHasClosedItsStore() throws Exception {
        Path incoming = Files.createDirectory(temp.resolve("incoming"));
        StringBuilder articles = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            articles.append("{\"id\":\"a" + i + "\",\"text\":\"Peru condemned the attack.\"}\n");
        }
        Files.writeString(incoming.resolve("many.jsonl"), articles);
        Path folder = temp.resolve("store");

        Process server = serve(folder, incoming);
        int seen = 0;
        int code;
        try (var said = server.errorReader(StandardCharsets.UTF_8)) {
            String address = read(said, " serves ").replaceFirst(" serves .*", "");
            while (seen == 0) {
                seen = articles(address);
            }
            // Process.destroy would close the stream that we listen to.
            server.toHandle().destroy();
            assertThat(read(said, "stopped")).endsWith(" articles, then stopped");
            assertThat(read(said, "stopped")).isEqualTo("stopped");
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
            code = server.exitValue();
        }

        assertThat(code).as("ended by SIGTERM").isEqualTo(128 + 15);
        try (Store kept = Store.open(folder)) {
            assertThat(kept.statistics().articles()).isGreaterThanOrEqualTo(seen).isLessThan(5_000);
        }
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertThat(Cli.run(said, said, "verify", "--store", folder.toString())).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(": good");
    }
}
