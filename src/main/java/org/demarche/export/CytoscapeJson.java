package org.demarche.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** A network as elements of Cytoscape.js, which Cytoscape itself opens too. */
final class CytoscapeJson implements NetworkExport.Writing {
    @Override
    public void write(Network network, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            json.writeStringField("name", network.name());
            json.writeEndObject();
            json.writeObjectFieldStart("elements");
            json.writeArrayFieldStart("nodes");
            for (Network.Vertex vertex : network.vertices()) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeObjectFieldStart("data");
                json.writeStringField("id", vertex.iri());
                json.writeStringField("name", vertex.label());
                json.writeStringField("label", vertex.label());
                json.writeStringField("kind", vertex.kind());
                json.writeStringField("colour", vertex.colour());
                Json.values(json, network.vertexColumns(), vertex.values());
                Json.period(json, vertex.period());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            int number = 0;
            for (Network.Edge edge : network.edges()) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeObjectFieldStart("data");
                json.writeStringField("id", "e" + number++);
                json.writeStringField("source", network.vertices().get(edge.source()).iri());
                json.writeStringField("target", network.vertices().get(edge.target()).iri());
                json.writeStringField("label", edge.caption());
                json.writeStringField("interaction", edge.label());
                json.writeStringField("colour", edge.colour());
                json.writeNumberField("weight", edge.weight());
                Json.values(json, network.edgeColumns(), edge.values());
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
