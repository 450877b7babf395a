package org.demarche.ontology;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.graph.GraphFactory;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.SourceLine;

/** Turtle files read into one graph, with the lines where their terms are defined. */
final class TurtleFiles {
    /** A subject at the beginning of a line: {@code dem:Arson a owl:Class ;}. */
    private static final Pattern SUBJECT = Pattern.compile("^\\w*:([\\w-]+)\\s", Pattern.MULTILINE);

    private final Problems problems;
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Map<String, SourceLine> definitions = new HashMap<>();

    TurtleFiles(Problems problems) {
        this.problems = problems;
    }

    /** Adds a file; what cannot be read in it is noted with its line. */
    void add(DataFiles files, String name) {
        String text = files.text(name);
        Matcher subject = SUBJECT.matcher(text);
        int line = 1;
        int counted = 0;
        while (subject.find()) {
            for (; counted < subject.start(); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            definitions.putIfAbsent(subject.group(1), new SourceLine(name, line));
        }
        try {
            RDFParser.fromString(text, Lang.TURTLE).errorHandler(noting(name)).parse(graph);
        } catch (Unreadable e) {
            // Noted when it was thrown; what follows in the file cannot be read.
            return;
        }
    }

    Graph graph() {
        return graph;
    }

    /** Notes a problem of a term, at the line that defines it. */
    void problem(String localName, String what) {
        problems.add(
                definitions.getOrDefault(localName, new SourceLine("ontology", 1)),
                localName + " " + what);
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
