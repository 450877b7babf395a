package org.demarche.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.demarche.source.InputException;
import org.demarche.store.GraphPush;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche push}: the store's graphs into a remote graph store. */
@Command(
        name = "push",
        description = {
            "Sends the store's graphs to a SPARQL 1.1 Graph Store such as a Fuseki, those that have changed since the last push.",
            "A push that was interrupted is continued by the next one."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche push http://localhost:3331/ds/data",
            "  demarche push --dry-run --prune http://localhost:3331/ds/data",
            "  demarche push --user editor --password-file secret.txt https://graphs.example.org/news/data"
        })
final class PushCommand implements Callable<Integer> {
    private static final int NAMED = 20;
    private static final Map<GraphPush.Outcome, String> DONE =
            Map.of(
                    GraphPush.Outcome.SENT, "sent",
                    GraphPush.Outcome.UNCHANGED, "unchanged",
                    GraphPush.Outcome.REMOVED, "removed",
                    GraphPush.Outcome.FAILED, "failed");
    private static final Map<GraphPush.Outcome, String> WOULD =
            Map.of(
                    GraphPush.Outcome.SENT, "would send",
                    GraphPush.Outcome.UNCHANGED, "unchanged",
                    GraphPush.Outcome.REMOVED, "would remove",
                    GraphPush.Outcome.FAILED, "failed");

    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.UnderBase base;
    @Mixin private Options.Messages messages;

    @Parameters(
            paramLabel = "URL",
            description = "Address of the graph store: http://HOST:PORT/DATASET/data of a Fuseki.")
    private String address;

    @Option(
            names = "--article",
            paramLabel = "ID",
            description = "Send only this article's graph; may be repeated.")
    private List<String> articles = List.of();

    @Option(names = "--all", description = "Send also the graphs that have not changed.")
    private boolean all;

    @Option(
            names = "--prune",
            description = "Remove there the articles that this store does not have.")
    private boolean prune;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    @Option(
            names = "--sparql",
            paramLabel = "URL",
            description =
                    "The server's query endpoint, where it is not found beside the graph store.")
    private Optional<String> sparql;

    @Option(names = "--user", paramLabel = "NAME", description = "The user to come as.")
    private Optional<String> user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file with the user's password.")
    private Optional<Path> passwordFile;

    @Option(
            names = "--password-env",
            paramLabel = "VAR",
            description = "An environment variable with the user's password.")
    private Optional<String> passwordVariable;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with a bearer token.")
    private Optional<Path> tokenFile;

    @Option(
            names = "--token-env",
            paramLabel = "VAR",
            description = "An environment variable with a bearer token.")
    private Optional<String> tokenVariable;

    PushCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (prune && !articles.isEmpty()) {
            throw new InputException("--prune is for the whole store: leave --article out");
        }
        Messages said = new Messages(console, messages);
        GraphPush.Target target = target();
        if (target.isExposed()) {
            said.problem("the password crosses the network unencrypted: better use https");
        }
        Set<String> graphs =
                articles.stream()
                        .map(id -> base.iris().article(id).getURI())
                        .collect(Collectors.toSet());
        long start = System.nanoTime();
        GraphPush.Report report;
        try (Store opened = Store.open(store.folder());
                Progress progress = new Progress(said)) {
            report =
                    new GraphPush(target)
                            .push(
                                    opened,
                                    new GraphPush.Selection(graphs, all, prune, dryRun),
                                    progress::step);
        }
        summarize(report, (System.nanoTime() - start) / 1e9, said);
        return report.isComplete() ? Cli.DONE : Cli.FAILED;
    }

    private GraphPush.Target target() {
        GraphPush.Target target = GraphPush.Target.of(address);
        if (sparql.isPresent()) {
            target = target.withSparql(sparql.get());
        }
        Optional<String> password = secret(passwordFile, passwordVariable);
        Optional<String> token = secret(tokenFile, tokenVariable);
        if (user.isPresent() != password.isPresent()) {
            throw new InputException(
                    "--user goes with --password-file or --password-env, and these with --user");
        }
        if (token.isPresent() && user.isPresent()) {
            throw new InputException("a password or a token, not both");
        }
        if (user.isPresent()) {
            return target.withPassword(user.get(), password.get());
        }
        return token.isPresent() ? target.withToken(token.get()) : target;
    }

    /** A secret from where other users of the machine do not see it, as they do see arguments. */
    private static Optional<String> secret(Optional<Path> file, Optional<String> variable) {
        if (file.isPresent()) {
            try {
                return Optional.of(Files.readString(file.get(), StandardCharsets.UTF_8).strip());
            } catch (NoSuchFileException e) {
                throw new InputException(file.get() + ": no such file", e);
            } catch (IOException e) {
                throw new InputException(
                        file.get() + ": cannot be read (" + e.getMessage() + ")", e);
            }
        }
        return variable.map(
                name ->
                        Optional.ofNullable(System.getenv(name))
                                .orElseThrow(
                                        () ->
                                                new InputException(
                                                        "environment variable '"
                                                                + name
                                                                + "' is not set")));
    }

    private void summarize(GraphPush.Report report, double seconds, Messages said) {
        for (GraphPush.Failure failure :
                report.failures().subList(0, Math.min(NAMED, report.failures().size()))) {
            said.problem(failure.graph() + ": " + failure.reason());
        }
        if (report.failures().size() > NAMED) {
            said.problem((report.failures().size() - NAMED) + " more graphs were refused");
        }
        report.stopped().ifPresent(said::problem);
        if (report.stopped().isPresent() && isEmpty(report)) {
            return;
        }
        said.note(
                String.format(
                        Locale.ROOT,
                        "%s %,d graphs (%,d KB), %,d unchanged, %s%,d%s, %.1f s",
                        dryRun ? "would send" : "sent",
                        report.sent(),
                        (report.bytes() + 1023) / 1024,
                        report.unchanged(),
                        dryRun ? "would remove " : "",
                        report.removed(),
                        dryRun ? "" : " removed",
                        seconds));
        if (report.notTried() > 0) {
            said.problem(
                    String.format(
                            Locale.ROOT,
                            "%,d graphs are left; push again to continue",
                            report.notTried()));
        }
    }

    private static boolean isEmpty(GraphPush.Report report) {
        return report.sent() + report.unchanged() + report.removed() + report.failures().size()
                == 0;
    }

    /** A bar on a terminal; with --verbose a line for each graph. */
    private final class Progress implements AutoCloseable {
        private final Messages said;
        private Optional<ProgressBar> bar = Optional.empty();

        Progress(Messages said) {
            this.said = said;
        }

        void step(GraphPush.Step step) {
            if (said.showsProgress() && bar.isEmpty()) {
                bar =
                        Optional.of(
                                new ProgressBarBuilder()
                                        .setTaskName("push")
                                        .setUnit(" graphs", 1)
                                        .setInitialMax(step.total())
                                        .setStyle(ProgressBarStyle.ASCII)
                                        .setConsumer(new ConsoleProgressBarConsumer(said.stream()))
                                        .build());
            }
            bar.ifPresent(ProgressBar::step);
            said.detail((dryRun ? WOULD : DONE).get(step.outcome()) + " " + step.graph());
        }

        @Override
        public void close() {
            bar.ifPresent(ProgressBar::close);
            bar = Optional.empty();
        }
    }
}
