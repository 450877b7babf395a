package org.demarche.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.demarche.source.InputException;
import org.demarche.source.Nearest;

/** A form that RDF is written in. Those for quads keep the names of the graphs. */
public enum RdfFormat {
    TRIG(".trig", true, true),
    NQUADS(".nq", true, true),
    JSONLD(".jsonld", true, true),
    TURTLE(".ttl", false, true),
    NTRIPLES(".nt", false, true),
    RDFXML(".rdf", false, false);

    private final String suffix;
    private final boolean quads;
    private final boolean streamed;

    RdfFormat(String suffix, boolean quads, boolean streamed) {
        this.suffix = suffix;
        this.quads = quads;
        this.streamed = streamed;
    }

    /** The format of a name: {@code trig}. */
    public static Optional<RdfFormat> named(String name) {
        return Arrays.stream(values())
                .filter(f -> f.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The format of a name.
     *
     * @throws InputException with the nearest name where there is none
     */
    public static RdfFormat require(String name) {
        return named(name)
                .orElseThrow(
                        () ->
                                new InputException(
                                        "no RDF format '"
                                                + name
                                                + "'"
                                                + Nearest.hint(name, names())
                                                + "; there are "
                                                + String.join(", ", names())));
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(RdfFormat::toString).toList();
    }

    RDFFormat jena() {
        return switch (this) {
            case TRIG -> RDFFormat.TRIG_BLOCKS;
            case NQUADS -> RDFFormat.NQUADS_UTF8;
            case JSONLD -> RDFFormat.JSONLD11_PRETTY;
            case TURTLE -> RDFFormat.TURTLE_BLOCKS;
            case NTRIPLES -> RDFFormat.NTRIPLES_UTF8;
            case RDFXML -> RDFFormat.RDFXML_PLAIN;
        };
    }

    /** The end of a file's name: {@code .trig}. */
    public String suffix() {
        return suffix;
    }

    /** Whether it keeps the names of graphs; the others write the triples of all as one graph. */
    public boolean hasQuads() {
        return quads;
    }

    /** Whether it is written as it comes; the others hold all triples in memory first. */
    public boolean isStreamed() {
        return streamed;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
