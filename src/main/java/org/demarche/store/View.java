package org.demarche.store;

import java.util.Optional;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;

/**
 * A store's dataset that can only be read. A transaction stays with the dataset it began on, also
 * when the connection meanwhile needs another one.
 */
final class View extends DatasetGraphWrapper {
    private final Connection connection;
    private final ThreadLocal<Optional<Generation>> reading =
            ThreadLocal.withInitial(Optional::empty);

    View(Connection connection) {
        super(null, connection.current().getContext().copy());
        this.connection = connection;
    }

    @Override
    protected DatasetGraph get() {
        return reading.get().map(Generation::data).orElseGet(connection::current);
    }

    @Override
    protected DatasetGraph getW() {
        throw new UnsupportedOperationException("this view of the store can only be read");
    }

    @Override
    public void begin() {
        begin(TxnType.READ);
    }

    @Override
    public void begin(ReadWrite mode) {
        begin(TxnType.convert(mode));
    }

    @Override
    public void begin(TxnType type) {
        if (type != TxnType.READ) {
            throw new UnsupportedOperationException("this view of the store can only be read");
        }
        if (reading.get().isPresent()) {
            throw new IllegalStateException("this thread reads already");
        }
        reading.set(Optional.of(connection.beginRead()));
    }

    @Override
    public void commit() {
        end();
    }

    @Override
    public void abort() {
        end();
    }

    @Override
    public void end() {
        Optional<Generation> read = reading.get();
        reading.remove();
        read.ifPresent(connection::endRead);
    }

    @Override
    public boolean isInTransaction() {
        return reading.get().isPresent();
    }

    @Override
    public void close() {
        // The store is closed by those who opened it.
    }
}
