package org.demarche.query;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.source.InputException;

/** Turns what a user wrote for a parameter into RDF terms: "2023-07" into an xsd:gYearMonth. */
final class Terms {
    private static final String DEM = "https://w3id.org/demarche/ontology#";

    private final Names names;

    Terms(Names names) {
        this.names = names;
    }

    /**
     * The terms that the value stands for, at least one.
     *
     * @throws InputException where it is not of the parameter's kind; the message does not name the
     *     parameter
     */
    Set<Node> of(Parameter parameter, String value) {
        List<String> choices = parameter.choices();
        String chosen =
                choices.stream().filter(c -> c.equalsIgnoreCase(value)).findFirst().orElse(value);
        if (!choices.isEmpty() && !choices.contains(chosen)) {
            throw new InputException("'" + value + "' is none of " + String.join(", ", choices));
        }
        return switch (parameter.kind()) {
            case ACTOR -> names.actors(chosen);
            case PLACE -> names.places(chosen);
            case TYPE -> Set.of(names.type(chosen));
            case TERM -> Set.of(term(chosen));
            case IRI -> Set.of(Names.iri(chosen));
            case TEXT -> Set.of(NodeFactory.createLiteralString(chosen));
            case INTEGER -> Set.of(number(chosen, XSDDatatype.XSDinteger, parameter.kind()));
            case NUMBER -> Set.of(number(chosen, XSDDatatype.XSDdouble, parameter.kind()));
            case DATE -> Set.of(date(chosen));
        };
    }

    private static Node term(String name) {
        if (!name.matches("[A-Za-z]+")) {
            throw new InputException("'" + name + "' is not a term of the ontology");
        }
        return NodeFactory.createURI(DEM + name);
    }

    private static Node number(String value, RDFDatatype type, Parameter.Kind kind) {
        if (!type.isValid(value)) {
            throw new InputException("'" + value + "' is not a " + kind.says());
        }
        return NodeFactory.createLiteralDT(value, type);
    }

    private static Node date(String value) {
        try {
            return switch (value.length()) {
                case 4 -> literal(Year.parse(value).toString(), XSDDatatype.XSDgYear);
                case 7 -> literal(YearMonth.parse(value).toString(), XSDDatatype.XSDgYearMonth);
                default -> literal(LocalDate.parse(value).toString(), XSDDatatype.XSDdate);
            };
        } catch (DateTimeParseException e) {
            throw new InputException("'" + value + "' is not a " + Parameter.Kind.DATE.says(), e);
        }
    }

    private static Node literal(String value, RDFDatatype type) {
        return NodeFactory.createLiteralDT(value, type);
    }
}
