package org.demarche.entity;

import java.util.List;
import java.util.Optional;
import org.demarche.article.Span;

/**
 * Words of an article that name somebody or somewhere: "the Swedish embassy in Baghdad", "Baghdad"
 * inside it, "he". Mentions may lie inside others; two never have the same head token.
 *
 * @param sentence index of its sentence
 * @param from index of its first token
 * @param to index behind its last token
 * @param head index of the token that the rest depends on: "embassy"
 * @param actors whom it can name as one who acts: Iraq for "Baghdad", Hungary's and Romania's
 *     officials for "Hungarian and Romanian officials"; empty for what is only a place
 * @param place where it is as a place: Baghdad for "Baghdad", Iraq for "Iraq", and for an embassy
 *     the town that it stands in where the article tells it
 * @param why how it was resolved, for the reader of {@code explain}
 */
public record Mention(
        Span span,
        int sentence,
        int from,
        int to,
        int head,
        Kind kind,
        Reading reading,
        List<Actor> actors,
        Optional<Place> place,
        String why) {
    /** What the words are. */
    public enum Kind {
        /** "Iraq", "Iraqi Prime Minister Mohammed Shia al-Sudani". */
        NAMED,
        /** "the ministry", "two Iraqi soldiers". */
        NOMINAL,
        /** "he", "its", "who". */
        PRONOUN
    }

    /** How the syntax around it takes something that can act and can be a place. */
    public enum Reading {
        /** "Baghdad" in "Baghdad said", "ties with Baghdad". */
        ACTOR,
        /** "Baghdad" in "protesters gathered in Baghdad". */
        PLACE
    }

    public Mention {
        if (from > head || head >= to || sentence < 0) {
            throw new IllegalArgumentException(
                    "bad mention " + from + ".." + to + " with head " + head);
        }
        if (actors.isEmpty() && place.isEmpty()) {
            throw new IllegalArgumentException("mention at " + span + " names nothing");
        }
        actors = List.copyOf(actors);
    }

    public boolean isPlace() {
        return reading == Reading.PLACE && place.isPresent();
    }

    /** Whether the token lies in it. */
    public boolean covers(int token) {
        return from <= token && token < to;
    }
}
