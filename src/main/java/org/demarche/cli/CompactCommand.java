package org.demarche.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demarche compact}: room of what was replaced and forgotten, back to the disk. */
@Command(
        name = "compact",
        description = "Gives the room of replaced and forgotten articles back to the disk.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
final class CompactCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.Messages messages;

    CompactCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Store opened = Store.open(store.folder())) {
            long before = opened.sizeOnDisk();
            opened.compact();
            new Messages(console, messages)
                    .note(
                            String.format(
                                    Locale.ROOT,
                                    "%,d KB before, %,d KB now",
                                    before / 1024,
                                    opened.sizeOnDisk() / 1024));
        }
        return Cli.DONE;
    }
}
