package org.demarche.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.demarche.entity.Place;
import org.demarche.text.Clauses;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Where, when, which time and with how many an event happened: Baghdad, July 20 and 2 in "stormed
 * the embassy in Baghdad on July 20 for the second time". What stands nearest in the tree is taken,
 * up to the clause that the event is told in.
 */
final class Circumstances {
    private static final Set<String> PLACE_PREPOSITIONS =
            Set.of(
                    "in",
                    "at",
                    "near",
                    "outside",
                    "across",
                    "on",
                    "inside",
                    "around",
                    "throughout",
                    "off",
                    "along",
                    "over",
                    "into",
                    "within",
                    "through",
                    "from",
                    "to");
    private static final Set<String> WEAK_PREPOSITIONS = Set.of("from", "to", "on", "into", "over");
    private static final Set<String> STAYING = Set.of("in", "at");
    private static final Set<String> LIST_WORDS = Set.of(",", "and", "on");
    private static final Map<String, Integer> ORDINALS =
            Map.of(
                    "first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6,
                    "seventh", 7, "eighth", 8, "ninth", 9, "tenth", 10);

    private final Sentence sentence;
    private final Clauses clauses;
    private final Participants participants;
    private final Selection selection;
    private final List<TimeExpression> times;

    Circumstances(
            Sentence sentence,
            Clauses clauses,
            Participants participants,
            Selection selection,
            List<TimeExpression> times) {
        this.sentence = sentence;
        this.clauses = clauses;
        this.participants = participants;
        this.selection = selection;
        this.times = times;
    }

    Optional<Place> place(Token trigger) {
        Token word = trigger;
        while (true) {
            Optional<Place> here = placeBelow(word, 0);
            if (here.isEmpty()) {
                here = placeOfStay(word);
            }
            Optional<Token> above = clauses.head(word);
            if (here.isPresent() || above.isEmpty() || opensClause(word)) {
                return here;
            }
            word = above.get();
        }
    }

    /** Quito in "is in Quito on a visit". */
    private Optional<Place> placeOfStay(Token word) {
        return STAYING.contains(clauses.preposition(word)) && !clauses.subjects(word).isEmpty()
                ? participants.mention(word).filter(m -> m.isPlace()).flatMap(m -> m.place())
                : Optional.empty();
    }

    private Optional<Place> placeBelow(Token word, int depth) {
        Optional<Place> weak = Optional.empty();
        for (Token child : sentence.children(word)) {
            String preposition = clauses.preposition(child);
            if (child.is("obl", "nmod") && PLACE_PREPOSITIONS.contains(preposition)) {
                Optional<Place> place =
                        participants
                                .mention(child)
                                .filter(m -> m.isPlace())
                                .flatMap(m -> m.place());
                if (place.isPresent() && !WEAK_PREPOSITIONS.contains(preposition)) {
                    return place;
                }
                weak = weak.or(() -> place);
            }
        }
        if (weak.isPresent() || depth >= 2) {
            return weak;
        }
        for (Token child : sentence.children(word)) {
            // where another event is told, it is the place of that one
            if (child.is("obj", "nsubj", "nsubj:pass", "obl", "nmod", "advmod")
                    && !selection.isKept(child)) {
                Optional<Place> place = placeBelow(child, depth + 1);
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The date told nearest to the trigger; that of a report holds for what it tells: "In June, AP
     * reported that crowds stormed it".
     */
    Optional<EventDate> date(Token trigger) {
        return expressions(trigger).stream().findFirst().map(TimeExpression::date);
    }

    /**
     * Several days that are coordinated: "on June 29, June 30 and July 20"; else what {@link #date}
     * gives.
     */
    List<EventDate> dates(Token trigger) {
        List<EventDate> dates = new ArrayList<>();
        Optional<TimeExpression> next = expressions(trigger).stream().findFirst();
        while (next.isPresent()) {
            TimeExpression last = next.get();
            dates.add(last.date());
            next = times.stream().filter(t -> isListedAfter(last, t)).findFirst();
        }
        return dates;
    }

    /** Whether only a comma or "and" stands between two dates. */
    private boolean isListedAfter(TimeExpression first, TimeExpression second) {
        if (second.from() <= first.to() || second.from() > first.to() + 3) {
            return false;
        }
        for (int i = first.to(); i < second.from(); i++) {
            if (!LIST_WORDS.contains(sentence.token(i).form().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private List<TimeExpression> expressions(Token trigger) {
        Token word = trigger;
        while (true) {
            Token top = word;
            List<TimeExpression> found =
                    times.stream().filter(t -> hangsOn(headOf(t), top)).toList();
            Optional<Token> above = clauses.head(word);
            boolean stops = opensClause(word) && !word.is("ccomp");
            if (!found.isEmpty() || above.isEmpty() || stops) {
                return found;
            }
            word = above.get();
        }
    }

    /** The token of the expression that the others depend on. */
    private Token headOf(TimeExpression time) {
        for (int i = time.from(); i < time.to(); i++) {
            Token token = sentence.token(i);
            if (token.isRoot() || !time.covers(token.head())) {
                return token;
            }
        }
        return sentence.token(time.from());
    }

    private boolean hangsOn(Token low, Token top) {
        Token word = low;
        while (!word.equals(top)) {
            Optional<Token> above = clauses.head(word);
            if (above.isEmpty()
                    || opensClause(word)
                    || selection.isKept(word)
                    || word.is("conj") && word.xpos().startsWith("VB")) {
                return false;
            }
            word = above.get();
        }
        return true;
    }

    private static boolean opensClause(Token word) {
        return word.is("ccomp", "advcl", "acl", "parataxis");
    }

    /** 2 in "for the second time". */
    OptionalInt ordinal(Token trigger) {
        for (Token child : sentence.children(trigger)) {
            if (child.lemma().equals("time") || child.is("amod")) {
                for (Token word : clauses.subtree(child)) {
                    Integer value = ORDINALS.get(word.lemma().toLowerCase(Locale.ROOT));
                    if (value != null) {
                        return OptionalInt.of(value);
                    }
                }
            }
        }
        return OptionalInt.empty();
    }
}
