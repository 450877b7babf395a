package org.demarche.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.demarche.Version;
import org.demarche.ontology.Ontology;
import org.demarche.store.Store;

/** Whether the store can be read: {@code {"status":"up"}}. */
final class HealthServlet extends ReadServlet {
    private static final long serialVersionUID = 1L;
    private static final Node ONTOLOGY = NodeFactory.createURI(Ontology.GRAPH);

    private final transient Store store;

    HealthServlet(Store store) {
        this.store = store;
    }

    @Override
    void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean loaded = store.read(data -> data.containsGraph(ONTOLOGY));
        String json =
                "{\"status\":\"up\",\"version\":\""
                        + Version.current()
                        + "\",\"ontology\":"
                        + loaded
                        + "}\n";
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
