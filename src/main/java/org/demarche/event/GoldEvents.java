package org.demarche.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demarche.article.Article;
import org.demarche.article.ArticleIds;
import org.demarche.ontology.EventType;
import org.demarche.ontology.Ontology;
import org.demarche.source.InputException;
import org.demarche.source.Nearest;
import org.demarche.source.Problems;
import org.demarche.source.SourceLine;

/**
 * Reads the events that a reader found from JSON Lines, one article a line: {@code
 * {"id":"a1","events":[{"s":0,"trigger":"expelled","class":"SANCTION","actor":["IRQ"],
 * "recipient":["SWE"],"factuality":"actual"}]}}. Other keys are not looked at.
 */
public final class GoldEvents {
    private static final Map<String, Factuality> FACTUALITIES =
            new TreeMap<>(
                    Map.of(
                            "actual", Factuality.ASSERTED,
                            "planned", Factuality.PLANNED,
                            "possible", Factuality.POSSIBLE,
                            "denied", Factuality.DENIED));

    private final ObjectMapper json =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final Map<String, Article> articles = new LinkedHashMap<>();
    private final Set<String> types;
    private final Problems problems = new Problems();

    private GoldEvents(List<Article> articles, Ontology ontology) {
        articles.forEach(article -> this.articles.put(article.id(), article));
        this.types = types(ontology);
    }

    /**
     * The articles of the file, in its order, with their events.
     *
     * @param articles in which the events were found; those that the file has no line for are left
     *     out
     * @throws InputException with all that is wrong in the file, each with its line: JSON that is
     *     broken, keys that are missing, articles and paragraphs that there are not, other classes
     *     than PLOVER's types
     */
    public static List<GoldArticle> read(Path file, List<Article> articles, Ontology ontology) {
        return new GoldEvents(articles, ontology).read(file);
    }

    static Set<String> types(Ontology ontology) {
        Set<String> types = new TreeSet<>();
        ontology.eventTypes().stream().map(EventType::plover).forEach(types::add);
        return types;
    }

    static Optional<Factuality> factuality(String word) {
        return Optional.ofNullable(FACTUALITIES.get(word));
    }

    static String noFactuality(String word) {
        return "factuality '"
                + word
                + "' is not one of "
                + String.join(", ", FACTUALITIES.keySet())
                + Nearest.hint(word, FACTUALITIES.keySet());
    }

    private List<GoldArticle> read(Path file) {
        List<GoldArticle> gold = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            SourceLine where = new SourceLine(file.toString(), i + 1);
            article(lines.get(i), where)
                    .ifPresent(
                            article -> {
                                if (!seen.add(article.article().id())) {
                                    problems.add(
                                            where,
                                            "a second line of article '"
                                                    + article.article().id()
                                                    + "'");
                                }
                                gold.add(article);
                            });
        }
        problems.throwIfAny();
        if (gold.isEmpty()) {
            throw new InputException(file + ": no article in it");
        }
        return List.copyOf(gold);
    }

    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(file + ": no such file");
        }
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new InputException(file + ": not UTF-8", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private Optional<GoldArticle> article(String line, SourceLine where) {
        JsonNode object;
        try {
            object = json.readTree(line);
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            problems.add(
                    where,
                    "broken JSON at column "
                            + column
                            + "; a line is one object such as {\"id\": \"a1\", \"events\": []}");
            return Optional.empty();
        }
        if (!object.path("id").isTextual() || !object.path("events").isArray()) {
            problems.add(where, "not an object with a string 'id' and a list 'events'");
            return Optional.empty();
        }
        String id = object.path("id").asText();
        Optional<Article> article = Optional.ofNullable(articles.get(ArticleIds.own(id)));
        if (article.isEmpty()) {
            problems.add(
                    where,
                    "article '" + id + "' is not among those given" + Nearest.hint(id, ids()));
            return Optional.empty();
        }
        int paragraphs = GoldArticle.paragraphs(article.get().text()).size();
        List<GoldEvent> events = new ArrayList<>();
        for (int i = 0; i < object.path("events").size(); i++) {
            try {
                events.add(event(object.path("events").get(i), paragraphs));
            } catch (InputException e) {
                problems.add(where, "event " + (i + 1) + ": " + e.getMessage());
            }
        }
        return Optional.of(new GoldArticle(article.get(), events));
    }

    private Set<String> ids() {
        return articles.keySet();
    }

    private GoldEvent event(JsonNode event, int paragraphs) {
        JsonNode paragraph = event.path("s");
        if (!paragraph.isIntegralNumber()
                || !paragraph.canConvertToInt()
                || paragraph.asInt() < 0
                || paragraph.asInt() >= paragraphs) {
            throw new InputException(
                    "'s' is no paragraph of the article, 0 to " + (paragraphs - 1));
        }
        String type = string(event, "class");
        if (!types.contains(type)) {
            throw new InputException(
                    "class '" + type + "' is no PLOVER type" + Nearest.hint(type, types));
        }
        String word = string(event, "factuality");
        return new GoldEvent(
                paragraph.asInt(),
                string(event, "trigger"),
                type,
                strings(event, "actor"),
                strings(event, "recipient"),
                factuality(word).orElseThrow(() -> new InputException(noFactuality(word))));
    }

    private static String string(JsonNode event, String key) {
        if (!event.path(key).isTextual()) {
            throw new InputException("no string '" + key + "'");
        }
        return event.path(key).asText();
    }

    private static List<String> strings(JsonNode event, String key) {
        List<String> strings = new ArrayList<>();
        boolean good = event.path(key).isArray();
        for (JsonNode each : event.path(key)) {
            good &= each.isTextual() && !each.asText().isBlank();
            strings.add(each.asText());
        }
        if (!good) {
            throw new InputException("'" + key + "' is no list of codes and names");
        }
        return strings;
    }
}
