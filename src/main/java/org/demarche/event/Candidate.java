package org.demarche.event;

import java.util.List;
import java.util.Set;
import org.demarche.text.Token;

/**
 * A word of a sentence that a row of the lexicon knows: "sever" in "threatened to sever ties", with
 * "ties" as part of the trigger.
 *
 * @param specificity how narrowly the row describes its sense; of the rows that fit the narrowest
 *     is taken
 * @param parts the words besides the trigger's own that the row asked for
 * @param factuality how real its event is, from the words around it
 */
record Candidate(
        Token token, Trigger trigger, int specificity, Set<Token> parts, Factuality factuality) {

    List<String> slots(Role role) {
        return trigger.slots(role);
    }

    /** Local name of the class, or of the class of PLOVER's that it stands under. */
    boolean isOf(String className) {
        return trigger.type()
                .filter(t -> t.name().equals(className) || t.top().equals(className))
                .isPresent();
    }
}
