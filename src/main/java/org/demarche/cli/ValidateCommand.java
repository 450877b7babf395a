package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.demarche.Pipeline;
import org.demarche.graph.GraphWriter;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.RdfFormat;
import org.demarche.graph.Shapes;
import org.demarche.ontology.Ontology;
import org.demarche.query.QueryCatalog;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche validate}: data files, or RDF against the shapes. */
@Command(
        name = "validate",
        description = {
            "Checks RDF files against the shapes of article graphs, each named graph by itself.",
            "Without files: checks ontology, gazetteer, lexicon and queries, and names all that is wrong."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche validate --data my-data",
            "  demarche validate export.trig",
            "  demarche validate --format turtle mine.ttl > report.ttl"
        })
final class ValidateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.WithData data;
    @Mixin private Options.Messages messages;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "RDF in any form: .ttl, .trig, .nq, .jsonld…")
    private List<Path> files = List.of();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "Write the SHACL report as RDF instead of a line for each fault: turtle, ntriples, jsonld, rdfxml…")
    private Optional<String> format;

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return files.isEmpty() ? dataFiles() : rdfFiles();
    }

    private int dataFiles() {
        Messages said = new Messages(console, messages);
        DataFiles all = data.files();
        boolean good = true;
        for (Runnable check :
                List.<Runnable>of(
                        () -> Pipeline.load(all), () -> new QueryCatalog(all).queries())) {
            try {
                check.run();
            } catch (InputException e) {
                said.problem(e.getMessage());
                good = false;
            }
        }
        if (good) {
            said.note("the data files are good");
        }
        return good ? Cli.DONE : Cli.WRONG;
    }

    private int rdfFiles() {
        DataFiles all = data.files();
        Shapes shapes = Shapes.read(all, Ontology.read(all));
        Messages said = new Messages(console, messages);
        Optional<RdfFormat> written = format.map(RdfFormat::require);
        Graph reports = GraphFactory.createDefaultGraph();
        int violations = 0;
        for (Path file : files) {
            for (NamedGraph graph : graphs(file)) {
                List<String> lines = shapes.validate(graph);
                violations += lines.size();
                if (written.isPresent()) {
                    GraphUtil.addInto(reports, shapes.report(graph));
                } else {
                    lines.forEach(line -> console.out().println(file + ": " + line));
                }
            }
        }
        if (written.isPresent()) {
            try (GraphWriter writer = new GraphWriter(written.get(), console.out())) {
                writer.write(Optional.empty(), GraphWriter.sorted(reports));
            }
        }
        said.note(violations == 0 ? "valid" : violations + " violations");
        return violations == 0 ? Cli.DONE : Cli.FAILED;
    }

    private static List<NamedGraph> graphs(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + ": no such file");
        }
        DatasetGraph read = DatasetGraphFactory.create();
        try {
            RDFParser.source(file)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(read);
        } catch (RiotException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        }
        List<NamedGraph> graphs = new java.util.ArrayList<>();
        if (!read.getDefaultGraph().isEmpty()) {
            graphs.add(
                    new NamedGraph(
                            NodeFactory.createURI(file.toUri().toString()),
                            GraphFactory.createDefaultGraph()));
            read.getDefaultGraph().find().forEachRemaining(graphs.get(0).graph()::add);
        }
        read.listGraphNodes()
                .forEachRemaining(name -> graphs.add(new NamedGraph(name, read.getGraph(name))));
        return graphs;
    }
}
