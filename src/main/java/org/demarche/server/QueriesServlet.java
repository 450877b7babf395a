package org.demarche.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.demarche.query.Page;
import org.demarche.query.Parameter;
import org.demarche.query.QueryResult;
import org.demarche.query.SavedQuery;
import org.demarche.source.Nearest;

/**
 * The saved queries over HTTP: {@code /queries} lists them, {@code
 * /queries/who-threatens-whom.csv?actor=IRQ} asks one, {@code /queries/openapi.json} describes them
 * to programs.
 */
final class QueriesServlet extends ReadServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_-]+)(?:\\.([a-z]+))?");
    private static final int LONGEST_VALUE = 2000;

    private final transient Map<String, SavedQuery> queries = new LinkedHashMap<>();
    private final transient DatasetGraph data;
    private final transient LongSupplier version;
    private final transient Settings settings;
    private final transient Turns turns;
    // Versions count from each start of the server.
    private final String start = UUID.randomUUID().toString();

    /**
     * The queries over a store.
     *
     * @param version changes whenever the data does
     */
    QueriesServlet(
            Collection<SavedQuery> queries,
            DatasetGraph data,
            LongSupplier version,
            Settings settings,
            Turns turns) {
        queries.forEach(query -> this.queries.put(query.name(), query));
        this.data = data;
        this.version = version;
        this.settings = settings;
        this.turns = turns;
    }

    @Override
    void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (path.equals("/")) {
            json(request, response, list());
            return;
        }
        if (path.equals("/openapi.json")) {
            json(request, response, OpenApi.of(queries.values(), settings));
            return;
        }
        Matcher parts = PATH.matcher(path);
        if (!parts.matches() || !queries.containsKey(parts.group(1))) {
            String name = path.substring(1).replaceFirst("\\..*", "");
            throw Problem.notFound(
                            "no saved query '"
                                    + name
                                    + "'"
                                    + Nearest.hint(name, queries.keySet())
                                    + "; /queries lists them")
                    .refusal();
        }
        answer(queries.get(parts.group(1)), Optional.ofNullable(parts.group(2)), request, response);
    }

    private static void json(
            HttpServletRequest request, HttpServletResponse response, ObjectNode json)
            throws IOException {
        byte[] body = json.toPrettyString().getBytes(StandardCharsets.UTF_8);
        send(request, response, "application/json", Tags.of(body), body);
    }

    private ObjectNode list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode all = json.putArray("queries");
        for (SavedQuery query : queries.values()) {
            ObjectNode each =
                    all.addObject()
                            .put("name", query.name())
                            .put("summary", query.summary())
                            .put("description", query.description())
                            .put("href", "/queries/" + query.name());
            ArrayNode tags = each.putArray("tags");
            query.tags().forEach(tags::add);
            query.pageSize().ifPresent(size -> each.put("pageSize", size));
            ArrayNode formats = each.putArray("formats");
            offered(query).forEach(media -> formats.add(media.suffix()));
            ArrayNode parameters = each.putArray("parameters");
            query.parameters().forEach(p -> describe(p, parameters.addObject()));
        }
        return json;
    }

    private static void describe(Parameter parameter, ObjectNode json) {
        json.put("name", parameter.name())
                .put("kind", parameter.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("says", parameter.kind().says())
                .put("required", parameter.required())
                .put("description", parameter.description());
        if (!parameter.choices().isEmpty()) {
            ArrayNode choices = json.putArray("choices");
            parameter.choices().forEach(choices::add);
        }
        parameter.fallback().ifPresent(value -> json.put("default", value));
        parameter.example().ifPresent(value -> json.put("example", value));
    }

    static List<Media> offered(SavedQuery query) {
        return query.query().isConstructType() || query.query().isDescribeType()
                ? Media.TRIPLES
                : Media.ROWS;
    }

    private void answer(
            SavedQuery query,
            Optional<String> suffix,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Media media =
                suffix.isPresent()
                        ? ofSuffix(query, suffix.get())
                        : Media.wanted(request, offered(query));
        Map<String, String> values = values(request);
        Page page = page(query, values);
        response.setHeader("Vary", "Accept");
        // The version is taken before the data is read: a tag may be too old, never too new.
        String tag =
                Tags.of(
                        start,
                        Long.toString(version.getAsLong()),
                        query.name(),
                        media.suffix(),
                        page.toString(),
                        values.toString());
        if (isKnown(request, response, tag)) {
            return;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean more = ask(query, values, page, media, body);
        if (query.pageSize().isEmpty() && more) {
            throw Problem.tooManyRows(settings.maxRows()).refusal();
        }
        if (query.pageSize().isPresent() && media != Media.QUERY) {
            links(request, page, more).ifPresent(l -> response.setHeader("Link", l));
        }
        response.setContentType(media.header());
        response.setContentLength(body.size());
        if (!request.getMethod().equals("HEAD")) {
            body.writeTo(response.getOutputStream());
        }
    }

    private static Media ofSuffix(SavedQuery query, String suffix) {
        List<Media> offered = new ArrayList<>(offered(query));
        offered.add(Media.QUERY);
        return Media.ofSuffix(suffix)
                .filter(offered::contains)
                .orElseThrow(
                        () ->
                                Problem.notFound(
                                                "'"
                                                        + query.name()
                                                        + "' has no form '."
                                                        + suffix
                                                        + "'; there are "
                                                        + String.join(
                                                                ", ",
                                                                offered.stream()
                                                                        .map(m -> "." + m.suffix())
                                                                        .toList()))
                                        .refusal());
    }

    private static Map<String, String> values(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach(
                        (name, given) -> {
                            if (given.length > 1) {
                                throw Problem.badRequest("'" + name + "' is given twice").refusal();
                            }
                            if (given[0].length() > LONGEST_VALUE) {
                                throw Problem.badRequest(
                                                "'"
                                                        + name
                                                        + "' has "
                                                        + given[0].length()
                                                        + " chars; no value has more than "
                                                        + LONGEST_VALUE)
                                        .refusal();
                            }
                            values.put(name, given[0]);
                        });
        return values;
    }

    /** The page that is asked for; takes page and size out of the values. */
    private Page page(SavedQuery query, Map<String, String> values) {
        Optional<String> number = Optional.ofNullable(values.remove("page"));
        Optional<String> size = Optional.ofNullable(values.remove("size"));
        if (query.pageSize().isEmpty()) {
            if (number.isPresent() || size.isPresent()) {
                throw Problem.badRequest("'" + query.name() + "' has no pages").refusal();
            }
            return new Page(1, settings.maxRows());
        }
        return new Page(
                number.map(n -> count("page", n, 1_000_000)).orElse(1),
                size.map(s -> count("size", s, settings.maxRows()))
                        .orElse(Math.min(query.pageSize().getAsInt(), settings.maxRows())));
    }

    private static int count(String name, String value, int most) {
        if (!value.matches("[1-9][0-9]{0,8}") || Integer.parseInt(value) > most) {
            throw Problem.badRequest("'" + name + "' is a whole number from 1 to " + most)
                    .refusal();
        }
        return Integer.parseInt(value);
    }

    private boolean ask(
            SavedQuery query,
            Map<String, String> values,
            Page page,
            Media media,
            ByteArrayOutputStream body) {
        if (!turns.take()) {
            throw Problem.busy().refusal();
        }
        try {
            return Txn.calculateRead(
                    data,
                    () -> {
                        Query bound = query.bind(values, "?", data);
                        if (media == Media.QUERY) {
                            body.writeBytes(bound.toString().getBytes(StandardCharsets.UTF_8));
                            return false;
                        }
                        try (QueryResult result = QueryResult.of(bound, page, data)) {
                            return result.write(media.result(), body).more();
                        }
                    });
        } finally {
            turns.giveBack();
        }
    }

    /** RFC 8288: where the pages before and after are. */
    private static Optional<String> links(HttpServletRequest request, Page page, boolean more) {
        List<String> links = new ArrayList<>();
        if (page.number() > 1) {
            links.add(link(request, 1, "first"));
            links.add(link(request, page.number() - 1, "prev"));
        }
        if (more) {
            links.add(link(request, page.number() + 1, "next"));
        }
        return links.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", links));
    }

    private static String link(HttpServletRequest request, long page, String relation) {
        StringBuilder target = new StringBuilder(request.getRequestURI());
        target.append("?page=").append(page);
        request.getParameterMap()
                .forEach(
                        (name, given) -> {
                            if (!name.equals("page")) {
                                target.append('&')
                                        .append(encode(name))
                                        .append('=')
                                        .append(encode(given[0]));
                            }
                        });
        return "<" + target + ">; rel=\"" + relation + "\"";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
