package org.demarche.cli;

import java.util.concurrent.Callable;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demarche migrate}: a store that an older version made, to today's format. */
@Command(
        name = "migrate",
        description = {
            "Brings a store that an older version of the program made to today's format.",
            "When it is interrupted, run it again."
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
final class MigrateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;
    @Mixin private Options.Messages messages;

    MigrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int before = Store.migrate(store.folder());
        try (Store migrated = Store.open(store.folder())) {
            new Messages(console, messages)
                    .note(
                            before == migrated.format()
                                    ? "the store has format " + before + " already"
                                    : "the store had format "
                                            + before
                                            + " and now has format "
                                            + migrated.format());
        }
        return Cli.DONE;
    }
}
