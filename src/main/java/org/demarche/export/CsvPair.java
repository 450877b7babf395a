package org.demarche.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.export.Network.Column;
import org.demarche.export.Network.ValueType;

/** A network as a table of nodes and one of edges. Every cell is on one line. */
final class CsvPair implements FolderExport.Writing {
    /** For "Import spreadsheet" of Gephi. */
    static final CsvPair GEPHI =
            new CsvPair(
                    List.of("Id", "Label", "Kind"),
                    List.of("Source", "Target", "Label", "Type", "Weight"),
                    Column::name,
                    edge -> List.of(edge.label(), "Directed", Long.toString(edge.weight())),
                    false);

    /** For {@code neo4j-admin database import full}. */
    static final CsvPair NEO4J =
            new CsvPair(
                    List.of("iri:ID", "label", ":LABEL"),
                    List.of(":START_ID", ":END_ID", ":TYPE", "weight:long"),
                    column ->
                            column.name()
                                    + switch (column.type()) {
                                        case TEXT -> "";
                                        case WHOLE -> ":long";
                                        case NUMBER -> ":double";
                                    },
                    edge ->
                            List.of(
                                    edge.label().toUpperCase(Locale.ROOT),
                                    Long.toString(edge.weight())),
                    true);

    private final List<String> vertexHeader;
    private final List<String> edgeHeader;
    private final Function<Column, String> header;
    private final Function<Network.Edge, List<String>> edgeCells;
    private final boolean typed;

    private CsvPair(
            List<String> vertexHeader,
            List<String> edgeHeader,
            Function<Column, String> header,
            Function<Network.Edge, List<String>> edgeCells,
            boolean typed) {
        this.vertexHeader = vertexHeader;
        this.edgeHeader = edgeHeader;
        this.header = header;
        this.edgeCells = edgeCells;
        this.typed = typed;
    }

    @Override
    public void write(DatasetGraph data, Selection selection, Bundle files) throws IOException {
        write(Network.of(data, selection), files);
    }

    void write(Network network, Bundle files) throws IOException {
        // Gephi has a column Type of its own, which says whether an edge is directed.
        List<Column> edgeColumns =
                network.edgeColumns().stream()
                        .map(
                                c ->
                                        typed || !c.name().equals("type")
                                                ? c
                                                : new Column("plover", ValueType.TEXT))
                        .toList();
        try (CSVPrinter csv = csv(files, "nodes.csv")) {
            csv.printRecord(header(vertexHeader, network.vertexColumns()));
            for (Network.Vertex vertex : network.vertices()) {
                List<String> cells = new ArrayList<>();
                cells.addAll(List.of(vertex.iri(), vertex.label(), vertex.kind()));
                cells.addAll(cells(network.vertexColumns(), vertex.values()));
                csv.printRecord(cells);
            }
        }
        try (CSVPrinter csv = csv(files, "edges.csv")) {
            csv.printRecord(header(edgeHeader, edgeColumns));
            for (Network.Edge edge : network.edges()) {
                List<String> cells = new ArrayList<>();
                cells.add(network.vertices().get(edge.source()).iri());
                cells.add(network.vertices().get(edge.target()).iri());
                cells.addAll(edgeCells.apply(edge));
                cells.addAll(cells(network.edgeColumns(), edge.values()));
                csv.printRecord(cells);
            }
        }
    }

    private List<String> header(List<String> first, List<Column> columns) {
        List<String> names = new ArrayList<>(first);
        columns.forEach(column -> names.add(header.apply(column)));
        return names;
    }

    private static List<String> cells(List<Column> columns, Map<String, Object> values) {
        return columns.stream()
                .map(c -> Optional.ofNullable(values.get(c.name())).map(Object::toString))
                .map(cell -> PlainText.line(cell.orElse("")))
                .toList();
    }

    private static CSVPrinter csv(Bundle files, String name) throws IOException {
        Writer writer = new OutputStreamWriter(files.file(name), StandardCharsets.UTF_8);
        return new CSVPrinter(writer, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get());
    }
}
