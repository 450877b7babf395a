package org.demarche.entity;

import java.util.Optional;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Finds who speaks: whom "we" in a quotation means and whose "the statement" is. Both go to the
 * subject of the verb of speech around them or of the last one before.
 */
final class Speakers {
    private final Discourse discourse;

    Speakers(Discourse discourse) {
        this.discourse = discourse;
    }

    /** Gives "we" and "I" in a quotation who speaks. */
    void speaker(Draft draft) {
        if (!Syntax.isQuoted(draft.sentence, draft.headToken())) {
            return;
        }
        Optional<Draft> speaker = speakerOf(draft);
        speaker.ifPresent(s -> draft.refersTo(s, "in a quotation, spoken by"));
    }

    /** The subject of the verb of speech around the phrase, or of the last one before it. */
    private Optional<Draft> speakerOf(Draft draft) {
        Sentence sentence = draft.sentence;
        for (Token token : sentence.tokens()) {
            if (Syntax.isSubject(token)
                    && Syntax.isSpeech(sentence.token(token.head()))
                    && !Syntax.isQuoted(sentence, token)) {
                Optional<Draft> subject =
                        discourse
                                .at(sentence.index(), token.index())
                                .filter(d -> d != draft && speaksForItself(d));
                if (subject.isPresent()) {
                    return subject;
                }
            }
        }
        for (Draft each : discourse.before(draft)) {
            Token head = each.headToken();
            if (each.sentence.index() < sentence.index()
                    && Syntax.isSubject(head)
                    && Syntax.isSpeech(each.sentence.token(head.head()))
                    && speaksForItself(each)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** A news agency passes on what others say. */
    private static boolean speaksForItself(Draft draft) {
        return !draft.actors.isEmpty() && !draft.actors.get(0).className().equals("NewsOutlet");
    }

    /** "A statement" is none that was spoken of before. */
    private static boolean isNew(Draft draft) {
        return draft.sentence.children(draft.headToken()).stream()
                .anyMatch(c -> c.is("det") && c.lemma().matches("an?|another"));
    }

    /** "the statement added": who made it. */
    void utterance(Draft draft) {
        if (!draft.owners.isEmpty() && !draft.owners.get(0).actors.isEmpty()) {
            draft.refersTo(draft.owners.get(0), "statement of");
            return;
        }
        if (draft.headToken().is("nsubj") && !isNew(draft)) {
            speakerOf(draft).ifPresent(s -> draft.refersTo(s, "statement of", "who spoke last"));
        }
    }
}
