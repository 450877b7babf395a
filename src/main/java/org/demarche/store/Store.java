package org.demarche.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.demarche.graph.NamedGraph;
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

    // What the store says of itself: the hash of the data files that its other graphs came from.
    private static final Node SELF = NodeFactory.createURI("https://w3id.org/demarche/store");
    private static final Node SHA256 = NodeFactory.createURI("https://schema.org/sha256");

    private final Path folder;
    private final Manifest manifest;
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
            connection.write(data -> last.forEach((name, graph) -> put(data, name, graph)));
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
        if (read(data -> data.getGraph(SELF).contains(mark))) {
            return false;
        }
        List<NamedGraph> made = graphs.get();
        connection.write(
                data -> {
                    made.forEach(g -> put(data, g.name(), g.graph()));
                    data.removeGraph(SELF);
                    data.add(Quad.create(SELF, mark));
                });
        return true;
    }

    /** Whether there is a graph of that name. */
    public boolean contains(String iri) {
        Node name = NodeFactory.createURI(iri);
        return read(data -> data.containsGraph(name));
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
        connection.write(data -> iris.forEach(iri -> data.removeGraph(NodeFactory.createURI(iri))));
    }

    /** Gives the room of what was replaced and forgotten back to the disk. */
    public void compact() {
        connection.maintain(data -> DatabaseMgr.compact(data, true));
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
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
