package org.demarche.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.demarche.article.Article;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.store.Store;

/** A real server on a free port over a real store that holds two articles of one crisis. */
final class Served implements AutoCloseable {
    static final String IDS = "https://w3id.org/demarche/id/article/";

    final Store store;
    final DemarcheServer server;
    final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client = HttpClient.newHttpClient();

    Served(Path folder, Settings settings) {
        store = Store.openOrCreate(folder.resolve("store"), "test");
        store.replace(crisis());
        server =
                DemarcheServer.start(
                        store,
                        DataFiles.bundled(),
                        Optional.of(intake()),
                        settings.withPort(0),
                        new DemarcheServer.Log(Optional.of(requests::add), faults::add));
    }

    static List<NamedGraph> crisis() {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFDataMgr.read(data, "src/test/resources/query/crisis.trig");
        List<NamedGraph> graphs = new ArrayList<>();
        data.listGraphNodes()
                .forEachRemaining(name -> graphs.add(new NamedGraph(name, data.getGraph(name))));
        graphs.add(
                new NamedGraph(
                        NodeFactory.createURI(Ontology.GRAPH),
                        Ontology.read(DataFiles.bundled()).graph()));
        return graphs;
    }

    /** A reader that knows one word: an article with "threatened" in it tells of a threat. */
    static Intake intake() {
        return new Intake(
                Served::graph,
                graph -> graph.graph().size() == 3 ? List.of("it is about nothing") : List.of(),
                id -> IDS + id);
    }

    static NamedGraph graph(Article article) {
        if (article.text().contains("confusing")) {
            throw new IllegalStateException("two events have one key");
        }
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node self = NodeFactory.createURI(IDS + article.id());
        graph.add(Triple.create(self, RDF.Nodes.type, Vocabulary.ARTICLE));
        graph.add(
                Triple.create(
                        self,
                        Vocabulary.IDENTIFIER,
                        NodeFactory.createLiteralString(article.id())));
        graph.add(
                Triple.create(
                        self,
                        Vocabulary.IS_STRING,
                        NodeFactory.createLiteralString(article.text())));
        if (article.text().contains("threatened")) {
            Node event = NodeFactory.createURI(IDS + article.id() + "/event/threat");
            graph.add(Triple.create(event, RDF.Nodes.type, Vocabulary.dem("Threat")));
            graph.add(Triple.create(event, Vocabulary.FACTUALITY, Vocabulary.dem("Asserted")));
        }
        return new NamedGraph(self, graph);
    }

    URI at(String path) {
        return server.address().resolve(path);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(at(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = to(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request =
                to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> sparql(String query, String accept) {
        return get("/demarche/sparql?query=" + encode(query), "Accept", accept);
    }

    /** Whether a query says yes. */
    boolean ask(String pattern) {
        return sparql("ASK { " + pattern + " }", "text/csv").body().contains("true");
    }

    /** What the server answers to bytes that no decent client would send. */
    String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
