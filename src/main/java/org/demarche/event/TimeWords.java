package org.demarche.event;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The words of English that say when: "Thursday", "Sept.", "fifth", "two", "week". */
final class TimeWords {
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, Integer> NUMBERS =
            places(
                    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                    "ten", "eleven", "twelve");
    private static final Map<String, Integer> ORDINALS =
            places(
                    "",
                    "first",
                    "second",
                    "third",
                    "fourth",
                    "fifth",
                    "sixth",
                    "seventh",
                    "eighth",
                    "ninth",
                    "tenth",
                    "eleventh",
                    "twelfth",
                    "thirteenth",
                    "fourteenth",
                    "fifteenth",
                    "sixteenth",
                    "seventeenth",
                    "eighteenth",
                    "nineteenth",
                    "twentieth",
                    "twenty-first",
                    "twenty-second",
                    "twenty-third",
                    "twenty-fourth",
                    "twenty-fifth",
                    "twenty-sixth",
                    "twenty-seventh",
                    "twenty-eighth",
                    "twenty-ninth",
                    "thirtieth",
                    "thirty-first");

    /** A stretch of the calendar that things are counted in. */
    enum Unit {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR,
        DECADE,
        CENTURY;

        static Optional<Unit> parse(String word) {
            String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
            return Optional.ofNullable(UNITS.get(singular));
        }
    }

    static final Set<String> SEASONS = Set.of("spring", "summer", "autumn", "fall", "winter");

    static final Set<String> EARLY_OR_LATE =
            Set.of("early", "late", "mid", "earlier", "later", "mid-");

    static final Set<String> PARTS_OF_DAY =
            Set.of(
                    "morning",
                    "afternoon",
                    "evening",
                    "night",
                    "noon",
                    "midday",
                    "midnight",
                    "dawn");

    private static final Map<String, Unit> UNITS = new HashMap<>();
    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");

    static {
        for (Unit unit : Unit.values()) {
            UNITS.put(unit.name().toLowerCase(Locale.ROOT), unit);
        }
        UNITS.put("centurie", Unit.CENTURY);
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            WEEKDAYS.put(name, day);
            WEEKDAYS.put(name + "s", day);
            WEEKDAYS.put(name.substring(0, 3) + ".", day);
        }
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            MONTHS.put(name, month);
            MONTHS.put(name.substring(0, 3) + ".", month);
        }
        MONTHS.put("sept.", Month.SEPTEMBER);
    }

    private TimeWords() {}

    private static Map<String, Integer> places(String... words) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            places.put(words[i], i);
        }
        return places;
    }

    private static String end(String word) {
        return word.substring(Math.max(0, word.length() - 2));
    }

    private static String start(String word) {
        return word.substring(0, word.length() - 2);
    }

    static Optional<DayOfWeek> weekday(String word) {
        return Optional.ofNullable(WEEKDAYS.get(word));
    }

    static Optional<Month> month(String word) {
        return Optional.ofNullable(MONTHS.get(word));
    }

    /** 17 for "17", "17th" and "seventeenth"; a day of a month. */
    static OptionalInt dayOfMonth(String word) {
        Integer day = ORDINALS.get(word);
        if (day != null && day > 0) {
            return OptionalInt.of(day);
        }
        String digits = ORDINAL_ENDINGS.contains(end(word)) ? start(word) : word;
        if (digits.length() > 2 || !isNumber(digits)) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= 31 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    static Optional<Year> year(String word) {
        if (word.length() != 4 || !isNumber(word)) {
            return Optional.empty();
        }
        int year = Integer.parseInt(word);
        return year >= 1500 && year < 2100 ? Optional.of(Year.of(year)) : Optional.empty();
    }

    /** 2 for "two", "2" and "couple"; 1 for "a". */
    static OptionalInt count(String word) {
        Integer named = NUMBERS.get(word);
        if (named != null) {
            return OptionalInt.of(named);
        }
        if (word.equals("a") || word.equals("an")) {
            return OptionalInt.of(1);
        }
        return word.length() <= 3 && isNumber(word)
                ? OptionalInt.of(Integer.parseInt(word))
                : OptionalInt.empty();
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
