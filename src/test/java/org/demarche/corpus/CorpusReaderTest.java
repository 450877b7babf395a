package org.demarche.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.graph.NamedGraph;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorpusReaderTest {
    private static Pipeline pipeline;

    @BeforeAll
    static void load() {
        pipeline = Pipeline.load(DataFiles.bundled());
    }

    private static Article article(String id, String day, String text) {
        return new Article(
                id,
                Optional.empty(),
                Optional.of(LocalDate.parse(day)),
                Optional.empty(),
                Optional.empty(),
                text);
    }

    private static List<Outcome> read(
            int threads, Limits limits, Selection selection, List<Article> articles) {
        List<Outcome> outcomes = new ArrayList<>();
        try (CorpusReader reader =
                new CorpusReader(
                        () -> pipeline,
                        limits,
                        selection,
                        threads,
                        outcomes::add,
                        warning -> {},
                        () -> false)) {
            articles.forEach(reader::article);
            reader.finish();
        }
        return outcomes;
    }

    private static List<Outcome> read(Selection selection, List<Article> articles) {
        return read(2, Limits.USUAL, selection, articles);
    }

    private static List<String> graphs(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(o -> ((Outcome.Read) o).graph())
                .map(CorpusReaderTest::text)
                .toList();
    }

    private static String text(NamedGraph graph) {
        return String.join("\n", graph.quads().map(Object::toString).sorted().toList());
    }

    private static List<Outcome.LeftOut> leftOut(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(o -> o instanceof Outcome.LeftOut)
                .map(o -> (Outcome.LeftOut) o)
                .toList();
    }

    @Test
    void numberOfThreadsDoesNotChangeTheResult() {
        List<Article> articles = new ArrayList<>(News.articles(40));
        articles.add(5, article("long", "2022-02-02", News.story(1).repeat(60)));

        List<String> alone = graphs(read(1, Limits.USUAL, Selection.ALL, articles));
        List<String> together = graphs(read(4, Limits.USUAL, Selection.ALL, articles));

        assertThat(alone).hasSize(41).isEqualTo(together);
    }

    @Test
    void moreArticlesThanAreUnderWayAtOnceAreAllRead() {
        List<Article> articles = News.articles(230);

        List<Outcome> outcomes = read(3, Limits.USUAL, Selection.ALL, articles);

        assertThat(outcomes)
                .extracting(o -> ((Outcome.Read) o).id())
                .isEqualTo(articles.stream().map(Article::id).toList());
    }

    @Test
    void articleOverALimitIsLeftOutAndTheOthersAreRead() {
        List<Article> articles =
                List.of(
                        article("wide", "2022-02-02", "x".repeat(2_001)),
                        article("many", "2022-02-02", "Envoys met in Oslo. ".repeat(40)),
                        article("good", "2022-02-02", "Norway expelled two envoys."));

        List<Outcome> outcomes =
                read(2, new Limits(2_000, 30, Limits.USUAL.time()), Selection.ALL, articles);

        assertThat(outcomes).hasSize(3);
        assertThat(leftOut(outcomes))
                .extracting(Outcome.LeftOut::reason)
                .containsExactly(Reason.TOO_LONG, Reason.TOO_LONG);
        assertThat(leftOut(outcomes))
                .extracting(Outcome.LeftOut::why)
                .containsExactly(
                        "article wide: left out, its 2,001 chars are more than --max-chars 2,000",
                        "article many: left out, its 40 sentences are more than --max-sentences 30");
    }

    @Test
    void articleThatTakesTooLongIsLeftOutAndTheOthersAreRead() {
        Article slow = article("slow", "2022-02-02", News.story(3).repeat(1_500));
        Article quick = article("quick", "2022-02-02", "Norway expelled two envoys.");

        List<Outcome> outcomes =
                read(
                        1,
                        new Limits(1_000_000, 5_000, Duration.ofSeconds(1)),
                        Selection.ALL,
                        List.of(slow, quick));

        assertThat(leftOut(outcomes))
                .singleElement()
                .satisfies(l -> assertThat(l.reason()).isEqualTo(Reason.TOO_SLOW))
                .satisfies(
                        l -> assertThat(l.why()).startsWith("article slow: left out, its reading"));
        assertThat(outcomes).last().isInstanceOf(Outcome.Read.class);
    }

    @Test
    void articleInAnotherLanguageIsLeftOutAndSaidSo() {
        String french =
                "La ministre a rencontré lundi les envoyés du Pérou à Genève. Selon un porte-parole, les "
                        + "discussions ont été franches, mais aucun accord n'a été trouvé sur les droits de pêche.";

        List<Outcome.LeftOut> left =
                leftOut(read(Selection.ALL, List.of(article("foreign", "2022-02-02", french))));

        assertThat(left)
                .singleElement()
                .satisfies(l -> assertThat(l.reason()).isEqualTo(Reason.NOT_ENGLISH))
                .satisfies(l -> assertThat(l.why()).endsWith("it is not English but 'fra'"));
    }

    @Test
    void oldAndUnchangedArticlesAreNotRead() {
        Predicate<Article> unchanged = article -> article.id().equals("same");
        Selection selection =
                new Selection(Optional.of(LocalDate.of(2022, 1, 1)), Optional.empty(), unchanged);

        List<Outcome> outcomes =
                read(
                        selection,
                        List.of(
                                article("old", "2021-12-31", "Envoys met."),
                                article("same", "2022-01-01", "Envoys met."),
                                article("new", "2022-01-01", "Envoys met.")));

        assertThat(leftOut(outcomes))
                .extracting(Outcome.LeftOut::reason)
                .containsExactly(Reason.EARLIER, Reason.UNCHANGED);
        assertThat(leftOut(outcomes)).noneMatch(left -> left.reason().isProblem());
        assertThat(outcomes).hasSize(3);
    }

    @Test
    void articleIsReadWhenAnotherVersionOfItIsUnderWay() {
        Predicate<Article> unchanged = article -> article.text().startsWith("Envoys");
        Selection selection = new Selection(Optional.empty(), Optional.empty(), unchanged);

        List<Outcome> outcomes =
                read(
                        selection,
                        List.of(
                                article("a", "2022-01-01", "Norway expelled two envoys."),
                                article("a", "2022-01-01", "Envoys met.")));

        assertThat(outcomes).hasSize(2).allMatch(o -> o instanceof Outcome.Read);
    }

    @Test
    void limitCountsTheArticlesThatAreRead() {
        Selection selection =
                new Selection(
                        Optional.empty(), Optional.of(2), article -> article.id().equals("news-0"));

        List<Outcome> outcomes = read(selection, News.articles(9));

        assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Read)).hasSize(2);
    }

    @Test
    @SuppressWarnings("NullOptional")
    void mistakeInOneArticleDoesNotCostTheOthers() {
        List<Outcome> outcomes = new ArrayList<>();
        try (CorpusReader reader =
                new CorpusReader(
                        () -> pipeline,
                        Limits.USUAL,
                        Selection.ALL,
                        2,
                        outcomes::add,
                        warning -> {},
                        () -> false)) {
            reader.article(article("good", "2022-01-01", "Envoys met."));
            reader.problem(new InputException("news.jsonl:2: broken JSON"));
            // A component that is null is a mistake of a reader, as any other mistake is.
            reader.article(
                    new Article(
                            "bad",
                            null,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "Envoys met."));
            reader.article(article("next", "2022-01-01", "Envoys left."));
            reader.finish();
        }

        assertThat(outcomes.stream().filter(o -> o instanceof Outcome.Read)).hasSize(2);
        assertThat(leftOut(outcomes)).hasSize(2).allMatch(left -> left.reason().isProblem());
    }
}
