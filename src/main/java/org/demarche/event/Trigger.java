package org.demarche.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.ontology.EventType;
import org.demarche.source.SourceLine;

/**
 * A row of the lexicon: "sever" with RELATIONS as its object makes a severance of relations between
 * its subject and whoever follows "with".
 *
 * @param type empty where the row says that this sense is no event: "cut the price"
 * @param roles the slots of each role, in order of preference
 * @param contentFactuality how real the content is: possible if threatened, planned if promised
 * @param who what the example must give, as {@code IRQ>SWE}
 */
public record Trigger(
        SourceLine where,
        List<WordKey> words,
        List<Condition> conditions,
        Optional<EventType> type,
        Optional<String> mode,
        Map<Role, List<String>> roles,
        Factuality contentFactuality,
        String who,
        String example) {

    /** The word class of a trigger: "attack" is a verb here, a noun there. */
    public enum PartOfSpeech {
        VERB,
        NOUN,
        ADJECTIVE
    }

    List<String> slots(Role role) {
        return roles.getOrDefault(role, List.of());
    }
}
