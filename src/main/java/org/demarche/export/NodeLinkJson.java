package org.demarche.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A network as node-link JSON: {@code networkx.node_link_graph(data, edges="links")} and D3's
 * forceLink read it.
 */
final class NodeLinkJson implements NetworkExport.Writing {
    @Override
    public void write(Network network, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            json.writeBooleanField("directed", true);
            json.writeBooleanField("multigraph", true);
            json.writeObjectFieldStart("graph");
            json.writeStringField("name", network.name());
            json.writeEndObject();
            json.writeArrayFieldStart("nodes");
            for (Network.Vertex vertex : network.vertices()) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeStringField("id", vertex.iri());
                json.writeStringField("label", vertex.label());
                json.writeStringField("kind", vertex.kind());
                Json.values(json, network.vertexColumns(), vertex.values());
                Json.period(json, vertex.period());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("links");
            int number = 0;
            for (Network.Edge edge : network.edges()) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeStringField("source", network.vertices().get(edge.source()).iri());
                json.writeStringField("target", network.vertices().get(edge.target()).iri());
                json.writeStringField("key", "e" + number++);
                json.writeStringField("label", edge.label());
                json.writeNumberField("weight", edge.weight());
                Json.values(json, network.edgeColumns(), edge.values());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
