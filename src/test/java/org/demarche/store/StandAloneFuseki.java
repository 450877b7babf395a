package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.Jena;

/**
 * A Fuseki as people run it, in a process of its own that can be killed. Its jar is fetched by
 * Maven into {@code target/fuseki} when it is first asked for.
 */
final class StandAloneFuseki implements AutoCloseable {
    static final String USER = "editor";
    static final String PASSWORD = "drawbridge-1958";

    private static final String VERSION = Jena.VERSION;
    private static final Path FOLDER = Path.of("target", "fuseki");
    private static final Path JAR = FOLDER.resolve("jena-fuseki-server-" + VERSION + ".jar");

    private final Path folder;
    private final int port;
    private Process process;

    private StandAloneFuseki(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Whether its jar is there, or could be fetched. */
    static boolean isAvailable() throws IOException, InterruptedException {
        // What Maven has fetched before needs no network.
        return Files.isRegularFile(JAR) || fetch("-o") || fetch("-ntp");
    }

    private static boolean fetch(String how) throws IOException, InterruptedException {
        Optional<Path> maven = maven();
        if (maven.isEmpty()) {
            return false;
        }
        Files.createDirectories(FOLDER);
        Process copying =
                new ProcessBuilder(
                                maven.get().toString(),
                                "-q",
                                "-B",
                                how,
                                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy",
                                "-Dartifact=org.apache.jena:jena-fuseki-server:" + VERSION,
                                "-DoutputDirectory=.")
                        // No project is there: nothing of ours is built.
                        .directory(FOLDER.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(FOLDER.resolve("fetch.log").toFile())
                        .start();
        if (!copying.waitFor(3, TimeUnit.MINUTES)) {
            copying.destroy();
        }
        return Files.isRegularFile(JAR);
    }

    private static Optional<Path> maven() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts on a folder, whose data it has again when it is started there again. */
    static StandAloneFuseki start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("db"));
        Files.writeString(folder.resolve("users"), USER + ": " + PASSWORD + "\n");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        StandAloneFuseki fuseki = new StandAloneFuseki(folder, port, process(folder, port));
        try {
            fuseki.await();
        } catch (AssertionError e) {
            fuseki.close();
            throw e;
        }
        return fuseki;
    }

    private static Process process(Path folder, int port) throws IOException {
        ProcessBuilder command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        JAR.toAbsolutePath().toString(),
                        "--localhost",
                        "--port=" + port,
                        "--passwd=" + folder.resolve("users"),
                        "--auth=basic",
                        "--tdb2",
                        "--loc=" + folder.resolve("db"),
                        "--update",
                        "/ds");
        command.environment().put("FUSEKI_BASE", folder.resolve("base").toString());
        return command.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("fuseki.log").toFile()))
                .start();
    }

    private void await() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!answers()) {
            String said = Files.readString(folder.resolve("fuseki.log"));
            assertThat(process.isAlive()).as(said).isTrue();
            assertThat(System.nanoTime()).as(said).isLessThan(end);
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/ds?query=ASK%20%7B%7D", "*/*").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path, String accept)
            throws IOException, InterruptedException {
        byte[] who = (USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(path)))
                                .header("Accept", accept)
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString(who))
                                .build(),
                        BodyHandlers.ofString());
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** All its quads as sorted lines of N-Quads. */
    List<String> quads() throws IOException, InterruptedException {
        return get("/ds", "application/n-quads").body().lines().sorted().toList();
    }

    /** Ends it as a power cut does. */
    void kill() {
        process.destroyForcibly();
    }

    /** Starts it on its folder and port again, once it has ended. */
    void startAgain() throws IOException, InterruptedException {
        process.waitFor();
        process = process(folder, port);
        await();
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
    }
}
