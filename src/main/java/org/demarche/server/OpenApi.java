package org.demarche.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.demarche.Version;
import org.demarche.query.Parameter;
import org.demarche.query.SavedQuery;

/** The description of the server for programs, in the form of OpenAPI 3.1. */
final class OpenApi {
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths;

    private OpenApi(Settings settings) {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Demarche")
                .put("summary", "Questions to a knowledge graph of diplomacy in the news")
                .put("version", Version.current())
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        paths = document.putObject("paths");
        ObjectNode components = document.putObject("components");
        components
                .putObject("schemas")
                .putObject("Problem")
                .put("type", "object")
                .put("description", "What went wrong, as RFC 9457 has it")
                .putObject("properties")
                .<ObjectNode>set("type", schema("string").put("format", "uri"))
                .<ObjectNode>set("title", schema("string"))
                .<ObjectNode>set("status", schema("integer"))
                .set("detail", schema("string"));
        ObjectNode problem = components.putObject("responses").putObject("Problem");
        problem.put("description", "What went wrong");
        problem.putObject("content")
                .putObject(Problem.MEDIA_TYPE)
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        if (settings.passwords().isPresent()) {
            components
                    .putObject("securitySchemes")
                    .putObject("password")
                    .put("type", "http")
                    .put("scheme", "basic");
            document.putArray("security").addObject().putArray("password");
        }
    }

    static ObjectNode of(Collection<SavedQuery> queries, Settings settings) {
        OpenApi api = new OpenApi(settings);
        queries.forEach(query -> api.add(query, settings));
        api.addSparql();
        if (settings.acceptArticles()) {
            api.addArticles();
        }
        return api.document;
    }

    private static ObjectNode schema(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private void add(SavedQuery query, Settings settings) {
        ObjectNode get =
                operation("/queries/" + query.name(), "get", query.name(), query.summary());
        if (!query.description().isEmpty()) {
            get.put("description", query.description());
        }
        ArrayNode tags = get.putArray("tags");
        query.tags().forEach(tags::add);
        ArrayNode parameters = get.putArray("parameters");
        query.parameters().forEach(p -> add(p, parameters));
        if (query.pageSize().isPresent()) {
            counted(parameters, "page", "which page of the answer", 1, 1_000_000);
            counted(
                    parameters,
                    "size",
                    "rows of a page",
                    Math.min(query.pageSize().getAsInt(), settings.maxRows()),
                    settings.maxRows());
        }
        ObjectNode responses = get.putObject("responses");
        ObjectNode ok = responses.putObject("200").put("description", "The answer");
        if (query.pageSize().isPresent()) {
            ObjectNode headers = ok.putObject("headers");
            headers.putObject("Link")
                    .put("description", "Where the first, previous and next page are")
                    .set("schema", schema("string"));
        }
        content(ok, QueriesServlet.offered(query));
        responses.putObject("304").put("description", "What the client has is still right");
        problems(responses);
    }

    private ObjectNode operation(String path, String method, String id, String summary) {
        return paths.putObject(path)
                .putObject(method)
                .put("operationId", id)
                .put("summary", summary);
    }

    private static void add(Parameter parameter, ArrayNode parameters) {
        ObjectNode json =
                parameters
                        .addObject()
                        .put("name", parameter.name())
                        .put("in", "query")
                        .put("required", parameter.required())
                        .put(
                                "description",
                                parameter.description() + " (" + parameter.kind().says() + ")");
        ObjectNode schema =
                switch (parameter.kind()) {
                    case INTEGER -> schema("integer");
                    case NUMBER -> schema("number");
                    case IRI -> schema("string").put("format", "iri");
                    case DATE -> schema("string").put("pattern", "^\\d{4}(-\\d{2}(-\\d{2})?)?$");
                    case ACTOR, PLACE, TYPE, TERM, TEXT -> schema("string");
                };
        if (!parameter.choices().isEmpty()) {
            ArrayNode choices = schema.putArray("enum");
            parameter.choices().forEach(choices::add);
        }
        json.set("schema", schema);
        parameter.fallback().ifPresent(value -> put(schema, "default", value));
        parameter.example().ifPresent(value -> put(json, "example", value));
    }

    private static void put(ObjectNode json, String key, String value) {
        json.put(key, value);
    }

    private static void counted(
            ArrayNode parameters, String name, String description, int usual, int most) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", "query")
                .put("required", false)
                .put("description", description)
                .set(
                        "schema",
                        schema("integer")
                                .put("minimum", 1)
                                .put("maximum", most)
                                .put("default", usual));
    }

    private static void content(ObjectNode response, List<Media> offered) {
        ObjectNode content = response.putObject("content");
        for (Media media : offered) {
            boolean json = media == Media.JSON || media == Media.JSONLD;
            content.putObject(media.type()).set("schema", schema(json ? "object" : "string"));
        }
    }

    private static void problems(ObjectNode responses) {
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    private void addSparql() {
        ObjectNode get = operation("/demarche/sparql", "get", "sparql", "Any SPARQL query");
        get.putArray("tags").add("sparql");
        get.putArray("parameters")
                .addObject()
                .put("name", "query")
                .put("in", "query")
                .put("required", true)
                .put("description", "SELECT, ASK, CONSTRUCT or DESCRIBE of SPARQL 1.1")
                .set("schema", schema("string"));
        ObjectNode responses = get.putObject("responses");
        ObjectNode ok = responses.putObject("200").put("description", "The answer");
        content(ok, List.of(Media.JSON, Media.CSV, Media.TSV, Media.XML, Media.TURTLE));
        problems(responses);
    }

    private void addArticles() {
        ObjectNode post =
                operation("/articles", "post", "addArticle", "Read an article and keep it");
        article(post);
        ObjectNode responses = post.putObject("responses");
        for (String status : List.of("200", "201")) {
            ObjectNode made = responses.putObject(status);
            made.put(
                    "description",
                    status.equals("201") ? "The article is new" : "The article was there before");
            made.putObject("content").putObject("application/json").set("schema", schema("object"));
        }
        problems(responses);

        ObjectNode extract =
                operation("/extract", "post", "extract", "Read an article and keep nothing");
        article(extract);
        ObjectNode extracted = extract.putObject("responses");
        content(extracted.putObject("200").put("description", "Its graph"), Media.GRAPHS);
        problems(extracted);

        ObjectNode delete =
                operation("/articles/{id}", "delete", "forgetArticle", "Forget an article");
        delete.putArray("tags").add("articles");
        delete.putArray("parameters")
                .addObject()
                .put("name", "id")
                .put("in", "path")
                .put("required", true)
                .set("schema", schema("string"));
        ObjectNode deleted = delete.putObject("responses");
        deleted.putObject("204").put("description", "It is forgotten");
        problems(deleted);
    }

    private static void article(ObjectNode operation) {
        operation.putArray("tags").add("articles");
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        ObjectNode content = body.putObject("content");
        content.putObject("text/plain").set("schema", schema("string"));
        ObjectNode json = schema("object");
        json.putArray("required").add("text");
        ObjectNode properties = json.putObject("properties");
        for (String key : List.of("id", "title", "published", "publisher", "url", "text")) {
            properties.set(key, schema("string"));
        }
        content.putObject("application/json").set("schema", json);
    }
}
