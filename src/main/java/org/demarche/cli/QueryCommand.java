package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.query.Page;
import org.demarche.query.QueryCatalog;
import org.demarche.query.QueryResult;
import org.demarche.query.ResultFormat;
import org.demarche.query.SavedQuery;
import org.demarche.source.InputException;
import org.demarche.store.Store;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche query}: a question to the store. */
@Command(
        name = "query",
        description = {
            "Asks the store: a saved query by its name, or any SPARQL.",
            "Actors, places and event classes are given by code, name or IRI: IRQ, Iraq, Threat."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche query who-threatens-whom",
            "  demarche query events-between --param one=IRQ --param other=Sweden",
            "  demarche query timeline -p actor=IRQ -p from=2023-07 --format csv -o iraq.csv",
            "  demarche query --text 'SELECT * { ?a dem:threatens ?b }'",
            "",
            "SPARQL sees all graphs as one; the prefixes dem, rdfs, skos… may be used undeclared."
        })
final class QueryCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.WithData data;
    @Mixin private Options.Messages messages;

    @ArgGroup(multiplicity = "1")
    private What what;

    /** Which question: one of the three. */
    static final class What {
        @Parameters(
                paramLabel = "NAME",
                description = "A saved query; `demarche queries` lists them.")
        private Optional<String> name;

        @Option(names = "--file", paramLabel = "F.rq", description = "SPARQL from a file.")
        private Optional<Path> file;

        @Option(names = "--text", paramLabel = "SPARQL", description = "SPARQL as it stands here.")
        private Optional<String> text;
    }

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the saved query; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "Rows: table (default), csv, tsv, json, xml. Triples: turtle (default), ntriples, jsonld, rdfxml.")
    private Optional<String> format;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description =
                    "At most so many rows; 0 is all. A table has the query's own page size, other formats all rows.")
    private Optional<Integer> limit;

    @Option(
            names = "--page",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which page of so many rows, from 1.")
    private int page;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file instead of standard output.")
    private Optional<Path> output;

    QueryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SavedQuery query = query();
        ResultFormat written =
                format.map(ResultFormat::named).orElse(QueryResult.usualFormat(query.query()));
        Page wanted = page(query, written);
        try (Store opened = Store.open(store.folder());
                Output out = Output.to(output, console)) {
            QueryResult.Written result =
                    opened.read(graphs -> answer(query, wanted, written, out, graphs));
            out.done();
            if (result.more()) {
                new Messages(console, messages)
                        .note(
                                "… more rows: --page "
                                        + (wanted.number() + 1)
                                        + " for the next, --limit 0 for all");
            }
        }
        return Cli.DONE;
    }

    private SavedQuery query() {
        if (what.name.isPresent()) {
            return new QueryCatalog(data.files()).query(what.name.get());
        }
        if (what.file.isPresent()) {
            Path file = what.file.get();
            try {
                return SavedQuery.parse(Files.readString(file), file.toString());
            } catch (IOException e) {
                throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
            }
        }
        return SavedQuery.parse(what.text.orElseThrow(), "--text");
    }

    private Page page(SavedQuery query, ResultFormat written) {
        int size = limit.orElse(written == ResultFormat.TABLE ? query.pageSize().orElse(0) : 0);
        if (size < 0 || page < 1) {
            throw new InputException("--limit begins with 0 and --page with 1");
        }
        if (size == 0 && page > 1) {
            throw new InputException("--page " + page + " needs a --limit");
        }
        return size == 0 ? Page.ALL : new Page(page, size);
    }

    private QueryResult.Written answer(
            SavedQuery query, Page wanted, ResultFormat written, Output out, DatasetGraph graphs) {
        Query bound = query.bind(parameters, graphs);
        try (QueryResult result = QueryResult.of(bound, wanted, graphs)) {
            return result.write(written, out.stream());
        }
    }
}
