package org.demarche.corpus;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.demarche.article.Article;

/**
 * Which of the articles that are found are read.
 *
 * @param since the first day wanted; articles without a date are read too
 * @param limit how many are read at most
 * @param unchanged tells the articles that need not be read again
 */
public record Selection(
        Optional<LocalDate> since, Optional<Integer> limit, Predicate<Article> unchanged) {
    /** All of them. */
    public static final Selection ALL =
            new Selection(Optional.empty(), Optional.empty(), article -> false);

    boolean isTooEarly(Article article) {
        return since.isPresent()
                && article.published().map(day -> day.isBefore(since.get())).orElse(false);
    }
}
