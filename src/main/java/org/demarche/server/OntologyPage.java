package org.demarche.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.graph.Prefixes;
import org.demarche.graph.Vocabulary;
import org.demarche.ontology.Ontology;

/**
 * The ontology as a page to read. All of it comes from the ontology's own statements, so that a new
 * class is on the page as soon as it is in the file.
 */
final class OntologyPage {
    private static final Node EVENT = Vocabulary.dem("Event");
    private static final Node PLOVER = Vocabulary.dem("plover");
    private static final Node QUAD_CLASS = Vocabulary.dem("quadClass");
    private static final Node SCORE = Vocabulary.dem("score");
    private static final Node SHORTCUT_OF = Vocabulary.dem("shortcutOf");
    private static final Node MODE_OF = Vocabulary.dem("modeOf");

    private static final Node INDIVIDUAL =
            NodeFactory.createURI("http://www.w3.org/2002/07/owl#NamedIndividual");

    private static final Map<Node, String> FACTS = facts();

    private final Graph graph;
    private final StringBuilder html = new StringBuilder(1 << 16);

    OntologyPage(Graph graph) {
        this.graph = graph;
    }

    /** What is told of a term in a list below it, in this order. */
    private static Map<Node, String> facts() {
        Map<Node, String> facts = new LinkedHashMap<>();
        facts.put(SKOS.notation.asNode(), "CAMEO");
        facts.put(Vocabulary.dem("defaultMode"), "usual mode");
        facts.put(Vocabulary.dem("defaultContext"), "usual contexts");
        facts.put(RDFS.domain.asNode(), "of");
        facts.put(RDFS.range.asNode(), "is");
        facts.put(SHORTCUT_OF, "stands for asserted events of");
        facts.put(RDFS.subPropertyOf.asNode(), "narrower than");
        facts.put(RDFS.subClassOf.asNode(), "a kind of");
        facts.put(OWL.equivalentClass.asNode(), "the same as");
        facts.put(SKOS.exactMatch.asNode(), "matches");
        facts.put(SKOS.closeMatch.asNode(), "close to");
        facts.put(SKOS.broadMatch.asNode(), "narrower than, elsewhere");
        facts.put(SKOS.narrowMatch.asNode(), "wider than, elsewhere");
        facts.put(SKOS.relatedMatch.asNode(), "related to");
        return facts;
    }

    static byte[] style() {
        try (InputStream in = OntologyPage.class.getResourceAsStream("ontology.css")) {
            if (in == null) {
                throw new IllegalStateException("ontology.css is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html() {
        Node ontology = NodeFactory.createURI(Ontology.GRAPH);
        String title = text(ontology, DCTerms.title.asNode()).orElse("Ontology");
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>")
                .append(escape(title))
                .append(
                        "</title>\n<link rel=\"stylesheet\" href=\"/ontology.css\">\n</head>\n<body>\n");
        html.append("<header>\n<h1>").append(escape(title)).append("</h1>\n");
        text(ontology, DCTerms.description.asNode()).ifPresent(this::paragraph);
        html.append("<p class=\"quiet\">Version ")
                .append(escape(text(ontology, OWL.versionInfo.asNode()).orElse("unknown")))
                .append(" · namespace <code>")
                .append(escape(Ontology.NAMESPACE))
                .append(
                        "</code> · as <a href=\"/ontology.ttl\">Turtle</a>, <a href=\"/ontology.rdf\">RDF/XML</a>, "
                                + "<a href=\"/ontology.jsonld\">JSON-LD</a>, <a href=\"/ontology.nt\">N-Triples</a> · "
                                + "<a href=\"/ontology/shapes.ttl\">shapes</a> · "
                                + "<a href=\"/ontology/context.jsonld\">JSON-LD context</a></p>\n");
        texts(ontology, SKOS.editorialNote.asNode()).forEach(this::note);
        html.append("</header>\n");
        contents();
        html.append("<main>\n");
        events();
        classes();
        properties();
        concepts("Modes", "How events of a type are done.", Vocabulary.dem("Mode"));
        concepts("Contexts", "The fields that events are about.", Vocabulary.dem("Context"));
        individuals();
        html.append("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private void contents() {
        html.append("<nav aria-label=\"Contents\">\n<ul>\n");
        for (Node top : children(EVENT)) {
            html.append("<li>").append(link(top)).append("</li>\n");
        }
        for (String part : List.of("Classes", "Properties", "Modes", "Contexts", "Individuals")) {
            html.append("<li><a href=\"#section-")
                    .append(part)
                    .append("\">")
                    .append(part)
                    .append("</a></li>\n");
        }
        html.append("</ul>\n</nav>\n");
    }

    private void section(String title) {
        html.append("<h2 id=\"section-")
                .append(title.replaceAll("[^A-Za-z]", "-"))
                .append("\">")
                .append(escape(title))
                .append("</h2>\n");
    }

    private void events() {
        section("Events");
        html.append("<div class=\"type\" id=\"Event\">\n");
        text(EVENT, RDFS.comment.asNode()).ifPresent(this::paragraph);
        list(EVENT);
        html.append("</div>\n");
        children(EVENT).forEach(top -> event(top, 3));
    }

    private void event(Node type, int depth) {
        int level = Math.min(depth, 6);
        html.append("<section class=\"type\" id=\"").append(escape(name(type))).append("\">\n<h");
        html.append(level).append('>').append(escape(label(type)));
        html.append(" <code class=\"quiet\">dem:").append(escape(name(type))).append("</code></h");
        html.append(level).append(">\n");
        text(type, PLOVER).ifPresent(plover -> measure(type, plover));
        text(type, RDFS.comment.asNode()).ifPresent(this::paragraph);
        texts(type, SKOS.editorialNote.asNode()).forEach(this::note);
        for (String example : texts(type, SKOS.example.asNode())) {
            html.append("<p class=\"example\">").append(escape(example)).append("</p>\n");
        }
        list(type);
        children(type).forEach(child -> event(child, depth + 1));
        html.append("</section>\n");
    }

    private void measure(Node type, String plover) {
        String score = text(type, SCORE).orElse("0");
        boolean conflict = score.startsWith("-");
        html.append("<p><strong>")
                .append(escape(plover))
                .append("</strong> · ")
                .append(
                        objects(type, QUAD_CLASS).stream()
                                .map(this::label)
                                .map(OntologyPage::escape)
                                .collect(Collectors.joining(", ")))
                .append(" · <span class=\"score ")
                .append(conflict ? "conflict" : "cooperation")
                .append("\">")
                .append(conflict || score.equals("0") ? "" : "+")
                .append(escape(score))
                .append("</span>");
        for (Node shortcut : subjects(SHORTCUT_OF, type)) {
            html.append(" · in one triple: ").append(link(shortcut));
        }
        html.append("</p>\n");
    }

    private void classes() {
        section("Classes");
        List<Node> all = subjects(RDF.type.asNode(), OWL.Class.asNode());
        for (Node each : all) {
            if (isOurs(each) && !isEvent(each)) {
                term(each);
            }
        }
    }

    private boolean isEvent(Node type) {
        return type.equals(EVENT)
                || objects(type, RDFS.subClassOf.asNode()).stream()
                        .anyMatch(above -> isOurs(above) && isEvent(above));
    }

    private void term(Node term) {
        html.append("<section class=\"type\" id=\"").append(escape(name(term))).append("\">\n<h4>");
        html.append(escape(label(term))).append(" <code class=\"quiet\">dem:");
        html.append(escape(name(term))).append("</code></h4>\n");
        text(term, RDFS.comment.asNode()).ifPresent(this::paragraph);
        list(term);
        html.append("</section>\n");
    }

    private void properties() {
        section("Properties");
        List<Node> all = new ArrayList<>();
        for (Node kind :
                List.of(
                        OWL.ObjectProperty.asNode(),
                        OWL.DatatypeProperty.asNode(),
                        OWL.AnnotationProperty.asNode())) {
            all.addAll(subjects(RDF.type.asNode(), kind));
        }
        all.stream()
                .filter(OntologyPage::isOurs)
                .distinct()
                .sorted(Comparator.comparing(OntologyPage::name))
                .forEach(this::term);
    }

    private void concepts(String title, String about, Node kind) {
        section(title);
        paragraph(about);
        Map<String, Node> sorted = new TreeMap<>();
        subjects(RDF.type.asNode(), kind)
                .forEach(concept -> sorted.put(of(concept) + " " + label(concept), concept));
        html.append(
                "<div class=\"wide\"><table>\n<thead><tr><th>Name</th><th>Of</th><th>What it means</th></tr></thead>\n<tbody>\n");
        for (Node concept : sorted.values()) {
            html.append("<tr><td><code>")
                    .append(escape(text(concept, SKOS.notation.asNode()).orElse(label(concept))))
                    .append("</code></td><td>")
                    .append(links(objects(concept, MODE_OF)))
                    .append("</td><td>")
                    .append(escape(text(concept, SKOS.definition.asNode()).orElse("")))
                    .append("</td></tr>\n");
        }
        html.append("</tbody>\n</table></div>\n");
    }

    private String of(Node concept) {
        return objects(concept, MODE_OF).stream().map(this::label).collect(Collectors.joining(" "));
    }

    private void individuals() {
        section("Individuals");
        subjects(RDF.type.asNode(), INDIVIDUAL).stream()
                .filter(OntologyPage::isOurs)
                .forEach(this::term);
    }

    private void list(Node term) {
        StringBuilder facts = new StringBuilder();
        FACTS.forEach(
                (property, says) -> {
                    List<Node> values = objects(term, property);
                    if (!values.isEmpty()) {
                        facts.append("<dt>")
                                .append(says)
                                .append("</dt><dd>")
                                .append(links(values))
                                .append("</dd>\n");
                    }
                });
        if (facts.length() > 0) {
            html.append("<dl class=\"facts\">\n").append(facts).append("</dl>\n");
        }
    }

    private void paragraph(String text) {
        html.append("<p>").append(escape(text)).append("</p>\n");
    }

    private void note(String text) {
        html.append("<p class=\"quiet\">").append(escape(text)).append("</p>\n");
    }

    private String links(List<Node> nodes) {
        return nodes.stream().map(this::link).collect(Collectors.joining(", "));
    }

    /** A term of ours by its label, one of others by its short name, a literal as it is. */
    private String link(Node node) {
        if (!node.isURI()) {
            return escape(node.isLiteral() ? node.getLiteralLexicalForm() : node.toString());
        }
        if (isOurs(node)) {
            return "<a href=\"#" + escape(name(node)) + "\">" + escape(label(node)) + "</a>";
        }
        if (!node.getURI().matches("https?://.*")) {
            return "<code>" + escape(node.getURI()) + "</code>";
        }
        String shown = text(node, SKOS.prefLabel.asNode()).orElse(shortName(node.getURI()));
        return "<a href=\"" + escape(node.getURI()) + "\">" + escape(shown) + "</a>";
    }

    private static String shortName(String iri) {
        for (Map.Entry<String, String> each : Prefixes.ALL.entrySet()) {
            if (iri.startsWith(each.getValue())) {
                return each.getKey() + ":" + iri.substring(each.getValue().length());
            }
        }
        return iri;
    }

    private static boolean isOurs(Node node) {
        return node.isURI() && node.getURI().startsWith(Ontology.NAMESPACE);
    }

    private static String name(Node node) {
        return node.getURI().substring(Ontology.NAMESPACE.length());
    }

    private String label(Node node) {
        return text(node, RDFS.label.asNode())
                .or(() -> text(node, SKOS.prefLabel.asNode()))
                .orElse(isOurs(node) ? name(node) : node.toString());
    }

    private List<Node> children(Node type) {
        return subjects(RDFS.subClassOf.asNode(), type).stream()
                .filter(OntologyPage::isOurs)
                .sorted(Comparator.comparing(this::label))
                .toList();
    }

    private List<Node> subjects(Node property, Node object) {
        return graph.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList().stream()
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private List<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private List<String> texts(Node subject, Node property) {
        return objects(subject, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    private Optional<String> text(Node subject, Node property) {
        return texts(subject, property).stream().findFirst();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
