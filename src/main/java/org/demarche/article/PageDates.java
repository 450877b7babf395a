package org.demarche.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as pages write them: "2023-07-20T10:00+02:00", "Thu, 20 Jul 2023", "July 20, 2023". */
final class PageDates {
    private static final Pattern ISO =
            Pattern.compile("(?:^|\\D)(\\d{4})-?(\\d{2})-?(\\d{2})(?:\\D|$)");
    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(\\d{1,2})(?:st|nd|rd|th)? (?:of )?([A-Z][a-z]{2})[a-z]*\\.?,? (\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Z][a-z]{2})[a-z]*\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("/((?:19|20)\\d{2})[/-]?(\\d{2})[/-]?(\\d{2})(?:/|-|$)");
    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private PageDates() {}

    /** The day in the time zone that it is written in; empty for what is no date. */
    static Optional<LocalDate> parse(String value) {
        Matcher iso = ISO.matcher(value);
        if (iso.find()) {
            return day(iso);
        }
        Matcher dayFirst = DAY_FIRST.matcher(value);
        if (dayFirst.find()) {
            return named(dayFirst.group(1), dayFirst.group(2), dayFirst.group(3));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(value);
        return monthFirst.find()
                ? named(monthFirst.group(2), monthFirst.group(1), monthFirst.group(3))
                : Optional.empty();
    }

    /** The day in an address such as {@code /2023/07/20/envoys-meet}. */
    static Optional<LocalDate> inAddress(Optional<String> address) {
        return address.map(IN_ADDRESS::matcher).filter(Matcher::find).flatMap(PageDates::day);
    }

    private static Optional<LocalDate> day(Matcher numbers) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(numbers.group(1)),
                            Integer.parseInt(numbers.group(2)),
                            Integer.parseInt(numbers.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> named(String day, String month, String year) {
        try {
            return Optional.of(LocalDate.parse(day + " " + month + " " + year, NAMED));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
