package org.demarche.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.graph.RdfFormat;
import org.demarche.query.ResultFormat;

/** A form that something is sent in: {@code .csv}, which is text/csv. */
enum Media {
    JSON("json", "application/sparql-results+json", "application/json"),
    CSV("csv", "text/csv"),
    TSV("tsv", "text/tab-separated-values"),
    XML("xml", "application/sparql-results+xml", "application/xml"),
    TABLE("txt", "text/plain"),
    TURTLE("ttl", "text/turtle"),
    NTRIPLES("nt", "application/n-triples"),
    JSONLD("jsonld", "application/ld+json"),
    RDFXML("rdf", "application/rdf+xml"),
    TRIG("trig", "application/trig"),
    NQUADS("nq", "application/n-quads"),
    HTML("html", "text/html", "application/xhtml+xml"),
    QUERY("rq", "application/sparql-query");

    /** What rows can be sent as, the usual form first. */
    static final List<Media> ROWS = List.of(JSON, CSV, TSV, XML, TABLE);

    /** What triples can be sent as, the usual form first. */
    static final List<Media> TRIPLES = List.of(TURTLE, NTRIPLES, JSONLD, RDFXML);

    /** What named graphs can be sent as, the usual form first. */
    static final List<Media> GRAPHS = List.of(TRIG, NQUADS, JSONLD, TURTLE, NTRIPLES, RDFXML);

    private final String suffix;
    private final String type;
    private final String otherName;

    Media(String suffix, String type) {
        this(suffix, type, type);
    }

    Media(String suffix, String type, String otherName) {
        this.suffix = suffix;
        this.type = type;
        this.otherName = otherName;
    }

    String suffix() {
        return suffix;
    }

    String type() {
        return type;
    }

    /** The value of a Content-Type header. */
    String header() {
        return type.startsWith("text/") ? type + ";charset=utf-8" : type;
    }

    /** How an answer of a query is written in this form. */
    ResultFormat result() {
        return ResultFormat.named(name());
    }

    /** How graphs are written in this form. */
    RdfFormat rdf() {
        return RdfFormat.named(name()).orElseThrow();
    }

    static Optional<Media> ofSuffix(String suffix) {
        return Arrays.stream(values()).filter(m -> m.suffix.equals(suffix)).findFirst();
    }

    /**
     * The one of the offered forms that the request's Accept header likes most; the first offered
     * where it does not care.
     *
     * @throws Problem.Refusal where it accepts none
     */
    static Media wanted(HttpServletRequest request, List<Media> offered) {
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("").strip();
        if (accept.isEmpty()) {
            return offered.get(0);
        }
        Media best = offered.get(0);
        double liking = 0;
        for (Media each : offered) {
            double likes = Math.max(liking(accept, each.type), liking(accept, each.otherName));
            if (likes > liking) {
                best = each;
                liking = likes;
            }
        }
        if (liking == 0) {
            throw Problem.notAcceptable(offered.stream().map(Media::type).toList()).refusal();
        }
        return best;
    }

    /** How much a header such as {@code text/html, *}{@code /*;q=0.1} likes a type, 0 to 1. */
    private static double liking(String accept, String type) {
        double liking = 0;
        int closest = -1;
        for (String range : accept.split(",")) {
            String[] parts = range.split(";");
            String name = parts[0].strip().toLowerCase(Locale.ROOT);
            int closeness =
                    name.equals(type)
                            ? 2
                            : name.equals(type.substring(0, type.indexOf('/') + 1) + "*")
                                    ? 1
                                    : name.equals("*/*") ? 0 : -1;
            if (closeness > closest) {
                closest = closeness;
                liking = quality(parts);
            }
        }
        return closest < 0 ? 0 : liking;
    }

    private static double quality(String[] parts) {
        for (String part : parts) {
            String value = part.strip().toLowerCase(Locale.ROOT);
            if (value.matches("q\\s*=\\s*[01](\\.\\d{0,3})?")) {
                return Math.min(1, Double.parseDouble(value.replaceFirst("q\\s*=\\s*", "")));
            }
        }
        return 1;
    }
}
