package org.demarche.event;

import java.util.Optional;
import org.demarche.article.Span;
import org.demarche.source.SourceLine;

/**
 * What became of a word that could have made an event: "cut" in "cut interest rates" was not coded,
 * its sense is excluded in data/lexicon/sanction.tsv:88.
 *
 * @param event key of the event that it became or belongs to
 * @param reason in words, for a reader
 */
public record Verdict(
        int sentence, Span word, SourceLine row, Optional<String> event, String reason) {
    public boolean isCoded() {
        return event.isPresent();
    }
}
