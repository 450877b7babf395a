package org.demarche.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.text.Token;

/**
 * Reads days of a month: "July 20", "20 July 2023", "2023-07-20"; the year that is not said is the
 * nearer one.
 */
final class DateReader {
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Set<String> OF_ATTACK =
            Set.of("attack", "attacks", "hijacker", "hijackers", "terrorist", "terror", "bombing");

    private final TimeText text;
    private final Optional<LocalDate> published;

    DateReader(TimeText text, Optional<LocalDate> published) {
        this.text = text;
        this.published = published;
    }

    /** The "22" of "July 20-22". */
    Optional<TimeReading> sameMonth(int monthAt, int at) {
        Optional<Month> month = text.month(monthAt);
        OptionalInt day = TimeWords.dayOfMonth(text.word(at));
        if (month.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(dated(at, at + 1, Optional.empty(), month.get(), day.getAsInt()));
    }

    /** "July 20", "20 July 2023", "Thursday, July 20, 2023", "the 20th of July". */
    Optional<TimeReading> date(int at) {
        int start = at;
        if (TimeWords.weekday(text.word(start)).isPresent()) {
            start += text.is(start + 1, ",") ? 2 : 1;
            start += text.is(start, "the") ? 1 : 0;
        }
        Optional<Month> month = text.month(start);
        OptionalInt day = TimeWords.dayOfMonth(text.word(start + 1));
        int to = start + 2;
        if (month.isEmpty() || day.isEmpty() || isClock(start + 1)) {
            int of = text.is(start + 1, "of") ? 1 : 0;
            month = text.month(start + 1 + of);
            day = TimeWords.dayOfMonth(text.word(start));
            to = start + 2 + of;
            if (month.isEmpty() || day.isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<Year> year = TimeWords.year(text.word(to));
        if (year.isPresent()) {
            to++;
        } else if (text.is(to, ",") && TimeWords.year(text.word(to + 1)).isPresent()) {
            year = TimeWords.year(text.word(to + 1));
            to += 2;
        }
        return Optional.of(dated(at, to, year, month.get(), day.getAsInt()));
    }

    private boolean isClock(int at) {
        return text.word(at + 1).matches("[ap]\\.?m\\.?") || text.is(at + 1, ":");
    }

    private TimeReading dated(int at, int to, Optional<Year> year, Month month, int day) {
        if (year.isPresent()) {
            return calendarDay(to, year.get().getValue(), month, day);
        }
        if (month == Month.SEPTEMBER && day == 11 && OF_ATTACK.contains(text.word(to))) {
            return calendarDay(to, 2001, month, day);
        }
        if (published.isEmpty()) {
            return TimeReading.unresolved(to);
        }
        LocalDate today = published.get();
        TimeDirection direction = TimeDirection.of(text.sentence(), text.token(headOf(at, to)));
        int best = today.getYear();
        for (int year2 : new int[] {today.getYear() - 1, today.getYear() + 1}) {
            if (isNearer(year2, best, month, day, today, direction)) {
                best = year2;
            }
        }
        return calendarDay(to, best, month, day);
    }

    private static boolean isNearer(
            int year, int best, Month month, int day, LocalDate today, TimeDirection direction) {
        return cost(year, month, day, today, direction) < cost(best, month, day, today, direction);
    }

    /** How far from today, three times as far against the direction of the clause. */
    private static long cost(
            int year, Month month, int day, LocalDate today, TimeDirection direction) {
        LocalDate date = YearMonth.of(year, month).atDay(Math.min(day, 28));
        long days = ChronoUnit.DAYS.between(today, date);
        boolean against =
                direction == TimeDirection.BACK && days > 1
                        || direction == TimeDirection.AHEAD && days < -1;
        return Math.abs(days) * (against ? 3 : 1);
    }

    private TimeReading calendarDay(int to, int year, Month month, int day) {
        try {
            return TimeReading.day(to, LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return TimeReading.unresolved(to);
        }
    }

    /** The token of the range that the others depend on. */
    private int headOf(int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = text.token(i);
            if (token.isRoot() || token.head() < from || token.head() >= to) {
                if (!token.is("punct", "case", "det")) {
                    return i;
                }
            }
        }
        return from;
    }

    Optional<TimeReading> isoDate(int at) {
        if (text.word(at).length() < 4 || TimeWords.year(text.word(at).substring(0, 4)).isEmpty()) {
            return Optional.empty();
        }
        StringBuilder day = new StringBuilder(text.word(at));
        int to = at + 1;
        while (day.length() < 10 && to < text.size()) {
            day.append(text.word(to));
            to++;
        }
        if (!ISO_DAY.matcher(day).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TimeReading.day(to, LocalDate.parse(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
