package org.demarche.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the spelling of a word says: "2,300" is a number in figures, "Baghdad" begins with a
 * capital.
 */
final class Words {
    private static final Map<Pattern, String> AMERICAN = american();

    private Words() {}

    private static Map<Pattern, String> american() {
        Map<Pattern, String> spellings = new LinkedHashMap<>();
        spellings.put(Pattern.compile("(?<=[a-z]{2})is(?=(e[ds]?|ing|ations?)$)"), "iz");
        spellings.put(Pattern.compile("(?<=[a-z])ys(?=(e[ds]?|ing)$)"), "yz");
        spellings.put(Pattern.compile("(?<=[a-z])our(?=(s|ed|ing|able|hood|ite)?$)"), "or");
        spellings.put(Pattern.compile("(?<=[a-z])ence(?=s?$)"), "ense");
        spellings.put(Pattern.compile("(?<=[a-z]t)re(?=s?$)"), "er");
        spellings.put(Pattern.compile("(?<=[a-z][aeiou]l)l(?=(ed|ing)$)"), "");
        spellings.put(Pattern.compile("(?<=program)me(?=s?$)"), "");
        return spellings;
    }

    /** Lower case, figures all 0, quotes and dashes of one kind: the word as the models know it. */
    static String normal(String form) {
        boolean plain = true;
        for (int i = 0; i < form.length() && plain; i++) {
            char c = form.charAt(i);
            plain = c >= 'a' && c <= 'z';
        }
        if (plain) {
            return form;
        }
        StringBuilder normal = new StringBuilder(form.length());
        String lower = form.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            normal.append(
                    switch (c) {
                        case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> '0';
                        case '\u2018', '\u2019', '\u201B', '`', '\u00B4' -> '\'';
                        case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
                        case '\u2013', '\u2014', '\u2015', '\u2212', '\u2010', '\u2011' -> '-';
                        default -> c;
                    });
        }
        return normal.toString();
    }

    /** The usual American spelling of a British one: "apologised" is "apologized". */
    static String american(String form) {
        String american = form;
        for (Map.Entry<Pattern, String> spelling : AMERICAN.entrySet()) {
            american = spelling.getKey().matcher(american).replaceFirst(spelling.getValue());
        }
        return american;
    }

    /** "Xxx", "xx-00", "X.X.": runs longer than three are cut to three. */
    static int shape(String form) {
        int hash = 17;
        int run = 0;
        char last = 0;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            char kind =
                    Character.isUpperCase(c)
                            ? 'X'
                            : Character.isLowerCase(c)
                                    ? 'x'
                                    : Character.isDigit(c) ? '0' : Character.isLetter(c) ? 'z' : c;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 3) {
                hash = hash * 31 + kind;
            }
        }
        return hash;
    }

    static boolean capital(String form) {
        return Character.isUpperCase(form.codePointAt(0));
    }
}
