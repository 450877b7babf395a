package org.demarche.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code demarche export}. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    ExportCommand(Console console) {}

    @Override
    public Integer call() {
        return Cli.DONE;
    }
}
