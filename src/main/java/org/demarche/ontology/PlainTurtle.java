package org.demarche.ontology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the part of Turtle that the ontology is written in, at a tenth of what it costs to start
 * Jena for it: prefixes, names, {@code a}, strings on one line, numbers, {@code ;} and {@code ,}.
 * What it does not know or is a mistake it leaves to Jena, which says where.
 *
 * <p>RDF 1.1 Turtle, section 6.5.
 */
final class PlainTurtle {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final Term.Iri TYPE =
            new Term.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    private final String text;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, Term.Iri> iris = new HashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private int at;

    private PlainTurtle(String text) {
        this.text = text;
    }

    /** The statements of a file in its order, or nothing if it holds more than is known here. */
    static Optional<List<Statement>> read(String text) {
        PlainTurtle turtle = new PlainTurtle(text);
        try {
            while (turtle.next() != 0) {
                turtle.statement();
            }
        } catch (Unknown e) {
            return Optional.empty();
        }
        return Optional.of(List.copyOf(turtle.statements));
    }

    private void statement() throws Unknown {
        if (text.startsWith("@prefix", at)) {
            at += "@prefix".length();
            next();
            int colon = text.indexOf(':', at);
            String prefix = text.substring(at, Math.max(at, colon));
            at = colon + 1;
            prefixes.put(prefix, iri().text());
        } else {
            Term.Iri subject = iri();
            do {
                Term.Iri property = property();
                do {
                    statements.add(new Statement(subject, property, object()));
                } while (skip(','));
            } while (skip(';') && next() != '.');
        }
        if (!skip('.')) {
            throw new Unknown();
        }
    }

    /** The next char that is neither space nor comment, 0 at the end. */
    private char next() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                at++;
            } else {
                return c;
            }
        }
        return 0;
    }

    private boolean skip(char wanted) {
        boolean there = next() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private Term.Iri property() throws Unknown {
        if (next() == 'a' && at + 1 < text.length() && text.charAt(at + 1) == ' ') {
            at++;
            return TYPE;
        }
        return iri();
    }

    private Term object() throws Unknown {
        char c = next();
        if (c == '"') {
            return string();
        }
        if (c >= '0' && c <= '9' || c == '-' || c == '+') {
            return number();
        }
        for (String truth : List.of("true", "false")) {
            int end = at + truth.length();
            if (text.startsWith(truth, at) && end < text.length() && !isOfName(end)) {
                at = end;
                return new Term.Literal(truth, XSD + "boolean");
            }
        }
        return iri();
    }

    private Term.Iri iri() throws Unknown {
        if (next() == '<') {
            int end = text.indexOf('>', at);
            String iri = text.substring(at + 1, Math.max(at + 1, end));
            if (iri.indexOf(':') < 0 || iri.indexOf('\\') >= 0) {
                throw new Unknown();
            }
            at = end + 1;
            return iri(iri);
        }
        int start = at;
        while (isOfName(at)) {
            at++;
        }
        int colon = at;
        String namespace = prefixes.get(text.substring(start, colon));
        if (namespace == null || at == text.length() || text.charAt(at++) != ':') {
            throw new Unknown();
        }
        while (isOfName(at) || at < text.length() && text.charAt(at) == '.' && isOfName(at + 1)) {
            at++;
        }
        if (at < text.length() && ":%\\".indexOf(text.charAt(at)) >= 0) {
            throw new Unknown();
        }
        return iri(namespace + text.substring(colon + 1, at));
    }

    private Term.Iri iri(String iri) {
        return iris.computeIfAbsent(iri, Term.Iri::new);
    }

    private boolean isOfName(int index) {
        return index < text.length()
                && (Character.isLetterOrDigit(text.charAt(index))
                        || text.charAt(index) == '_'
                        || text.charAt(index) == '-');
    }

    private Term.Literal number() throws Unknown {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        at -= text.charAt(at - 1) == '.' ? 1 : 0;
        String number = text.substring(start, at);
        if (number.matches("[+-]?[0-9]+")) {
            return new Term.Literal(number, XSD + "integer");
        }
        if (number.matches("[+-]?[0-9]*\\.[0-9]+")) {
            return new Term.Literal(number, XSD + "decimal");
        }
        throw new Unknown();
    }

    private Term.Literal string() throws Unknown {
        if (text.startsWith("\"\"\"", at)) {
            throw new Unknown();
        }
        StringBuilder words = new StringBuilder();
        int from = at + 1;
        int end = from;
        while (end < text.length() && text.charAt(end) != '"') {
            if (text.charAt(end) == '\n') {
                throw new Unknown();
            }
            if (text.charAt(end) == '\\') {
                int which = end + 1 == text.length() ? -1 : "\"\\nt".indexOf(text.charAt(end + 1));
                if (which < 0) {
                    throw new Unknown();
                }
                words.append(text, from, end).append("\"\\\n\t".charAt(which));
                end++;
                from = end + 1;
            }
            end++;
        }
        if (end >= text.length() - 1) {
            throw new Unknown();
        }
        words.append(text, from, end);
        at = end + 1;
        String datatype = XSD + "string";
        if (text.charAt(at) == '@') {
            do {
                at++;
            } while (isOfName(at));
        } else if (text.startsWith("^^", at)) {
            at += 2;
            datatype = iri().text();
        }
        return new Term.Literal(words.toString(), datatype);
    }

    /** Thrown at what is left to Jena. */
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("not of the part of Turtle that is read here", null, false, false);
        }
    }
}
