package org.demarche.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.PatternVars;
import org.demarche.source.InputException;
import org.demarche.source.Problems;
import org.demarche.source.SourceLine;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads one saved query: the lines that begin with {@code #+} are YAML, as grlc has it, the rest is
 * SPARQL. Of grlc's keys it knows summary, description, tags, pagination, defaults and enumerate; a
 * further one, {@code parameters}, says of each parameter what it is for.
 */
final class SavedQueryReader {
    private static final Pattern PARAMETER = Pattern.compile("[?$](_[A-Za-z0-9_]+)");
    private static final Set<String> PARAMETER_KEYS = Set.of("kind", "description", "example");

    private final String file;
    private final String text;
    private final Problems problems;

    SavedQueryReader(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** The query; empty where it cannot be used, for a reason that was noted. */
    Optional<SavedQuery> read() {
        Map<?, ?> header = header();
        Query query;
        try {
            query = SparqlText.parse(text, file);
        } catch (InputException e) {
            problems.add(e);
            return Optional.empty();
        }
        String summary = string(header, "summary");
        if (summary.isEmpty()) {
            problem("the header has no 'summary: …'");
        }
        OptionalInt pageSize = OptionalInt.empty();
        if (header.get("pagination") instanceof Integer size && size > 0) {
            pageSize = OptionalInt.of(size);
            if (query.getOrderBy() == null || query.getOrderBy().isEmpty()) {
                problem("has pages but no ORDER BY: its pages would overlap");
            }
        }
        lint(query);
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.rq$", "");
        return Optional.of(
                new SavedQuery(
                        name,
                        summary,
                        string(header, "description"),
                        strings(header.get("tags")),
                        parameters(header, query),
                        pageSize,
                        text,
                        query));
    }

    private void problem(String what) {
        problems.add(new SourceLine(file, 1), what);
    }

    private Map<?, ?> header() {
        StringBuilder yaml = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            // Other lines stay as empty ones, so that the line numbers of YAML are the file's.
            yaml.append(line.startsWith("#+") ? line.substring(2) : "").append('\n');
        }
        try {
            Object header = new Yaml(new SafeConstructor(new LoaderOptions())).load(dedent(yaml));
            if (header instanceof Map<?, ?> map) {
                return map;
            }
            problem("has no header; its first line should be '#+ summary: …'");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new SourceLine(file, line), "the header is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problem("the header is not YAML: " + e.getMessage());
        }
        return Map.of();
    }

    // "#+ summary" leaves " summary"; YAML would take that space for an indentation.
    private static String dedent(StringBuilder yaml) {
        return yaml.toString().replaceAll("(?m)^ ", "");
    }

    private static String string(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString().strip();
    }

    private static List<String> strings(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    /** A map of the header, which grlc lets one write as a list of maps too. */
    private static Map<String, Object> entries(Object value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        List<?> maps =
                value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object each : maps) {
            if (each instanceof Map<?, ?> map) {
                map.forEach(
                        (key, content) ->
                                entries.put(key.toString(), content == null ? "" : content));
            }
        }
        return entries;
    }

    private List<Parameter> parameters(Map<?, ?> header, Query query) {
        Map<String, Parameter> inQuery = new LinkedHashMap<>();
        for (String variable : variables(query)) {
            if (Parameter.isParameter(variable)) {
                Parameter parameter = Parameter.of(variable);
                Parameter twin = inQuery.put(parameter.name(), parameter);
                if (twin != null) {
                    problem("?" + twin.variable() + " and ?" + variable + " are one parameter");
                }
            }
        }
        Map<String, Object> said = entries(header.get("parameters"));
        Map<String, Object> defaults = entries(header.get("defaults"));
        Map<String, Object> choices = entries(header.get("enumerate"));
        Set<String> unknown = new TreeSet<>(said.keySet());
        unknown.addAll(defaults.keySet());
        unknown.addAll(choices.keySet());
        unknown.removeAll(inQuery.keySet());
        unknown.forEach(name -> problem("the query has no parameter '" + name + "'"));
        List<Parameter> parameters = new ArrayList<>();
        said.keySet().stream()
                .filter(inQuery::containsKey)
                .forEach(
                        name ->
                                parameters.add(
                                        described(
                                                inQuery.remove(name),
                                                said.get(name),
                                                defaults.get(name),
                                                strings(choices.get(name)))));
        inQuery.keySet()
                .forEach(name -> problem("the header does not describe parameter '" + name + "'"));
        return List.copyOf(parameters);
    }

    private Parameter described(
            Parameter bare, Object content, Object fallback, List<String> choices) {
        Map<?, ?> map = content instanceof Map<?, ?> m ? m : Map.of("description", content);
        map.keySet().stream()
                .map(Object::toString)
                .filter(key -> !PARAMETER_KEYS.contains(key))
                .forEach(
                        key ->
                                problem(
                                        "parameter '"
                                                + bare.name()
                                                + "': unknown key '"
                                                + key
                                                + "' (known: description, example, kind)"));
        Parameter.Kind kind = bare.kind();
        String named = string(map, "kind");
        if (!named.isEmpty()) {
            Optional<Parameter.Kind> known = Parameter.Kind.named(named);
            if (known.isEmpty()) {
                problem("parameter '" + bare.name() + "': unknown kind '" + named + "'");
            }
            kind = known.orElse(kind);
        }
        String description = string(map, "description");
        if (description.isEmpty()) {
            problem("parameter '" + bare.name() + "' has no description");
        }
        return new Parameter(
                bare.name(),
                bare.variable(),
                kind,
                bare.required() && fallback == null,
                description,
                choices,
                Optional.ofNullable(fallback).map(Object::toString),
                Optional.of(string(map, "example")).filter(e -> !e.isEmpty()));
    }

    private static Set<String> variables(Query query) {
        Set<String> names = new TreeSet<>();
        if (query.getQueryPattern() != null) {
            PatternVars.vars(query.getQueryPattern()).forEach(v -> names.add(v.getVarName()));
        }
        // Variables of filters and sub-selects are not in scope of the pattern: the syntax has
        // them.
        Matcher word = PARAMETER.matcher(query.toString());
        while (word.find()) {
            names.add(word.group(1));
        }
        return names;
    }

    /** What substitution cannot do is refused now rather than when an analyst asks. */
    private void lint(Query query) {
        if (query.isSelectType()) {
            query.getResultVars().stream()
                    .filter(Parameter::isParameter)
                    .forEach(v -> problem("parameter ?" + v + " cannot be a column"));
        }
        ElementWalker.walk(
                query.getQueryPattern(),
                new ElementVisitorBase() {
                    @Override
                    public void visit(ElementBind bind) {
                        refuse(bind.getVar(), "BIND");
                    }

                    @Override
                    public void visit(ElementData data) {
                        data.getVars().forEach(v -> refuse(v, "VALUES"));
                    }

                    private void refuse(Var variable, String where) {
                        if (Parameter.isParameter(variable.getVarName())) {
                            problem(
                                    where
                                            + " gives parameter ?"
                                            + variable.getVarName()
                                            + " a value; use 'defaults' of the header");
                        }
                    }
                });
    }
}
