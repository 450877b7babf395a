package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, one element a line. */
final class Xml {
    private final XMLStreamWriter writer;
    private final Deque<String> open = new ArrayDeque<>();

    Xml(OutputStream out) throws IOException {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Begins an element with attributes, given as names and values in turn. */
    Xml open(String name, String... attributes) throws IOException {
        try {
            writer.writeCharacters("\n");
            writer.writeStartElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        open.push(name);
        return this;
    }

    /** An element without content. */
    Xml empty(String name, String... attributes) throws IOException {
        try {
            writer.writeCharacters("\n");
            writer.writeEmptyElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return this;
    }

    /** An element with text. */
    Xml text(String name, String text, String... attributes) throws IOException {
        open(name, attributes);
        try {
            writer.writeCharacters(PlainText.of(text));
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        open.pop();
        return this;
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], PlainText.line(attributes[i + 1]));
        }
    }

    /** Ends the element begun last. */
    Xml close() throws IOException {
        try {
            open.pop();
            writer.writeCharacters("\n");
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return this;
    }

    /** Ends all that is open. */
    void end() throws IOException {
        while (!open.isEmpty()) {
            close();
        }
        try {
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
