package org.demarche.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultSetException;
import org.apache.jena.sparql.util.Context;

/**
 * Talks to a SPARQL 1.1 Graph Store: {@code PUT http://…/ds/data?graph=…}. What fails for a passing
 * reason is tried again, each time after a longer pause.
 */
final class GraphStoreClient {
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
    private static final String MARKS =
            """
            PREFIX dem: <https://w3id.org/demarche/ontology#>
            SELECT ?graph ?hash ?article WHERE {
              GRAPH ?graph {
                ?graph dem:contentHash ?hash
                OPTIONAL { ?graph a ?article FILTER(?article = dem:Article) }
              }
            }
            """;

    private final GraphPush.Target target;
    private final HttpClient http;

    GraphStoreClient(GraphPush.Target target) {
        this.target = target;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        // A redirect would carry the password to another server.
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** Nothing more can be sent to this server, for the reason of the message. */
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;

        Stopped(String message) {
            super(message);
        }
    }

    /** The server did not take this graph, for the reason of the message; others it may take. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** What the server says of a graph: the hash it was sent with, whether it is an article's. */
    record Mark(String hash, boolean article) {}

    /** The marks of all graphs there; empty where the server has no query endpoint known to us. */
    Optional<Map<String, Mark>> marks() throws Stopped {
        for (URI endpoint : queryEndpoints()) {
            URI uri = with(endpoint, "query", MARKS);
            HttpRequest request =
                    request(uri).header("Accept", "application/sparql-results+json").GET().build();
            HttpResponse<byte[]> response = send(request);
            stopIfUnauthorized(response);
            if (response.statusCode() == 200) {
                Optional<Map<String, Mark>> marks = read(response.body());
                if (marks.isPresent()) {
                    return marks;
                }
            }
            if (response.statusCode() >= 500) {
                throw new Stopped(endpoint + ": " + unable(response));
            }
        }
        if (target.sparql().isPresent()) {
            throw new Stopped(target.sparql().get() + ": no SPARQL query endpoint there");
        }
        return Optional.empty();
    }

    // Fuseki answers queries at the dataset's own address and at its services sparql and query.
    private List<URI> queryEndpoints() {
        if (target.sparql().isPresent()) {
            return List.of(target.sparql().get());
        }
        String address = target.graphStore().toString().replaceAll("[?#].*|/+$", "");
        String dataset = address.replaceFirst("/(data|get|upload)$", "");
        List<URI> endpoints = new ArrayList<>();
        for (String service : List.of("", "/sparql", "/query")) {
            endpoints.add(URI.create(dataset + service));
        }
        return endpoints;
    }

    private static Optional<Map<String, Mark>> read(byte[] json) {
        Map<String, Mark> marks = new HashMap<>();
        try {
            RowSet rows =
                    RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                            .create(ResultSetLang.RS_JSON)
                            .read(new ByteArrayInputStream(json), Context.emptyContext());
            while (rows.hasNext()) {
                Binding row = rows.next();
                marks.put(
                        row.get("graph").toString(),
                        new Mark(row.get("hash").getLiteralLexicalForm(), row.contains("article")));
            }
            return Optional.of(marks);
        } catch (ResultSetException e) {
            return Optional.empty();
        }
    }

    /** The hash that a graph there was sent with, read from the graph itself. */
    Optional<String> hash(String graph) throws Stopped {
        HttpRequest request =
                request(with(target.graphStore(), "graph", graph))
                        .header("Accept", "application/n-triples, text/turtle;q=0.9")
                        .GET()
                        .build();
        HttpResponse<byte[]> response = send(request);
        stopIfUnauthorized(response);
        if (response.statusCode() != 200) {
            return Optional.empty();
        }
        String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
        Lang lang = RDFLanguages.contentTypeToLang(type);
        List<String> found = new ArrayList<>();
        try {
            RDFParser.create()
                    .source(new ByteArrayInputStream(response.body()))
                    .lang(lang == null ? Lang.NTRIPLES : lang)
                    .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                    .parse(
                            new StreamRDFBase() {
                                @Override
                                public void triple(Triple triple) {
                                    if (triple.getPredicate().equals(GraphPush.CONTENT_HASH)) {
                                        found.add(triple.getObject().getLiteralLexicalForm());
                                    }
                                }
                            });
        } catch (RiotException e) {
            return Optional.empty();
        }
        return found.stream().findFirst();
    }

    /** Puts the graph in the place of what has its name there. */
    void put(String graph, byte[] ntriples) throws Stopped, Refused {
        check(
                send(
                        request(with(target.graphStore(), "graph", graph))
                                .header("Content-Type", "application/n-triples")
                                .PUT(BodyPublishers.ofByteArray(ntriples))
                                .build()),
                ntriples.length);
    }

    void delete(String graph) throws Stopped, Refused {
        HttpResponse<byte[]> response =
                send(request(with(target.graphStore(), "graph", graph)).DELETE().build());
        if (response.statusCode() != 404) {
            check(response, 0);
        }
    }

    private void check(HttpResponse<byte[]> response, int bytes) throws Stopped, Refused {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        stopIfUnauthorized(response);
        String address = target.graphStore().toString();
        if (status >= 300 && status < 400) {
            throw new Stopped(
                    address
                            + ": moved ("
                            + status
                            + ") to "
                            + response.headers().firstValue("Location").orElse("nowhere")
                            + "; push to that address");
        }
        switch (status) {
            case 404, 405, 501 ->
                    throw new Stopped(
                            address
                                    + ": no graph store that can be written to ("
                                    + status
                                    + "); Fuseki's is http://HOST:3030/DATASET/data");
            case 413 ->
                    throw new Refused(
                            "too large for the server (413): "
                                    + bytes / 1024
                                    + " KiB; raise what it takes in one request, or what a proxy before it does, and push again");
            case 502, 503, 504 -> throw new Stopped(address + ": " + unable(response));
            default -> throw new Refused(said(response));
        }
    }

    private void stopIfUnauthorized(HttpResponse<byte[]> response) throws Stopped {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new Stopped(
                    target.graphStore()
                            + (target.authorization().isEmpty()
                                    ? ": asks for a password; see --user and --token-file"
                                    : ": does not accept this user and password")
                            + " ("
                            + status
                            + ")");
        }
    }

    /** "answered 503: the server is being restarted". */
    private static String said(HttpResponse<byte[]> response) {
        String body =
                new String(
                        response.body(),
                        0,
                        Math.min(response.body().length, 300),
                        StandardCharsets.UTF_8);
        String first =
                body.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
        // A page of HTML says nothing in its first line.
        boolean useful = !first.isEmpty() && !first.startsWith("<");
        return "answered " + response.statusCode() + (useful ? ": " + first : "");
    }

    /** What to do where a server has failed as often as it was asked. */
    private static String unable(HttpResponse<byte[]> response) {
        return said(response)
                + (response.statusCode() == 500
                        ? "; its own log says why"
                        : "; it can take nothing now: wait until it is up, and push again, which goes on from here");
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws Stopped {
        Duration pause = target.firstPause();
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt >= target.attempts();
            try {
                HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
                if (last || !PASSING.contains(response.statusCode())) {
                    return response;
                }
                pause = wanted(response).orElse(pause);
            } catch (IOException e) {
                if (last) {
                    throw new Stopped(lost(e));
                }
            } catch (InterruptedException e) {
                throw interrupted();
            }
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                throw interrupted();
            }
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private static Stopped interrupted() {
        Thread.currentThread().interrupt();
        return new Stopped("interrupted");
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** The pause that the server asks for, in seconds. */
    private static Optional<Duration> wanted(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(s -> s.matches("\\d{1,4}"))
                .map(s -> shorter(Duration.ofSeconds(Long.parseLong(s)), LONGEST_PAUSE));
    }

    private String lost(IOException e) {
        String address =
                target.graphStore().getScheme() + "://" + target.graphStore().getAuthority();
        if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
            return address + ": no server answers there";
        }
        if (e instanceof HttpTimeoutException) {
            return address + ": no answer within " + ANSWER_WITHIN.toMinutes() + " minutes";
        }
        return address
                + ": the connection was lost"
                + Optional.ofNullable(e.getMessage()).map(m -> " (" + m + ")").orElse("");
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(ANSWER_WITHIN);
        target.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private static URI with(URI address, String name, String value) {
        String separator = address.getRawQuery() == null ? "?" : "&";
        return URI.create(
                address
                        + separator
                        + name
                        + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
