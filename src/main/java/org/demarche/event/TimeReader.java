package org.demarche.event;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.article.Span;
import org.demarche.event.TimeWords.Unit;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** Reads the time expressions of one sentence from left to right, the longest at each word. */
final class TimeReader {
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> YEAR_PREPOSITIONS =
            Set.of(
                    "in", "since", "by", "until", "till", "from", "during", "through", "to", "of",
                    "before", "after", "early", "late", "mid", "around", "between", "and");
    private static final Set<String> FEAST_WORDS =
            Set.of("black", "good", "bloody", "ash", "palm", "easter", "holy");
    private static final Set<String> EARLY_OR_LATE =
            Set.of("early", "late", "mid", "earlier", "later", "mid-");
    private static final Set<String> OF_ATTACK =
            Set.of("attack", "attacks", "hijacker", "hijackers", "terrorist", "terror", "bombing");

    private final Sentence sentence;
    private final Optional<LocalDate> published;
    private final List<String> words;

    /** A match: the index behind its last token and what it means. */
    private record Reading(int to, Meaning meaning) {}

    /** What words mean on the calendar; to be given the words. */
    private interface Meaning {
        EventDate of(String words);
    }

    TimeReader(Sentence sentence, Optional<LocalDate> published) {
        this.sentence = sentence;
        this.published = published;
        this.words =
                sentence.tokens().stream().map(t -> t.form().toLowerCase(Locale.ROOT)).toList();
    }

    List<TimeExpression> read() {
        List<TimeExpression> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Reading> reading = readAt(at);
            if (reading.isPresent()) {
                found.add(expression(at, reading.get()));
                at = reading.get().to();
            } else {
                at++;
            }
        }
        return found;
    }

    private TimeExpression expression(int from, Reading reading) {
        Span span = sentence.token(from).span().union(sentence.token(reading.to() - 1).span());
        StringBuilder text = new StringBuilder();
        for (int i = from; i < reading.to(); i++) {
            boolean space =
                    i > from
                            && sentence.token(i - 1).span().end()
                                    < sentence.token(i).span().start();
            text.append(space ? " " : "").append(sentence.token(i).form());
        }
        return new TimeExpression(span, from, reading.to(), reading.meaning().of(text.toString()));
    }

    private String word(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    private boolean is(int at, String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!word(at + i).equals(expected[i])) {
                return false;
            }
        }
        return true;
    }

    private Optional<Reading> readAt(int at) {
        return range(at)
                .or(() -> fixed(at))
                .or(() -> hoursOf(at))
                .or(() -> date(at))
                .or(() -> isoDate(at))
                .or(() -> weekday(at))
                .or(() -> monthOnly(at))
                .or(() -> deictic(at))
                .or(() -> ago(at))
                .or(() -> duration(at))
                .or(() -> decade(at))
                .or(() -> year(at));
    }

    private static Meaning unresolved() {
        return EventDate::unresolved;
    }

    private Reading dayReading(int to, LocalDate day) {
        return new Reading(to, text -> EventDate.day(text, day));
    }

    // ---- full and partial dates

    /** "from July 20 to July 22", "July 20-22", "between Monday and Friday". */
    private Optional<Reading> range(int at) {
        if (is(at, "from") || is(at, "between")) {
            return Optional.empty(); // the words begin behind the preposition
        }
        boolean opened = is(at - 1, "from") || is(at - 1, "between");
        Optional<Reading> first = date(at).or(() -> weekday(at));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int joint = first.get().to();
        boolean dash = is(joint, "-") || is(joint, "–");
        boolean to =
                is(joint, "to")
                        || is(joint, "until")
                        || is(joint, "till")
                        || is(joint, "through")
                        || is(joint, "and") && is(at - 1, "between");
        if (!dash && !(opened && to)) {
            return Optional.empty();
        }
        Optional<Reading> second =
                date(joint + 1).or(() -> weekday(joint + 1)).or(() -> sameMonth(at, joint + 1));
        if (second.isEmpty()) {
            return Optional.empty();
        }
        Meaning from = first.get().meaning();
        Meaning until = second.get().meaning();
        return Optional.of(
                new Reading(second.get().to(), text -> days(text, from.of(text), until.of(text))));
    }

    private static EventDate days(String text, EventDate first, EventDate last) {
        boolean days =
                first.precision() == EventDate.Precision.DAY
                        && last.precision() == EventDate.Precision.DAY;
        if (!days) {
            return first;
        }
        LocalDate from = LocalDate.parse(first.value().orElseThrow());
        LocalDate to = LocalDate.parse(last.value().orElseThrow());
        LocalDate end = to.isBefore(from) ? to.plusWeeks(1) : to;
        return end.isBefore(from) ? first : EventDate.days(text, from, end);
    }

    /** The "22" of "July 20-22". */
    private Optional<Reading> sameMonth(int monthAt, int at) {
        Optional<Month> month = month(monthAt);
        OptionalInt day = TimeWords.dayOfMonth(word(at));
        if (month.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(dated(at, at + 1, Optional.empty(), month.get(), day.getAsInt()));
    }

    /** "July 20", "20 July 2023", "Thursday, July 20, 2023", "the 20th of July". */
    private Optional<Reading> date(int at) {
        int start = at;
        if (TimeWords.weekday(word(start)).isPresent()) {
            start += is(start + 1, ",") ? 2 : 1;
            start += is(start, "the") ? 1 : 0;
        }
        Optional<Month> month = month(start);
        OptionalInt day = TimeWords.dayOfMonth(word(start + 1));
        int to = start + 2;
        if (month.isEmpty() || day.isEmpty() || isClock(start + 1)) {
            int of = is(start + 1, "of") ? 1 : 0;
            month = month(start + 1 + of);
            day = TimeWords.dayOfMonth(word(start));
            to = start + 2 + of;
            if (month.isEmpty() || day.isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<Year> year = TimeWords.year(word(to));
        if (year.isPresent()) {
            to++;
        } else if (is(to, ",") && TimeWords.year(word(to + 1)).isPresent()) {
            year = TimeWords.year(word(to + 1));
            to += 2;
        }
        return Optional.of(dated(at, to, year, month.get(), day.getAsInt()));
    }

    private boolean isClock(int at) {
        return word(at + 1).matches("[ap]\\.?m\\.?") || is(at + 1, ":");
    }

    private Reading dated(int at, int to, Optional<Year> year, Month month, int day) {
        if (year.isPresent()) {
            return calendarDay(to, year.get().getValue(), month, day);
        }
        if (month == Month.SEPTEMBER && day == 11 && OF_ATTACK.contains(word(to))) {
            return calendarDay(to, 2001, month, day);
        }
        if (published.isEmpty()) {
            return new Reading(to, unresolved());
        }
        LocalDate today = published.get();
        TimeDirection direction = TimeDirection.of(sentence, sentence.token(headOf(at, to)));
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

    private Reading calendarDay(int to, int year, Month month, int day) {
        try {
            return dayReading(to, LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return new Reading(to, unresolved());
        }
    }

    /** The token of the range that the others depend on. */
    private int headOf(int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = sentence.token(i);
            if (token.isRoot() || token.head() < from || token.head() >= to) {
                if (!token.is("punct", "case", "det")) {
                    return i;
                }
            }
        }
        return from;
    }

    private Optional<Reading> isoDate(int at) {
        if (word(at).length() < 4 || TimeWords.year(word(at).substring(0, 4)).isEmpty()) {
            return Optional.empty();
        }
        StringBuilder day = new StringBuilder(word(at));
        int to = at + 1;
        while (day.length() < 10 && to < words.size()) {
            day.append(word(to));
            to++;
        }
        if (!ISO_DAY.matcher(day).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(dayReading(to, LocalDate.parse(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** "the early hours of July 20", "the night of Thursday", "the end of June". */
    private Optional<Reading> hoursOf(int at) {
        int noun = at + (is(at, "the") ? 1 : 0);
        if (noun == at) {
            return Optional.empty();
        }
        noun += EARLY_OR_LATE.contains(word(noun)) || is(noun, "small") || is(noun, "very") ? 1 : 0;
        boolean time =
                is(noun, "hours")
                        || TimeWords.PARTS_OF_DAY.contains(word(noun))
                        || is(noun, "end")
                        || is(noun, "beginning")
                        || is(noun, "start")
                        || is(noun, "middle")
                        || is(noun, "eve");
        if (!time || !is(noun + 1, "of")) {
            return Optional.empty();
        }
        int inner = noun + 2;
        boolean eve = is(noun, "eve");
        return date(inner)
                .or(() -> weekday(inner))
                .or(() -> monthOnly(inner))
                .or(() -> year(inner))
                .or(() -> deictic(inner))
                .map(r -> eve ? new Reading(r.to(), unresolved()) : r);
    }

    // ---- days of the week

    private Optional<Reading> weekday(int at) {
        int name = at;
        String how = "";
        if (is(at, "last")
                || is(at, "next")
                || is(at, "this")
                || is(at, "past")
                || is(at, "coming")) {
            how = word(at);
            name = at + 1;
        } else if (EARLY_OR_LATE.contains(word(at))) {
            name = at + 1;
        }
        Optional<DayOfWeek> day = TimeWords.weekday(word(name));
        if (day.isEmpty()
                || FEAST_WORDS.contains(word(name - 1))
                || !Character.isUpperCase(sentence.token(name).form().charAt(0))) {
            return Optional.empty();
        }
        int to = name + 1;
        if (TimeWords.PARTS_OF_DAY.contains(word(to))) {
            to++;
        }
        boolean repeated = word(name).endsWith("days");
        if (published.isEmpty() || repeated) {
            return Optional.of(new Reading(to, unresolved()));
        }
        return Optional.of(dayReading(to, weekdayNear(name, day.get(), how)));
    }

    private LocalDate weekdayNear(int at, DayOfWeek day, String how) {
        LocalDate today = published.orElseThrow();
        LocalDate back = today.with(TemporalAdjusters.previousOrSame(day));
        LocalDate ahead = today.with(TemporalAdjusters.nextOrSame(day));
        return switch (how) {
            case "last", "past" -> today.with(TemporalAdjusters.previous(day));
            case "next", "coming" -> today.with(TemporalAdjusters.next(day));
            default ->
                    switch (TimeDirection.of(sentence, sentence.token(at))) {
                        case AHEAD -> ahead;
                        case BACK, EITHER -> how.equals("this") ? ahead : back;
                    };
        };
    }

    // ---- months and years

    private Optional<Month> month(int at) {
        if (at >= words.size() || at < 0) {
            return Optional.empty();
        }
        Token token = sentence.token(at);
        boolean name =
                Character.isUpperCase(token.form().charAt(0))
                        && (token.upos().equals("PROPN")
                                || token.xpos().startsWith("NNP")
                                || word(at).endsWith("."));
        return name ? TimeWords.month(word(at)) : Optional.empty();
    }

    /** "June", "late June", "June 2003", "last June", "mid-June". */
    private Optional<Reading> monthOnly(int at) {
        int name = at;
        String how = "";
        if (is(at, "last") || is(at, "next") || is(at, "this")) {
            how = word(at);
            name++;
        } else if (EARLY_OR_LATE.contains(word(at))) {
            name++;
            name += is(name, "-") || is(name, "in") || is(name, "this") ? 1 : 0;
        }
        Optional<Month> month = month(name);
        if (word(at).startsWith("mid-")) {
            month = TimeWords.month(word(at).substring(4));
        }
        boolean bare = name == at && !word(at).startsWith("mid-");
        if (month.isEmpty() || bare && isPersonName(at)) {
            return Optional.empty();
        }
        int to = name + 1;
        to += is(to, ",") && TimeWords.year(word(to + 1)).isPresent() ? 1 : 0;
        to += is(to, "of") && TimeWords.year(word(to + 1)).isPresent() ? 1 : 0;
        Optional<Year> year = TimeWords.year(word(to));
        if (year.isPresent()) {
            YearMonth full = year.get().atMonth(month.get());
            return Optional.of(new Reading(to + 1, text -> EventDate.month(text, full)));
        }
        to = name + 1;
        if (published.isEmpty()) {
            return Optional.of(new Reading(to, unresolved()));
        }
        YearMonth near = monthNear(name, month.get(), how);
        return Optional.of(new Reading(to, text -> EventDate.month(text, near)));
    }

    /** "May" and "March" without a preposition can be names and words of other sense. */
    private boolean isPersonName(int at) {
        Month month = TimeWords.month(word(at)).orElseThrow();
        boolean ambiguous =
                Set.of(Month.MAY, Month.MARCH, Month.APRIL, Month.JUNE, Month.AUGUST)
                        .contains(month);
        boolean preposition =
                Set.of(
                                "in", "since", "until", "by", "during", "of", "from", "for", "to",
                                "through", "and", "before", "after", "between", "till", "mid",
                                "around")
                        .contains(word(at - 1));
        return ambiguous && !preposition && TimeWords.year(word(at + 1)).isEmpty();
    }

    private YearMonth monthNear(int at, Month month, String how) {
        YearMonth today = YearMonth.from(published.orElseThrow());
        YearMonth same = YearMonth.of(today.getYear(), month);
        YearMonth back = same.isAfter(today) ? same.minusYears(1) : same;
        YearMonth ahead = same.isBefore(today) ? same.plusYears(1) : same;
        return switch (how) {
            case "last" -> back.equals(today) ? back.minusYears(1) : back;
            case "next" -> ahead.equals(today) ? ahead.plusYears(1) : ahead;
            case "this" -> same;
            default ->
                    switch (TimeDirection.of(sentence, sentence.token(at))) {
                        case AHEAD -> ahead;
                        case BACK, EITHER -> back;
                    };
        };
    }

    private Optional<Reading> year(int at) {
        int name = at + (EARLY_OR_LATE.contains(word(at)) ? 1 : 0);
        name += name > at && is(name, "-") ? 1 : 0;
        Optional<Year> year = TimeWords.year(word(name));
        if (year.isEmpty()) {
            return Optional.empty();
        }
        boolean dated = YEAR_PREPOSITIONS.contains(word(name - 1)) || name > at;
        boolean modifier =
                (is(at - 1, "the") || is(at - 1, "a") || word(at - 1).equals("'s"))
                        && name + 1 < words.size()
                        && sentence.token(name + 1).upos().matches("NOUN|ADJ|PROPN");
        boolean counted =
                name + 1 < words.size()
                        && sentence.token(name).is("nummod")
                        && sentence.token(name + 1).xpos().equals("NNS")
                        && !modifier;
        if (!(dated || modifier) || counted) {
            return Optional.empty();
        }
        return Optional.of(new Reading(name + 1, text -> EventDate.year(text, year.get())));
    }

    /** "the 1990s": longer than a year, so its words only. */
    private Optional<Reading> decade(int at) {
        int name = at + (is(at, "the") ? 1 : 0);
        name += EARLY_OR_LATE.contains(word(name)) ? 1 : 0;
        name += is(name, "-") ? 1 : 0;
        return word(name).matches("(?:1[5-9]|20)\\d0s")
                ? Optional.of(new Reading(name + 1, unresolved()))
                : Optional.empty();
    }

    // ---- seen from the article's day

    private Optional<Reading> fixed(int at) {
        if (is(at, "until", "further", "notice")) {
            return Optional.of(new Reading(at + 3, unresolved()));
        }
        int offset =
                is(at, "earlier") || is(at, "later") || is(at, "late") || is(at, "early") ? 1 : 0;
        int to = at + offset + 1;
        OptionalInt days =
                switch (word(at + offset)) {
                    case "today", "tonight" -> OptionalInt.of(0);
                    case "yesterday" -> OptionalInt.of(-1);
                    case "tomorrow" -> OptionalInt.of(1);
                    case "overnight" ->
                            sentence.token(at + offset).upos().equals("ADV")
                                    ? OptionalInt.of(0)
                                    : OptionalInt.empty();
                    default -> OptionalInt.empty();
                };
        if (days.isEmpty() && is(at, "last", "night")) {
            days = OptionalInt.of(-1);
            to = at + 2;
        }
        if (days.isEmpty()
                && is(at + offset, "this")
                && TimeWords.PARTS_OF_DAY.contains(word(at + offset + 1))) {
            days = OptionalInt.of(0);
            to = at + offset + 2;
        }
        if (days.isEmpty()) {
            return Optional.empty();
        }
        to += TimeWords.PARTS_OF_DAY.contains(word(to)) ? 1 : 0;
        int shift = days.getAsInt();
        int end = to;
        return Optional.of(
                published
                        .map(today -> dayReading(end, today.plusDays(shift)))
                        .orElseGet(() -> new Reading(end, unresolved())));
    }

    /** "last month", "earlier this year", "next week", "this weekend", "last summer". */
    private Optional<Reading> deictic(int at) {
        int how =
                at
                        + (is(at, "earlier") || is(at, "later") || is(at, "late") || is(at, "early")
                                ? 1
                                : 0);
        int noun = how + 1;
        if (is(how, "the", "weekend")) {
            return weekend(noun + 1, "the");
        }
        if (!Set.of("last", "next", "this", "past", "previous", "coming").contains(word(how))) {
            return Optional.empty();
        }
        if (is(noun, "weekend")) {
            return weekend(noun + 1, word(how));
        }
        int step =
                switch (word(how)) {
                    case "last", "past", "previous" -> -1;
                    case "next", "coming" -> 1;
                    default -> 0;
                };
        if (TimeWords.SEASONS.contains(word(noun))) {
            return Optional.of(counted(noun + 1, Unit.YEAR, is(how, "this") ? 0 : step));
        }
        Optional<Unit> unit = TimeWords.Unit.parse(word(noun));
        if (unit.isEmpty()
                || word(noun).endsWith("s")
                || unit.get() == Unit.HOUR
                || unit.get() == Unit.DAY) {
            return Optional.empty();
        }
        return Optional.of(counted(noun + 1, unit.get(), step));
    }

    private Optional<Reading> weekend(int to, String how) {
        if (published.isEmpty()) {
            return Optional.of(new Reading(to, unresolved()));
        }
        LocalDate today = published.get();
        boolean ahead =
                how.equals("next")
                        || how.equals("coming")
                        || how.equals("this")
                                && TimeDirection.of(sentence, sentence.token(to - 1))
                                        == TimeDirection.AHEAD;
        LocalDate saturday =
                ahead
                        ? today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
                        : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
        return Optional.of(
                new Reading(to, text -> EventDate.days(text, saturday, saturday.plusDays(1))));
    }

    /** So many units from the article's day, as exact as the unit. */
    private Reading counted(int to, Unit unit, int number) {
        if (published.isEmpty()) {
            return new Reading(to, unresolved());
        }
        LocalDate today = published.get();
        return switch (unit) {
            case DAY -> dayReading(to, today.plusDays(number));
            case WEEK -> {
                YearMonth month = YearMonth.from(today.plusWeeks(number));
                yield new Reading(to, text -> EventDate.month(text, month));
            }
            case MONTH -> {
                YearMonth month = YearMonth.from(today).plusMonths(number);
                yield new Reading(to, text -> EventDate.month(text, month));
            }
            case YEAR -> {
                Year year = Year.from(today).plusYears(number);
                yield new Reading(to, text -> EventDate.year(text, year));
            }
            case HOUR, DECADE, CENTURY -> new Reading(to, unresolved());
        };
    }

    /** "two weeks ago", "a year earlier", "several days ago". */
    private Optional<Reading> ago(int at) {
        int number = at;
        number += is(at, "about") || is(at, "almost") || is(at, "nearly") || is(at, "just") ? 1 : 0;
        boolean vague = is(number, "several") || is(number, "some") || is(number, "many");
        int unitAt = number + 1;
        if (is(number, "a", "few") || is(number, "a", "couple")) {
            vague = true;
            unitAt = number + 2 + (is(number + 2, "of") ? 1 : 0);
        }
        OptionalInt count = TimeWords.count(word(number));
        if (TimeWords.Unit.parse(word(at)).isPresent() && word(at).endsWith("s")) {
            vague = true;
            unitAt = at;
        }
        Optional<Unit> unit = TimeWords.Unit.parse(word(unitAt));
        if (unit.isEmpty() || !is(unitAt + 1, "ago") || (count.isEmpty() && !vague)) {
            return Optional.empty();
        }
        int to = unitAt + 2;
        return Optional.of(
                vague ? new Reading(to, unresolved()) : counted(to, unit.get(), -count.getAsInt()));
    }

    /** "less than a month", "the past two weeks", "the coming days", "three days": words only. */
    private Optional<Reading> duration(int at) {
        int number = at;
        boolean marked = false;
        if ((is(at, "less") || is(at, "more") || is(at, "fewer")) && is(at + 1, "than")) {
            number = at + 2;
            marked = true;
        } else if (is(at, "the")
                && Set.of("past", "last", "next", "coming", "following").contains(word(at + 1))) {
            number = at + 2;
            marked = true;
        } else if (is(at, "recent") || is(at, "coming")) {
            number = at + 1;
            marked = true;
        }
        boolean counted =
                TimeWords.count(word(number)).isPresent()
                        || is(number, "several")
                        || is(number, "few");
        int unitAt = counted ? number + 1 : number;
        boolean time =
                TimeWords.Unit.parse(word(unitAt)).isPresent()
                        && (marked
                                || counted
                                        && Set.of("in", "within", "for", "after")
                                                .contains(word(at - 1)));
        return time ? Optional.of(new Reading(unitAt + 1, unresolved())) : Optional.empty();
    }
}
