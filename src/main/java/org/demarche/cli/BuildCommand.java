package org.demarche.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.article.ArticleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
            "  demarche build --resume --report left-out.jsonl archive.jsonl.gz",
            "  zcat dump.jsonl.gz | demarche build -"
        })
final class BuildCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.WithData data;
    @Mixin private Options.UnderBase base;
    @Mixin private Options.Messages messages;
    @Mixin private Options.Limits limits;
    @Mixin private Options.Fields fields;
    @Mixin private Options.OnWeb web;

    @Option(
            names = "--resume",
            description =
                    "Leave out articles that the store has already, read from the same content by the same program and data files.")
    private boolean resume;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write what was left out, and why, to a file (JSON Lines).")
    private Optional<Path> report;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Texts, Markdown, HTML pages, RSS and Atom feeds, JSON Lines, CSV, WARC, NITF, NewsML-G2; .gz, .zip, .tar.gz folders of them, patterns such as 'news/*.html', addresses (http, https); - for standard input.")
    private List<String> files;

    BuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ArticleLoading loading =
                new ArticleLoading(
                        new Messages(console, messages),
                        store.folder(),
                        resume,
                        report,
                        data,
                        base,
                        limits)) {
            loading.readUntilInterrupted(
                    new ArticleFiles(console.in(), fields.names(), Optional.of(web.web())), files);
            return loading.summarize();
        }
    }
}
