package org.demarche.event;

import java.util.Optional;
import org.demarche.article.Article;

/**
 * Where the program and a reader disagree.
 *
 * @param sentence the paragraph's words
 * @param gold the reader's event; empty for {@link Kind#EXTRA}
 * @param extracted the program's event; empty for {@link Kind#MISSED}
 */
public record Difference(
        Kind kind,
        Article article,
        int paragraph,
        String sentence,
        Optional<GoldEvent> gold,
        Optional<Event> extracted) {

    /** What is wrong; of parties the first only, since nothing is asked after it. */
    public enum Kind {
        MISSED("missed"),
        EXTRA("extra"),
        ACTOR("actor wrong"),
        RECIPIENT("recipient wrong"),
        FACTUALITY("factuality wrong");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What reports call it: {@code actor wrong}. */
        public String label() {
            return label;
        }
    }
}
