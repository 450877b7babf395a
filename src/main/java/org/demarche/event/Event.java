package org.demarche.event;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.demarche.entity.Actor;
import org.demarche.entity.Place;
import org.demarche.ontology.EventType;

/**
 * Something that an article says somebody does to somebody: the threat in "Iraq is threatening to
 * sever ties with Sweden if the burning goes ahead", of which the severance is the content and the
 * burning the condition, each an event of its own.
 *
 * @param key names the event within its article; the same article always gives the same key
 * @param mode PLOVER mode of its type: relations
 * @param contexts PLOVER contexts: diplomatic
 * @param actors who acts; all parties where the act is mutual
 * @param recipients to or against whom
 * @param objects what is acted on and is no actor
 * @param contents keys of the events that are threatened, promised, demanded, denied
 * @param conditions keys of the events that it hangs on
 * @param attributions from the first speaker to the last outlet that passed it on
 * @param ordinal 2 in "for the second time"
 * @param evidence in reading order, at least one
 * @param confidence 0 to 1
 */
public record Event(
        String key,
        EventType type,
        Optional<String> mode,
        List<String> contexts,
        List<Actor> actors,
        List<Actor> recipients,
        List<Thing> objects,
        Optional<Place> place,
        Optional<EventDate> date,
        Factuality factuality,
        List<String> contents,
        List<String> conditions,
        List<Attribution> attributions,
        OptionalInt ordinal,
        Quantities quantities,
        List<Evidence> evidence,
        double confidence) {
    public Event {
        if (!key.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("bad event key '" + key + "'");
        }
        contexts = List.copyOf(contexts);
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
        objects = List.copyOf(objects);
        contents = List.copyOf(contents);
        conditions = List.copyOf(conditions);
        attributions = List.copyOf(attributions);
        evidence = List.copyOf(evidence);
        if (contents.contains(key) || conditions.contains(key)) {
            throw new IllegalArgumentException(
                    "event '" + key + "' is its own content or condition");
        }
        if (ordinal.orElse(1) < 1) {
            throw new IllegalArgumentException("bad ordinal " + ordinal.getAsInt());
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("event '" + key + "' has no evidence");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
        }
    }

    /** The same on another day, as an event of its own. */
    Event on(EventDate day, String ownKey) {
        return copy(
                ownKey, type, mode, Optional.of(day), factuality, contents, conditions, evidence);
    }

    /**
     * The act that the event promises or threatens, as an event of its own: "withdraw its troops"
     * of "Uganda will withdraw its troops".
     */
    Event promised(EventType act, Optional<String> actMode, String ownKey) {
        return copy(
                ownKey,
                act,
                actMode,
                date,
                Factuality.PLANNED,
                List.of(),
                List.of(),
                evidence.stream().map(Evidence::fromTrigger).toList());
    }

    private Event copy(
            String ownKey,
            EventType ownType,
            Optional<String> ownMode,
            Optional<EventDate> day,
            Factuality real,
            List<String> about,
            List<String> under,
            List<Evidence> words) {
        return new Event(
                ownKey,
                ownType,
                ownMode,
                contexts,
                actors,
                recipients,
                objects,
                place,
                day,
                real,
                about,
                under,
                attributions,
                ordinal,
                quantities,
                words,
                confidence);
    }
}
