package org.demarche.event;

import java.time.LocalDate;

/**
 * Words read as a time: "late June" up to before token {@code to}, and what they mean on the
 * calendar.
 */
record TimeReading(int to, Meaning meaning) {
    /** What words mean on the calendar; to be given the words. */
    interface Meaning {
        EventDate of(String words);
    }

    /** Words that tell no day, month or year here. */
    static TimeReading unresolved(int to) {
        return new TimeReading(to, EventDate::unresolved);
    }

    static TimeReading day(int to, LocalDate day) {
        return new TimeReading(to, words -> EventDate.day(words, day));
    }
}
