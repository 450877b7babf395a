package org.demarche.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.demarche.store.Statistics;
import org.demarche.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demarche stats}: what the store holds. */
@Command(
        name = "stats",
        description = "Counts what the store holds.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
final class StatsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private Options.InStore store;

    StatsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Store opened = Store.open(store.folder())) {
            Statistics counted = opened.statistics();
            line("articles", counted.articles());
            line("events", counted.events());
            line("actors", counted.actors());
            line("places", counted.places());
            line("triples", counted.quads());
            line("KB on disk", counted.sizeOnDisk() / 1024);
            console.out()
                    .println(
                            "format "
                                    + opened.format()
                                    + ", made by demarche "
                                    + opened.software());
            list("events by factuality", counted.eventsByFactuality());
            list("events by type", counted.eventsByType());
        }
        return Cli.DONE;
    }

    private void list(String title, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            console.out().println();
            console.out().println(title);
            counts.forEach((name, count) -> line("  " + name, count));
        }
    }

    private void line(String name, long count) {
        PrintStream out = console.out();
        out.println(String.format(Locale.ROOT, "%-36s %,12d", name, count));
    }
}
