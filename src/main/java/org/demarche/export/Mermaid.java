package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A network as a flowchart for Markdown. Mermaid itself draws at most 500 edges. */
final class Mermaid implements NetworkExport.Writing {
    @Override
    public void write(Network network, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("flowchart LR\n");
        int number = 0;
        for (Network.Vertex vertex : network.vertices()) {
            text.write("  n" + number++ + "[\"" + quoted(vertex.label()) + "\"]\n");
        }
        for (Network.Edge edge : network.edges()) {
            text.write(
                    "  n"
                            + edge.source()
                            + " -->|\""
                            + quoted(edge.caption())
                            + "\"| n"
                            + edge.target()
                            + "\n");
        }
        number = 0;
        for (Network.Edge edge : network.edges()) {
            text.write("  linkStyle " + number++ + " stroke:" + edge.colour() + "\n");
        }
        text.flush();
    }

    // Mermaid knows entity codes, but with # for &; letters and digits of any script stay.
    private static String quoted(String label) {
        StringBuilder quoted = new StringBuilder();
        label.codePoints()
                .forEach(
                        c -> {
                            if (c < 0x80
                                    && !Character.isLetterOrDigit(c)
                                    && " ,.-×".indexOf(c) < 0) {
                                quoted.append('#').append(c).append(';');
                            } else {
                                quoted.appendCodePoint(c);
                            }
                        });
        return quoted.toString();
    }
}
