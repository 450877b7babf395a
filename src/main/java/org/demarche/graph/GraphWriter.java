package org.demarche.graph;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterBuilder;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes graphs as text. Each graph's triples are sorted, so the same graphs in the same order
 * always give the same bytes.
 */
public final class GraphWriter implements AutoCloseable {
    private static final Comparator<Triple> ORDER =
            Comparator.comparing((Triple t) -> text(t.getSubject()))
                    .thenComparing(t -> t.getPredicate().equals(RDF.type.asNode()) ? 0 : 1)
                    .thenComparing(t -> text(t.getPredicate()))
                    .thenComparing(t -> text(t.getObject()));

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]{1,2})?");

    private final RdfFormat format;
    private final OutputStream out;
    private final StreamRDF stream;
    private final DatasetGraph gathered = DatasetGraphFactory.create();

    public GraphWriter(RdfFormat format, OutputStream out) {
        this.format = format;
        this.out = out;
        this.stream = stream(format, out, gathered);
        stream.start();
        if (format != RdfFormat.NQUADS && format != RdfFormat.NTRIPLES) {
            Prefixes.ALL.forEach(stream::prefix);
        }
    }

    private static StreamRDF stream(RdfFormat format, OutputStream out, DatasetGraph gathered) {
        if (format == RdfFormat.JSONLD) {
            return new JsonLdStream(out);
        }
        return format.isStreamed()
                ? StreamRDFWriter.getWriterStream(out, format.jena())
                : StreamRDFLib.dataset(gathered);
    }

    private static String text(Node node) {
        return node.isURI() ? node.getURI() : NodeFmtLib.strNT(node);
    }

    /** Writes a graph under its name, where the format keeps names. */
    public void write(NamedGraph graph) {
        write(Optional.of(graph.name()), sorted(graph.graph()));
    }

    /**
     * Writes triples in the order given, as a part of the graph of that name or of the default
     * graph.
     */
    public void write(Optional<Node> name, Iterable<Triple> triples) {
        if (name.isEmpty() || !format.hasQuads()) {
            triples.forEach(t -> stream.triple(plain(t)));
        } else {
            Node graph = name.get();
            triples.forEach(t -> stream.quad(Quad.create(graph, plain(t))));
        }
    }

    // TDB2 gives 2.5 back as 2.5e0: what comes from a store and from an article is written alike.
    private static Triple plain(Triple triple) {
        Node number = triple.getObject();
        if (!number.isLiteral()
                || !XSDDatatype.XSDdouble.equals(number.getLiteralDatatype())
                || !DECIMAL.matcher(number.getLiteralLexicalForm()).matches()) {
            return triple;
        }
        BigDecimal value = new BigDecimal(number.getLiteralLexicalForm()).stripTrailingZeros();
        String plain = (value.scale() < 1 ? value.setScale(1) : value).toPlainString();
        return Triple.create(
                triple.getSubject(),
                triple.getPredicate(),
                NodeFactory.createLiteralDT(plain, XSDDatatype.XSDdouble));
    }

    /** The graph's triples by subject, the type first. */
    public static List<Triple> sorted(Graph graph) {
        return graph.stream().sorted(ORDER).toList();
    }

    @Override
    public void close() {
        stream.finish();
        if (!format.isStreamed()) {
            RDFWriterBuilder writer = RDFWriter.create().format(format.jena());
            if (format.hasQuads()) {
                writer.source(gathered).output(out);
            } else {
                writer.source(gathered.getDefaultGraph()).output(out);
            }
        }
    }
}
