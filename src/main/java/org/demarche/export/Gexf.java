package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.export.Network.Column;

/**
 * A network as GEXF 1.2 for Gephi. Nodes and edges carry the days of their events, so that Gephi's
 * timeline can play them.
 */
final class Gexf implements NetworkExport.Writing {
    private static final String NAMESPACE = "http://www.gexf.net/1.2draft";

    @Override
    public void write(Network network, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        xml.open(
                "gexf",
                "xmlns",
                NAMESPACE,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                NAMESPACE + " " + NAMESPACE + "/gexf.xsd",
                "version",
                "1.2");
        xml.open("meta");
        xml.text("creator", "Demarche");
        xml.text("description", "The network of " + network.name() + " in the news");
        xml.close();
        xml.open("graph", "defaultedgetype", "directed", "mode", "dynamic", "timeformat", "date");
        attributes(
                xml,
                "node",
                List.of(new Column("kind", Network.ValueType.TEXT)),
                network.vertexColumns());
        attributes(xml, "edge", List.of(), network.edgeColumns());
        xml.open("nodes");
        for (Network.Vertex vertex : network.vertices()) {
            xml.open("node", "id", vertex.iri(), "label", vertex.label());
            xml.open("attvalues");
            xml.empty("attvalue", "for", "kind", "value", vertex.kind());
            values(xml, network.vertexColumns(), vertex.values());
            xml.close();
            spells(xml, vertex.period().stream().toList());
            xml.close();
        }
        xml.close();
        xml.open("edges");
        int number = 0;
        for (Network.Edge edge : network.edges()) {
            xml.open(
                    "edge",
                    "id",
                    "e" + number++,
                    "source",
                    network.vertices().get(edge.source()).iri(),
                    "target",
                    network.vertices().get(edge.target()).iri(),
                    "label",
                    edge.label(),
                    "weight",
                    Double.toString((double) edge.weight()));
            xml.open("attvalues");
            values(xml, network.edgeColumns(), edge.values());
            xml.close();
            spells(xml, edge.periods());
            xml.close();
        }
        xml.end();
    }

    private static void attributes(Xml xml, String of, List<Column> first, List<Column> rest)
            throws IOException {
        xml.open("attributes", "class", of, "mode", "static");
        for (List<Column> columns : List.of(first, rest)) {
            for (Column column : columns) {
                String type =
                        switch (column.type()) {
                            case TEXT -> "string";
                            case WHOLE -> "long";
                            case NUMBER -> "double";
                        };
                xml.empty("attribute", "id", column.name(), "title", column.name(), "type", type);
            }
        }
        xml.close();
    }

    private static void values(Xml xml, List<Column> columns, Map<String, Object> values)
            throws IOException {
        for (Column column : columns) {
            Optional<Object> value = Optional.ofNullable(values.get(column.name()));
            if (value.isPresent()) {
                xml.empty("attvalue", "for", column.name(), "value", value.get().toString());
            }
        }
    }

    private static void spells(Xml xml, List<Period> periods) throws IOException {
        if (periods.isEmpty()) {
            return;
        }
        xml.open("spells");
        for (Period period : periods) {
            xml.empty("spell", "start", period.first().toString(), "end", period.last().toString());
        }
        xml.close();
    }
}
