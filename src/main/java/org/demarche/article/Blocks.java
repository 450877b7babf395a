package org.demarche.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The running text of a page in reading order, a block a paragraph: what browsers would show
 * between two line breaks, whether the page marks it with {@code <p>}, {@code <div>} or {@code
 * <br><br>}.
 */
final class Blocks implements NodeVisitor {
    private static final Set<String> FLOWING =
            Set.of(
                    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
                    "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
                    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
                    "#text");
    private static final Pattern FINISHED = Pattern.compile("(?s).*[.!?:;…][\"'”’»)\\]]*\\s*");
    private static final int LONG = 80;

    private final List<Found> found = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int linked;
    private int links;
    private boolean empty = true;
    private boolean lineEnd;
    private Element owner;

    /**
     * A block of a page.
     *
     * @param owner the innermost element that it stands in, links and emphasis aside
     * @param linked how many of its chars are links
     */
    record Found(Element owner, String text, int linked) {
        /**
         * Whether it reads as sentences of a story, not as a label, a byline or a list of links.
         */
        boolean isProse() {
            return linked * 2 <= text.length()
                    && !owner.normalName().matches("h[1-6]|title|dt|th|label|option|legend")
                    && (FINISHED.matcher(text.substring(Math.max(0, text.length() - 12))).matches()
                            || text.length() > LONG);
        }
    }

    private Blocks(Element root) {
        this.owner = root;
    }

    /** The blocks below an element. */
    static List<Found> of(Element root) {
        Blocks blocks = new Blocks(root);
        root.traverse(blocks);
        blocks.flush(root);
        return blocks.found;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            String piece = words.getWholeText();
            if (!piece.isBlank() && empty) {
                owner = blockOf(words);
            }
            empty = empty && piece.isBlank();
            lineEnd = lineEnd && piece.isBlank();
            text.append(piece);
            linked += links > 0 ? piece.strip().length() : 0;
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("br")) {
                if (lineEnd) {
                    flush(element);
                }
                text.append(' ');
                lineEnd = true;
            } else if (!FLOWING.contains(name)) {
                flush(element);
            }
            links += name.equals("a") ? 1 : 0;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            links -= element.normalName().equals("a") ? 1 : 0;
            if (!FLOWING.contains(element.normalName()) && !element.normalName().equals("br")) {
                flush(element);
            }
        }
    }

    private static Element blockOf(Node node) {
        Node at = node.parent();
        while (at != null && FLOWING.contains(at.nodeName().toLowerCase(Locale.ROOT))) {
            at = at.parent();
        }
        if (at instanceof Element element) {
            return element;
        }
        throw new IllegalStateException("text outside of a document");
    }

    private void flush(Element next) {
        String words = text.toString().replaceAll("[\\s\u00A0\u200B\u00AD]+", " ").strip();
        if (!words.isEmpty()) {
            found.add(new Found(owner, words, linked));
        }
        text.setLength(0);
        linked = 0;
        empty = true;
        lineEnd = false;
        owner = next;
    }
}
