package org.demarche.event;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * What may stand in a slot of a trigger: RELATIONS in {@code sever obj:RELATIONS}, "hostage" in
 * {@code hold obj:hostage}.
 *
 * @param any whether anything may
 * @param words lemmas, those of a phrase in reading order: "hostage", "persona non grata"
 * @param byClass whether the words came from a class of nouns, which decides less than a word does
 * @param kinds actor classes (ACTOR for all) and event classes of which the filler must be one
 */
record Filler(boolean any, Set<List<String>> words, boolean byClass, Set<String> kinds) {

    /** Whether the token is such a filler; {@code isA} answers for the kinds. */
    boolean accepts(Sentence sentence, Token token, BiPredicate<Token, String> isA) {
        return any
                || words.stream().anyMatch(phrase -> endsAt(sentence, token, phrase))
                || kinds.stream().anyMatch(kind -> isA.test(token, kind));
    }

    private static boolean endsAt(Sentence sentence, Token token, List<String> phrase) {
        int first = token.index() - phrase.size() + 1;
        if (first < 0) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            Token word = sentence.token(first + i);
            if (!word.lemma().equalsIgnoreCase(phrase.get(i))
                    && !word.form().equalsIgnoreCase(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** How much a match says: a word more than a class of words, a kind more than anything. */
    int weight() {
        if (any) {
            return 1;
        }
        return byClass || words.isEmpty() ? 2 : 3;
    }

    /**
     * Whether the filler belongs to the trigger itself, as "sanctions" does in "impose sanctions".
     */
    boolean isPartOfTrigger() {
        return !any && kinds.isEmpty();
    }
}
