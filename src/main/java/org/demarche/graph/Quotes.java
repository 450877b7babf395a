package org.demarche.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Whether each quote of an article's graph stands in its text: "Envoys met" at 0..10. */
public final class Quotes {
    private Quotes() {}

    /** How many quotes there are. */
    public static int count(NamedGraph graph) {
        return graph.graph().find(Node.ANY, Vocabulary.ANCHOR_OF, Node.ANY).toList().size();
    }

    /** The quotes that are not at their place, a line each; none in a graph as it ought to be. */
    public static List<String> misplaced(NamedGraph graph) {
        List<String> lines = new ArrayList<>();
        String text = value(graph.graph(), graph.name(), Vocabulary.IS_STRING).orElse("");
        for (Triple quote : graph.graph().find(Node.ANY, Vocabulary.ANCHOR_OF, Node.ANY).toList()) {
            int begin = number(graph.graph(), quote.getSubject(), Vocabulary.BEGIN_INDEX);
            int end = number(graph.graph(), quote.getSubject(), Vocabulary.END_INDEX);
            String words = quote.getObject().getLiteralLexicalForm();
            boolean inside = begin >= 0 && begin <= end && end <= text.length();
            if (!inside || !text.substring(begin, end).equals(words)) {
                lines.add(
                        quote.getSubject()
                                + ": '"
                                + words
                                + "' does not stand at "
                                + begin
                                + ".."
                                + end
                                + " of the article's text");
            }
        }
        lines.sort(null);
        return lines;
    }

    private static int number(Graph graph, Node subject, Node property) {
        return value(graph, subject, property)
                .filter(v -> v.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(-1);
    }

    private static Optional<String> value(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).toList().stream()
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }
}
