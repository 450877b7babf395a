package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.article.ArticleFiles;
import org.demarche.graph.GraphWriter;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.RdfFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche extract}: articles to RDF on standard output, without a store. */
@Command(
        name = "extract",
        description = "Reads articles and writes their graphs as RDF; no store is touched.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche extract article.txt",
            "  demarche extract --format jsonld -o news.jsonld news.jsonl"
        })
final class ExtractCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.WithData data;
    @Mixin private Options.UnderBase base;
    @Mixin private Options.Messages messages;
    @Mixin private Options.Limits limits;
    @Mixin private Options.Fields fields;
    @Mixin private Options.OnWeb web;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "trig",
            description =
                    "trig, nquads, jsonld, turtle, ntriples or rdfxml (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file instead of standard output.")
    private Optional<Path> output;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Texts, Markdown, HTML pages, RSS and Atom feeds, JSON Lines, CSV, WARC, NITF, NewsML-G2; .gz, .zip, .tar.gz folders of them, patterns such as 'news/*.html', addresses (http, https); - for standard input.")
    private List<String> files;

    ExtractCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RdfFormat rdf = RdfFormat.require(format);
        try (Output out = Output.to(output, console)) {
            int code = extract(rdf, out);
            out.done();
            return code;
        }
    }

    private int extract(RdfFormat rdf, Output out) {
        try (GraphWriter writer = new GraphWriter(rdf, out.stream())) {
            ArticleGraphs graphs =
                    new ArticleGraphs(new Messages(console, messages), data, base, limits) {
                        @Override
                        void graph(NamedGraph graph) {
                            writer.write(graph);
                        }
                    };
            graphs.read(
                    new ArticleFiles(console.in(), fields.names(), Optional.of(web.web())), files);
            return graphs.exitCode();
        }
    }
}
