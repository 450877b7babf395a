package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.demarche.article.Article;
import org.demarche.article.ArticleFiles;
import org.demarche.article.ArticleSink;
import org.demarche.cli.EventReport;
import org.demarche.event.AcceptedTypes;
import org.demarche.event.EventScore;
import org.demarche.event.GoldArticle;
import org.demarche.event.GoldEvents;
import org.demarche.event.ScoreLevel;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;

/**
 * Reads the annotated articles of {@code data/gold}, prints how well, and guards against falling
 * back. Raise the bounds when the program has become better.
 */
class GoldTest {
    @Test
    void annotatedArticlesAreReadAsWellAsBefore() {
        DataFiles files = DataFiles.bundled();
        Pipeline pipeline = Pipeline.load(files);
        List<GoldArticle> gold =
                GoldEvents.read(
                        Path.of("data/gold/events.jsonl"),
                        articles("data/gold/articles.jsonl"),
                        pipeline.ontology());
        EventScore score = new EventScore(AcceptedTypes.load(files, pipeline.ontology()));

        for (GoldArticle each : gold) {
            score.add(each, pipeline.read(each.article()).reading().events());
        }

        new EventReport(score, false)
                .text(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        assertThat(score.articles()).isEqualTo(64);
        SoftAssertions bounds = new SoftAssertions();
        for (ScoreLevel level : ScoreLevel.values()) {
            double least =
                    switch (level) {
                        case EVENT -> .66;
                        case ACTOR -> .54;
                        case RECIPIENT -> .30;
                    };
            bounds.assertThat(score.figures(level).f1())
                    .as("F1 of " + level.label())
                    .isGreaterThanOrEqualTo(least);
        }
        bounds.assertThat(score.factuality()).as("factuality").isGreaterThanOrEqualTo(.89);
        bounds.assertAll();
    }

    private static List<Article> articles(String file) {
        List<Article> articles = new ArrayList<>();
        new ArticleFiles(System.in)
                .read(
                        List.of(file),
                        new ArticleSink() {
                            @Override
                            public void article(Article article) {
                                articles.add(article);
                            }

                            @Override
                            public void problem(InputException problem) {
                                throw problem;
                            }

                            @Override
                            public void warning(String line) {
                                throw new InputException(line);
                            }
                        });
        return articles;
    }
}
