package org.demarche.event;

import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** The words of a sentence in small letters, to be compared with those that tell times. */
final class TimeText {
    private final Sentence sentence;
    private final List<String> words;

    TimeText(Sentence sentence) {
        this.sentence = sentence;
        this.words =
                sentence.tokens().stream().map(t -> t.form().toLowerCase(Locale.ROOT)).toList();
    }

    Sentence sentence() {
        return sentence;
    }

    Token token(int at) {
        return sentence.token(at);
    }

    int size() {
        return words.size();
    }

    /** The word at the index, empty outside the sentence. */
    String word(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : "";
    }

    /** Whether just these words stand from the index on. */
    boolean is(int at, String... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (!word(at + i).equals(expected[i])) {
                return false;
            }
        }
        return true;
    }

    /** The month that is named there: "May" written and tagged as a name. */
    Optional<Month> month(int at) {
        if (at >= words.size() || at < 0) {
            return Optional.empty();
        }
        Token token = sentence.token(at);
        boolean name =
                Character.isUpperCase(token.form().charAt(0))
                        && (token.upos().equals("PROPN")
                                || token.xpos().startsWith("NNP")
                                || word(at).endsWith("."));
        return name ? TimeWords.month(word(at)) : Optional.empty();
    }
}
