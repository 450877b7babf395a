package org.demarche.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.demarche.Pipeline;
import org.demarche.Version;
import org.demarche.graph.Iris;
import org.demarche.server.DemarcheServer;
import org.demarche.server.FolderWatch;
import org.demarche.server.Intake;
import org.demarche.server.Passwords;
import org.demarche.server.Settings;
import org.demarche.server.Upkeep;
import org.demarche.source.DataFiles;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demarche serve}: the store over HTTP until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Serves the store over HTTP until Ctrl-C or SIGTERM: the explorer page at /, SPARQL at /demarche/sparql,",
            "graphs at /demarche/data, the saved queries at /queries, the ontology at /ontology."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche serve",
            "  demarche serve --port 8080 --watch incoming",
            "  demarche serve --host 0.0.0.0 --password-file users.txt --accept-articles"
        })
final class ServeCommand implements Callable<Integer> {
    private static final Duration UPKEEP = Duration.ofMinutes(1);

    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.WithData data;
    @Mixin private Options.UnderBase base;
    @Mixin private Options.Messages messages;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "3030",
            description = "The port (default: ${DEFAULT-VALUE}; 0 for any free one).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = "127.0.0.1",
            description = "Where to listen (default: ${DEFAULT-VALUE}, this machine only).")
    private String host;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description =
                    "A further name that clients may know the server by, such as a proxy's; may be repeated.")
    private List<String> names = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Give a query up after this time (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Refuse answers with more rows (default: ${DEFAULT-VALUE}).")
    private int maxRows;

    @Option(
            names = "--max-queries",
            paramLabel = "N",
            defaultValue = "16",
            description = "Run so many queries at once (default: ${DEFAULT-VALUE}).")
    private int maxQueries;

    @Option(
            names = "--max-request",
            paramLabel = "BYTES",
            defaultValue = "1048576",
            description = "Refuse larger requests (default: ${DEFAULT-VALUE}).")
    private int maxRequest;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Ask for a password; a line of the file is user: password.")
    private Optional<Path> passwords;

    @Option(
            names = "--accept-articles",
            description =
                    "Take articles by POST /articles, lead to their graphs by GET and forget them by DELETE /articles/ID, read without keeping by POST /extract.")
    private boolean acceptArticles;

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "Take in the articles that appear in this folder.")
    private Optional<Path> watched;

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description =
                    "Let the pages of this web site ask the server, * for all; may be repeated.")
    private List<String> origins = List.of();

    @Option(names = "--log", description = "Write a line for each request to standard error.")
    private boolean log;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Optional<Pipeline> pipeline = Optional.empty();

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Messages said = new Messages(console, messages);
        Settings settings = settings();
        watched.ifPresent(FolderWatch::check);
        warn(settings, said);
        DataFiles files = data.files();
        Thread hook = new Thread(this::stopAndWait, "stop");
        boolean takes = acceptArticles || watched.isPresent();
        try (Store opened = takes ? openWithBackground(files) : Store.open(store.folder())) {
            // Now nobody waits for it.
            if (takes && opened.compactIfItPays()) {
                said.detail("compacted the store");
            }
            serve(opened, files, settings, said, hook);
        } finally {
            stopped.countDown();
        }
        return Cli.DONE;
    }

    private Settings settings() {
        return new Settings(
                host,
                port,
                Duration.ofSeconds(timeout),
                maxRows,
                maxQueries,
                maxRequest,
                acceptArticles,
                passwords.map(Passwords::read),
                origins,
                names);
    }

    private static void warn(Settings settings, Messages said) {
        if (!settings.isLoopback()) {
            said.problem(
                    settings.passwords().isPresent()
                            ? "listens beyond this machine: passwords cross the network unless a proxy with TLS stands before it"
                            : "listens beyond this machine: whoever reaches it can read the store");
        }
    }

    private Store openWithBackground(DataFiles files) {
        Pipeline loaded = Pipeline.load(files, base.iris());
        pipeline = Optional.of(loaded);
        Store opened = Store.openOrCreate(store.folder(), Version.current());
        opened.refresh(loaded.run().dataHash(), loaded::background);
        return opened;
    }

    private void serve(Store opened, DataFiles files, Settings settings, Messages said, Thread hook)
            throws InterruptedException {
        Iris iris = base.iris();
        Optional<Intake> intake = pipeline.map(p -> Intake.of(p, id -> iris.article(id).getURI()));
        DemarcheServer.Log lines =
                new DemarcheServer.Log(
                        log ? Optional.of(console.err()::println) : Optional.empty(),
                        said::problem);
        try (DemarcheServer server = DemarcheServer.start(opened, files, intake, settings, lines);
                Watching watching = new Watching(opened, intake, said)) {
            Runtime.getRuntime().addShutdownHook(hook);
            said.note(server.address() + " serves " + store.folder() + "; Ctrl-C ends it");
            watching.start();
            stop.await();
        }
        said.note("stopped");
    }

    /**
     * The watch over a folder, where one was asked for, and over the size of a store that grows.
     */
    private final class Watching implements AutoCloseable {
        private final Store opened;
        private final Optional<Intake> intake;
        private final Messages said;
        private Optional<FolderWatch> watch = Optional.empty();
        private Optional<Upkeep> upkeep = Optional.empty();

        Watching(Store opened, Optional<Intake> intake, Messages said) {
            this.opened = opened;
            this.intake = intake;
            this.said = said;
        }

        void start() {
            watch =
                    watched.map(
                            folder ->
                                    FolderWatch.start(
                                            folder,
                                            Duration.ofSeconds(1),
                                            intake.orElseThrow(),
                                            opened,
                                            said::note));
            upkeep = intake.map(takes -> Upkeep.start(opened, UPKEEP, said::note));
        }

        @Override
        public void close() {
            // First: what is being taken in waits for a compaction.
            upkeep.ifPresent(Upkeep::close);
            watch.ifPresent(FolderWatch::close);
        }
    }

    /** What SIGTERM and Ctrl-C do: the store is closed before the process ends. */
    private void stopAndWait() {
        stop.countDown();
        try {
            if (!stopped.await(90, TimeUnit.SECONDS)) {
                console.err().println("demarche: did not end within 90 seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
