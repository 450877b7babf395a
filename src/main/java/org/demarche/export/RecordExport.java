package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The events one after the other, as they come out of the store.
 *
 * @param asserted whether only asserted events are written where nobody asks for others, because
 *     the format cannot say that an event is planned or denied
 */
record RecordExport(String name, String suffix, String summary, boolean asserted, Writing writing)
        implements ExportFormat {
    /** How events are written. */
    interface Writing {
        void write(Stream<EventRecord> events, OutputStream out) throws IOException;
    }

    @Override
    public void write(DatasetGraph data, Selection selection, OutputStream out) throws IOException {
        Selection chosen = asserted ? selection.assertedUnlessAsked() : selection;
        writing.write(EventReader.read(data, chosen), out);
    }
}
