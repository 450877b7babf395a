package org.demarche.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.article.ArticleReader;
import org.demarche.article.ArticleSink;
import org.demarche.article.JsonLinesReader;
import org.demarche.article.TextReader;
import org.demarche.graph.NamedGraph;
import org.demarche.source.InputException;

/** Takes articles while the server runs: reads them and checks their graphs. */
public final class Intake {
    private final Function<Article, NamedGraph> reading;
    private final Function<NamedGraph, List<String>> violations;
    private final Function<String, String> iris;
    private final ObjectMapper json =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * An intake of its parts.
     *
     * @param reading makes an article's graph
     * @param violations what is wrong with a graph
     * @param iris the IRI of an article's id
     */
    public Intake(
            Function<Article, NamedGraph> reading,
            Function<NamedGraph, List<String>> violations,
            Function<String, String> iris) {
        this.reading = reading;
        this.violations = violations;
        this.iris = iris;
    }

    /** Reads articles as {@code build} does. */
    public static Intake of(Pipeline pipeline, Function<String, String> iris) {
        return new Intake(
                article -> {
                    refuseOtherLanguages(article, pipeline);
                    return pipeline.graphOf(article);
                },
                pipeline::violations,
                iris);
    }

    /** Read as English, another language would make events that are nonsense. */
    private static void refuseOtherLanguages(Article article, Pipeline pipeline) {
        Optional<String> language = pipeline.otherLanguage(article);
        if (language.isPresent()) {
            throw new InputException(
                    "article "
                            + article.id()
                            + ": left out, it is not English but '"
                            + language.get()
                            + "'; only English is read");
        }
    }

    /** The graph's name of the article of an id. */
    String iri(String id) {
        return iris.apply(id);
    }

    /** The article of a plain text with header lines. */
    Article parseText(byte[] text) {
        return only(new TextReader(), text);
    }

    /** The article of a JSON object, as a line of a .jsonl file holds it. */
    Article parseJson(byte[] object) {
        JsonNode parsed;
        try {
            parsed = json.readTree(new String(object, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new InputException(
                    "broken JSON: "
                            + e.getOriginalMessage()
                            + "; send one object with a key 'text'",
                    e);
        }
        if (parsed.isMissingNode()) {
            throw new InputException("nothing was sent; send one object with a key 'text'");
        }
        return only(new JsonLinesReader(), parsed.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Article only(ArticleReader reader, byte[] content) {
        Gathering found = new Gathering();
        reader.read(new ByteArrayInputStream(content), "article", found);
        if (!found.problems.isEmpty()) {
            throw found.problems.get(0);
        }
        return found.articles.get(0);
    }

    private static final class Gathering implements ArticleSink {
        private final List<Article> articles = new ArrayList<>();
        private final List<InputException> problems = new ArrayList<>();

        @Override
        public void article(Article article) {
            articles.add(article);
        }

        @Override
        public void problem(InputException problem) {
            problems.add(problem);
        }

        @Override
        public void warning(String line) {
            // Unknown keys do no harm, and an answer has no place to say so.
        }
    }

    /**
     * The article's graph.
     *
     * @throws InputException for one that the shapes do not allow
     */
    NamedGraph graph(Article article) {
        NamedGraph graph = reading.apply(article);
        List<String> wrong = violations.apply(graph);
        if (!wrong.isEmpty()) {
            throw new InputException(
                    "article "
                            + article.id()
                            + ": its graph is not valid: "
                            + String.join("; ", wrong));
        }
        return graph;
    }
}
