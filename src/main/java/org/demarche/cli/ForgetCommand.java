package org.demarche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.graph.Iris;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code demarche forget}: articles out of the store, with all that was read from them. */
@Command(
        name = "forget",
        description = "Drops articles and all that was read from them.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {"  demarche query articles      their ids", "  demarche forget 3f2a9c0d1b4e5f60"})
final class ForgetCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.UnderBase base;
    @Mixin private Options.Messages messages;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids or IRIs of articles.")
    private List<String> ids;

    ForgetCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Messages said = new Messages(console, messages);
        Iris iris = base.iris();
        List<String> known = new ArrayList<>();
        try (Store opened = Store.open(store.folder())) {
            for (String id : ids) {
                String iri = id.contains("://") ? id : iris.article(id).getURI();
                if (opened.contains(iri)) {
                    known.add(iri);
                } else {
                    said.problem("no article '" + id + "' in " + store.folder());
                }
            }
            opened.forget(known);
        }
        said.note(known.size() + " of " + ids.size() + " articles forgotten");
        if (known.size() == ids.size()) {
            return Cli.DONE;
        }
        return known.isEmpty() ? Cli.WRONG : Cli.FAILED;
    }
}
