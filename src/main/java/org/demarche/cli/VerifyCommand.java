package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Quotes;
import org.demarche.graph.Shapes;
import org.demarche.graph.Vocabulary;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demarche verify}: whether a store is as it ought to be. */
@Command(
        name = "verify",
        description =
                "Checks every article of the store against the shapes and every quote against its text.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.WithData data;
    @Mixin private Options.Messages messages;

    private int articles;
    private long quotes;
    private int problems;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DataFiles files = data.files();
        Shapes shapes = Shapes.read(files, Ontology.read(files));
        try (Store opened = Store.open(store.folder())) {
            opened.read(all -> verify(all, shapes));
        }
        new Messages(console, messages)
                .note(
                        String.format(
                                Locale.ROOT,
                                "%,d articles, %,d quotes: %s",
                                articles,
                                quotes,
                                problems == 0 ? "good" : problems + " problems"));
        return problems == 0 ? Cli.DONE : Cli.FAILED;
    }

    private boolean verify(DatasetGraph all, Shapes shapes) {
        all.find(Node.ANY, Node.ANY, RDF.Nodes.type, Vocabulary.ARTICLE)
                .forEachRemaining(
                        quad -> {
                            Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
                            all.getGraph(quad.getGraph()).find().forEachRemaining(graph::add);
                            verify(new NamedGraph(quad.getGraph(), graph), shapes);
                        });
        return true;
    }

    private void verify(NamedGraph article, Shapes shapes) {
        articles++;
        quotes += Quotes.count(article);
        List<String> wrong = new ArrayList<>(shapes.validate(article));
        wrong.addAll(Quotes.misplaced(article));
        problems += wrong.size();
        wrong.forEach(line -> console.out().println(article.iri() + ": " + line));
    }
}
