package org.demarche.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.article.ArticleSink;
import org.demarche.graph.NamedGraph;
import org.demarche.source.InputException;

/**
 * Takes articles from the readers and makes their graphs. What cannot be read, is too long or makes
 * no valid graph is said and left out.
 */
abstract class ArticleGraphs implements ArticleSink {
    private final Messages messages;
    private final Options.WithData data;
    private final Options.UnderBase base;
    private final Options.Limits limits;
    private Optional<Pipeline> pipeline = Optional.empty();
    private int articles;
    private int problems;

    ArticleGraphs(
            Messages messages,
            Options.WithData data,
            Options.UnderBase base,
            Options.Limits limits) {
        this.messages = messages;
        this.data = data;
        this.base = base;
        this.limits = limits;
    }

    /** Loaded with the first article: a misspelt file name is told at once. */
    Pipeline pipeline() {
        if (pipeline.isEmpty()) {
            messages.detail("loading models and data files");
            pipeline = Optional.of(Pipeline.load(data.files(), base.iris()));
        }
        return pipeline.get();
    }

    /** Takes a valid graph. */
    abstract void graph(NamedGraph graph);

    @Override
    public void article(Article article) {
        if (article.text().length() > limits.chars()) {
            problem(
                    new InputException(
                            String.format(
                                    Locale.ROOT,
                                    "article %s: left out, its %,d chars are more than --max-chars %,d",
                                    article.id(),
                                    article.text().length(),
                                    limits.chars())));
            return;
        }
        graphOf(article)
                .ifPresent(
                        graph -> {
                            graph(graph);
                            articles++;
                        });
    }

    private Optional<NamedGraph> graphOf(Article article) {
        Pipeline reader = pipeline();
        long start = System.nanoTime();
        NamedGraph graph;
        try {
            graph = reader.graphOf(article);
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            // A mistake of ours in one article must not cost a user the thousand others.
            problem(new InputException("article " + article.id() + ": left out, " + e, e));
            return Optional.empty();
        }
        List<String> violations = reader.violations(graph);
        if (!violations.isEmpty()) {
            problem(
                    new InputException(
                            "article "
                                    + article.id()
                                    + ": left out, its graph is not valid\n  "
                                    + String.join("\n  ", violations)));
            return Optional.empty();
        }
        messages.detail(
                String.format(
                        Locale.ROOT,
                        "article %s: %d triples, %.2f s",
                        article.id(),
                        graph.graph().size(),
                        (System.nanoTime() - start) / 1e9));
        return Optional.of(graph);
    }

    @Override
    public void problem(InputException problem) {
        problems++;
        messages.problem(problem.getMessage());
    }

    @Override
    public void warning(String line) {
        messages.note(line);
    }

    int articles() {
        return articles;
    }

    int problems() {
        return problems;
    }

    /** Done, failed for some articles, or wrong input that gave none. */
    int exitCode() {
        if (problems == 0) {
            return Cli.DONE;
        }
        return articles == 0 ? Cli.WRONG : Cli.FAILED;
    }
}
