package org.demarche.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** What a graph says of one resource: that Baghdad is a Place with the label "Baghdad"@en. */
record Description(Graph graph, Node subject) {
    Description type(Node type) {
        return add(RDF.Nodes.type, type);
    }

    Description add(Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
        return this;
    }

    Description text(Node property, String text) {
        return add(property, NodeFactory.createLiteralString(text));
    }

    /** A name as English-language news has it. */
    Description name(Node property, String name) {
        return add(property, NodeFactory.createLiteralLang(name, "en"));
    }

    Description typed(Node property, String lexicalForm, RDFDatatype datatype) {
        return add(property, NodeFactory.createLiteralDT(lexicalForm, datatype));
    }

    Description integer(Node property, int value) {
        return typed(property, Integer.toString(value), XSDDatatype.XSDinteger);
    }

    /**
     * A number as xsd:double, to so many digits after the point: the same lexical form on every
     * Java version, and never an xsd:decimal, which TDB2 does not find again.
     */
    Description number(Node property, double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        BigDecimal shortest = rounded.stripTrailingZeros();
        String lexicalForm =
                (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
        return typed(property, lexicalForm, XSDDatatype.XSDdouble);
    }
}
