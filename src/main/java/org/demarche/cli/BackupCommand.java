package org.demarche.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code demarche backup}: the whole store as one file. */
@Command(
        name = "backup",
        description = "Writes all graphs of the store to a new file of N-Quads.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = "  demarche backup store-2023-07-20.nq.gz")
final class BackupCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.Messages messages;

    @Parameters(
            paramLabel = "FILE",
            description = "A file that does not exist; compressed if its name ends in .gz.")
    private Path file;

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Store opened = Store.open(store.folder())) {
            opened.backup(file);
        }
        new Messages(console, messages).note(file + " written");
        return Cli.DONE;
    }
}
