package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.export.Network.Column;
import org.demarche.export.Network.ValueType;

/** A network as GraphML with a typed key for each kind of value. */
final class GraphMl implements NetworkExport.Writing {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    @Override
    public void write(Network network, OutputStream out) throws IOException {
        Xml xml = new Xml(out);
        xml.open(
                "graphml",
                "xmlns",
                NAMESPACE,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                NAMESPACE + " " + NAMESPACE + "/1.0/graphml.xsd");
        for (String name : List.of("label", "iri", "kind")) {
            key(xml, "n_" + name, "node", new Column(name, ValueType.TEXT));
        }
        for (Column column : network.vertexColumns()) {
            key(xml, "n_" + column.name(), "node", column);
        }
        key(xml, "e_label", "edge", new Column("label", ValueType.TEXT));
        key(xml, "e_weight", "edge", new Column("weight", ValueType.NUMBER));
        for (Column column : network.edgeColumns()) {
            key(xml, "e_" + column.name(), "edge", column);
        }
        xml.open("graph", "id", network.name(), "edgedefault", "directed");
        int number = 0;
        for (Network.Vertex vertex : network.vertices()) {
            // Ids are name tokens in GraphML, which an IRI is not.
            xml.open("node", "id", "n" + number++);
            xml.text("data", vertex.label(), "key", "n_label");
            xml.text("data", vertex.iri(), "key", "n_iri");
            xml.text("data", vertex.kind(), "key", "n_kind");
            data(xml, "n_", network.vertexColumns(), vertex.values());
            xml.close();
        }
        number = 0;
        for (Network.Edge edge : network.edges()) {
            xml.open(
                    "edge",
                    "id",
                    "e" + number++,
                    "source",
                    "n" + edge.source(),
                    "target",
                    "n" + edge.target());
            xml.text("data", edge.label(), "key", "e_label");
            xml.text("data", Double.toString((double) edge.weight()), "key", "e_weight");
            data(xml, "e_", network.edgeColumns(), edge.values());
            xml.close();
        }
        xml.end();
    }

    private static void key(Xml xml, String id, String of, Column column) throws IOException {
        String type =
                switch (column.type()) {
                    case TEXT -> "string";
                    case WHOLE -> "long";
                    case NUMBER -> "double";
                };
        xml.empty("key", "id", id, "for", of, "attr.name", column.name(), "attr.type", type);
    }

    private static void data(
            Xml xml, String prefix, List<Column> columns, Map<String, Object> values)
            throws IOException {
        for (Column column : columns) {
            Optional<Object> value = Optional.ofNullable(values.get(column.name()));
            if (value.isPresent()) {
                xml.text("data", value.get().toString(), "key", prefix + column.name());
            }
        }
    }
}
