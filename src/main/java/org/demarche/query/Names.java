package org.demarche.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.source.InputException;
import org.demarche.source.Nearest;

/**
 * Finds what a user's word stands for in a store: "IRQ", "Iraq" and the state's IRI are all Iraq. A
 * word that several things share, such as the name of a minister whom two articles know, stands for
 * all of them.
 *
 * <p>A word is tried as an absolute IRI, as a code, as the usual name, as another name, and last as
 * a name in other capitals; the first that finds something counts.
 */
final class Names {
    private static final String DEM = "https://w3id.org/demarche/ontology#";
    private static final Node CODE = NodeFactory.createURI(DEM + "code");
    private static final Node ACTOR = NodeFactory.createURI(DEM + "Actor");
    private static final Node PLACE = NodeFactory.createURI(DEM + "Place");
    private static final Node STATE = NodeFactory.createURI(DEM + "State");
    private static final Node EVENT = NodeFactory.createURI(DEM + "Event");
    private static final Node PLOVER = NodeFactory.createURI(DEM + "plover");
    private static final Node TYPE = RDF.type.asNode();
    private static final Node SUB_CLASS_OF = RDFS.subClassOf.asNode();
    private static final Node LABEL = RDFS.label.asNode();
    private static final Node PREF_LABEL = SKOS.prefLabel.asNode();
    private static final Node ALT_LABEL = SKOS.altLabel.asNode();

    private final DatasetGraph data;

    /** Looks names up in this data, which must be in a transaction where it has them. */
    Names(DatasetGraph data) {
        this.data = data;
    }

    /** The actors of a code or name. */
    Set<Node> actors(String word) {
        return named(word, "actor", classes(ACTOR));
    }

    /** The places of a name, and the states of a code or name, which stand for their places. */
    Set<Node> places(String word) {
        Set<Node> classes = new HashSet<>(classes(PLACE));
        classes.addAll(classes(STATE));
        return named(word, "place", classes);
    }

    /** The event class of a name, label or PLOVER type. */
    Node type(String word) {
        if (isIri(word)) {
            return iri(word);
        }
        Set<Node> types = classes(EVENT);
        for (Node type : types) {
            if (type.getLocalName().equalsIgnoreCase(word)
                    || hasText(type, LABEL, word)
                    || hasText(type, PLOVER, word)) {
                return type;
            }
        }
        throw new InputException(
                "'"
                        + word
                        + "' is not an event class"
                        + Nearest.hint(word, types.stream().map(Node::getLocalName).toList()));
    }

    private boolean hasText(Node subject, Node property, String text) {
        for (Iterator<Quad> all = data.find(Node.ANY, subject, property, Node.ANY);
                all.hasNext(); ) {
            if (all.next().getObject().getLiteralLexicalForm().equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }

    static boolean isIri(String word) {
        return word.matches("(?i)(https?|urn):.*");
    }

    /** The word as an IRI, which must be absolute and well formed, lest it end a query's term. */
    static Node iri(String word) {
        try {
            IRIx iri = IRIx.create(word);
            if (iri.isAbsolute()) {
                return NodeFactory.createURI(iri.str());
            }
        } catch (IRIException e) {
            throw new InputException("'" + word + "' is not an IRI", e);
        }
        throw new InputException("'" + word + "' is not an absolute IRI");
    }

    private Set<Node> named(String word, String what, Set<Node> classes) {
        if (isIri(word)) {
            return Set.of(iri(word));
        }
        List<Node> literals =
                List.of(
                        NodeFactory.createLiteralLang(word, "en"),
                        NodeFactory.createLiteralString(word));
        Predicate<Node> fits = subject -> isA(subject, classes);
        Node code = NodeFactory.createLiteralString(word.toUpperCase(Locale.ROOT));
        Set<Node> found = subjects(CODE, List.of(code), fits);
        if (found.isEmpty()) {
            found = subjects(PREF_LABEL, literals, fits);
        }
        if (found.isEmpty()) {
            found = subjects(ALT_LABEL, literals, fits);
        }
        return found.isEmpty() ? nearlyNamed(word, what, fits) : found;
    }

    private Set<Node> subjects(Node property, List<Node> objects, Predicate<Node> fits) {
        // Every article that tells of Iraq says its code: each subject is looked at once.
        Set<Node> named = new LinkedHashSet<>();
        for (Node object : objects) {
            data.find(Node.ANY, Node.ANY, property, object)
                    .forEachRemaining(quad -> named.add(quad.getSubject()));
        }
        named.removeIf(fits.negate());
        return named;
    }

    // The slow way: every name of the store is looked at.
    private Set<Node> nearlyNamed(String word, String what, Predicate<Node> fits) {
        Set<Node> found = new LinkedHashSet<>();
        Set<String> names = new HashSet<>();
        Map<Node, Boolean> known = new HashMap<>();
        Predicate<Node> fitting = subject -> known.computeIfAbsent(subject, fits::test);
        for (Node property : List.of(PREF_LABEL, ALT_LABEL)) {
            for (Iterator<Quad> all = data.find(Node.ANY, Node.ANY, property, Node.ANY);
                    all.hasNext(); ) {
                Quad quad = all.next();
                String name = quad.getObject().getLiteralLexicalForm();
                if (name.equalsIgnoreCase(word) && fitting.test(quad.getSubject())) {
                    found.add(quad.getSubject());
                } else if (Math.abs(name.length() - word.length()) <= 2
                        && fitting.test(quad.getSubject())) {
                    names.add(name);
                }
            }
        }
        if (found.isEmpty()) {
            throw new InputException(
                    "no "
                            + what
                            + " '"
                            + word
                            + "' in the store; give a code such as IRQ, a name or an IRI"
                            + Nearest.hint(word, names));
        }
        return found;
    }

    /** The class and all below it. */
    private Set<Node> classes(Node top) {
        Set<Node> classes = new LinkedHashSet<>();
        Deque<Node> next = new ArrayDeque<>(List.of(top));
        while (!next.isEmpty()) {
            Node each = next.pop();
            if (classes.add(each)) {
                data.find(Node.ANY, Node.ANY, SUB_CLASS_OF, each)
                        .forEachRemaining(quad -> next.add(quad.getSubject()));
            }
        }
        return classes;
    }

    private boolean isA(Node subject, Set<Node> classes) {
        for (Iterator<Quad> types = data.find(Node.ANY, subject, TYPE, Node.ANY);
                types.hasNext(); ) {
            if (classes.contains(types.next().getObject())) {
                return true;
            }
        }
        return false;
    }
}
