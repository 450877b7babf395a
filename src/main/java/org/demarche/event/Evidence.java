package org.demarche.event;

import java.util.Optional;
import org.demarche.article.Span;
import org.demarche.source.SourceLine;

/**
 * The words of the article that an event rests on: the clause "Iraq is threatening to sever ties
 * with Sweden" with the trigger "threatening".
 *
 * @param span the clause or sentence, in the article's text
 * @param quote its exact words
 * @param trigger the word or words within it that made it an event
 * @param row the line of the lexicon that coded it
 */
public record Evidence(Span span, String quote, Span trigger, Optional<SourceLine> row) {
    public Evidence {
        if (quote.length() != span.length()) {
            throw new IllegalArgumentException(
                    "quote of " + quote.length() + " chars at " + span + ": '" + quote + "'");
        }
        if (trigger.length() == 0 || !span.contains(trigger)) {
            throw new IllegalArgumentException("trigger " + trigger + " is not in " + span);
        }
    }

    /** The words of the trigger. */
    public String triggerWords() {
        return quote.substring(trigger.start() - span.start(), trigger.end() - span.start());
    }

    /** The same from the word on that told of the event. */
    Evidence fromTrigger() {
        int start = trigger.start();
        return new Evidence(
                new Span(start, span.end()), quote.substring(start - span.start()), trigger, row);
    }
}
