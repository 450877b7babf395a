package org.demarche.ontology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Questions to the statements on classes: what stands below Threat, what label has it. */
final class Statements {
    private static final Term SUBCLASS_OF =
            new Term.Iri("http://www.w3.org/2000/01/rdf-schema#subClassOf");

    private final Map<Term, List<Statement>> bySubject = new HashMap<>();
    private final Map<Term, List<Statement>> byProperty = new HashMap<>();

    void add(Statement statement) {
        bySubject.computeIfAbsent(statement.subject(), s -> new ArrayList<>()).add(statement);
        byProperty.computeIfAbsent(statement.property(), p -> new ArrayList<>()).add(statement);
    }

    boolean contains(Term subject, Term property, Term object) {
        return objects(subject, property).contains(object);
    }

    /** All of which something is said with the property. */
    Set<Term> subjects(Term property) {
        Set<Term> subjects = new LinkedHashSet<>();
        for (Statement each : byProperty.getOrDefault(property, List.of())) {
            subjects.add(each.subject());
        }
        return subjects;
    }

    Set<Term> subjects(Term property, Term object) {
        Set<Term> subjects = new LinkedHashSet<>();
        for (Statement each : byProperty.getOrDefault(property, List.of())) {
            if (each.object().equals(object)) {
                subjects.add(each.subject());
            }
        }
        return subjects;
    }

    List<Term> objects(Term subject, Term property) {
        List<Term> objects = new ArrayList<>();
        for (Statement each : bySubject.getOrDefault(subject, List.of())) {
            if (each.property().equals(property)) {
                objects.add(each.object());
            }
        }
        return objects;
    }

    Optional<Term> object(Term subject, Term property) {
        return objects(subject, property).stream().findFirst();
    }

    /** A class and all below it. */
    Set<Term> below(Term root) {
        return closure(root, each -> subjects(SUBCLASS_OF, each));
    }

    /** A class and all above it, the nearest first. */
    Set<Term> above(Term term) {
        return closure(term, each -> objects(each, SUBCLASS_OF));
    }

    /** Whether a class stands above itself. */
    boolean isCyclic(Term term) {
        return objects(term, SUBCLASS_OF).stream().anyMatch(each -> above(each).contains(term));
    }

    /** What the class says, or the nearest above it that says something. */
    List<Term> inherited(Term term, Term property) {
        for (Term each : above(term)) {
            List<Term> objects = objects(each, property);
            if (!objects.isEmpty()) {
                return objects;
            }
        }
        return List.of();
    }

    private static Set<Term> closure(Term start, Function<Term, ? extends Iterable<Term>> next) {
        Set<Term> reached = new LinkedHashSet<>(Set.of(start));
        Deque<Term> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Term each : next.apply(open.remove())) {
                if (reached.add(each)) {
                    open.add(each);
                }
            }
        }
        return reached;
    }
}
