package org.demarche.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.demarche.export.Asked;
import org.demarche.export.ExportFormat;
import org.demarche.export.Selection;
import org.demarche.query.QueryCatalog;
import org.demarche.source.InputException;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demarche export}: the graph, its events, or who acts on whom, for other tools. */
@Command(
        name = "export",
        description = {
            "Writes the store for other tools.",
            "RDF: trig, nquads, jsonld, turtle, ntriples, rdfxml.",
            "Networks: graphml, gexf (Gephi), dot (Graphviz), cytoscape, nodelink (NetworkX, D3), mermaid; as pictures html, svg, png.",
            "Events: csv (Excel), gdelt, plover.",
            "Several files, as a folder or a zip file: gephi-csv, neo4j, obsidian."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche export -o news.trig",
            "  demarche export -o states.gexf --aggregate --from 2023-07",
            "  demarche export -o iraq.html --actor IRQ --factuality any",
            "  demarche export -o missions.csv --query attacks-on-missions",
            "  demarche export --format obsidian -o vault/",
            "  demarche export --format dot --shape event --type Threat | dot -Tsvg > threats.svg",
            "",
            "A network of actors and a GDELT table have the asserted events, all else the events of any factuality."
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.WithData data;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "The format; without it the suffix of --output chooses.")
    private Optional<String> format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to a file instead of standard output; formats of several files also to a new folder.")
    private Optional<Path> output;

    @Option(
            names = "--shape",
            paramLabel = "SHAPE",
            defaultValue = "ACTOR",
            description =
                    "Networks: actor links actors by what they do; event has the events as nodes too (default: actor).")
    private Selection.Shape shape;

    @Option(
            names = "--aggregate",
            description = "Count each actor as the state or organisation it belongs to.")
    private boolean aggregate;

    @Option(names = "--actor", paramLabel = "NAME", description = "Only this actor's events.")
    private Optional<String> actor;

    @Option(names = "--type", paramLabel = "CLASS", description = "Only events of this class.")
    private Optional<String> type;

    @Option(
            names = "--factuality",
            paramLabel = "F",
            description = "Only Asserted, Planned, Possible or Denied events; or any.")
    private Optional<String> factuality;

    @Option(names = "--from", paramLabel = "DATE", description = "Only events from then on.")
    private Optional<String> from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only events up to then.")
    private Optional<String> to;

    @Option(
            names = "--query",
            paramLabel = "NAME",
            description = "Only events that the answer of this saved query names.")
    private Optional<String> query;

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the saved query; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ExportFormat chosen = chosen();
        Selection selection = selection();
        if (chosen.isFolder() && output.filter(ExportCommand::isFolder).isPresent()) {
            writeFolder(chosen, selection, output.orElseThrow());
        } else {
            writeFile(chosen, selection);
        }
        return Cli.DONE;
    }

    private void writeFile(ExportFormat chosen, Selection selection) {
        try (Store opened = Store.open(store.folder());
                Output out = Output.to(output, console)) {
            opened.read(
                    graphs -> {
                        try {
                            chosen.write(graphs, selection, out.stream());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        return true;
                    });
            out.done();
        }
    }

    private void writeFolder(ExportFormat chosen, Selection selection, Path folder) {
        try (Store opened = Store.open(store.folder())) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> content = Files.list(folder)) {
                    if (content.findAny().isPresent()) {
                        throw new InputException(
                                folder + ": is not empty; give a new or an empty folder");
                    }
                }
            }
            opened.read(
                    graphs -> {
                        try {
                            chosen.write(graphs, selection, folder);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        return true;
                    });
        } catch (IOException | UncheckedIOException e) {
            throw new InputException(folder + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    // A folder may be new: what has no suffix is one.
    private static boolean isFolder(Path path) {
        return Files.isDirectory(path) || path.getFileName().toString().indexOf('.') < 0;
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
        if (query.isEmpty() && !parameters.isEmpty()) {
            throw new InputException("--param is for the saved query of --query, which is missing");
        }
        return new Selection(
                filters,
                aggregate,
                shape,
                query.map(
                        name -> new Asked(new QueryCatalog(data.files()).query(name), parameters)));
    }
}
