package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.source.InputException;

/**
 * How long each command takes until it begins: a Java of its own that shows the command's help, one
 * that reads a sentence, and with a store one that answers a saved query.
 */
final class StartBench {
    private static final int RUNS = 3;
    private static final List<String> QUICK =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> EXPLAIN =
            List.of("explain", "--text", "Iraq threatened to sever ties.");

    private final Console console;

    StartBench(Console console) {
        this.console = console;
    }

    void measure(List<String> commands, Optional<Path> store) {
        for (String command : commands) {
            line(command + " --help", List.of(command, "--help"));
        }
        line("explain, a sentence", EXPLAIN);
        store.ifPresent(
                folder ->
                        line(
                                "query articles",
                                List.of("query", "articles", "--store", folder.toString())));
    }

    private void line(String what, List<String> args) {
        console.out()
                .println(
                        String.format(
                                Locale.ROOT, "start of %-23s %12.2f s", what, median(QUICK, args)));
    }

    /**
     * Seconds from the start of a Java of its own until it has read a sentence, told what it found
     * and ended: as Java is by default, and with the options for short work.
     */
    static double[] secondsToExplain() {
        return new double[] {median(List.of(), EXPLAIN), median(QUICK, EXPLAIN)};
    }

    private static double median(List<String> options, List<String> args) {
        return IntStream.range(0, RUNS)
                .mapToDouble(run -> seconds(options, args))
                .sorted()
                .toArray()[RUNS / 2];
    }

    private static double seconds(List<String> options, List<String> args) {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.add(Cli.class.getName());
        line.addAll(args);
        long start = System.nanoTime();
        try {
            Process process =
                    new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            int code = process.waitFor();
            if (code != Cli.DONE) {
                throw new InputException(String.join(" ", args) + ": ended with code " + code);
            }
        } catch (IOException e) {
            throw new InputException("Java cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
