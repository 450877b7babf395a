package org.demarche.ontology;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;

/** Makes an {@link Ontology} of {@code ontology/*.ttl} and notes everything that is wrong there. */
final class OntologyReader {
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final Term EVENT = term("Event");
    private static final Term PLOVER = term("plover");
    private static final Term SCORE = term("score");
    private static final Term DEFAULT_MODE = term("defaultMode");
    private static final Term DEFAULT_CONTEXT = term("defaultContext");
    private static final Term EXAMPLE = new Term.Iri(SKOS + "example");
    private static final Term NOTATION = new Term.Iri(SKOS + "notation");
    private static final Term LABEL_OF_CONCEPT = new Term.Iri(SKOS + "prefLabel");
    private static final Term LABEL = new Term.Iri(RDFS + "label");
    private static final Term COMMENT = new Term.Iri(RDFS + "comment");
    private static final Term TYPE =
            new Term.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    private static final Term SYMMETRIC =
            new Term.Iri("http://www.w3.org/2002/07/owl#SymmetricProperty");
    private static final Set<String> NUMBERS =
            Set.of(XSD + "double", XSD + "decimal", XSD + "integer", XSD + "float");

    private final DataFiles files;
    private final Problems problems = new Problems();
    private final TurtleFiles turtle = new TurtleFiles(problems);
    private final Statements statements = turtle.statements();
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
        for (Term each : statements.below(term("Actor"))) {
            actorClasses.put(each.localName(), each.text());
        }
        problems.throwIfAny();
        return new Ontology(
                turtle::graph,
                Collections.unmodifiableMap(eventTypes),
                Collections.unmodifiableMap(actorClasses),
                modes,
                Collections.unmodifiableMap(contexts));
    }

    private void readModes() {
        for (Term node : statements.subjects(TYPE, term("Mode"))) {
            Concept mode = concept(node);
            String top = local(node, term("modeOf"));
            modes.computeIfAbsent(top, t -> new TreeMap<>()).put(mode.name(), mode);
        }
    }

    private void readContexts() {
        for (Term node : statements.subjects(TYPE, term("Context"))) {
            Concept context = concept(node);
            contexts.put(context.name(), context);
        }
    }

    private Concept concept(Term node) {
        return new Concept(node.text(), text(node, NOTATION), text(node, LABEL_OF_CONCEPT));
    }

    private Map<String, EventType> eventTypes() {
        Set<Term> classes = statements.below(EVENT);
        classes.remove(EVENT);
        Stream.of(PLOVER, EXAMPLE, DEFAULT_MODE, DEFAULT_CONTEXT)
                .flatMap(property -> statements.subjects(property).stream())
                .filter(node -> !classes.contains(node))
                .distinct()
                .forEach(node -> problem(node, "does not stand under dem:Event"));
        Map<String, EventType> types = new TreeMap<>();
        for (Term node : classes) {
            List<Term> tops =
                    statements.above(node).stream()
                            .filter(each -> statements.object(each, PLOVER).isPresent())
                            .toList();
            if (statements.isCyclic(node)) {
                problem(node, "is its own superclass");
            } else if (tops.size() != 1) {
                problem(node, "stands under " + tops.size() + " top classes, not under one");
            } else {
                types.put(node.localName(), eventType(node, tops.get(0)));
            }
        }
        return types;
    }

    private EventType eventType(Term node, Term top) {
        text(node, COMMENT);
        if (!node.equals(top)) {
            text(node, EXAMPLE);
            text(node, NOTATION);
        }
        return new EventType(
                node.text(),
                text(node, LABEL),
                top.localName(),
                text(top, PLOVER),
                quadClass(top),
                score(node),
                statements.object(node, NOTATION).map(Term::text),
                defaultMode(node, top),
                defaultContexts(node),
                statements
                        .object(top, term("requiresRecipient"))
                        .map(n -> Boolean.parseBoolean(n.text()))
                        .orElse(false),
                shortcut(top));
    }

    private QuadClass quadClass(Term top) {
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

    private double score(Term node) {
        Optional<Term> score = statements.inherited(node, SCORE).stream().findFirst();
        if (score.isPresent()
                && score.get() instanceof Term.Literal number
                && NUMBERS.contains(number.datatype())) {
            OptionalDouble value = value(number.text());
            if (value.isPresent() && Math.abs(value.getAsDouble()) <= 10) {
                return value.getAsDouble();
            }
        }
        problem(node, "has no dem:score from -10 to 10");
        return 0;
    }

    private static OptionalDouble value(String number) {
        try {
            return OptionalDouble.of(Double.parseDouble(number));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private Optional<String> defaultMode(Term node, Term top) {
        Optional<String> iri =
                statements.inherited(node, DEFAULT_MODE).stream().findFirst().map(Term::text);
        Optional<String> mode =
                modes.getOrDefault(top.localName(), Map.of()).values().stream()
                        .filter(each -> iri.isPresent() && each.iri().equals(iri.get()))
                        .map(Concept::name)
                        .findFirst();
        if (iri.isPresent() && mode.isEmpty()) {
            problem(node, "has the mode " + iri.get() + ", which is none of " + top.localName());
        }
        return mode;
    }

    private List<String> defaultContexts(Term node) {
        List<String> iris =
                statements.inherited(node, DEFAULT_CONTEXT).stream().map(Term::text).toList();
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

    private EventType.Shortcut shortcut(Term top) {
        List<Term> shortcuts = List.copyOf(statements.subjects(term("shortcutOf"), top));
        if (shortcuts.size() != 1) {
            problem(top, "has " + shortcuts.size() + " properties with dem:shortcutOf, not one");
            return new EventType.Shortcut("", false);
        }
        Term property = shortcuts.get(0);
        boolean symmetric = statements.contains(property, TYPE, SYMMETRIC);
        return new EventType.Shortcut(property.text(), symmetric);
    }

    private String text(Term node, Term property) {
        Optional<Term> found =
                statements.object(node, property).filter(Term.Literal.class::isInstance);
        if (found.isEmpty() || found.get().text().isBlank()) {
            problem(node, "has no " + property.localName());
            return "";
        }
        return found.get().text();
    }

    private String local(Term node, Term property) {
        Optional<Term> found = statements.object(node, property).filter(Term.Iri.class::isInstance);
        if (found.isEmpty()) {
            problem(node, "has no " + property.localName());
        }
        return found.map(Term::localName).orElse("");
    }

    // Every class below a top class asks it again: one report is enough.
    private void problem(Term node, String what) {
        if (noted.add(node + what)) {
            turtle.problem(node.localName(), what);
        }
    }

    private static Term term(String localName) {
        return new Term.Iri(Ontology.NAMESPACE + localName);
    }
}
