package org.demarche.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.demarche.graph.Vocabulary;

/** The two articles of {@code query/crisis.trig} with the ontology, for tests of exports. */
final class Crisis {
    static final String SWEDEN = "https://w3id.org/demarche/id/state/SWE";

    /** A name that means something else in every language that an export is written in. */
    static final String HOSTILE =
            "=cmd()|' /C calc'!A1 \"<script>alert(1)</script>\" & ]]> \\N #quot; [[x|y]] --> \u202E\u05E9\u05DC\u05D5\u05DD \uD83D\uDE00\n\tnext; `$HOME`";

    private Crisis() {}

    static DatasetGraph data() {
        return union(named());
    }

    /** As in a store, queries see the union of the graphs as the default graph. */
    private static DatasetGraph union(DatasetGraph data) {
        data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> data.getDefaultGraph().add(quad.asTriple()));
        return data;
    }

    /** What the named graphs say, a line each. */
    static List<String> lines(DatasetGraph data) {
        List<String> lines = new ArrayList<>();
        data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> lines.add(NodeFmtLib.str(quad)));
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    private static DatasetGraph named() {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFDataMgr.read(data, "src/test/resources/query/crisis.trig");
        RDFDataMgr.read(
                data.getGraph(NodeFactory.createURI("https://w3id.org/demarche/ontology")),
                "ontology/demarche.ttl");
        return data;
    }

    /** The same, but Sweden and the first article's title and quotes have the hostile name. */
    static DatasetGraph hostile() {
        DatasetGraph data = named();
        Node gazetteer = NodeFactory.createURI("https://w3id.org/demarche/gazetteer");
        Node article = NodeFactory.createURI("https://w3id.org/demarche/id/article/a1");
        replace(data, gazetteer, NodeFactory.createURI(SWEDEN), Vocabulary.PREF_LABEL);
        replace(data, article, article, Vocabulary.TITLE);
        for (String event : new String[] {"threat", "condemnation"}) {
            replace(
                    data,
                    article,
                    NodeFactory.createURI(article.getURI() + "/event/" + event + "/evidence/1"),
                    Vocabulary.ANCHOR_OF);
        }
        return union(data);
    }

    private static void replace(DatasetGraph data, Node graph, Node subject, Node property) {
        data.deleteAny(graph, subject, property, Node.ANY);
        data.add(graph, subject, property, NodeFactory.createLiteralString(HOSTILE));
    }

    static byte[] bytes(DatasetGraph data, String format, Selection selection) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ExportFormat.named(format).write(data, selection, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String text(DatasetGraph data, String format, Selection selection) {
        return new String(bytes(data, format, selection), StandardCharsets.UTF_8);
    }

    /** The files of a format of several files. */
    static Map<String, String> files(DatasetGraph data, String format, Selection selection) {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(bytes(data, format, selection)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static Selection shape(Selection.Shape shape) {
        return new Selection(Map.of(), false, shape, Optional.empty());
    }
}
