package org.demarche.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.article.ArticleFiles;
import org.demarche.corpus.CorpusReader;
import org.demarche.corpus.Outcome;
import org.demarche.corpus.Reason;
import org.demarche.graph.NamedGraph;

/**
 * Reads articles and takes their graphs. What cannot be read, is too long or makes no valid graph
 * is said and left out.
 */
abstract class ArticleGraphs {
    private final Messages messages;
    private final Options.WithData data;
    private final Options.UnderBase base;
    private final Options.Limits limits;
    private Optional<Pipeline> pipeline = Optional.empty();
    private int articles;
    private int skipped;
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

    /** Whether the article need not be read again. */
    boolean isUnchanged(Article article) {
        return false;
    }

    /** Whether to end early. */
    boolean isEnded() {
        return false;
    }

    /** Reads all files, their articles in parallel. */
    final void read(ArticleFiles reader, List<String> files) {
        try (CorpusReader corpus =
                new CorpusReader(
                        this::pipeline,
                        limits.limits(),
                        limits.selection(this::isUnchanged),
                        limits.threads(),
                        this::outcome,
                        messages::note,
                        this::isEnded)) {
            reader.read(files, corpus);
            corpus.finish();
        }
    }

    void outcome(Outcome outcome) {
        if (outcome instanceof Outcome.Read read) {
            graph(read.graph());
            articles++;
            messages.detail(
                    String.format(
                            Locale.ROOT,
                            "article %s: %d triples, %.2f s",
                            read.id(),
                            read.graph().graph().size(),
                            read.nanos() / 1e9));
        } else if (outcome instanceof Outcome.LeftOut left) {
            if (left.reason().isProblem()) {
                problems++;
                messages.problem(left.why());
            } else {
                skipped++;
                if (left.reason() == Reason.NOT_ENGLISH) {
                    messages.note(left.why());
                } else {
                    messages.detail(left.why());
                }
            }
        }
    }

    int articles() {
        return articles;
    }

    /** How many were left out as asked. */
    int skipped() {
        return skipped;
    }

    int problems() {
        return problems;
    }

    /** Done, failed for some articles, or wrong input that gave none. */
    int exitCode() {
        if (problems == 0) {
            return Cli.DONE;
        }
        return articles + skipped == 0 ? Cli.WRONG : Cli.FAILED;
    }
}
