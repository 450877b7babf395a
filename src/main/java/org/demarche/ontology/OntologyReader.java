package org.demarche.ontology;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;

/** Makes an {@link Ontology} of {@code ontology/*.ttl} and notes everything that is wrong there. */
final class OntologyReader {
    private static final Node EVENT = term("Event");
    private static final Node PLOVER = term("plover");
    private static final Node SCORE = term("score");
    private static final Node DEFAULT_MODE = term("defaultMode");
    private static final Node DEFAULT_CONTEXT = term("defaultContext");
    private static final Node EXAMPLE = SKOS.example.asNode();
    private static final Node NOTATION = SKOS.notation.asNode();

    private final DataFiles files;
    private final Problems problems = new Problems();
    private final TurtleFiles turtle = new TurtleFiles(problems);
    private final Statements statements = new Statements(turtle.graph());
    private final Map<String, Map<String, Concept>> modes = new HashMap<>();
    private final Map<String, Concept> contexts = new TreeMap<>();
    private final Set<String> noted = new HashSet<>();

    OntologyReader(DataFiles files) {
        this.files = files;
    }

    Ontology read() {
        for (String file : files.list("ontology", ".ttl")) {
            if (!file.endsWith("/shapes.ttl")) {
                turtle.add(files, file);
            }
        }
        problems.throwIfAny();
        readModes();
        readContexts();
        Map<String, EventType> eventTypes = eventTypes();
        Map<String, String> actorClasses = new TreeMap<>();
        for (Node each : statements.below(term("Actor"))) {
            actorClasses.put(each.getLocalName(), each.getURI());
        }
        problems.throwIfAny();
        return new Ontology(
                turtle.graph(),
                Collections.unmodifiableMap(eventTypes),
                Collections.unmodifiableMap(actorClasses),
                modes,
                Collections.unmodifiableMap(contexts));
    }

    private void readModes() {
        for (Node node : statements.subjects(RDF.Nodes.type, term("Mode"))) {
            Concept mode = concept(node);
            String top = local(node, term("modeOf"));
            modes.computeIfAbsent(top, t -> new TreeMap<>()).put(mode.name(), mode);
        }
    }

    private void readContexts() {
        for (Node node : statements.subjects(RDF.Nodes.type, term("Context"))) {
            Concept context = concept(node);
            contexts.put(context.name(), context);
        }
    }

    private Concept concept(Node node) {
        return new Concept(
                node.getURI(), text(node, NOTATION), text(node, SKOS.prefLabel.asNode()));
    }

    private Map<String, EventType> eventTypes() {
        Set<Node> classes = statements.below(EVENT);
        classes.remove(EVENT);
        Stream.of(PLOVER, EXAMPLE, DEFAULT_MODE, DEFAULT_CONTEXT)
                .flatMap(property -> statements.subjects(property, Node.ANY).stream())
                .filter(node -> !classes.contains(node))
                .distinct()
                .forEach(node -> problem(node, "does not stand under dem:Event"));
        Map<String, EventType> types = new TreeMap<>();
        for (Node node : classes) {
            List<Node> tops =
                    statements.above(node).stream()
                            .filter(each -> statements.object(each, PLOVER).isPresent())
                            .toList();
            if (statements.isCyclic(node)) {
                problem(node, "is its own superclass");
            } else if (tops.size() != 1) {
                problem(node, "stands under " + tops.size() + " top classes, not under one");
            } else {
                types.put(node.getLocalName(), eventType(node, tops.get(0)));
            }
        }
        return types;
    }

    private EventType eventType(Node node, Node top) {
        text(node, RDFS.Nodes.comment);
        if (!node.equals(top)) {
            text(node, EXAMPLE);
            text(node, NOTATION);
        }
        return new EventType(
                node.getURI(),
                text(node, RDFS.Nodes.label),
                top.getLocalName(),
                text(top, PLOVER),
                quadClass(top),
                score(node),
                statements.object(node, NOTATION).map(Node::getLiteralLexicalForm),
                defaultMode(node, top),
                defaultContexts(node),
                statements
                        .object(top, term("requiresRecipient"))
                        .map(n -> Boolean.parseBoolean(n.getLiteralLexicalForm()))
                        .orElse(false),
                shortcut(top));
    }

    private QuadClass quadClass(Node top) {
        String name = local(top, term("quadClass"));
        return Arrays.stream(QuadClass.values())
                .filter(quad -> quad.localName().equals(name))
                .findFirst()
                .orElseGet(
                        () -> {
                            problem(top, "has no dem:quadClass of the four");
                            return QuadClass.VERBAL_CONFLICT;
                        });
    }

    private double score(Node node) {
        Optional<Node> score = statements.inherited(node, SCORE).stream().findFirst();
        if (score.isPresent() && score.get().getLiteralValue() instanceof Number number) {
            double value = number.doubleValue();
            if (value >= -10 && value <= 10) {
                return value;
            }
        }
        problem(node, "has no dem:score from -10 to 10");
        return 0;
    }

    private Optional<String> defaultMode(Node node, Node top) {
        Optional<String> iri =
                statements.inherited(node, DEFAULT_MODE).stream().findFirst().map(Node::toString);
        Optional<String> mode =
                modes.getOrDefault(top.getLocalName(), Map.of()).values().stream()
                        .filter(each -> iri.isPresent() && each.iri().equals(iri.get()))
                        .map(Concept::name)
                        .findFirst();
        if (iri.isPresent() && mode.isEmpty()) {
            problem(node, "has the mode " + iri.get() + ", which is none of " + top.getLocalName());
        }
        return mode;
    }

    private List<String> defaultContexts(Node node) {
        List<String> iris =
                statements.inherited(node, DEFAULT_CONTEXT).stream().map(Node::toString).toList();
        List<String> known =
                contexts.values().stream()
                        .filter(each -> iris.contains(each.iri()))
                        .map(Concept::name)
                        .toList();
        if (known.size() != iris.size()) {
            problem(node, "has a context that is not declared: " + String.join(" ", iris));
        }
        return known;
    }

    private EventType.Shortcut shortcut(Node top) {
        List<Node> shortcuts = statements.subjects(term("shortcutOf"), top);
        if (shortcuts.size() != 1) {
            problem(top, "has " + shortcuts.size() + " properties with dem:shortcutOf, not one");
            return new EventType.Shortcut("", false);
        }
        Node property = shortcuts.get(0);
        boolean symmetric =
                statements
                        .graph()
                        .contains(property, RDF.Nodes.type, OWL.SymmetricProperty.asNode());
        return new EventType.Shortcut(property.getURI(), symmetric);
    }

    private String text(Node node, Node property) {
        Optional<Node> found = statements.object(node, property).filter(Node::isLiteral);
        if (found.isEmpty() || found.get().getLiteralLexicalForm().isBlank()) {
            problem(node, "has no " + property.getLocalName());
            return "";
        }
        return found.get().getLiteralLexicalForm();
    }

    private String local(Node node, Node property) {
        Optional<Node> found = statements.object(node, property).filter(Node::isURI);
        if (found.isEmpty()) {
            problem(node, "has no " + property.getLocalName());
        }
        return found.map(Node::getLocalName).orElse("");
    }

    // Every class below a top class asks it again: one report is enough.
    private void problem(Node node, String what) {
        if (noted.add(node + what)) {
            turtle.problem(node.isURI() ? node.getLocalName() : node.toString(), what);
        }
    }

    private static Node term(String localName) {
        return NodeFactory.createURI(Ontology.NAMESPACE + localName);
    }
}
