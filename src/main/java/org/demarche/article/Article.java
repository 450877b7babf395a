package org.demarche.article;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One news article. All offsets of the program are into {@code text}, which is what stood below the
 * header lines, unchanged.
 *
 * @param id letters, digits, {@code . _ -}: the article's own or a hash of its text and date
 * @param published the day in the dateline or header
 */
public record Article(
        String id,
        Optional<String> title,
        Optional<LocalDate> published,
        Optional<String> publisher,
        Optional<String> url,
        String text) {
    public Article {
        if (!id.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("bad article id '" + id + "'");
        }
    }
}
