package org.demarche.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.demarche.source.DataFiles;

/**
 * JSON-LD 1.1 in the short names of {@code ontology/context.jsonld}, written as the quads come: one
 * object for each run of quads about one subject of one graph, on a line of its own.
 */
final class JsonLdStream implements StreamRDF {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();
    private static final String ID = "@id";

    /** What the context says of a short name. */
    private record Term(String name, Optional<String> type, Optional<String> language) {}

    private final JsonNode context;
    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final JsonGenerator json;

    private Optional<Node> graph = Optional.empty();
    private Optional<Node> subject = Optional.empty();
    private final Map<String, List<Object>> properties = new LinkedHashMap<>();

    JsonLdStream(OutputStream out) {
        try {
            json = MAPPER.createGenerator(out);
            context =
                    MAPPER.readTree(DataFiles.bundled().text("ontology/context.jsonld"))
                            .get("@context");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.properties().forEach(e -> readTerm(e.getKey(), e.getValue()));
    }

    private void readTerm(String name, JsonNode value) {
        if (value.isObject()) {
            terms.put(
                    expanded(value.get(ID).asText()),
                    new Term(
                            name,
                            Optional.ofNullable(value.get("@type")).map(t -> expanded(t.asText())),
                            Optional.ofNullable(value.get("@language")).map(JsonNode::asText)));
        } else if (value.asText().matches(".*[/#]")) {
            prefixes.put(name, value.asText());
        }
    }

    private String expanded(String name) {
        int colon = name.indexOf(':');
        return colon > 0 && context.has(name.substring(0, colon))
                ? context.get(name.substring(0, colon)).asText() + name.substring(colon + 1)
                : name;
    }

    private String compact(String iri) {
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            String namespace = prefix.getValue();
            if (iri.startsWith(namespace)
                    && iri.substring(namespace.length()).matches("[A-Za-z][\\w-]*")) {
                return prefix.getKey() + ":" + iri.substring(namespace.length());
            }
        }
        return iri;
    }

    @Override
    public void start() {
        write(
                () -> {
                    json.writeStartObject();
                    json.writeFieldName("@context");
                    json.writeTree(context);
                    json.writeArrayFieldStart("@graph");
                });
    }

    @Override
    public void triple(Triple triple) {
        add(Optional.empty(), triple);
    }

    @Override
    public void quad(Quad quad) {
        add(
                quad.isDefaultGraph() ? Optional.empty() : Optional.of(quad.getGraph()),
                quad.asTriple());
    }

    private void add(Optional<Node> name, Triple triple) {
        if (!name.equals(graph)) {
            endSubject();
            endGraph();
            name.ifPresent(this::startGraph);
            graph = name;
        }
        if (!subject.equals(Optional.of(triple.getSubject()))) {
            endSubject();
            subject = Optional.of(triple.getSubject());
        }
        addProperty(triple.getPredicate().getURI(), triple.getObject());
    }

    private void startGraph(Node name) {
        write(
                () -> {
                    json.writeRaw('\n');
                    json.writeStartObject();
                    json.writeStringField("id", id(name));
                    json.writeArrayFieldStart("@graph");
                });
    }

    private void endGraph() {
        if (graph.isPresent()) {
            write(
                    () -> {
                        json.writeEndArray();
                        json.writeEndObject();
                    });
        }
    }

    private void endSubject() {
        if (subject.isEmpty()) {
            return;
        }
        Node node = subject.get();
        write(
                () -> {
                    json.writeRaw('\n');
                    json.writeStartObject();
                    json.writeStringField("id", id(node));
                    for (Map.Entry<String, List<Object>> each : properties.entrySet()) {
                        List<Object> values = each.getValue();
                        json.writePOJOField(
                                each.getKey(), values.size() == 1 ? values.get(0) : values);
                    }
                    json.writeEndObject();
                });
        properties.clear();
        subject = Optional.empty();
    }

    private void addProperty(String property, Node object) {
        if (property.equals(RDF.type.getURI()) && object.isURI()) {
            put("type", compact(object.getURI()));
            return;
        }
        Optional<Term> term = Optional.ofNullable(terms.get(property));
        Optional<Object> brief = term.flatMap(t -> brief(t, object));
        if (brief.isPresent()) {
            put(term.orElseThrow().name(), brief.get());
        } else if (term.isPresent()
                && term.get().type().isEmpty()
                && term.get().language().isEmpty()) {
            put(term.get().name(), full(object));
        } else {
            // Under the name with a prefix nothing is said of the values' type.
            put(compact(property), full(object));
        }
    }

    private void put(String key, Object value) {
        properties.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    /** The value without its type or language, where the term implies them. */
    private Optional<Object> brief(Term term, Node object) {
        if (!object.isLiteral()) {
            return term.type().filter(ID::equals).map(t -> reference(object));
        }
        String text = object.getLiteralLexicalForm();
        if (!object.getLiteralLanguage().isEmpty()) {
            return term.language()
                    .filter(object.getLiteralLanguage()::equals)
                    .map(language -> text);
        }
        String type = object.getLiteralDatatypeURI();
        if (term.type().isPresent()) {
            return term.type().filter(type::equals).map(t -> number(type, text));
        }
        return term.language().isEmpty() && type.equals(XSDDatatype.XSDstring.getURI())
                ? Optional.of(text)
                : Optional.empty();
    }

    // A JSON number keeps its digits only where it is a whole one, written the usual way.
    private static Object number(String type, String text) {
        return type.equals(XSDDatatype.XSDinteger.getURI()) && text.matches("0|-?[1-9]\\d{0,14}")
                ? (Object) Long.valueOf(text)
                : text;
    }

    private Object full(Node object) {
        Map<String, String> value = new LinkedHashMap<>();
        if (!object.isLiteral()) {
            value.put("id", reference(object));
            return value;
        }
        String text = object.getLiteralLexicalForm();
        if (!object.getLiteralLanguage().isEmpty()) {
            value.put("@value", text);
            value.put("@language", object.getLiteralLanguage());
            return value;
        }
        if (object.getLiteralDatatypeURI().equals(XSDDatatype.XSDstring.getURI())) {
            return text;
        }
        value.put("@value", text);
        value.put("@type", compact(object.getLiteralDatatypeURI()));
        return value;
    }

    private String reference(Node node) {
        return node.isURI() ? compact(node.getURI()) : id(node);
    }

    private static String id(Node node) {
        return node.isURI()
                ? node.getURI()
                : "_:b" + node.getBlankNodeLabel().replaceAll("[^A-Za-z0-9]", "x");
    }

    @Override
    public void base(String base) {
        // All IRIs are whole.
    }

    @Override
    public void prefix(String prefix, String iri) {
        // The context has its own.
    }

    @Override
    public void finish() {
        endSubject();
        endGraph();
        graph = Optional.empty();
        write(
                () -> {
                    json.writeRaw('\n');
                    json.writeEndArray();
                    json.writeEndObject();
                    json.writeRaw('\n');
                    json.close();
                });
    }

    /** Writing that may fail. */
    private interface Step {
        void run() throws IOException;
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
