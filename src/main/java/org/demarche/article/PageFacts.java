package org.demarche.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of its story to machines: JSON-LD of a {@code NewsArticle} first, OpenGraph and
 * other metadata next, what readers see last.
 *
 * @param body the story's text as JSON-LD gives it, often without paragraphs
 */
record PageFacts(
        Optional<String> title,
        Optional<LocalDate> published,
        Optional<String> publisher,
        Optional<String> url,
        Optional<String> body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 6;

    static PageFacts of(Document page) {
        Optional<JsonNode> linked =
                page.select("script[type*=ld+json]").stream()
                        .flatMap(script -> objects(script.data()))
                        .findFirst();
        Optional<String> publisher =
                linked.map(o -> o.path("publisher"))
                        .flatMap(p -> value(p.isArray() ? p.path(0) : p, "name"))
                        .or(() -> meta(page, "og:site_name", "application-name", "DC.publisher"));
        return new PageFacts(
                title(page, linked, publisher),
                published(page, linked),
                publisher,
                linked.flatMap(o -> value(o, "url"))
                        .or(() -> attribute(page, "link[rel=canonical]", "href"))
                        .or(() -> meta(page, "og:url"))
                        .filter(url -> url.matches("https?://[^\\s<>\"{}|\\\\^`]+")),
                linked.flatMap(o -> value(o, "articleBody")));
    }

    private static Stream<JsonNode> objects(String script) {
        try {
            return articles(JSON.readTree(script.strip()), 0);
        } catch (JsonProcessingException e) {
            // Broken JSON-LD is common, and the page has its metadata elsewhere too.
            return Stream.empty();
        }
    }

    private static Stream<JsonNode> articles(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return Stream.empty();
        }
        if (node.isArray()) {
            return stream(node).flatMap(each -> articles(each, depth + 1));
        }
        JsonNode type = node.path("@type");
        boolean isArticle =
                (type.isArray() ? stream(type) : Stream.of(type))
                        .anyMatch(t -> t.asText().matches(".*(?:Article|BlogPosting)"));
        return isArticle ? Stream.of(node) : articles(node.path("@graph"), depth + 1);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        Stream.Builder<JsonNode> nodes = Stream.builder();
        array.forEach(nodes::add);
        return nodes.build();
    }

    private static Optional<String> value(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isTextual()
                ? text(org.jsoup.parser.Parser.unescapeEntities(value.asText(), false))
                : Optional.empty();
    }

    private static Optional<String> text(String value) {
        return Optional.of(value.strip()).filter(v -> !v.isEmpty());
    }

    private static Optional<String> title(
            Document page, Optional<JsonNode> linked, Optional<String> publisher) {
        return linked.flatMap(o -> value(o, "headline"))
                .or(() -> meta(page, "og:title", "twitter:title", "DC.title"))
                .or(
                        () ->
                                page.select("h1").stream()
                                        .map(Element::text)
                                        .filter(t -> !t.isBlank())
                                        .findFirst())
                .or(() -> text(page.title()))
                .map(title -> withoutSite(title, publisher))
                .map(title -> title.replaceAll("\\s+", " "));
    }

    /** "Envoys meet | The Herald" without the site's name. */
    private static String withoutSite(String title, Optional<String> publisher) {
        int at =
                Math.max(
                        title.lastIndexOf(" | "),
                        Math.max(title.lastIndexOf(" - "), title.lastIndexOf(" — ")));
        if (at <= 0) {
            return title;
        }
        String tail = title.substring(at + 3).strip();
        boolean isSite =
                title.charAt(at + 1) == '|' || publisher.filter(tail::equalsIgnoreCase).isPresent();
        return isSite ? title.substring(0, at).strip() : title;
    }

    private static Optional<LocalDate> published(Document page, Optional<JsonNode> linked) {
        return linked.flatMap(o -> value(o, "datePublished"))
                .flatMap(PageDates::parse)
                .or(
                        () ->
                                meta(
                                                page,
                                                "article:published_time",
                                                "og:article:published_time",
                                                "datePublished",
                                                "parsely-pub-date",
                                                "sailthru.date",
                                                "pubdate",
                                                "publishdate",
                                                "publish-date",
                                                "date",
                                                "DC.date.issued",
                                                "DC.date",
                                                "cXenseParse:recs:publishtime")
                                        .flatMap(PageDates::parse))
                .or(
                        () ->
                                Stream.of(
                                                "[itemprop=datePublished]",
                                                "time[pubdate]",
                                                "article time",
                                                "time",
                                                "[class~=(?i)(publi|date|time)]")
                                        .flatMap(selector -> page.select(selector).stream())
                                        .flatMap(PageFacts::day)
                                        .findFirst());
    }

    private static Stream<LocalDate> day(Element element) {
        return Stream.of(element.attr("datetime"), element.attr("content"), shown(element))
                .flatMap(value -> PageDates.parse(value).stream());
    }

    private static String shown(Element element) {
        String text = element.text();
        return text.length() > 80 ? "" : text;
    }

    private static Optional<String> meta(Document page, String... names) {
        return Stream.of(names)
                .flatMap(
                        name ->
                                page.select("meta").stream()
                                        .filter(
                                                m ->
                                                        List.of(
                                                                        m.attr("property"),
                                                                        m.attr("name"),
                                                                        m.attr("itemprop"))
                                                                .stream()
                                                                .anyMatch(name::equalsIgnoreCase)))
                .flatMap(m -> text(m.attr("content")).stream())
                .findFirst();
    }

    private static Optional<String> attribute(Document page, String selector, String name) {
        return page.select(selector).stream().flatMap(e -> text(e.attr(name)).stream()).findFirst();
    }
}
