package org.demarche.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.graph.GraphWriter;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;

/**
 * The ontology as a page for people and as RDF for programs, both at {@code /ontology}; the shapes
 * and the JSON-LD context as files.
 */
final class OntologyServlet extends ReadServlet {
    /** Where it is to be mounted. */
    static final List<String> PATHS =
            List.of(
                    "/ontology/*",
                    "/ontology.html",
                    "/ontology.ttl",
                    "/ontology.nt",
                    "/ontology.jsonld",
                    "/ontology.rdf",
                    "/ontology.css",
                    "/context.jsonld");

    private static final long serialVersionUID = 1L;
    private static final List<Media> FORMS = forms();

    private final transient DataFiles files;
    private final transient Ontology ontology;
    private final transient Map<Media, byte[]> written = new ConcurrentHashMap<>();

    OntologyServlet(DataFiles files, Ontology ontology) {
        this.files = files;
        this.ontology = ontology;
    }

    private static List<Media> forms() {
        List<Media> forms = new ArrayList<>(Media.TRIPLES);
        forms.add(Media.HTML);
        return forms;
    }

    @Override
    void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        switch (path) {
            case "/ontology", "/ontology/" -> {
                response.setHeader("Vary", "Accept");
                send(Media.wanted(request, FORMS), request, response);
            }
            case "/ontology/shapes.ttl" ->
                    file("ontology/shapes.ttl", Media.TURTLE, request, response);
            case "/ontology/context.jsonld", "/context.jsonld" ->
                    file("ontology/context.jsonld", Media.JSONLD, request, response);
            case "/ontology.css" -> {
                byte[] css = OntologyPage.style();
                send(request, response, "text/css;charset=utf-8", Tags.of(css), css);
            }
            default ->
                    send(
                            Optional.of(path)
                                    .filter(p -> p.startsWith("/ontology."))
                                    .flatMap(p -> Media.ofSuffix(p.substring(10)))
                                    .filter(FORMS::contains)
                                    .orElseThrow(
                                            () -> Problem.notFound("nothing is there").refusal()),
                            request,
                            response);
        }
    }

    private void file(
            String name, Media media, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = files.text(name).getBytes(StandardCharsets.UTF_8);
        // Contexts and shapes are for the programs of others, on any site.
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        send(request, response, media.header(), Tags.of(body), body);
    }

    private void send(Media media, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = written.computeIfAbsent(media, this::write);
        send(request, response, media.header(), Tags.of(body), body);
    }

    private byte[] write(Media media) {
        if (media == Media.HTML) {
            return new OntologyPage(ontology.graph()).html().getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GraphWriter writer = new GraphWriter(media.rdf(), out)) {
            writer.write(Optional.empty(), GraphWriter.sorted(ontology.graph()));
        }
        return out.toByteArray();
    }
}
