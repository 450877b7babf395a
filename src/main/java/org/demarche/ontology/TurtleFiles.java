package org.demarche.ontology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.graph.GraphFactory;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.SourceLine;

/**
 * Turtle files, with the lines where their terms are defined. Jena reads those of other people,
 * which it checks; the program's own are read without it until somebody asks for their graph.
 */
final class TurtleFiles {
    /** A subject at the beginning of a line: {@code dem:Arson a owl:Class ;}. */
    private static final Pattern SUBJECT = Pattern.compile("^\\w*:([\\w-]+)\\s", Pattern.MULTILINE);

    /** A file's text. */
    private record Source(String name, String text) {}

    private final Problems problems;
    private final List<Source> sources = new ArrayList<>();
    private final Statements statements = new Statements();
    private Optional<Graph> graph = Optional.empty();

    TurtleFiles(Problems problems) {
        this.problems = problems;
    }

    /** Adds a file; what cannot be read in it is noted with its line. */
    void add(DataFiles files, String name) {
        Source source = new Source(name, files.text(name));
        sources.add(source);
        Optional<List<Statement>> plain =
                files.areBundled() ? PlainTurtle.read(source.text()) : Optional.empty();
        plain.orElseGet(() -> statements(source)).forEach(statements::add);
    }

    Statements statements() {
        return statements;
    }

    /** All files in one graph. */
    synchronized Graph graph() {
        if (graph.isEmpty()) {
            Graph all = GraphFactory.createDefaultGraph();
            sources.forEach(source -> parse(source, all));
            graph = Optional.of(all);
        }
        return graph.get();
    }

    private List<Statement> statements(Source source) {
        Graph one = GraphFactory.createDefaultGraph();
        parse(source, one);
        return one.stream()
                .map(
                        triple ->
                                new Statement(
                                        term(triple.getSubject()),
                                        term(triple.getPredicate()),
                                        term(triple.getObject())))
                .toList();
    }

    private static Term term(Node node) {
        if (node.isURI()) {
            return new Term.Iri(node.getURI());
        }
        return node.isLiteral()
                ? new Term.Literal(node.getLiteralLexicalForm(), node.getLiteralDatatypeURI())
                : new Term.Blank(node.toString());
    }

    private void parse(Source source, Graph graph) {
        try {
            RDFParser.fromString(source.text(), Lang.TURTLE)
                    .errorHandler(noting(source.name()))
                    .parse(graph);
        } catch (Unreadable e) {
            // Noted when it was thrown; what follows in the file cannot be read.
            return;
        }
    }

    /** Notes a problem of a term, at the line that defines it. */
    void problem(String localName, String what) {
        problems.add(
                definitions().getOrDefault(localName, new SourceLine("ontology", 1)),
                localName + " " + what);
    }

    private Map<String, SourceLine> definitions() {
        Map<String, SourceLine> definitions = new HashMap<>();
        for (Source source : sources) {
            Matcher subject = SUBJECT.matcher(source.text());
            int line = 1;
            int counted = 0;
            while (subject.find()) {
                for (; counted < subject.start(); counted++) {
                    line += source.text().charAt(counted) == '\n' ? 1 : 0;
                }
                definitions.putIfAbsent(subject.group(1), new SourceLine(source.name(), line));
            }
        }
        return definitions;
    }

    private ErrorHandler noting(String file) {
        return new ErrorHandler() {
            @Override
            public void warning(String message, long line, long column) {
                problems.add(new SourceLine(file, (int) Math.max(1, line)), message);
            }

            @Override
            public void error(String message, long line, long column) {
                warning(message, line, column);
            }

            @Override
            public void fatal(String message, long line, long column) {
                warning(message, line, column);
                throw new Unreadable(message);
            }
        };
    }

    private static final class Unreadable extends RiotException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }
}
