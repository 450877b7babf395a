package org.demarche.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.export.ExportFormat;
import org.demarche.export.Selection;
import org.demarche.source.InputException;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demarche export}: the graph, or who acts on whom, for other tools. */
@Command(
        name = "export",
        description = {
            "Writes the store for other tools.",
            "All of it as RDF: trig, nquads, jsonld, turtle, ntriples, rdfxml.",
            "The network of actors, one edge for each type of event: graphml, dot."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche export -o news.trig",
            "  demarche export -o states.graphml --aggregate --from 2023-07",
            "  demarche export --format dot --type Threat --factuality Planned | dot -Tsvg > threats.svg"
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "The format; without it the suffix of --output chooses.")
    private Optional<String> format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file instead of standard output.")
    private Optional<Path> output;

    @Option(
            names = "--aggregate",
            description = "Network: count each actor as the state or organisation it belongs to.")
    private boolean aggregate;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            description = "Network: only this actor's events.")
    private Optional<String> actor;

    @Option(
            names = "--type",
            paramLabel = "CLASS",
            description = "Network: only events of this class.")
    private Optional<String> type;

    @Option(
            names = "--factuality",
            paramLabel = "F",
            description = "Network: Asserted (default), Planned, Possible or Denied events.")
    private Optional<String> factuality;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Network: only events from then on.")
    private Optional<String> from;

    @Option(names = "--to", paramLabel = "DATE", description = "Network: only events up to then.")
    private Optional<String> to;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ExportFormat chosen = chosen();
        try (Store opened = Store.open(store.folder());
                Output out = Output.to(output, console)) {
            opened.read(
                    data -> {
                        try {
                            chosen.write(data, selection(), out.stream());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        return true;
                    });
            out.done();
        }
        return Cli.DONE;
    }

    private ExportFormat chosen() {
        if (format.isPresent()) {
            return ExportFormat.named(format.get());
        }
        Path file =
                output.orElseThrow(
                        () ->
                                new InputException(
                                        "give a --format, or an --output whose suffix says it"));
        return ExportFormat.of(file)
                .orElseThrow(
                        () ->
                                new InputException(
                                        file + ": the suffix is of no format; give a --format"));
    }

    private Selection selection() {
        Map<String, String> filters = new LinkedHashMap<>();
        actor.ifPresent(a -> filters.put("actor", a));
        type.ifPresent(t -> filters.put("type", t));
        factuality.ifPresent(f -> filters.put("factuality", f));
        from.ifPresent(d -> filters.put("from", d));
        to.ifPresent(d -> filters.put("to", d));
        return new Selection(filters, aggregate);
    }
}
