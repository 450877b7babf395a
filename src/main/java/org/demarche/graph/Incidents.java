package org.demarche.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.article.Article;
import org.demarche.entity.Actor;
import org.demarche.event.Event;

/**
 * Keys that reports of the same event have in common: the storming of the Swedish embassy in
 * Baghdad is {@code StormingOfMission/IRQ/SWE/2023-07-20/baghdad} in every article that tells of
 * it.
 *
 * <p>Event data sets keep one event a day of the same class between the same sides; this key does
 * it without comparing articles. The sides are the states of the participants, or the organisations
 * and people themselves where they have none. An event without any words for its date is taken to
 * be of the day of the article; one whose date is known by its words only has no key, nor has one
 * of which neither a side nor the place is known.
 */
final class Incidents {
    private static final String NONE = "-";

    private Incidents() {}

    static Optional<String> key(Article article, Event event) {
        Optional<String> date =
                event.date().isPresent()
                        ? event.date().get().value()
                        : article.published().map(Object::toString);
        String actors = side(event.actors());
        String recipients = side(event.recipients());
        String place = event.place().map(p -> lastPart(p.key())).orElse(NONE);
        if (date.isEmpty()
                || (actors.equals(NONE) && recipients.equals(NONE) && place.equals(NONE))) {
            return Optional.empty();
        }
        return Optional.of(
                String.join("/", event.type().name(), actors, recipients, date.get(), place));
    }

    private static String side(List<Actor> actors) {
        String side =
                actors.stream()
                        .map(actor -> actor.state().orElse(actor))
                        .map(
                                actor ->
                                        actor.known()
                                                ? lastPart(actor.key())
                                                : Iris.slug(actor.name()))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("+"));
        return side.isEmpty() ? NONE : side;
    }

    private static String lastPart(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
