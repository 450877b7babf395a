package org.demarche.export;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/** The days that a date covers: July 2023 is 2023-07-01 to 2023-07-31. */
record Period(LocalDate first, LocalDate last) {
    /** The period of a day, month or year; none of anything else. */
    static Optional<Period> of(String date) {
        try {
            return switch (date.length()) {
                case 4 -> {
                    Year year = Year.parse(date);
                    yield Optional.of(new Period(year.atDay(1), year.atMonth(12).atEndOfMonth()));
                }
                case 7 -> {
                    YearMonth month = YearMonth.parse(date);
                    yield Optional.of(new Period(month.atDay(1), month.atEndOfMonth()));
                }
                case 10 -> {
                    LocalDate day = LocalDate.parse(date);
                    yield Optional.of(new Period(day, day));
                }
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** From the first day of the two to the last. */
    Period with(Period other) {
        return new Period(
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }
}
