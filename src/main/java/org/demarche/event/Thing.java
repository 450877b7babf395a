package org.demarche.event;

import java.util.Optional;
import org.demarche.article.Span;
import org.demarche.entity.Actor;

/**
 * What is acted on and is no actor: "the Swedish embassy" stormed by a crowd, "a copy of the
 * Quran".
 *
 * @param label its words, without the article
 * @param owner whose it is: Sweden
 * @param span where it is named in the text
 */
public record Thing(String label, Optional<Actor> owner, Span span) {
    public Thing {
        if (label.isBlank()) {
            throw new IllegalArgumentException("thing at " + span + " has no label");
        }
    }
}
