package org.demarche.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One event with all that is said of it in words, as tables and records of events have it.
 *
 * @param date day, month or year of its own; empty where the article gives none
 * @param factuality Asserted, Planned, Possible or Denied
 * @param modes PLOVER modes, without the type in front: expel
 * @param contexts PLOVER contexts: diplomatic
 * @param contents IRIs of the events that are threatened, promised, demanded…
 * @param conditions IRIs of the events that it hangs on
 * @param counts of people: size, killed, injured
 * @param quote the words that it rests on, empty where there are none
 */
record EventRecord(
        String iri,
        EventKind kind,
        String factuality,
        List<Party> actors,
        List<Party> recipients,
        List<String> objects,
        Optional<Site> place,
        Optional<String> date,
        Optional<String> dateText,
        List<String> modes,
        List<String> contexts,
        List<String> contents,
        List<String> conditions,
        List<Party> saidBy,
        List<Party> reportedBy,
        Optional<String> incident,
        Map<String, Long> counts,
        Optional<Double> confidence,
        String quote,
        Source source) {

    /** Its own date, or the day its article appeared. */
    Optional<String> when() {
        return date.or(source::issued);
    }

    /** Who acts on whom; of a reciprocal act each two of its parties, once, in their order. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < actors.size(); i++) {
            List<Party> others =
                    recipients.isEmpty() ? actors.subList(i + 1, actors.size()) : recipients;
            for (Party other : others) {
                pairs.add(new Pair(actors.get(i), other));
            }
        }
        return pairs;
    }

    /** One actor towards another. */
    record Pair(Party actor, Party recipient) {}
}
