package org.demarche.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** The words of one sentence that rows of the lexicon fit, each with the narrowest row. */
final class Candidates {
    private final Sentence sentence;
    private final Arguments arguments;
    private final Participants participants;
    private final Lexicon lexicon;
    private final Map<Token, Candidate> byToken = new LinkedHashMap<>();

    Candidates(
            Sentence sentence,
            Arguments arguments,
            Participants participants,
            Lexicon lexicon,
            FactualityRules factuality) {
        this.sentence = sentence;
        this.arguments = arguments;
        this.participants = participants;
        this.lexicon = lexicon;
        for (Token token : sentence.tokens()) {
            best(token, true)
                    .ifPresent(
                            t ->
                                    byToken.put(
                                            token,
                                            new Candidate(
                                                    token,
                                                    t,
                                                    parts(token, t),
                                                    factuality.of(sentence, token))));
        }
    }

    List<Candidate> all() {
        return List.copyOf(byToken.values());
    }

    Optional<Candidate> at(Token token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /**
     * The narrowest row that fits; conditions on event classes are asked of other words' rows only
     * one level deep.
     */
    private Optional<Trigger> best(Token token, boolean withEvents) {
        List<Trigger> fitting = new ArrayList<>();
        for (WordKey key : keys(token)) {
            for (Trigger trigger : lexicon.triggers(key)) {
                if (trigger.conditions().stream().allMatch(c -> holds(token, c, withEvents))) {
                    fitting.add(trigger);
                }
            }
        }
        return fitting.stream().max(Comparator.comparingInt(Trigger::specificity));
    }

    /**
     * How a word can stand in the lexicon: "burning" in "the burning of the flag" also as the verb
     * "burn".
     */
    private List<WordKey> keys(Token token) {
        WordKey own = WordKey.of(token);
        List<WordKey> keys = new ArrayList<>(List.of(own));
        if (own.partOfSpeech() == Trigger.PartOfSpeech.NOUN) {
            keys.addAll(lexicon.verbsOfGerund(token.lemma()));
        } else if (own.partOfSpeech() == Trigger.PartOfSpeech.VERB) {
            keys.add(new WordKey(token.lemma(), Trigger.PartOfSpeech.ADJECTIVE));
            keys.add(
                    new WordKey(
                            token.form().toLowerCase(java.util.Locale.ROOT),
                            Trigger.PartOfSpeech.ADJECTIVE));
        }
        return keys;
    }

    private boolean holds(Token token, Condition condition, boolean withEvents) {
        boolean found =
                arguments.of(token, condition.slot()).stream()
                        .anyMatch(t -> fills(condition, t, withEvents));
        return found != condition.negated();
    }

    private boolean fills(Condition condition, Token filler, boolean withEvents) {
        return condition.filler().accepts(sentence, filler, (t, kind) -> isA(t, kind, withEvents));
    }

    private boolean isA(Token token, String kind, boolean withEvents) {
        return participants.isA(token, kind)
                || withEvents
                        && best(token, false)
                                .flatMap(Trigger::type)
                                .filter(t -> t.name().equals(kind) || t.top().equals(kind))
                                .isPresent();
    }

    private Set<Token> parts(Token token, Trigger trigger) {
        Set<Token> parts = new HashSet<>();
        for (Condition condition : trigger.conditions()) {
            boolean told = trigger.slots(Role.CONTENT).contains(condition.slot());
            if (!condition.negated() && !told && condition.filler().isPartOfTrigger()) {
                arguments.of(token, condition.slot()).stream()
                        .filter(t -> fills(condition, t, false))
                        .forEach(parts::add);
            }
        }
        return parts;
    }
}
