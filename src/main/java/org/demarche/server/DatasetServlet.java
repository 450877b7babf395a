package org.demarche.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.demarche.graph.GraphWriter;
import org.demarche.store.DatasetDescription;
import org.demarche.store.Store;

/** What the dataset is and how it can be had, as VoID and DCAT: {@code /.well-known/void}. */
final class DatasetServlet extends ReadServlet {
    private static final long serialVersionUID = 1L;

    private final transient Store store;
    private final int maxRows;
    // Counting reads the whole store: it is done once for each version of it.
    private transient Optional<Counted> counted = Optional.empty();

    private record Counted(long version, String base, Graph graph) {}

    DatasetServlet(Store store, Settings settings) {
        this.store = store;
        this.maxRows = settings.maxRows();
    }

    @Override
    void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Media media = Media.wanted(request, Media.TRIPLES);
        String base = request.getScheme() + "://" + request.getHeader("Host");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GraphWriter writer = new GraphWriter(media.rdf(), body)) {
            writer.write(Optional.empty(), GraphWriter.sorted(description(base)));
        }
        response.setHeader("Vary", "Accept");
        send(request, response, media.header(), Tags.of(body.toByteArray()), body.toByteArray());
    }

    private synchronized Graph description(String base) {
        long version = store.version();
        if (counted.filter(c -> c.version() == version && c.base().equals(base)).isEmpty()) {
            Graph graph = store.read(data -> DatasetDescription.of(data, base, maxRows));
            counted = Optional.of(new Counted(version, base, graph));
        }
        return counted.get().graph();
    }
}
