package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.sparql.core.DatasetGraph;

/** A network in one of the forms that network tools read. */
record NetworkExport(String name, String suffix, String summary, Writing writing)
        implements ExportFormat {
    /** How a network is written. */
    interface Writing {
        void write(Network network, OutputStream out) throws IOException;
    }

    @Override
    public void write(DatasetGraph data, Selection selection, OutputStream out) throws IOException {
        writing.write(Network.of(data, selection), out);
    }
}
