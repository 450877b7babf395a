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
 * @param classWords the same for the members of classes of nouns
 * @param kinds actor classes (ACTOR for all) and event classes of which the filler must be one
 */
record Filler(
        boolean any, Set<List<String>> words, Set<List<String>> classWords, Set<String> kinds) {

    /**
     * How narrowly the token is such a filler: 4 by its word, 3 by a class of nouns, 2 by a kind, 1
     * if anything may stand there, 0 if it is none; {@code isA} answers for the kinds.
     */
    int weight(Sentence sentence, Token token, BiPredicate<Token, String> isA) {
        if (any) {
            return 1;
        }
        if (words.stream().anyMatch(phrase -> endsAt(sentence, token, phrase))) {
            return 4;
        }
        if (classWords.stream().anyMatch(phrase -> endsAt(sentence, token, phrase))) {
            return 3;
        }
        return kinds.stream().anyMatch(kind -> isA.test(token, kind)) ? 2 : 0;
    }

    /** The token, with "no" before it where the filler has that too: "no need". */
    List<Token> words(Sentence sentence, Token token) {
        boolean refuses =
                words.stream()
                        .filter(phrase -> phrase.get(0).equals("no"))
                        .anyMatch(phrase -> endsAt(sentence, token, phrase));
        return refuses ? List.of(sentence.token(token.index() - 1), token) : List.of(token);
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

    /**
     * Whether the filler belongs to the trigger itself, as "sanctions" does in "impose sanctions".
     */
    boolean isPartOfTrigger() {
        return !any && kinds.isEmpty();
    }
}
