package org.demarche.cli;

import java.io.PrintStream;

/** What a command says beside its results, on standard error. */
final class Messages {
    private final PrintStream err;
    private final Options.Messages wanted;
    private final boolean terminal;

    Messages(Console console, Options.Messages wanted) {
        this.err = console.err();
        this.wanted = wanted;
        this.terminal = console.terminal();
    }

    /** What went wrong: always said. */
    void problem(String text) {
        text.lines().forEach(line -> err.println("demarche: " + line));
    }

    /** What the user may want to know: not said with {@code --quiet}. */
    void note(String text) {
        if (!wanted.quiet()) {
            text.lines().forEach(err::println);
        }
    }

    /** What is only worth knowing when something is looked for. */
    void detail(String text) {
        if (wanted.verbose()) {
            text.lines().forEach(err::println);
        }
    }

    boolean showsProgress() {
        return terminal && !wanted.quiet() && !wanted.verbose();
    }

    PrintStream stream() {
        return err;
    }
}
