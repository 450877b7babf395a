package org.demarche.event;

import java.util.List;
import java.util.Locale;
import org.demarche.entity.Actor;

/**
 * An event as a reader found it: in "Iraq expelled the Swedish ambassador" the trigger "expelled",
 * SANCTION by {@code IRQ} against {@code SWE}, actual.
 *
 * @param paragraph the paragraph of the article that tells it, from 0
 * @param trigger the words that tell it
 * @param type a PLOVER type: SANCTION
 * @param actors ISO 3166-1 alpha-3 codes of states, or names; all parties where the act is mutual
 * @param recipients the same of those to or against whom
 */
public record GoldEvent(
        int paragraph,
        String trigger,
        String type,
        List<String> actors,
        List<String> recipients,
        Factuality factuality) {
    public GoldEvent {
        if (paragraph < 0) {
            throw new IllegalArgumentException("bad paragraph " + paragraph);
        }
        actors = List.copyOf(actors);
        recipients = List.copyOf(recipients);
    }

    /** Whether all parties do it to each other: "Iraq and Sweden held talks". */
    boolean isMutual() {
        return recipients.isEmpty() && actors.size() > 1;
    }

    /** How far an extracted event of an accepted type has the same parties. */
    ScoreLevel agreement(Event event) {
        boolean sameActor =
                share(actors, event.actors()) || isMutual() && share(actors, event.recipients());
        if (!sameActor) {
            return ScoreLevel.EVENT;
        }
        boolean sameRecipient =
                isMutual()
                        ? actors.stream().allMatch(party -> takesPart(party, event))
                        : share(recipients, event.recipients());
        return sameRecipient ? ScoreLevel.RECIPIENT : ScoreLevel.ACTOR;
    }

    /** Mutual acts count either way round: A met B, B met A, A and B met. */
    private static boolean takesPart(String party, Event event) {
        return event.actors().stream().anyMatch(actor -> isNamed(actor, party))
                || event.recipients().stream().anyMatch(actor -> isNamed(actor, party));
    }

    private static boolean share(List<String> names, List<Actor> actors) {
        if (names.isEmpty() || actors.isEmpty()) {
            return names.isEmpty() && actors.isEmpty();
        }
        return names.stream().anyMatch(n -> actors.stream().anyMatch(a -> isNamed(a, n)));
    }

    private static boolean isNamed(Actor actor, String name) {
        boolean isCode = name.matches("[A-Z]{3}");
        if (isCode && actor.state().flatMap(Actor::code).filter(name::equals).isPresent()) {
            return true;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        // A common noun: "militants" is also in "Islamist militants".
        boolean isNoun = name.equals(lower);
        return isCalled(actor.name(), lower, isNoun)
                || actor.otherNames().stream().anyMatch(n -> isCalled(n, lower, isNoun))
                || actor.code().filter(c -> isCalled(c, lower, isNoun)).isPresent();
    }

    private static boolean isCalled(String called, String lower, boolean isNoun) {
        String other = called.toLowerCase(Locale.ROOT);
        return isNoun ? other.contains(lower) : other.equals(lower);
    }
}
