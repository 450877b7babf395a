package org.demarche.ontology;

import java.util.List;
import java.util.Optional;

/**
 * A class of events in the ontology: ExpulsionOfDiplomat, a Sanction, in "Sweden expelled two
 * diplomats".
 *
 * @param iri the class: {@code https://w3id.org/demarche/ontology#ExpulsionOfDiplomat}
 * @param label "expulsion of diplomat"
 * @param top local name of the one of the sixteen top classes that it is or stands under: Sanction
 * @param plover the PLOVER type of the top class: SANCTION
 * @param score conflict to cooperation, -10 to 10
 * @param cameo the CAMEO code of the class: 166
 * @param defaultMode the PLOVER mode of its events where the text says nothing else: expel
 * @param defaultContexts PLOVER contexts that its events have in any case: diplomatic
 * @param needsRecipient whether PLOVER codes such an event only with a recipient
 * @param shortcut what an asserted event says in one triple
 */
public record EventType(
        String iri,
        String label,
        String top,
        String plover,
        QuadClass quad,
        double score,
        Optional<String> cameo,
        Optional<String> defaultMode,
        List<String> defaultContexts,
        boolean needsRecipient,
        Shortcut shortcut) {

    /**
     * The property between participants that stands for the events of a top class: accuses,
     * consultsWith.
     *
     * @param symmetric whether it holds both ways
     */
    public record Shortcut(String iri, boolean symmetric) {
        public String name() {
            return localName(iri);
        }
    }

    public EventType {
        defaultContexts = List.copyOf(defaultContexts);
        if (!(score >= -10 && score <= 10)) {
            throw new IllegalArgumentException(
                    "score " + score + " of " + iri + " is not in -10..10");
        }
    }

    /** Its local name: ExpulsionOfDiplomat. */
    public String name() {
        return localName(iri);
    }

    /** Whether it is one of the sixteen classes that are PLOVER's types. */
    public boolean isTop() {
        return name().equals(top);
    }

    private static String localName(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
