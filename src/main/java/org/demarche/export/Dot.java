package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A network for Graphviz: conflict in red, cooperation in green, many events in thick lines. */
final class Dot implements NetworkExport.Writing {
    private static final Map<String, String> COLOURS =
            Map.of(
                    "VerbalCooperation", "#66a61e",
                    "MaterialCooperation", "#1b7837",
                    "VerbalConflict", "#e08214",
                    "MaterialConflict", "#b2182b");

    @Override
    public void write(ActorNetwork network, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("digraph demarche {\n");
        text.append("  graph [overlap=false, splines=true];\n");
        text.append("  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n");
        text.append("  edge [fontname=\"Helvetica\", fontsize=10];\n");
        Map<String, String> ids = new HashMap<>();
        for (ActorNetwork.Actor actor : network.actors()) {
            String id = "n" + (ids.size() + 1);
            ids.put(actor.iri(), id);
            text.append("  ").append(id);
            text.append(" [label=").append(quoted(actor.label()));
            text.append(", tooltip=").append(quoted(actor.kind() + " " + actor.code().orElse("")));
            text.append(", URL=").append(quoted(actor.iri())).append("];\n");
        }
        for (ActorNetwork.Edge edge : network.edges()) {
            text.append("  ").append(ids.get(edge.source()));
            text.append(" -> ").append(ids.get(edge.target()));
            text.append(" [label=").append(quoted(label(edge)));
            text.append(", color=").append(quoted(COLOURS.getOrDefault(edge.quadClass(), "gray")));
            text.append(
                    String.format(
                            Locale.ROOT,
                            ", penwidth=%.1f",
                            1 + Math.log((double) edge.events()) / 2));
            text.append(", weight=").append(edge.events()).append("];\n");
        }
        text.append("}\n");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String label(ActorNetwork.Edge edge) {
        String type = edge.type().toLowerCase(Locale.ROOT);
        return edge.events() == 1 ? type : type + " ×" + edge.events();
    }

    // In DOT a backslash begins an escape that draws something else: \N is the node's name.
    private static String quoted(String text) {
        return '"'
                + text.strip()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replaceAll("\\p{Cntrl}+", " ")
                + '"';
    }
}
