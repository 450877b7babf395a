package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.graph.RdfFormat;
import org.demarche.source.InputException;
import org.demarche.source.Nearest;

/** A form in which what a store holds goes to other tools. The same store gives the same bytes. */
public interface ExportFormat {
    /** What the user calls it: {@code graphml}. */
    String name();

    /** How its files end: {@code .graphml}. */
    String suffix();

    /** What it holds and what it is for, in a line. */
    String summary();

    /**
     * Writes what is selected.
     *
     * @param data in a transaction
     */
    void write(DatasetGraph data, Selection selection, OutputStream out) throws IOException;

    /** All formats. */
    static List<ExportFormat> all() {
        return Stream.concat(
                        Stream.of(RdfFormat.values()).map(RdfExport::new),
                        Stream.of(
                                new NetworkExport(
                                        "graphml",
                                        ".graphml",
                                        "the actor network for Gephi, yEd, Cytoscape, NetworkX",
                                        new GraphMl()),
                                new NetworkExport(
                                        "dot",
                                        ".dot",
                                        "the actor network for Graphviz",
                                        new Dot())))
                .map(ExportFormat.class::cast)
                .toList();
    }

    /**
     * The format of a name.
     *
     * @throws InputException with the nearest name where there is none
     */
    static ExportFormat named(String name) {
        List<String> names = all().stream().map(ExportFormat::name).toList();
        return all().stream()
                .filter(f -> f.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InputException(
                                        "no export format '"
                                                + name
                                                + "'"
                                                + Nearest.hint(name, names)
                                                + "; there are "
                                                + String.join(", ", names)));
    }

    /** The format that a file's name asks for. */
    static Optional<ExportFormat> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return all().stream().filter(f -> name.endsWith(f.suffix())).findFirst();
    }
}
