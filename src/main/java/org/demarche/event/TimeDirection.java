package org.demarche.event;

import java.util.Optional;
import java.util.Set;
import org.demarche.text.Clauses;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Which way from the article's day a day's name points: back in "met on Wednesday", ahead in "will
 * meet on Wednesday" and "talks set for Wednesday".
 */
enum TimeDirection {
    BACK,
    AHEAD,
    EITHER;

    private static final Set<String> AHEAD_WORDS =
            Set.of(
                    "schedule",
                    "plan",
                    "due",
                    "set",
                    "slate",
                    "upcoming",
                    "expect",
                    "deadline",
                    "prepare",
                    "threaten",
                    "intend");
    private static final Set<String> SPEECH =
            Set.of("say", "tell", "add", "report", "warn", "call", "urge", "claim", "show");

    /** What the clause of the token says. */
    static TimeDirection of(Sentence sentence, Token token) {
        Clauses clauses = Clauses.of(sentence);
        Token at = token;
        for (int steps = 12; steps > 0; steps--) {
            if (AHEAD_WORDS.contains(at.lemma()) && at.index() != token.index()) {
                return aheadUnlessUndone(clauses, at);
            }
            boolean predicate =
                    at.upos().equals("VERB")
                            || at.is("ccomp", "advcl", "acl", "xcomp", "parataxis")
                            || at.isRoot();
            if (predicate && at.index() != token.index()) {
                TimeDirection direction = ofPredicate(sentence, clauses, at);
                if (direction != EITHER || at.isRoot()) {
                    return direction;
                }
            }
            Optional<Token> above =
                    at.isRoot() ? Optional.empty() : Optional.of(sentence.token(at.head()));
            if (above.isEmpty()) {
                return EITHER;
            }
            at = above.get();
        }
        return EITHER;
    }

    private static TimeDirection aheadUnlessUndone(Clauses clauses, Token word) {
        boolean done = word.upos().equals("VERB") && clauses.tense(word) == Clauses.Tense.PAST;
        return done && !word.xpos().equals("VBN") ? BACK : AHEAD;
    }

    private static TimeDirection ofPredicate(Sentence sentence, Clauses clauses, Token predicate) {
        return switch (clauses.tense(predicate)) {
            case PAST -> BACK;
            case FUTURE -> AHEAD;
            case INFINITIVE -> AHEAD;
            case PRESENT ->
                    SPEECH.contains(predicate.lemma()) || !predicate.upos().equals("VERB")
                            ? EITHER
                            : AHEAD;
            case PARTICIPLE ->
                    predicate.xpos().equals("VBN")
                                    || predicate.is("acl") && isPast(sentence, predicate)
                            ? BACK
                            : EITHER;
        };
    }

    private static boolean isPast(Sentence sentence, Token participle) {
        return !participle.isRoot() && sentence.token(participle.head()).xpos().equals("VBD");
    }
}
