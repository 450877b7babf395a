package org.demarche.event;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.demarche.event.TimeWords.Unit;

/**
 * Reads what is said from the article's day: "yesterday", "last month", "two weeks ago", "until
 * further notice".
 */
final class DeicticReader {
    private final TimeText text;
    private final Optional<LocalDate> published;

    DeicticReader(TimeText text, Optional<LocalDate> published) {
        this.text = text;
        this.published = published;
    }

    Optional<TimeReading> fixed(int at) {
        if (text.is(at, "until", "further", "notice")) {
            return Optional.of(TimeReading.unresolved(at + 3));
        }
        int offset =
                text.is(at, "earlier")
                                || text.is(at, "later")
                                || text.is(at, "late")
                                || text.is(at, "early")
                        ? 1
                        : 0;
        int to = at + offset + 1;
        OptionalInt days =
                switch (text.word(at + offset)) {
                    case "today", "tonight" -> OptionalInt.of(0);
                    case "yesterday" -> OptionalInt.of(-1);
                    case "tomorrow" -> OptionalInt.of(1);
                    case "overnight" ->
                            text.token(at + offset).upos().equals("ADV")
                                    ? OptionalInt.of(0)
                                    : OptionalInt.empty();
                    default -> OptionalInt.empty();
                };
        if (days.isEmpty() && text.is(at, "last", "night")) {
            days = OptionalInt.of(-1);
            to = at + 2;
        }
        if (days.isEmpty()
                && text.is(at + offset, "this")
                && TimeWords.PARTS_OF_DAY.contains(text.word(at + offset + 1))) {
            days = OptionalInt.of(0);
            to = at + offset + 2;
        }
        if (days.isEmpty()) {
            return Optional.empty();
        }
        to += TimeWords.PARTS_OF_DAY.contains(text.word(to)) ? 1 : 0;
        int shift = days.getAsInt();
        int end = to;
        return Optional.of(
                published
                        .map(today -> TimeReading.day(end, today.plusDays(shift)))
                        .orElseGet(() -> TimeReading.unresolved(end)));
    }

    /** "last month", "earlier this year", "next week", "this weekend", "last summer". */
    Optional<TimeReading> deictic(int at) {
        int how =
                at
                        + (text.is(at, "earlier")
                                        || text.is(at, "later")
                                        || text.is(at, "late")
                                        || text.is(at, "early")
                                ? 1
                                : 0);
        int noun = how + 1;
        if (text.is(how, "the", "weekend")) {
            return weekend(noun + 1, "the");
        }
        if (!Set.of("last", "next", "this", "past", "previous", "coming")
                .contains(text.word(how))) {
            return Optional.empty();
        }
        if (text.is(noun, "weekend")) {
            return weekend(noun + 1, text.word(how));
        }
        int step =
                switch (text.word(how)) {
                    case "last", "past", "previous" -> -1;
                    case "next", "coming" -> 1;
                    default -> 0;
                };
        if (TimeWords.SEASONS.contains(text.word(noun))) {
            return Optional.of(counted(noun + 1, Unit.YEAR, text.is(how, "this") ? 0 : step));
        }
        Optional<Unit> unit = TimeWords.Unit.parse(text.word(noun));
        if (unit.isEmpty()
                || text.word(noun).endsWith("s")
                || unit.get() == Unit.HOUR
                || unit.get() == Unit.DAY) {
            return Optional.empty();
        }
        return Optional.of(counted(noun + 1, unit.get(), step));
    }

    private Optional<TimeReading> weekend(int to, String how) {
        if (published.isEmpty()) {
            return Optional.of(TimeReading.unresolved(to));
        }
        LocalDate today = published.get();
        boolean ahead =
                how.equals("next")
                        || how.equals("coming")
                        || how.equals("this")
                                && TimeDirection.of(text.sentence(), text.token(to - 1))
                                        == TimeDirection.AHEAD;
        LocalDate saturday =
                ahead
                        ? today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
                        : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        return Optional.of(
                new TimeReading(
                        to, words -> EventDate.days(words, saturday, saturday.plusDays(1))));
    }

    /** So many units from the article's day, as exact as the unit. */
    private TimeReading counted(int to, Unit unit, int number) {
        if (published.isEmpty()) {
            return TimeReading.unresolved(to);
        }
        LocalDate today = published.get();
        return switch (unit) {
            case DAY -> TimeReading.day(to, today.plusDays(number));
            case WEEK -> {
                YearMonth month = YearMonth.from(today.plusWeeks(number));
                yield new TimeReading(to, words -> EventDate.month(words, month));
            }
            case MONTH -> {
                YearMonth month = YearMonth.from(today).plusMonths(number);
                yield new TimeReading(to, words -> EventDate.month(words, month));
            }
            case YEAR -> {
                Year year = Year.from(today).plusYears(number);
                yield new TimeReading(to, words -> EventDate.year(words, year));
            }
            case HOUR, DECADE, CENTURY -> TimeReading.unresolved(to);
        };
    }

    /** "two weeks ago", "a year earlier", "several days ago". */
    Optional<TimeReading> ago(int at) {
        int number = at;
        number +=
                text.is(at, "about")
                                || text.is(at, "almost")
                                || text.is(at, "nearly")
                                || text.is(at, "just")
                        ? 1
                        : 0;
        boolean vague =
                text.is(number, "several") || text.is(number, "some") || text.is(number, "many");
        int unitAt = number + 1;
        if (text.is(number, "a", "few") || text.is(number, "a", "couple")) {
            vague = true;
            unitAt = number + 2 + (text.is(number + 2, "of") ? 1 : 0);
        }
        OptionalInt count = TimeWords.count(text.word(number));
        if (TimeWords.Unit.parse(text.word(at)).isPresent() && text.word(at).endsWith("s")) {
            vague = true;
            unitAt = at;
        }
        Optional<Unit> unit = TimeWords.Unit.parse(text.word(unitAt));
        if (unit.isEmpty() || !text.is(unitAt + 1, "ago") || (count.isEmpty() && !vague)) {
            return Optional.empty();
        }
        int to = unitAt + 2;
        return Optional.of(
                vague ? TimeReading.unresolved(to) : counted(to, unit.get(), -count.getAsInt()));
    }

    /** "less than a month", "the past two weeks", "the coming days", "three days": words only. */
    Optional<TimeReading> duration(int at) {
        int number = at;
        boolean marked = false;
        if ((text.is(at, "less") || text.is(at, "more") || text.is(at, "fewer"))
                && text.is(at + 1, "than")) {
            number = at + 2;
            marked = true;
        } else if (text.is(at, "the")
                && Set.of("past", "last", "next", "coming", "following")
                        .contains(text.word(at + 1))) {
            number = at + 2;
            marked = true;
        } else if (text.is(at, "recent") || text.is(at, "coming")) {
            number = at + 1;
            marked = true;
        }
        boolean counted =
                TimeWords.count(text.word(number)).isPresent()
                        || text.is(number, "several")
                        || text.is(number, "few");
        int unitAt = counted ? number + 1 : number;
        boolean time =
                TimeWords.Unit.parse(text.word(unitAt)).isPresent()
                        && (marked
                                || counted
                                        && Set.of("in", "within", "for", "after")
                                                .contains(text.word(at - 1)));
        return time ? Optional.of(TimeReading.unresolved(unitAt + 1)) : Optional.empty();
    }
}
