package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A network as GraphML with typed attributes; the ids are the actors' IRIs. */
final class GraphMl implements NetworkExport.Writing {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    @Override
    public void write(ActorNetwork network, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml);
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeNamespace("xsi", XSI);
            xml.writeAttribute(
                    XSI,
                    "schemaLocation",
                    NAMESPACE + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
            keys(xml);
            line(xml);
            xml.writeStartElement("graph");
            xml.writeAttribute("id", "actors");
            xml.writeAttribute("edgedefault", "directed");
            Map<String, String> ids = new HashMap<>();
            for (ActorNetwork.Actor actor : network.actors()) {
                ids.put(actor.iri(), "n" + (ids.size() + 1));
                node(xml, ids.get(actor.iri()), actor);
            }
            int number = 0;
            for (ActorNetwork.Edge edge : network.edges()) {
                number++;
                edge(xml, "e" + number, ids, edge);
            }
            line(xml);
            xml.writeEndElement();
            line(xml);
            xml.writeEndElement();
            line(xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void keys(XMLStreamWriter xml) throws XMLStreamException {
        for (String name : new String[] {"label", "iri", "kind", "code"}) {
            key(xml, name, "node", "string");
        }
        key(xml, "type", "edge", "string");
        key(xml, "quadClass", "edge", "string");
        key(xml, "score", "edge", "double");
        key(xml, "events", "edge", "long");
        key(xml, "weight", "edge", "double");
        key(xml, "first", "edge", "string");
        key(xml, "last", "edge", "string");
    }

    private static void key(XMLStreamWriter xml, String name, String of, String type)
            throws XMLStreamException {
        line(xml);
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", name);
        xml.writeAttribute("for", of);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", type);
    }

    private static void node(XMLStreamWriter xml, String id, ActorNetwork.Actor actor)
            throws XMLStreamException {
        line(xml);
        xml.writeStartElement("node");
        xml.writeAttribute("id", id);
        data(xml, "label", actor.label());
        data(xml, "iri", actor.iri());
        data(xml, "kind", actor.kind());
        if (actor.code().isPresent()) {
            data(xml, "code", actor.code().get());
        }
        xml.writeEndElement();
    }

    private static void edge(
            XMLStreamWriter xml, String id, Map<String, String> ids, ActorNetwork.Edge edge)
            throws XMLStreamException {
        line(xml);
        xml.writeStartElement("edge");
        xml.writeAttribute("id", id);
        xml.writeAttribute("source", ids.get(edge.source()));
        xml.writeAttribute("target", ids.get(edge.target()));
        data(xml, "type", edge.type());
        data(xml, "quadClass", edge.quadClass());
        data(xml, "score", Double.toString(edge.score()));
        data(xml, "events", Long.toString(edge.events()));
        data(xml, "weight", Double.toString((double) edge.events()));
        if (edge.first().isPresent()) {
            data(xml, "first", edge.first().get());
        }
        if (edge.last().isPresent()) {
            data(xml, "last", edge.last().get());
        }
        xml.writeEndElement();
    }

    private static void data(XMLStreamWriter xml, String key, String value)
            throws XMLStreamException {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key);
        xml.writeCharacters(legal(value));
        xml.writeEndElement();
    }

    // XML 1.0 has no way to write most control characters, nor half of a surrogate pair.
    private static String legal(String value) {
        StringBuilder legal = new StringBuilder(value.length());
        value.codePoints()
                .filter(
                        c ->
                                c == '\t'
                                        || c == '\n'
                                        || (c >= 0x20 && c <= 0xD7FF)
                                        || (c >= 0xE000 && c <= 0xFFFD)
                                        || c >= 0x10000)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static void line(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
