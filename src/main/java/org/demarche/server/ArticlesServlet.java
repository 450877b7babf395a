package org.demarche.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.demarche.article.Article;
import org.demarche.graph.GraphWriter;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.demarche.store.Store;

/**
 * Articles over HTTP: {@code POST /articles} reads one and keeps it, {@code GET /articles/a1} leads
 * to its graph, {@code DELETE /articles/a1} forgets it, {@code POST /extract} reads one and only
 * sends its graph back.
 */
final class ArticlesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern ID = Pattern.compile("/([A-Za-z0-9._-]+)");
    private static final String EXTRACT = "/extract";

    private final transient Intake intake;
    private final transient Store store;
    private final transient Settings settings;
    // Reading takes a core for a while: queries must not wait for it.
    private final transient Turns turns = new Turns(2);

    ArticlesServlet(Intake intake, Store store, Settings settings) {
        this.intake = intake;
        this.store = store;
        this.settings = settings;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean extract = request.getServletPath().equals(EXTRACT);
        Optional<String> path =
                Optional.ofNullable(request.getPathInfo()).filter(p -> !p.equals("/"));
        String method = request.getMethod();
        if (path.isEmpty() && method.equals("POST")) {
            if (extract) {
                extract(request, response);
            } else {
                add(request, response);
            }
        } else if (path.isEmpty()) {
            throw Problem.methodNotAllowed(method, "POST").refusal();
        } else if (extract || !ID.matcher(path.get()).matches()) {
            throw Problem.notFound("no article has such an id").refusal();
        } else if (method.equals("DELETE")) {
            forget(path.get().substring(1), response);
        } else if (method.equals("GET") || method.equals("HEAD")) {
            show(path.get().substring(1), response);
        } else {
            throw Problem.methodNotAllowed(method, "GET, HEAD, DELETE").refusal();
        }
    }

    /** Its graph is with all other graphs. */
    private void show(String id, HttpServletResponse response) {
        response.setStatus(303);
        response.setHeader(
                "Location",
                "/demarche/data?graph=" + URLEncoder.encode(known(id), StandardCharsets.UTF_8));
    }

    private String known(String id) {
        String iri = intake.iri(id);
        if (!store.contains(iri)) {
            throw Problem.notFound("no article '" + id + "' in the store").refusal();
        }
        return iri;
    }

    private void extract(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Media media = Media.wanted(request, Media.GRAPHS);
        NamedGraph graph = graph(article(request));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GraphWriter writer = new GraphWriter(media.rdf(), body)) {
            writer.write(graph);
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(media.header());
        response.setContentLength(body.size());
        body.writeTo(response.getOutputStream());
    }

    private void add(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Article article = article(request);
        NamedGraph graph = graph(article);
        boolean known = store.contains(graph.iri());
        store.replace(List.of(graph));
        byte[] body = summary(article, graph, known).toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(known ? 200 : 201);
        response.setHeader("Location", graph.iri());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static ObjectNode summary(Article article, NamedGraph named, boolean known) {
        Graph graph = named.graph();
        Map<String, Integer> types = new TreeMap<>();
        int events = 0;
        for (Triple event : graph.find(Node.ANY, Vocabulary.FACTUALITY, Node.ANY).toList()) {
            events++;
            graph.find(event.getSubject(), RDF.Nodes.type, Node.ANY)
                    .forEachRemaining(
                            t -> types.merge(t.getObject().getLocalName(), 1, Integer::sum));
        }
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("iri", named.iri())
                        .put("id", article.id())
                        .put("replaced", known)
                        .put("triples", graph.size())
                        .put("events", events);
        ObjectNode counts = json.putObject("types");
        types.forEach(counts::put);
        return json;
    }

    private void forget(String id, HttpServletResponse response) {
        store.forget(List.of(known(id)));
        response.setStatus(204);
    }

    private Article article(HttpServletRequest request) throws IOException {
        String header = Optional.ofNullable(request.getContentType()).orElse("text/plain");
        String type = header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        boolean utf8 =
                !header.toLowerCase(Locale.ROOT).contains("charset")
                        || header.toLowerCase(Locale.ROOT).matches(".*charset=\"?utf-?8\"?.*");
        if (!utf8 || !(type.equals("text/plain") || type.equals("application/json"))) {
            throw Problem.of(415, "send text/plain or application/json in UTF-8")
                    .withHeader("Accept-Post", "text/plain, application/json")
                    .refusal();
        }
        byte[] body = request.getInputStream().readNBytes(settings.maxRequest() + 1);
        if (body.length > settings.maxRequest()) {
            throw Problem.tooLarge(settings.maxRequest()).refusal();
        }
        return type.equals("text/plain") ? intake.parseText(body) : intake.parseJson(body);
    }

    private NamedGraph graph(Article article) {
        if (!turns.take()) {
            throw Problem.busy().refusal();
        }
        try {
            return intake.graph(article);
        } finally {
            turns.giveBack();
        }
    }
}
