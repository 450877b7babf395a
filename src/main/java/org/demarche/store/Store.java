package org.demarche.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.GraphBuilder;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.demarche.source.InputException;

/**
 * The articles' graphs on disk, in TDB2: one named graph an article, so that an article read again
 * takes the place of what it said before. Queries see the union of all graphs as the default graph.
 *
 * <p>Any number of threads may use a store; writers take turns. What is given to it is whole graphs
 * in memory: nothing that can fail, such as a parser, runs inside a write transaction.
 */
public final class Store implements AutoCloseable {
    /** How many articles to give {@link #replace} at once: TDB2 pays by the commit. */
    public static final int BATCH = 100;

    private static final String LOADING = "loading";
    private static final long ROOM = 32 << 20;
    // A new store has this without any article: its files grow by steps of 8 MB.
    private static final long SMALL = 512 << 20;
    // TDB2 writes each changed page of its indexes anew.
    private static final long ROOM_PER_QUAD = 1_000;

    // What the store says of itself: the hash of the data files that its other graphs came from.
    static final Node SELF = NodeFactory.createURI("https://w3id.org/demarche/store");
    private static final Node SHA256 = NodeFactory.createURI("https://schema.org/sha256");

    private final Path folder;
    private volatile Manifest manifest;
    private final Connection connection;

    private Store(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        this.connection = Connection.open(folder);
    }

    /** Opens an existing store. */
    public static Store open(Path folder) {
        return new Store(folder, Manifest.read(folder));
    }

    /**
     * Opens a store, and makes it where the folder is new or empty.
     *
     * @param software version of this program, kept with a new store
     */
    public static Store openOrCreate(Path folder, String software) {
        return new Store(folder, Manifest.readOrCreate(folder, software));
    }

    /**
     * Brings a store of an older format to that of this program. When it is interrupted it can be
     * begun again.
     *
     * @return the format that the store had
     */
    public static int migrate(Path folder) {
        Manifest manifest = Manifest.readAnyFormat(folder);
        if (manifest.format() < Manifest.FORMAT) {
            try (Store store = new Store(folder, manifest)) {
                if (manifest.format() < 2) {
                    store.addWordings();
                }
                store.digest(store.articles());
                store.write(
                        new Manifest(Manifest.FORMAT, manifest.software(), manifest.compacted()));
            }
        }
        return manifest.format();
    }

    private void write(Manifest changed) {
        try {
            changed.write(folder);
        } catch (IOException e) {
            throw new InputException(
                    folder + ": the store cannot be changed (" + e.getMessage() + ")", e);
        }
        manifest = changed;
    }

    private List<Node> articles() {
        return read(
                data ->
                        data.stream(Node.ANY, Node.ANY, RDF.Nodes.type, Vocabulary.ARTICLE)
                                .map(Quad::getGraph)
                                .toList());
    }

    /** Makes the digest of articles that were loaded without it or with another gazetteer. */
    private void digest(List<Node> articles) {
        for (int from = 0; from < articles.size(); from += 10 * BATCH) {
            List<Node> some = articles.subList(from, Math.min(from + 10 * BATCH, articles.size()));
            requireRoom(some.size());
            connection.write(
                    data -> {
                        Digest digest = new Digest(data);
                        some.forEach(name -> digest.add(new NamedGraph(name, data.getGraph(name))));
                        digest.finish();
                    });
        }
    }

    /** Format 1 did not know copies. */
    private void addWordings() {
        List<Node> articles = articles();
        for (int from = 0; from < articles.size(); from += BATCH) {
            List<Node> some = articles.subList(from, Math.min(from + BATCH, articles.size()));
            List<Quad> quads = read(data -> some.stream().flatMap(a -> wordings(data, a)).toList());
            requireRoom(quads.size());
            connection.write(data -> quads.forEach(data::add));
        }
    }

    private static Stream<Quad> wordings(DatasetGraph data, Node article) {
        return data.stream(article, article, Vocabulary.IS_STRING, Node.ANY)
                .flatMap(
                        text ->
                                GraphBuilder.wordings(
                                        article, text.getObject().getLiteralLexicalForm())
                                        .stream())
                .map(triple -> Quad.create(article, triple))
                .toList()
                .stream();
    }

    /** Lets the folder go, so that another process can open it. */
    @Override
    public void close() {
        connection.close();
    }

    public Path folder() {
        return folder;
    }

    /** The form of the data: see {@link Manifest}. */
    public int format() {
        return manifest.format();
    }

    /** The version of the program that made the store. */
    public String software() {
        return manifest.software();
    }

    /** Reads in one transaction: all that the work sees is of one moment. */
    public <T> T read(Function<DatasetGraph, T> work) {
        return connection.read(work);
    }

    /**
     * The store as a dataset for those that bring their own transactions, such as Fuseki. It can
     * only be read, and stays good when the store replaces what is below it. Its context is its own
     * and may be set.
     */
    public DatasetGraph view() {
        return new View(connection);
    }

    /**
     * A number that changes whenever something was written. Taken before a reading, it is never
     * newer than what is read.
     */
    public long version() {
        return connection.commits();
    }

    /** Each graph takes the place of the one that had its name; all of them or none. */
    public void replace(Collection<NamedGraph> graphs) {
        Map<Node, Graph> last = new LinkedHashMap<>();
        for (NamedGraph each : graphs) {
            last.put(each.name(), each.graph());
        }
        if (!last.isEmpty()) {
            requireRoom(last.values().stream().mapToLong(Graph::size).sum());
            connection.write(
                    data -> {
                        Digest digest = new Digest(data);
                        Optional<Census> census = Census.kept(data);
                        last.forEach(
                                (name, graph) -> {
                                    digest.remove(name);
                                    census.ifPresent(c -> c.remove(name));
                                    put(data, name, graph);
                                    digest.add(new NamedGraph(name, graph));
                                    census.ifPresent(c -> c.add(name));
                                });
                        digest.finish();
                        census.ifPresent(Census::keep);
                    });
        }
    }

    // A disk that fills up while pages of mapped files are written costs the batch at best.
    private void requireRoom(long quads) {
        long wanted = ROOM + ROOM_PER_QUAD * quads;
        long free = folder.toFile().getUsableSpace();
        if (free < wanted) {
            throw new InputException(
                    String.format(
                            Locale.ROOT,
                            "%s: the disk is nearly full (%,d MB free, %,d MB wanted); what was committed is kept:"
                                    + " make room, then go on with --resume",
                            folder,
                            free >> 20,
                            wanted >> 20));
        }
    }

    private static void put(DatasetGraph data, Node name, Graph graph) {
        data.removeGraph(name);
        graph.find().forEachRemaining(t -> data.add(Quad.create(name, t)));
    }

    /**
     * Loads graphs that are made from the data files, unless the store has them from these very
     * files already.
     *
     * @param hash of the data files
     * @return whether they were loaded
     */
    public boolean refresh(String hash, Supplier<List<NamedGraph>> graphs) {
        Triple mark = Triple.create(SELF, SHA256, NodeFactory.createLiteralString(hash));
        if (read(data -> data.getGraph(SELF).contains(mark) && Census.kept(data).isPresent())) {
            return false;
        }
        List<NamedGraph> made = graphs.get();
        // Without a mark the digest was never made, or its making was interrupted.
        List<Node> undigested =
                read(data -> data.getGraph(SELF).isEmpty())
                        ? articles()
                        : read(data -> Digest.articlesChangedBy(data, made));
        requireRoom(made.stream().mapToLong(g -> g.graph().size()).sum());
        connection.write(
                data -> {
                    made.forEach(g -> put(data, g.name(), g.graph()));
                    data.removeGraph(SELF);
                });
        digest(undigested);
        // Last: whatever interrupts this, it is done again.
        connection.write(
                data -> {
                    Census.count(data).keep();
                    data.add(Quad.create(SELF, mark));
                });
        return true;
    }

    /**
     * Fills an empty store as fast as can be. It is no transaction: when the work throws, the store
     * is of no more use. See {@link NewStore}.
     *
     * @param work gives its statements to what it is given
     */
    void fill(Consumer<Consumer<Quad>> work) {
        connection.fill(data -> BulkLoad.fill(data, folder.resolve(LOADING), work));
    }

    /** Whether there is a graph of that name. */
    public boolean contains(String iri) {
        Node name = NodeFactory.createURI(iri);
        return read(data -> data.containsGraph(name));
    }

    /** All that the graph of that name says; nothing where there is none. */
    public NamedGraph graph(String iri) {
        Node name = NodeFactory.createURI(iri);
        return read(data -> graph(data, name));
    }

    private static NamedGraph graph(DatasetGraph data, Node name) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        data.find(name, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> graph.add(quad.asTriple()));
        return new NamedGraph(name, graph);
    }

    /**
     * Whether the store says of a graph's name, in that graph, what the given graph says of it:
     * neither more nor less with these properties.
     */
    public boolean describes(NamedGraph graph, Collection<Node> properties) {
        return read(
                data ->
                        properties.stream()
                                .allMatch(
                                        property ->
                                                isSame(
                                                        data.getGraph(graph.name()),
                                                        graph,
                                                        property)));
    }

    private static boolean isSame(Graph stored, NamedGraph graph, Node property) {
        Set<Triple> wanted = graph.graph().find(graph.name(), property, Node.ANY).toSet();
        return wanted.isEmpty()
                ? !stored.contains(graph.name(), property, Node.ANY)
                : wanted.stream().allMatch(stored::contains);
    }

    /** Drops the graphs of these names. */
    public void forget(Collection<String> iris) {
        connection.write(
                data -> {
                    Digest digest = new Digest(data);
                    Optional<Census> census = Census.kept(data);
                    for (String iri : iris) {
                        Node name = NodeFactory.createURI(iri);
                        digest.remove(name);
                        census.ifPresent(c -> c.remove(name));
                        data.removeGraph(name);
                    }
                    digest.finish();
                    census.ifPresent(Census::keep);
                });
    }

    /**
     * Gives the room of what was replaced and forgotten back to the disk. Others may read
     * meanwhile; whoever writes waits.
     */
    public void compact() {
        compact(() -> false);
    }

    private void compact(BooleanSupplier stop) {
        connection.compact(stop);
        write(new Manifest(manifest.format(), manifest.software(), sizeOnDisk()));
    }

    /**
     * Compacts the store if it has grown to more than twice what it was when it was last compacted:
     * so all compactions of a store that grows cost together as much as two of what it is in the
     * end. Nothing is done where the disk has no room for a second copy.
     *
     * @return whether the store was compacted
     */
    public boolean compactIfItPays() {
        return compactIfGrown(2, () -> false);
    }

    /**
     * Compacts the store if it has grown to more than so many times what it was when it was last
     * compacted, and the disk has room for a second copy.
     *
     * @param stop whether to give it up
     * @return whether the store was compacted
     */
    public boolean compactIfGrown(int times, BooleanSupplier stop) {
        long size = sizeOnDisk();
        boolean pays = size > times * manifest.compacted() + SMALL;
        if (!pays || folder.toFile().getUsableSpace() < size + ROOM) {
            return false;
        }
        try {
            compact(stop);
            return true;
        } catch (CancellationException e) {
            return false;
        }
    }

    /**
     * Writes all graphs to a new file as N-Quads, compressed where the name ends in {@code .gz}.
     * The file appears whole or not at all.
     */
    public void backup(Path file) {
        if (Files.exists(file)) {
            throw new InputException(file + ": exists already; name a new file");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = outputTo(part, file.toString().endsWith(".gz"))) {
                read(data -> writeQuads(data, out));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static OutputStream outputTo(Path file, boolean compressed) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return compressed ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    private static boolean writeQuads(DatasetGraph data, OutputStream out) {
        StreamRDF quads = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
        quads.start();
        data.find().forEachRemaining(quads::quad);
        quads.finish();
        return true;
    }

    /** What the store holds, counted now. */
    public Statistics statistics() {
        return read(data -> Statistics.of(data, sizeOnDisk()));
    }

    /** Bytes of the store's folder on disk. */
    public long sizeOnDisk() {
        long[] bytes = {0};
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                            bytes[0] += is.size();
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            // A compaction may delete it meanwhile.
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes[0];
    }
}
