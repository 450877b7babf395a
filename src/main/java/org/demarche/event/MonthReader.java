package org.demarche.event;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads months, years and decades: "late June", "last May", "in 2003", "the 1990s". */
final class MonthReader {
    private static final Set<String> YEAR_PREPOSITIONS =
            Set.of(
                    "in", "since", "by", "until", "till", "from", "during", "through", "to", "of",
                    "before", "after", "early", "late", "mid", "around", "between", "and");

    private static final Pattern DECADE = Pattern.compile("(?:1[5-9]|20)\\d0s");

    private final TimeText text;
    private final Optional<LocalDate> published;

    MonthReader(TimeText text, Optional<LocalDate> published) {
        this.text = text;
        this.published = published;
    }

    /** "June", "late June", "June 2003", "last June", "mid-June". */
    Optional<TimeReading> monthOnly(int at) {
        int name = at;
        String how = "";
        if (text.is(at, "last") || text.is(at, "next") || text.is(at, "this")) {
            how = text.word(at);
            name++;
        } else if (TimeWords.EARLY_OR_LATE.contains(text.word(at))) {
            name++;
            name += text.is(name, "-") || text.is(name, "in") || text.is(name, "this") ? 1 : 0;
        }
        Optional<Month> month = text.month(name);
        if (text.word(at).startsWith("mid-")) {
            month = TimeWords.month(text.word(at).substring(4));
        }
        boolean bare = name == at && !text.word(at).startsWith("mid-");
        if (month.isEmpty() || bare && isPersonName(at)) {
            return Optional.empty();
        }
        int to = name + 1;
        to += text.is(to, ",") && TimeWords.year(text.word(to + 1)).isPresent() ? 1 : 0;
        to += text.is(to, "of") && TimeWords.year(text.word(to + 1)).isPresent() ? 1 : 0;
        Optional<Year> year = TimeWords.year(text.word(to));
        if (year.isPresent()) {
            YearMonth full = year.get().atMonth(month.get());
            return Optional.of(new TimeReading(to + 1, words -> EventDate.month(words, full)));
        }
        to = name + 1;
        if (published.isEmpty()) {
            return Optional.of(TimeReading.unresolved(to));
        }
        YearMonth near = monthNear(name, month.get(), how);
        return Optional.of(new TimeReading(to, words -> EventDate.month(words, near)));
    }

    /** "May" and "March" without a preposition can be names and words of other sense. */
    private boolean isPersonName(int at) {
        Month month = TimeWords.month(text.word(at)).orElseThrow();
        boolean ambiguous =
                Set.of(Month.MAY, Month.MARCH, Month.APRIL, Month.JUNE, Month.AUGUST)
                        .contains(month);
        boolean preposition =
                Set.of(
                                "in", "since", "until", "by", "during", "of", "from", "for", "to",
                                "through", "and", "before", "after", "between", "till", "mid",
                                "around")
                        .contains(text.word(at - 1));
        return ambiguous && !preposition && TimeWords.year(text.word(at + 1)).isEmpty();
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
                    switch (TimeDirection.of(text.sentence(), text.token(at))) {
                        case AHEAD -> ahead;
                        case BACK, EITHER -> back;
                    };
        };
    }

    Optional<TimeReading> year(int at) {
        int name = at + (TimeWords.EARLY_OR_LATE.contains(text.word(at)) ? 1 : 0);
        name += name > at && text.is(name, "-") ? 1 : 0;
        Optional<Year> year = TimeWords.year(text.word(name));
        if (year.isEmpty()) {
            return Optional.empty();
        }
        boolean dated = YEAR_PREPOSITIONS.contains(text.word(name - 1)) || name > at;
        boolean modifier =
                (text.is(at - 1, "the") || text.is(at - 1, "a") || text.word(at - 1).equals("'s"))
                        && name + 1 < text.size()
                        && text.token(name + 1).upos().matches("NOUN|ADJ|PROPN");
        boolean counted =
                name + 1 < text.size()
                        && text.token(name).is("nummod")
                        && text.token(name + 1).xpos().equals("NNS")
                        && !modifier;
        if (!(dated || modifier) || counted) {
            return Optional.empty();
        }
        return Optional.of(new TimeReading(name + 1, words -> EventDate.year(words, year.get())));
    }

    /** "the 1990s": longer than a year, so its words only. */
    Optional<TimeReading> decade(int at) {
        int name = at + (text.is(at, "the") ? 1 : 0);
        name += TimeWords.EARLY_OR_LATE.contains(text.word(name)) ? 1 : 0;
        name += text.is(name, "-") ? 1 : 0;
        String word = text.word(name);
        return word.length() == 5 && DECADE.matcher(word).matches()
                ? Optional.of(TimeReading.unresolved(name + 1))
                : Optional.empty();
    }
}
