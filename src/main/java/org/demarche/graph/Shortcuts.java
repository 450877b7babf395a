package org.demarche.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.demarche.entity.Actor;
import org.demarche.event.Event;
import org.demarche.event.Factuality;

/**
 * The pairs of participants that an event joins in one triple: Iraq and Sweden by dem:threatens,
 * and so the Iraqi prime minister and Sweden.
 */
final class Shortcuts {
    /** Two actors between whom a shortcut holds, from the first to the second. */
    record Pair(Actor from, Actor to) {}

    private Shortcuts() {}

    /**
     * The pairs of an event, and of the states of its participants; none unless it is asserted. A
     * participant without a state stands for itself there. In a mutual act each party is joined to
     * each other one.
     */
    static Set<Pair> of(Event event) {
        Set<Pair> pairs = new LinkedHashSet<>();
        if (event.factuality() == Factuality.ASSERTED) {
            boolean symmetric = event.type().shortcut().symmetric();
            List<Actor> from = new ArrayList<>(event.actors());
            List<Actor> to = new ArrayList<>(event.recipients());
            if (symmetric) {
                from.addAll(event.recipients());
                to.addAll(event.actors());
            }
            for (Actor one : from) {
                for (Actor other : to) {
                    add(pairs, one, other);
                    add(pairs, principal(one), principal(other));
                }
            }
        }
        return pairs;
    }

    private static void add(Set<Pair> pairs, Actor from, Actor to) {
        if (!from.key().equals(to.key())) {
            pairs.add(new Pair(from, to));
        }
    }

    private static Actor principal(Actor actor) {
        List<Actor> chain = actor.chain();
        return actor.state().orElse(chain.get(chain.size() - 1));
    }
}
