package org.demarche.store;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.GraphWriter;
import org.demarche.graph.RdfFormat;
import org.demarche.graph.Vocabulary;
import org.demarche.source.InputException;

/**
 * Sends the graphs of a store to a SPARQL 1.1 Graph Store such as a Fuseki, one PUT a graph. With
 * each graph goes the hash of its statements; a graph that has its present hash there is not sent
 * again, so that a push which was interrupted is continued by the next one.
 */
public final class GraphPush {
    /** Of a graph elsewhere: the SHA-256 of the statements it was sent with. */
    static final Node CONTENT_HASH = Vocabulary.dem("contentHash");

    private final Target target;
    private final GraphStoreClient client;

    public GraphPush(Target target) {
        this.target = target;
        this.client = new GraphStoreClient(target);
    }

    /**
     * Where to send, and how.
     *
     * @param sparql the query endpoint, where it cannot be told from the graph store's address
     * @param authorization value of the header of that name
     * @param attempts how often a request is tried before the push stops
     * @param firstPause before the second attempt; each further one is twice as long
     */
    public record Target(
            URI graphStore,
            Optional<URI> sparql,
            Optional<String> authorization,
            int attempts,
            Duration firstPause) {

        /** A graph store at an address that a user wrote. */
        public static Target of(String address) {
            return new Target(
                    uri(address), Optional.empty(), Optional.empty(), 5, Duration.ofMillis(500));
        }

        private static URI uri(String address) {
            URI uri;
            try {
                uri = URI.create(address);
            } catch (IllegalArgumentException e) {
                throw new InputException("'" + address + "' is not an address", e);
            }
            if (uri.getUserInfo() != null) {
                throw new InputException(
                        "an address with a password in it would be seen by others; use --user and --password-file");
            }
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!http || uri.getHost() == null || uri.getFragment() != null) {
                throw new InputException(
                        "'"
                                + address
                                + "' is not the address of a graph store such as http://localhost:3030/ds/data");
            }
            return uri;
        }

        public Target withSparql(String address) {
            return new Target(
                    graphStore, Optional.of(uri(address)), authorization, attempts, firstPause);
        }

        public Target withPassword(String user, String password) {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return withAuthorization("Basic " + Base64.getEncoder().encodeToString(both));
        }

        public Target withToken(String token) {
            if (!token.matches("[\\x21-\\x7e]+")) {
                throw new InputException("the token holds characters that no token has");
            }
            return withAuthorization("Bearer " + token);
        }

        private Target withAuthorization(String value) {
            return new Target(graphStore, sparql, Optional.of(value), attempts, firstPause);
        }

        public Target withAttempts(int number, Duration pause) {
            return new Target(graphStore, sparql, authorization, number, pause);
        }

        /** Whether a password would cross a network that others can listen to. */
        public boolean isExposed() {
            return authorization.isPresent()
                    && graphStore.getScheme().equals("http")
                    && !Set.of("localhost", "127.0.0.1", "[::1]").contains(graphStore.getHost());
        }
    }

    /**
     * What to send.
     *
     * @param graphs only the graphs of these names; empty for all of the store
     * @param all also graphs that have not changed
     * @param prune remove there the articles that the store does not have
     * @param dryRun only say what would be done
     */
    public record Selection(Set<String> graphs, boolean all, boolean prune, boolean dryRun) {
        /** All that has changed. */
        public static Selection changed() {
            return new Selection(Set.of(), false, false, false);
        }
    }

    /** What became of a graph. */
    public enum Outcome {
        SENT,
        UNCHANGED,
        REMOVED,
        FAILED
    }

    /** One graph is done, the third of 214. */
    public record Step(String graph, Outcome outcome, int done, int total) {}

    /** A graph that was not taken, and why. */
    public record Failure(String graph, String reason) {}

    /**
     * How a push ended.
     *
     * @param stopped why the server could not be written to any further
     * @param notTried graphs left when it stopped
     */
    public record Report(
            int sent,
            int unchanged,
            int removed,
            long bytes,
            List<Failure> failures,
            Optional<String> stopped,
            int notTried) {
        public boolean isComplete() {
            return failures.isEmpty() && stopped.isEmpty();
        }
    }

    /**
     * Sends the graphs; what fails is in the report.
     *
     * @throws InputException for a selected graph that the store does not have
     */
    public Report push(Store store, Selection selection, Consumer<Step> progress) {
        return new Run(store, selection, progress).report();
    }

    private final class Run {
        private final Store store;
        private final Selection selection;
        private final Consumer<Step> progress;
        private final List<Failure> failures = new ArrayList<>();
        private int sent;
        private int unchanged;
        private int removed;
        private long bytes;
        private int done;
        private int total;

        Run(Store store, Selection selection, Consumer<Step> progress) {
            this.store = store;
            this.selection = selection;
            this.progress = progress;
        }

        Report report() {
            Set<String> graphs = graphs();
            total = graphs.size();
            try {
                Optional<Map<String, GraphStoreClient.Mark>> marks = client.marks();
                List<String> obsolete = obsolete(marks);
                total += obsolete.size();
                for (String graph : graphs) {
                    send(graph, marks);
                }
                for (String graph : obsolete) {
                    remove(graph);
                }
                return report(Optional.empty());
            } catch (GraphStoreClient.Stopped e) {
                return report(Optional.of(e.getMessage()));
            }
        }

        private Report report(Optional<String> stopped) {
            return new Report(
                    sent, unchanged, removed, bytes, List.copyOf(failures), stopped, total - done);
        }

        private Set<String> graphs() {
            if (selection.graphs().isEmpty()) {
                return store.read(GraphPush::names);
            }
            List<String> unknown =
                    selection.graphs().stream().filter(g -> !store.contains(g)).sorted().toList();
            if (!unknown.isEmpty()) {
                throw new InputException("not in the store: " + String.join(", ", unknown));
            }
            return new TreeSet<>(selection.graphs());
        }

        private List<String> obsolete(Optional<Map<String, GraphStoreClient.Mark>> marks)
                throws GraphStoreClient.Stopped {
            if (!selection.prune()) {
                return List.of();
            }
            Map<String, GraphStoreClient.Mark> there =
                    marks.orElseThrow(
                            () ->
                                    new GraphStoreClient.Stopped(
                                            target.graphStore()
                                                    + ": what to prune is not known without the server's query endpoint; name it with --sparql"));
            Set<String> here = store.read(GraphPush::articles);
            if (here.isEmpty()) {
                // Much more often the wrong folder than the wish to remove all that is there.
                throw new GraphStoreClient.Stopped(
                        store.folder() + ": no article in this store; nothing is pruned");
            }
            return there.entrySet().stream()
                    .filter(e -> e.getValue().article() && !here.contains(e.getKey()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }

        private void send(String graph, Optional<Map<String, GraphStoreClient.Mark>> marks)
                throws GraphStoreClient.Stopped {
            String statements = store.read(data -> statements(data, graph));
            String hash = sha256(statements);
            Optional<String> there = Optional.empty();
            if (!selection.all()) {
                there =
                        marks.isPresent()
                                ? Optional.ofNullable(marks.get().get(graph))
                                        .map(GraphStoreClient.Mark::hash)
                                : client.hash(graph);
            }
            if (there.filter(hash::equals).isPresent()) {
                unchanged++;
                step(graph, Outcome.UNCHANGED);
                return;
            }
            byte[] body =
                    (statements
                                    + "<"
                                    + graph
                                    + "> <"
                                    + CONTENT_HASH.getURI()
                                    + "> \""
                                    + hash
                                    + "\" .\n")
                            .getBytes(StandardCharsets.UTF_8);
            try {
                if (!selection.dryRun()) {
                    client.put(graph, body);
                }
                sent++;
                bytes += body.length;
                step(graph, Outcome.SENT);
            } catch (GraphStoreClient.Refused e) {
                fail(graph, e);
            }
        }

        private void remove(String graph) throws GraphStoreClient.Stopped {
            try {
                if (!selection.dryRun()) {
                    client.delete(graph);
                }
                removed++;
                step(graph, Outcome.REMOVED);
            } catch (GraphStoreClient.Refused e) {
                fail(graph, e);
            }
        }

        private void fail(String graph, GraphStoreClient.Refused e) {
            failures.add(new Failure(graph, e.getMessage()));
            step(graph, Outcome.FAILED);
        }

        private void step(String graph, Outcome outcome) {
            done++;
            progress.accept(new Step(graph, outcome, done, total));
        }
    }

    private static Set<String> names(DatasetGraph data) {
        Set<String> names = new TreeSet<>();
        data.listGraphNodes().forEachRemaining(name -> names.add(name.getURI()));
        return names;
    }

    private static Set<String> articles(DatasetGraph data) {
        Set<String> articles = new TreeSet<>();
        data.find(Node.ANY, Node.ANY, RDF.type.asNode(), Vocabulary.ARTICLE)
                .forEachRemaining(quad -> articles.add(quad.getGraph().getURI()));
        return articles;
    }

    /** The graph as sorted N-Triples: the same statements are always the same text. */
    private static String statements(DatasetGraph data, String name) {
        Node graph = NodeFactory.createURI(name);
        Collection<Triple> triples = new ArrayList<>();
        for (Iterator<Triple> all = data.getGraph(graph).find(); all.hasNext(); ) {
            triples.add(all.next());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GraphWriter writer = new GraphWriter(RdfFormat.NTRIPLES, out)) {
            writer.write(Optional.empty(), triples);
        }
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
