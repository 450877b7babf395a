package org.demarche.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.article.Article;

/** As many different short articles as a test wants. */
public final class News {
    private static final List<String> STATES =
            List.of("Norway", "Iraq", "Peru", "Kenya", "France", "Turkey", "Japan");
    private static final List<String> ACTS =
            List.of(
                    "expelled two diplomats of %s on Monday",
                    "threatened to impose sanctions on %s",
                    "condemned the attack on the embassy of %s",
                    "signed a trade agreement with %s in Geneva",
                    "recalled its ambassador from %s");

    private News() {}

    /** A story of two sentences. */
    public static String story(int number) {
        String one = STATES.get(number % 7);
        String other = STATES.get((number + 1 + number / 7 % 6) % 7);
        return one
                + " "
                + String.format(ACTS.get(number % 5), other)
                + ". Officials of "
                + other
                + " said they would respond within "
                + (number + 2)
                + " days.\n";
    }

    /** Articles news-0, news-1 and so on. */
    public static List<Article> articles(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new Article(
                                        "news-" + i,
                                        Optional.of("Story " + i),
                                        Optional.of(LocalDate.of(2022, 1, 1).plusDays(i % 300)),
                                        Optional.of("Test Wire"),
                                        Optional.empty(),
                                        story(i)))
                .toList();
    }

    /** The same articles in JSON Lines. */
    public static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (Article article : articles(count)) {
            lines.append("{\"id\":\"")
                    .append(article.id())
                    .append("\",\"published\":\"")
                    .append(article.published().orElseThrow())
                    .append("\",\"text\":\"")
                    .append(article.text().strip())
                    .append("\"}\n");
        }
        return lines.toString();
    }
}
