package org.demarche.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.article.ArticleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code demarche build}: articles into the store. */
@Command(
        name = "build",
        description = {
            "Reads articles and loads their graphs into the store.",
            "An article that is there already is replaced. What cannot be read is named, and the rest is loaded."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche build article.txt",
            "  demarche build --store news news.jsonl.gz folder/of/texts",
            "  zcat dump.jsonl.gz | demarche build -"
        })
final class BuildCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.WithData data;
    @Mixin private Options.UnderBase base;
    @Mixin private Options.Messages messages;
    @Mixin private Options.Limits limits;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Texts (.txt), JSON Lines (.jsonl, .jsonl.gz), folders of them, or - for JSON Lines from standard input.")
    private List<String> files;

    BuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ArticleLoading loading =
                new ArticleLoading(
                        new Messages(console, messages), store.folder(), data, base, limits)) {
            loading.readUntilInterrupted(new ArticleFiles(console.in()), files);
            return loading.summarize();
        }
    }
}
