package org.demarche.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.Table;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Reads how many took part and came to harm: 12 killed and 30 injured in "killed 12 guards and
 * wounded thirty". A number that is only rough counts as the least that the word says: "dozens" is
 * 12, "hundreds" 100.
 */
final class QuantityRules {
    static final String FILE = "data/grammar/quantities.tsv";

    private static final Map<String, Integer> UNITS =
            Map.of(
                    "dozen",
                    12,
                    "score",
                    20,
                    "hundred",
                    100,
                    "thousand",
                    1_000,
                    "million",
                    1_000_000);
    private static final Map<String, Integer> NUMERALS = numerals();

    /** What a number counts. */
    private enum Quantity {
        KILLED,
        INJURED,
        SIZE
    }

    private record Rule(String slot, Quantity quantity) {}

    private final Map<WordKey, List<Rule>> rules;

    private QuantityRules(Map<WordKey, List<Rule>> rules) {
        this.rules = rules;
    }

    static QuantityRules load(DataFiles files, Problems problems) {
        Map<WordKey, List<Rule>> rules = new HashMap<>();
        List<String> columns = List.of("word", "slot", "quantity", "example");
        for (Table.Row row : Table.read(files, FILE, columns, problems).rows()) {
            Optional<Quantity> quantity = quantity(row.cell("quantity"));
            if (quantity.isEmpty()) {
                problems.add(
                        row.where(),
                        "quantity '" + row.cell("quantity") + "' is not killed, injured or size");
                continue;
            }
            for (WordKey word : WordKey.parse(row.cell("word"), "word", row.where(), problems)) {
                rules.computeIfAbsent(word, w -> new ArrayList<>())
                        .add(new Rule(row.cell("slot"), quantity.get()));
            }
        }
        return new QuantityRules(rules);
    }

    private static Optional<Quantity> quantity(String cell) {
        for (Quantity quantity : Quantity.values()) {
            if (quantity.name().toLowerCase(Locale.ROOT).equals(cell)) {
                return Optional.of(quantity);
            }
        }
        return Optional.empty();
    }

    /** Whether the word tells of people who came to harm. */
    boolean isHarm(Token word) {
        return rules.getOrDefault(WordKey.of(word), List.of()).stream()
                .anyMatch(r -> r.quantity() != Quantity.SIZE);
    }

    /** The numbers around the words of one event; of two for the same the first. */
    Quantities of(List<Token> words, Sentence sentence, Arguments arguments) {
        Map<Quantity, Integer> found = new HashMap<>();
        for (Token word : words) {
            for (Rule rule : rules.getOrDefault(WordKey.of(word), List.of())) {
                List<Token> counted =
                        rule.slot().isEmpty() ? List.of(word) : arguments.of(word, rule.slot());
                for (Token noun : counted) {
                    number(sentence, noun).ifPresent(n -> found.putIfAbsent(rule.quantity(), n));
                }
            }
        }
        return new Quantities(
                number(found, Quantity.SIZE),
                number(found, Quantity.KILLED),
                number(found, Quantity.INJURED));
    }

    private static OptionalInt number(Map<Quantity, Integer> found, Quantity quantity) {
        Integer number = found.get(quantity);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** 24 of "24 soldiers", 100 of "hundreds of people", 30 of "thirty" by itself. */
    private static OptionalInt number(Sentence sentence, Token noun) {
        if (noun.upos().equals("NUM")) {
            return value(sentence, noun);
        }
        Integer unit = UNITS.get(noun.lemma().toLowerCase(Locale.ROOT));
        if (unit != null) {
            return OptionalInt.of(unit * times(sentence, noun));
        }
        if (noun.lemma().equals("ten") || noun.form().equalsIgnoreCase("tens")) {
            // "tens of thousands": the unit hangs on the tens
            return sentence.children(noun).stream()
                    .filter(c -> c.is("nmod"))
                    .flatMap(c -> Optional.ofNullable(UNITS.get(c.lemma())).stream())
                    .mapToInt(u -> 10 * u)
                    .findFirst();
        }
        // "two thousand" may be two numerals side by side
        return sentence.children(noun).stream()
                .filter(c -> c.is("nummod") || UNITS.containsKey(c.lemma()))
                .map(c -> value(sentence, c))
                .flatMapToInt(OptionalInt::stream)
                .reduce((a, b) -> UNITS.containsValue(b) ? a * b : a);
    }

    /** "hundreds of thousands" is a hundred times the unit that hangs on the hundreds. */
    private static int times(Sentence sentence, Token unit) {
        for (Token child : sentence.children(unit)) {
            Integer lower = UNITS.get(child.lemma().toLowerCase(Locale.ROOT));
            if (child.is("nmod") && lower != null) {
                return lower;
            }
            OptionalInt factor =
                    child.is("nummod", "compound") ? value(sentence, child) : OptionalInt.empty();
            if (factor.isPresent()) {
                return factor.getAsInt();
            }
        }
        return 1;
    }

    /** 2,000 of "2,000" and of "two thousand". */
    private static OptionalInt value(Sentence sentence, Token numeral) {
        String word = numeral.form().toLowerCase(Locale.ROOT);
        Integer unit = UNITS.get(numeral.lemma().toLowerCase(Locale.ROOT));
        if (unit != null) {
            return OptionalInt.of(unit * times(sentence, numeral));
        }
        Integer named = NUMERALS.get(word);
        if (named != null) {
            return OptionalInt.of(named);
        }
        return word.matches("[0-9]{1,9}|[0-9]{1,3}(,[0-9]{3}){1,2}")
                ? OptionalInt.of(Integer.parseInt(word.replace(",", "")))
                : OptionalInt.empty();
    }

    private static Map<String, Integer> numerals() {
        Map<String, Integer> numerals = new HashMap<>();
        List<String> upToTwenty =
                List.of(
                        "zero",
                        "one",
                        "two",
                        "three",
                        "four",
                        "five",
                        "six",
                        "seven",
                        "eight",
                        "nine",
                        "ten",
                        "eleven",
                        "twelve",
                        "thirteen",
                        "fourteen",
                        "fifteen",
                        "sixteen",
                        "seventeen",
                        "eighteen",
                        "nineteen",
                        "twenty");
        for (int i = 0; i < upToTwenty.size(); i++) {
            numerals.put(upToTwenty.get(i), i);
        }
        List<String> tens =
                List.of("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        for (int i = 0; i < tens.size(); i++) {
            numerals.put(tens.get(i), 30 + 10 * i);
        }
        return Map.copyOf(numerals);
    }
}
