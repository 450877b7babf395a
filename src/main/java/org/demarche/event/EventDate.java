package org.demarche.event;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * When an event happens, as exactly as the text allows: "Thursday" is 2023-07-20, "late June" is
 * 2023-06, "in the coming weeks" is known by its words only.
 *
 * @param text the words of the article
 * @param value lexical form of an xsd:date, xsd:gYearMonth or xsd:gYear, as the precision says;
 *     empty where it is unresolved
 * @param end the last day of an event of several: Wednesday in "from Monday to Wednesday"
 */
public record EventDate(
        String text, Optional<String> value, Precision precision, Optional<LocalDate> end) {
    /** How exact a date is. */
    public enum Precision {
        /** 2023-07-20. */
        DAY,
        /** 2023-07. */
        MONTH,
        /** 2023. */
        YEAR,
        /** The words could not be laid on the calendar. */
        UNRESOLVED
    }

    public EventDate {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a date without words");
        }
        if (value.isPresent() == (precision == Precision.UNRESOLVED)) {
            throw new IllegalArgumentException("value " + value + " of precision " + precision);
        }
        switch (precision) {
            case DAY -> LocalDate.parse(value.orElseThrow());
            case MONTH -> YearMonth.parse(value.orElseThrow());
            case YEAR -> Year.parse(value.orElseThrow());
            case UNRESOLVED -> {}
        }
        if (end.isPresent()
                && (precision != Precision.DAY
                        || end.get().isBefore(LocalDate.parse(value.orElseThrow())))) {
            throw new IllegalArgumentException("end " + end.get() + " of a date " + value);
        }
    }

    public static EventDate day(String text, LocalDate day) {
        return new EventDate(text, Optional.of(day.toString()), Precision.DAY, Optional.empty());
    }

    public static EventDate days(String text, LocalDate first, LocalDate last) {
        return new EventDate(text, Optional.of(first.toString()), Precision.DAY, Optional.of(last));
    }

    public static EventDate month(String text, YearMonth month) {
        return new EventDate(
                text, Optional.of(month.toString()), Precision.MONTH, Optional.empty());
    }

    public static EventDate year(String text, Year year) {
        String value = String.format(Locale.ROOT, "%04d", year.getValue());
        return new EventDate(text, Optional.of(value), Precision.YEAR, Optional.empty());
    }

    public static EventDate unresolved(String text) {
        return new EventDate(text, Optional.empty(), Precision.UNRESOLVED, Optional.empty());
    }
}
