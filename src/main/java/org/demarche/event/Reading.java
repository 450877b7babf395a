package org.demarche.event;

import java.util.List;

/**
 * What an article says: its events, and for each word that could have made one what became of it.
 */
public record Reading(List<Event> events, List<Verdict> verdicts) {
    public Reading {
        events = List.copyOf(events);
        verdicts = List.copyOf(verdicts);
    }
}
