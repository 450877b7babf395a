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

    /** How its files end: {@code .graphml}; empty where no suffix means it. */
    String suffix();

    /** What it holds and what it is for, in a line. */
    String summary();

    /**
     * Writes what is selected.
     *
     * @param data in a transaction
     */
    void write(DatasetGraph data, Selection selection, OutputStream out) throws IOException;

    /** Whether it is several files, which a stream holds as a zip file. */
    default boolean isFolder() {
        return false;
    }

    /**
     * Writes what is selected as files of a folder.
     *
     * @throws IllegalStateException where the format is one file
     */
    default void write(DatasetGraph data, Selection selection, Path folder) throws IOException {
        throw new IllegalStateException(name() + " is one file, not a folder");
    }

    /** All formats. */
    static List<ExportFormat> all() {
        return Stream.of(
                        Stream.of(RdfFormat.values()).map(RdfExport::new),
                        networks(),
                        records(),
                        folders())
                .flatMap(formats -> formats)
                .map(ExportFormat.class::cast)
                .toList();
    }

    private static Stream<NetworkExport> networks() {
        return Stream.of(
                new NetworkExport(
                        "graphml",
                        ".graphml",
                        "network for Gephi, yEd, Cytoscape, NetworkX, igraph",
                        new GraphMl()),
                new NetworkExport(
                        "gexf", ".gexf", "network with dates, for Gephi's timeline", new Gexf()),
                new NetworkExport("dot", ".dot", "network for Graphviz", new Dot()),
                new NetworkExport(
                        "cytoscape",
                        ".cyjs",
                        "network for Cytoscape and Cytoscape.js",
                        new CytoscapeJson()),
                new NetworkExport(
                        "nodelink",
                        ".json",
                        "network as node-link JSON for NetworkX and D3",
                        new NodeLinkJson()),
                new NetworkExport(
                        "mermaid", ".mmd", "network as a flowchart for Markdown", new Mermaid()),
                new NetworkExport(
                        "html", ".html", "network as a page for any browser", new NetworkPage()),
                new NetworkExport("svg", ".svg", "network as a drawing", new Svg()),
                new NetworkExport("png", ".png", "network as a picture", new Png()));
    }

    private static Stream<RecordExport> records() {
        return Stream.of(
                new RecordExport(
                        "csv", ".csv", "table of events for Excel", false, new EventTable()),
                new RecordExport(
                        "gdelt", ".tsv", "events in the columns of GDELT 2.0", true, new Gdelt()),
                new RecordExport(
                        "plover",
                        ".jsonl",
                        "events as JSON Lines in PLOVER's terms",
                        false,
                        new PloverJson()));
    }

    private static Stream<FolderExport> folders() {
        return Stream.of(
                new FolderExport(
                        "gephi-csv", "network as nodes.csv and edges.csv for Gephi", CsvPair.GEPHI),
                new FolderExport(
                        "neo4j",
                        "network as nodes.csv and edges.csv for neo4j-admin",
                        CsvPair.NEO4J),
                new FolderExport("obsidian", "linked notes for an Obsidian vault", new Obsidian()));
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
        return all().stream()
                .filter(f -> !f.suffix().isEmpty() && name.endsWith(f.suffix()))
                .findFirst();
    }
}
