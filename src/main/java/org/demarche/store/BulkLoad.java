package org.demarche.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Fills the indexes of an empty TDB2 dataset from sorted statements: "graph 7 says 12 13 14" six
 * times, in six orders. A page of an index is so written once and full, where statements that come
 * in any order change pages again and again; Jena's own loader for large data does the same with
 * the {@code sort} of the system, which is not everywhere.
 */
final class BulkLoad {
    // An index is named for the order of its columns: graph, subject, predicate, object.
    private static final String COLUMNS = "GSPO";
    private static final List<String> INDEXES =
            List.of("GSPO", "GPOS", "GOSP", "SPOG", "POSG", "OSPG");
    // Sorted in memory at once: some 60 MB.
    private static final int ROWS = 1_000_000;
    private static final int BUFFER = 1 << 16;

    private final DatasetGraph data;
    private final Path folder;
    private final NodeTable nodes;
    private final List<long[]> rows = new ArrayList<>(ROWS);
    private final List<Path> unsorted = new ArrayList<>();
    private final byte[] idBytes = new byte[NodeId.SIZE];

    private BulkLoad(DatasetGraph data, Path folder) {
        this.data = data;
        this.folder = folder;
        this.nodes =
                TDBInternal.getDatasetGraphTDB(data)
                        .getQuadTable()
                        .getNodeTupleTable()
                        .getNodeTable();
    }

    /**
     * Fills the dataset, which must be opened anew afterwards.
     *
     * @param folder for files that are no longer needed at the end
     * @param work gives its statements to what it is given
     */
    static void fill(DatasetGraph data, Path folder, Consumer<Consumer<Quad>> work) {
        BulkLoad load = new BulkLoad(data, folder);
        try {
            Files.createDirectories(folder);
            try {
                load.takeAll(work);
                if (!load.unsorted.isEmpty()) {
                    for (String index : INDEXES) {
                        load.index(index);
                    }
                }
            } finally {
                try (Stream<Path> left = Files.list(folder)) {
                    for (Path each : left.toList()) {
                        Files.delete(each);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeAll(Consumer<Consumer<Quad>> work) {
        data.begin(TxnType.WRITE);
        boolean taken = false;
        try {
            work.accept(this::take);
            writeRows();
            taken = true;
        } finally {
            if (taken) {
                data.commit();
            } else {
                data.abort();
            }
            data.end();
        }
    }

    private void take(Quad quad) {
        rows.add(
                new long[] {
                    id(quad.getGraph()),
                    id(quad.getSubject()),
                    id(quad.getPredicate()),
                    id(quad.getObject())
                });
        if (rows.size() == ROWS) {
            writeRows();
        }
    }

    private long id(Node node) {
        NodeIdFactory.set(nodes.getAllocateNodeId(node), idBytes);
        return Bytes.getLong(idBytes);
    }

    private void writeRows() {
        if (!rows.isEmpty()) {
            unsorted.add(write(rows, "rows-" + unsorted.size()));
            rows.clear();
        }
    }

    private Path write(List<long[]> written, String name) {
        Path file = folder.resolve(name);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (FileChannel out = FileChannel.open(file, CREATE_NEW, WRITE)) {
            for (long[] row : written) {
                if (!buffer.hasRemaining()) {
                    writeOut(buffer, out);
                }
                for (long each : row) {
                    buffer.putLong(each);
                }
            }
            writeOut(buffer, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void writeOut(ByteBuffer buffer, FileChannel out) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        buffer.clear();
    }

    private void index(String name) {
        List<Path> sorted = new ArrayList<>();
        for (Path file : unsorted) {
            List<long[]> some = new ArrayList<>(ROWS);
            try (Run run = new Run(file)) {
                for (; run.isThere(); run.next()) {
                    some.add(ordered(run.row(), name));
                }
            }
            some.sort(Arrays::compareUnsigned);
            sorted.add(write(some, name + "-" + sorted.size()));
        }
        try (Merge merge = new Merge(sorted)) {
            pack(name, merge);
        }
        try {
            for (Path file : sorted) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long[] ordered(long[] quad, String name) {
        long[] row = new long[quad.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = quad[COLUMNS.indexOf(name.charAt(i))];
        }
        return row;
    }

    private void pack(String name, Iterator<Record> records) {
        TupleIndex index = TDBInternal.findIndex(data, name);
        BPlusTree tree = (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
        CoLib.executeWrite(
                index,
                () ->
                        BPlusTreeRewriter.packIntoBPlusTree(
                                records,
                                tree.getParams(),
                                tree.getRecordFactory(),
                                tree.getStateManager().getBufferChannel(),
                                tree.getNodeManager().getBlockMgr(),
                                tree.getRecordsMgr().getBlockMgr()));
    }

    /** The rows of a file, one after the other. */
    private static final class Run implements AutoCloseable {
        private final FileChannel in;
        // A whole number of rows.
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
        private long[] row = {};

        Run(Path file) {
            try {
                in = FileChannel.open(file, READ);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            next();
        }

        boolean isThere() {
            return row.length > 0;
        }

        long[] row() {
            return row;
        }

        void next() {
            if (!buffer.hasRemaining()) {
                read();
            }
            row = new long[buffer.hasRemaining() ? COLUMNS.length() : 0];
            for (int i = 0; i < row.length; i++) {
                row[i] = buffer.getLong();
            }
        }

        private void read() {
            buffer.clear();
            try {
                while (buffer.hasRemaining() && in.read(buffer) >= 0) {
                    // A read may give less than there is room for.
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            buffer.flip();
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The rows of sorted files in their order, each once. */
    private static final class Merge implements Iterator<Record>, AutoCloseable {
        private final RecordFactory records = new RecordFactory(4 * NodeId.SIZE, 0);
        private final PriorityQueue<Run> runs =
                new PriorityQueue<>(Comparator.comparing(Run::row, Arrays::compareUnsigned));

        Merge(List<Path> files) {
            for (Path file : files) {
                runs.add(new Run(file));
            }
        }

        @Override
        public boolean hasNext() {
            return !runs.isEmpty();
        }

        @Override
        public Record next() {
            if (runs.isEmpty()) {
                throw new NoSuchElementException();
            }
            long[] row = runs.peek().row();
            while (!runs.isEmpty() && Arrays.equals(runs.peek().row(), row)) {
                advance();
            }
            Record record = records.create();
            for (int i = 0; i < row.length; i++) {
                Bytes.setLong(row[i], record.getKey(), i * NodeId.SIZE);
            }
            return record;
        }

        private void advance() {
            Run run = runs.remove();
            run.next();
            if (run.isThere()) {
                runs.add(run);
            } else {
                run.close();
            }
        }

        @Override
        public void close() {
            runs.forEach(Run::close);
        }
    }
}
