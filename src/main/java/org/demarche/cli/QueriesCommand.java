package org.demarche.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.query.Parameter;
import org.demarche.query.QueryCatalog;
import org.demarche.query.SavedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche queries}: which saved queries there are, and what one takes. */
@Command(
        name = "queries",
        description = "Lists the saved queries, or tells all about one.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche queries",
            "  demarche queries timeline",
            "  demarche queries timeline --sparql"
        })
final class QueriesCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.WithData data;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A saved query.")
    private Optional<String> name;

    @Option(names = "--sparql", description = "Show the text of the query too.")
    private boolean sparql;

    QueriesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        QueryCatalog catalog = new QueryCatalog(data.files());
        if (name.isPresent()) {
            tell(catalog.query(name.get()));
        } else {
            list(catalog.queries());
        }
        return Cli.DONE;
    }

    private void list(List<SavedQuery> queries) {
        int width = queries.stream().mapToInt(q -> q.name().length()).max().orElse(0);
        for (SavedQuery query : queries) {
            console.out().println(pad(query.name(), width) + "  " + query.summary());
        }
    }

    private void tell(SavedQuery query) {
        PrintStream out = console.out();
        out.println(query.name() + ": " + query.summary());
        if (!query.description().isEmpty()) {
            out.println();
            query.description().lines().forEach(out::println);
        }
        if (!query.parameters().isEmpty()) {
            out.println();
            int width =
                    query.parameters().stream().mapToInt(p -> p.name().length()).max().orElse(0);
            for (Parameter parameter : query.parameters()) {
                out.println("  " + pad(parameter.name(), width) + "  " + text(parameter));
            }
        }
        out.println();
        out.println("  " + example(query));
        if (sparql) {
            out.println();
            out.print(query.text());
        }
    }

    private static String text(Parameter parameter) {
        StringBuilder text = new StringBuilder(parameter.description());
        text.append(" (").append(parameter.required() ? "required; " : "");
        text.append(
                parameter.choices().isEmpty()
                        ? parameter.kind().says()
                        : String.join(", ", parameter.choices()));
        parameter.fallback().ifPresent(f -> text.append("; ").append(f).append(" if left out"));
        return text.append(')').toString();
    }

    private static String example(SavedQuery query) {
        StringBuilder example = new StringBuilder("demarche query " + query.name());
        for (Parameter parameter : query.parameters()) {
            if (parameter.required()) {
                parameter
                        .example()
                        .ifPresent(e -> example.append(" -p " + parameter.name() + "=" + e));
            }
        }
        return example.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
