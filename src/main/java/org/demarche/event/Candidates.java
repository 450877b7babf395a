package org.demarche.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private final FactualityRules factuality;
    private final Map<Token, Candidate> byToken = new LinkedHashMap<>();

    Candidates(
            Sentence sentence,
            Arguments arguments,
            Participants participants,
            Lexicon lexicon,
            FactualityRules factuality) {
        this.factuality = factuality;
        this.sentence = sentence;
        this.arguments = arguments;
        this.participants = participants;
        this.lexicon = lexicon;
        for (Token token : sentence.tokens()) {
            best(token, true).ifPresent(best -> byToken.put(token, candidate(token, best)));
        }
    }

    private Candidate candidate(Token token, Fit fit) {
        Set<Token> parts = parts(token, fit.trigger());
        return new Candidate(
                token,
                fit.trigger(),
                fit.specificity(),
                parts,
                factuality.of(sentence, token, parts));
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
    private Optional<Fit> best(Token token, boolean withEvents) {
        Optional<Fit> best = Optional.empty();
        for (WordKey key : keys(token)) {
            for (Trigger trigger : lexicon.triggers(key)) {
                Optional<Fit> fit = fit(token, trigger, withEvents);
                if (fit.isPresent()
                        && best.filter(b -> b.specificity() >= fit.get().specificity()).isEmpty()) {
                    best = fit;
                }
            }
        }
        return best;
    }

    /** A row that fits a word, and how narrowly it does. */
    private record Fit(Trigger trigger, int specificity) {}

    private Optional<Fit> fit(Token token, Trigger trigger, boolean withEvents) {
        int specificity = 0;
        for (Condition condition : trigger.conditions()) {
            int weight =
                    arguments.of(token, condition.slot()).stream()
                            .mapToInt(t -> weight(condition, t, withEvents))
                            .max()
                            .orElse(0);
            if (weight > 0 == condition.negated()) {
                return Optional.empty();
            }
            specificity += condition.negated() ? 1 : 10 * weight;
        }
        return Optional.of(new Fit(trigger, specificity));
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
            hyphenated(token, Trigger.PartOfSpeech.NOUN).ifPresent(keys::add);
        } else if (own.partOfSpeech() == Trigger.PartOfSpeech.VERB) {
            Optional<WordKey> compound = hyphenated(token, Trigger.PartOfSpeech.VERB);
            if (compound.filter(k -> !lexicon.triggers(k).isEmpty()).isPresent()) {
                // who test-fires a missile fires at nobody
                return List.of(compound.get());
            }
            if (lexicon.triggers(own).isEmpty()) {
                keys.addAll(lexicon.verbsOfForm(token.form().toLowerCase(Locale.ROOT)));
            }
            keys.add(new WordKey(token.lemma(), Trigger.PartOfSpeech.ADJECTIVE));
            keys.add(
                    new WordKey(
                            token.form().toLowerCase(Locale.ROOT), Trigger.PartOfSpeech.ADJECTIVE));
        }
        return keys;
    }

    private int weight(Condition condition, Token filler, boolean withEvents) {
        return condition.filler().weight(sentence, filler, (t, kind) -> isA(t, kind, withEvents));
    }

    private boolean isA(Token token, String kind, boolean withEvents) {
        return participants.isA(token, kind)
                || withEvents
                        && best(token, false)
                                .flatMap(f -> f.trigger().type())
                                .filter(t -> t.name().equals(kind) || t.top().equals(kind))
                                .isPresent();
    }

    private Set<Token> parts(Token token, Trigger trigger) {
        Set<Token> parts = new HashSet<>();
        for (Condition condition : trigger.conditions()) {
            boolean told = trigger.slots(Role.CONTENT).contains(condition.slot());
            if (!condition.negated() && !told && condition.filler().isPartOfTrigger()) {
                arguments.of(token, condition.slot()).stream()
                        .filter(t -> weight(condition, t, false) > 0)
                        .forEach(t -> parts.addAll(condition.filler().words(sentence, t)));
            }
        }
        return parts;
    }

    /** "cease-fire" and "test-fired", which are three tokens in a sentence. */
    private Optional<WordKey> hyphenated(Token last, Trigger.PartOfSpeech partOfSpeech) {
        int i = last.index();
        return i >= 2 && sentence.token(i - 1).form().equals("-")
                ? Optional.of(
                        new WordKey(
                                sentence.token(i - 2).form().toLowerCase(Locale.ROOT)
                                        + "-"
                                        + last.lemma(),
                                partOfSpeech))
                : Optional.empty();
    }
}
