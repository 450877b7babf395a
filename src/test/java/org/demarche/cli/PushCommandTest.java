package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.demarche.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushCommandTest {
    // A graph store that has one article, which this store has not.
    private static final String MARKS =
            """
            {"head": {"vars": ["graph", "hash", "article"]}, "results": {"bindings": [{
              "graph": {"type": "uri", "value": "https://w3id.org/demarche/id/article/old"},
              "hash": {"type": "literal", "value": "h"},
              "article": {"type": "uri", "value": "https://w3id.org/demarche/ontology#Article"}}]}}
            """;

    @TempDir Path temp;

    @Test
    void dryRunSaysWhatWouldBeDoneAndDoesNothing() throws IOException {
        Graph article = GraphMemFactory.createDefaultGraph();
        Node name = NodeFactory.createURI("https://w3id.org/demarche/id/article/new");
        article.add(Triple.create(name, RDF.Nodes.type, Vocabulary.ARTICLE));
        try (Store store = Store.openOrCreate(temp, "test")) {
            store.replace(List.of(new NamedGraph(name, article)));
        }
        List<String> methods = new CopyOnWriteArrayList<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    methods.add(exchange.getRequestMethod());
                    byte[] body = MARKS.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/ds/data";

            String dry = push("--dry-run", "--prune", "--verbose", address);
            assertThat(dry)
                    .contains("would remove https://w3id.org/demarche/id/article/old")
                    .contains("would send https://w3id.org/demarche/id/article/new")
                    .contains("would send 1 graphs (1 KB), 0 unchanged, would remove 1,")
                    .doesNotContain("removed");
            assertThat(methods).doesNotContain("DELETE", "PUT");

            String done = push("--prune", "--verbose", address);
            assertThat(done)
                    .contains("removed https://w3id.org/demarche/id/article/old")
                    .contains("sent 1 graphs (1 KB), 0 unchanged, 1 removed,");
            assertThat(methods).contains("DELETE", "PUT");
        } finally {
            server.stop(0);
        }
    }

    private String push(String... options) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] words = new String[options.length + 3];
        words[0] = "push";
        words[1] = "--store";
        words[2] = temp.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        int code = Cli.run(out, out, words);
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }
}
