package org.demarche.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * What a command reads and writes: results go to {@code out}, messages to {@code err}.
 *
 * @param terminal whether somebody watches, so that progress is worth showing
 */
record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {}
