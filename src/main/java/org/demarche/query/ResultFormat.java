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
    CSV,
    TSV,
    JSON,
    XML,
    TURTLE,
    NTRIPLES,
    JSONLD,
    RDFXML;

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

    /** Jena's name of a format of rows for programs. */
    Optional<Lang> rows() {
        return switch (this) {
            case CSV -> Optional.of(ResultSetLang.RS_CSV);
            case TSV -> Optional.of(ResultSetLang.RS_TSV);
            case JSON -> Optional.of(ResultSetLang.RS_JSON);
            case XML -> Optional.of(ResultSetLang.RS_XML);
            case TABLE, TURTLE, NTRIPLES, JSONLD, RDFXML -> Optional.empty();
        };
    }

    /** The form of RDF of a format of triples. */
    Optional<RdfFormat> triples() {
        return RdfFormat.named(toString());
    }

    static String namesOfRows() {
        return Arrays.stream(values())
                .filter(f -> f.triples().isEmpty())
                .map(ResultFormat::toString)
                .collect(Collectors.joining(", "));
    }

    static String namesOfTriples() {
        return Arrays.stream(values())
                .filter(f -> f.triples().isPresent())
                .map(ResultFormat::toString)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
