package org.demarche.entity;

import java.util.Locale;
import java.util.Optional;

/**
 * What a noun says somebody is: "prime minister" an office of government, "protesters" persons,
 * "foreign ministry" a body.
 *
 * @param noun in the singular: foreign minister
 * @param plural in the plural: foreign ministers
 * @param sector GOV, MIL, REB, ...
 * @param className the class of one of them in the ontology: Person, GovernmentBody
 * @param gender m or f where the noun tells
 * @param of code of the state or organisation that alone has it: USA of "assistant secretary of
 *     state"
 */
record Role(
        String noun,
        String plural,
        Kind kind,
        Optional<String> sector,
        String className,
        Optional<String> gender,
        Optional<String> of) {
    /** What kind of actors bear the noun. */
    enum Kind {
        /** Can stand before a name: "Foreign Minister Ann Linde". */
        OFFICE,
        /** One human being: "protester". */
        PERSON,
        /** An institution or unit: "embassy", "army". */
        BODY,
        /** People named by what they share: "crowd", "Kurds". */
        GROUP;

        static Optional<Kind> parse(String word) {
            for (Kind kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    boolean isPerson() {
        return kind == Kind.OFFICE || kind == Kind.PERSON;
    }

    /** The last word or, in "head of state", the word before "of": what carries the number. */
    String headWord() {
        String[] words = noun.split(" ", -1);
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("of") || words[i].equals("in")) {
                return words[i - 1];
            }
        }
        return words[words.length - 1];
    }
}
