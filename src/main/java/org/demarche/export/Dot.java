package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A network for Graphviz, coloured by quad class; many events make thick lines. */
final class Dot implements NetworkExport.Writing {
    @Override
    public void write(Network network, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("digraph " + network.name() + " {\n");
        text.write("  graph [charset=\"UTF-8\", overlap=false, splines=true];\n");
        text.write("  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n");
        text.write("  edge [fontname=\"Helvetica\", fontsize=10];\n");
        int number = 0;
        for (Network.Vertex vertex : network.vertices()) {
            text.write("  n" + number++);
            text.write(" [label=" + quoted(vertex.label()));
            text.write(", tooltip=" + quoted(vertex.kind()));
            text.write(", color=" + quoted(vertex.colour()));
            text.write(", URL=" + quoted(vertex.iri()) + "];\n");
        }
        for (Network.Edge edge : network.edges()) {
            text.write("  n" + edge.source() + " -> n" + edge.target());
            text.write(" [label=" + quoted(edge.caption()));
            text.write(", color=" + quoted(edge.colour()));
            text.write(
                    String.format(
                            Locale.ROOT,
                            ", penwidth=%.1f",
                            1 + Math.log((double) edge.weight()) / 2));
            text.write(", weight=" + edge.weight() + "];\n");
        }
        text.write("}\n");
        text.flush();
    }

    // In DOT a backslash begins an escape that draws something else (\N is the node's name), and
    // &lt; would be drawn as <.
    private static String quoted(String text) {
        return '"'
                + PlainText.line(text)
                        .replace("&", "&amp;")
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                + '"';
    }
}
