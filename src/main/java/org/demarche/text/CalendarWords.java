package org.demarche.text;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of days, months and feasts, which are written like names, and spans of time. */
public final class CalendarWords {
    private static final Set<String> DAYS = namesOf(DayOfWeek.values());
    private static final Set<String> MONTHS = namesOf(Month.values());
    private static final Set<String> FEASTS = Set.of("christmas", "easter", "ramadan");

    private static final Set<String> SPANS =
            Set.of(
                    "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
                    "months", "year", "years");

    private CalendarWords() {}

    private static Set<String> namesOf(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(v -> v.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a word in lower case is the name of a day of the week. */
    public static boolean isDay(String word) {
        return DAYS.contains(word);
    }

    /** Whether a word in lower case is the full name of a day, a month or a feast. */
    public static boolean isName(String word) {
        return DAYS.contains(word) || MONTHS.contains(word) || FEASTS.contains(word);
    }

    /** Whether a word in lower case names a span of time that one can be given: "week", "hours". */
    public static boolean isSpan(String word) {
        return SPANS.contains(word);
    }
}
