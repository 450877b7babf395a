package org.demarche.event;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;

/**
 * Reads days of the week: "Thursday", "next Monday", "early Friday morning"; the past or the coming
 * one by the tense of the clause.
 */
final class WeekdayReader {
    private static final Set<String> FEAST_WORDS =
            Set.of("black", "good", "bloody", "ash", "palm", "easter", "holy");

    private final TimeText text;
    private final Optional<LocalDate> published;

    WeekdayReader(TimeText text, Optional<LocalDate> published) {
        this.text = text;
        this.published = published;
    }

    Optional<TimeReading> weekday(int at) {
        int name = at;
        String how = "";
        if (text.is(at, "last")
                || text.is(at, "next")
                || text.is(at, "this")
                || text.is(at, "past")
                || text.is(at, "coming")) {
            how = text.word(at);
            name = at + 1;
        } else if (TimeWords.EARLY_OR_LATE.contains(text.word(at))) {
            name = at + 1;
        }
        Optional<DayOfWeek> day = TimeWords.weekday(text.word(name));
        if (day.isEmpty()
                || FEAST_WORDS.contains(text.word(name - 1))
                || !Character.isUpperCase(text.token(name).form().charAt(0))) {
            return Optional.empty();
        }
        int to = name + 1;
        if (TimeWords.PARTS_OF_DAY.contains(text.word(to))) {
            to++;
        }
        boolean repeated = text.word(name).endsWith("days");
        if (published.isEmpty() || repeated) {
            return Optional.of(TimeReading.unresolved(to));
        }
        return Optional.of(TimeReading.day(to, weekdayNear(name, day.get(), how)));
    }

    private LocalDate weekdayNear(int at, DayOfWeek day, String how) {
        LocalDate today = published.orElseThrow();
        LocalDate back = today.with(TemporalAdjusters.previousOrSame(day));
        LocalDate ahead = today.with(TemporalAdjusters.nextOrSame(day));
        return switch (how) {
            case "last", "past" -> today.with(TemporalAdjusters.previous(day));
            case "next", "coming" -> today.with(TemporalAdjusters.next(day));
            default ->
                    switch (TimeDirection.of(text.sentence(), text.token(at))) {
                        case AHEAD -> ahead;
                        case BACK, EITHER -> how.equals("this") ? ahead : back;
                    };
        };
    }
}
