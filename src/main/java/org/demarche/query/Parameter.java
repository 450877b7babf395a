package org.demarche.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.core.Var;

/**
 * A place in a saved query that the asker fills: {@code ?__from_date} is the optional parameter
 * {@code from}, a date. The form of the variable is grlc's.
 *
 * @param name what the asker writes: {@code from}
 * @param variable what the query writes: {@code __from_date}
 * @param choices the values that it may have; empty where any of its kind will do
 * @param fallback the value it has when the asker gives none
 * @param example a value that shows the use
 */
public record Parameter(
        String name,
        String variable,
        Kind kind,
        boolean required,
        String description,
        List<String> choices,
        Optional<String> fallback,
        Optional<String> example) {

    /** What its values are. */
    public enum Kind {
        /** An actor by code, name or IRI: IRQ, Iraq. */
        ACTOR("actor by code, name or IRI"),
        /** A place by name or IRI, or all of a country by its code. */
        PLACE("place by name or IRI, or country by code"),
        /** An event class by name, label, PLOVER type or IRI: Threat, THREATEN. */
        TYPE("event class, label or PLOVER type"),
        /** A term of the ontology by its local name: Planned. */
        TERM("term of the ontology"),
        IRI("absolute IRI"),
        TEXT("text"),
        INTEGER("whole number"),
        NUMBER("number"),
        /** 2023-07-20, 2023-07 or 2023. */
        DATE("date such as 2023-07-20, 2023-07 or 2023");

        private final String says;

        Kind(String says) {
            this.says = says;
        }

        /** What a value is, for messages. */
        public String says() {
            return says;
        }

        static Optional<Kind> named(String name) {
            for (Kind kind : values()) {
                if (kind.name().equals(name.toUpperCase(Locale.ROOT))) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    private static final Pattern VARIABLE =
            Pattern.compile("(__?)([a-z][a-z0-9]*(?:_[a-z0-9]+)*?)(?:_(iri|integer|number|date))?");

    /** Whether a variable is a parameter: one underscore before its name, or two. */
    static boolean isParameter(String variable) {
        return VARIABLE.matcher(variable).matches();
    }

    /** The parameter that the variable itself tells of, before the header adds to it. */
    static Parameter of(String variable) {
        Matcher matcher = VARIABLE.matcher(variable);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no parameter: ?" + variable);
        }
        Kind kind = Optional.ofNullable(matcher.group(3)).flatMap(Kind::named).orElse(Kind.TEXT);
        return new Parameter(
                matcher.group(2),
                variable,
                kind,
                matcher.group(1).length() == 1,
                "",
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    Var var() {
        return Var.alloc(variable);
    }
}
