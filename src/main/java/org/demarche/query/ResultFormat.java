package org.demarche.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.demarche.graph.RdfFormat;
import org.demarche.source.InputException;
import org.demarche.source.Nearest;

/** How an answer is written: rows as a table or for programs, triples in a form of RDF. */
public enum ResultFormat {
    /** For the eye: aligned columns, short names for IRIs. */
    TABLE,
    CSV(ResultSetLang.RS_CSV),
    TSV(ResultSetLang.RS_TSV),
    JSON(ResultSetLang.RS_JSON),
    XML(ResultSetLang.RS_XML),
    TURTLE(RdfFormat.TURTLE),
    NTRIPLES(RdfFormat.NTRIPLES),
    JSONLD(RdfFormat.JSONLD),
    RDFXML(RdfFormat.RDFXML);

    private final Optional<Lang> rows;
    private final Optional<RdfFormat> triples;

    ResultFormat() {
        this.rows = Optional.empty();
        this.triples = Optional.empty();
    }

    ResultFormat(Lang rows) {
        this.rows = Optional.of(rows);
        this.triples = Optional.empty();
    }

    ResultFormat(RdfFormat triples) {
        this.rows = Optional.empty();
        this.triples = Optional.of(triples);
    }

    /** The format of a name: {@code csv}. */
    public static ResultFormat named(String name) {
        return Arrays.stream(values())
                .filter(f -> f.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InputException(
                                        "no format '"
                                                + name
                                                + "' for answers"
                                                + Nearest.hint(name, names())
                                                + "; there are "
                                                + String.join(", ", names())));
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(ResultFormat::toString).toList();
    }

    Optional<Lang> rows() {
        return rows;
    }

    Optional<RdfFormat> triples() {
        return triples;
    }

    static String namesOfRows() {
        return Arrays.stream(values())
                .filter(f -> f.triples.isEmpty())
                .map(ResultFormat::toString)
                .collect(Collectors.joining(", "));
    }

    static String namesOfTriples() {
        return Arrays.stream(values())
                .filter(f -> f.triples.isPresent())
                .map(ResultFormat::toString)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
