package org.demarche.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.demarche.graph.Prefixes;
import org.demarche.source.InputException;

/** SPARQL as somebody wrote it; what is wrong in it is shown at its place. */
public final class SparqlText {
    // JavaCC's words: Encountered " <VAR1> "?z "" at line 1, column 27. Was expecting one of: …
    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");
    private static final Pattern FOUND = Pattern.compile("Encountered:? +\" \\S+ \"(.*?) ?\"\"");

    private SparqlText() {}

    /**
     * Parses a query, in which the usual prefixes need not be declared.
     *
     * @param name what messages call the text: the file's name
     * @throws InputException with line, column and the line itself, a mark below the place
     */
    public static Query parse(String text, String name) {
        try {
            Query query = new Query();
            Prefixes.ALL.forEach(query::setPrefix);
            return QueryFactory.parse(query, text, null, Syntax.syntaxARQ);
        } catch (QueryParseException e) {
            throw new InputException(message(text, name, e), e);
        } catch (QueryException e) {
            throw new InputException(name + ": " + firstLine(e.getMessage()), e);
        }
    }

    /**
     * The query with the usual prefixes that it may need declared before it, on its first line so
     * that its lines keep their numbers. What it declares itself holds.
     */
    public static String withPrefixes(String text) {
        return Prefixes.ALL.entrySet().stream()
                        .filter(prefix -> text.contains(prefix.getKey() + ":"))
                        .map(
                                prefix ->
                                        "PREFIX "
                                                + prefix.getKey()
                                                + ": <"
                                                + prefix.getValue()
                                                + "> ")
                        .collect(Collectors.joining())
                + text;
    }

    private static String message(String text, String name, QueryParseException e) {
        int line = e.getLine();
        int column = e.getColumn();
        Matcher place = PLACE.matcher(e.getMessage());
        if (place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        }
        if (line < 1 || column < 1) {
            return name + ": " + firstLine(e.getMessage());
        }
        String[] lines = text.split("\n", -1);
        String shown =
                line <= lines.length ? lines[line - 1].replace('\t', ' ').stripTrailing() : "";
        int before = Math.min(column, shown.length() + 1) - 1;
        return name
                + ":"
                + line
                + ":"
                + column
                + ": "
                + what(e.getMessage())
                + "\n    "
                + shown
                + "\n    "
                + " ".repeat(before)
                + "^";
    }

    private static String what(String message) {
        if (message.contains("<EOF>")) {
            return "the query ends too early";
        }
        Matcher found = FOUND.matcher(message);
        return found.find()
                ? "'" + found.group(1) + "' does not belong here"
                : firstLine(message).replaceFirst("^Line \\d+, column \\d+: ", "");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("cannot be read");
    }
}
