package org.demarche.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.source.InputException;
import org.demarche.source.Nearest;
import org.demarche.source.Problems;

/**
 * A question that analysts ask again and again, kept as {@code queries/who-threatens-whom.rq}:
 * SPARQL below a header that says what it asks and what can be filled in.
 *
 * @param name of the file without its suffix: {@code who-threatens-whom}
 * @param summary one line
 * @param description more of it, or the empty string
 * @param parameters in the order of the header
 * @param pageSize how many rows a reader wants to see at once
 * @param text the whole file
 */
public record SavedQuery(
        String name,
        String summary,
        String description,
        List<String> tags,
        List<Parameter> parameters,
        OptionalInt pageSize,
        String text,
        Query query) {

    /**
     * A query that is not in the catalog. A header is read where it has one; the usual prefixes
     * need not be declared.
     *
     * @param name what messages call the text: the file's name
     */
    public static SavedQuery parse(String text, String name) {
        if (text.startsWith("#+") || text.contains("\n#+")) {
            Problems problems = new Problems();
            Optional<SavedQuery> query = new SavedQueryReader(name, text, problems).read();
            problems.throwIfAny();
            return query.orElseThrow();
        }
        Query query = SparqlText.parse(text, name);
        return new SavedQuery(name, "", "", List.of(), List.of(), OptionalInt.empty(), text, query);
    }

    /** The query with these values, asked on the command line. */
    public Query bind(Map<String, String> values, DatasetGraph data) {
        return bind(values, "--param ", data);
    }

    /**
     * The query with these values in it. Values enter the syntax tree as terms, never as text. An
     * optional parameter without a value constrains nothing: the patterns and filters that mention
     * it are left out.
     *
     * @param values by parameter name: {@code actor} → {@code IRQ}
     * @param given how a value is given where this is asked, for what is said of a missing one:
     *     {@code --param} on the command line, {@code ?} in an address
     * @param data where names and codes are looked up
     * @throws InputException naming every parameter that is unknown, missing or of the wrong kind
     */
    public Query bind(Map<String, String> values, String given, DatasetGraph data) {
        List<String> problems = new ArrayList<>();
        for (String name : values.keySet()) {
            if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
                problems.add(
                        this.name
                                + ": has no parameter '"
                                + name
                                + "'"
                                + Nearest.hint(
                                        name, parameters.stream().map(Parameter::name).toList()));
            }
        }
        Binder binder = new Binder();
        Terms terms = new Terms(new Names(data));
        for (Parameter parameter : parameters) {
            String value = values.getOrDefault(parameter.name(), parameter.fallback().orElse(""));
            if (!value.isBlank()) {
                try {
                    binder.bind(parameter.var(), terms.of(parameter, value.strip()));
                } catch (InputException e) {
                    problems.add(
                            name + ": parameter '" + parameter.name() + "': " + e.getMessage());
                }
            } else if (parameter.required()) {
                problems.add(name + ": " + missing(parameter, given));
            } else {
                binder.leaveOut(parameter.var());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(String.join("\n", problems));
        }
        return binder.apply(query);
    }

    private static String missing(Parameter parameter, String given) {
        String example = parameter.example().map(e -> parameter.name() + "=" + e).orElse("");
        return "parameter '"
                + parameter.name()
                + "' is missing ("
                + parameter.description()
                + ")"
                + (example.isEmpty() ? "" : "; such as " + given + example);
    }

    /** A value for each parameter that the header gives an example of. */
    public Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        parameters.forEach(p -> p.example().ifPresent(e -> examples.put(p.name(), e)));
        return examples;
    }

    /** The variables that its rows have; empty where it makes triples. */
    public Set<String> columns() {
        return query.isSelectType() ? Set.copyOf(query.getResultVars()) : Set.of();
    }
}
