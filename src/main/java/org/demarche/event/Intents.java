package org.demarche.event;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.ontology.EventType;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.Nearest;
import org.demarche.source.Problems;
import org.demarche.source.Table;

/**
 * PLOVER's rule that intent comes before type: "Norway will send food" is a pledge of aid, "Norway
 * will not send food" a refusal.
 */
final class Intents {
    static final String FILE = "data/grammar/intent.tsv";
    static final List<String> COLUMNS = List.of("class", "when", "becomes", "act", "example");

    /** What the text says of an act that has not happened. */
    enum When {
        /** It is to happen. */
        PLANNED,
        /** It is to happen, and who would do it is the subject: "will arrest", not "will be". */
        ANNOUNCED,
        /** It is not to happen. */
        REFUSED
    }

    /**
     * What an act is coded as that has not happened.
     *
     * @param withAct whether the act itself is told too, as what is promised
     */
    record Intent(EventType type, boolean withAct) {}

    private record Key(String type, When when) {}

    private final Map<Key, Intent> intents;

    private Intents(Map<Key, Intent> intents) {
        this.intents = intents;
    }

    static Intents load(DataFiles files, Ontology ontology, Problems problems) {
        Map<Key, Intent> intents = new HashMap<>();
        for (Table.Row row : Table.read(files, FILE, COLUMNS, problems).rows()) {
            Optional<When> when =
                    Arrays.stream(When.values())
                            .filter(w -> w.name().toLowerCase(Locale.ROOT).equals(row.cell("when")))
                            .findFirst();
            if (when.isEmpty()) {
                problems.add(
                        row.where(),
                        "when '" + row.cell("when") + "' is not planned, announced or refused");
            }
            Optional<EventType> top = type(row, "class", ontology, problems);
            Optional<EventType> becomes = type(row, "becomes", ontology, problems);
            boolean withAct = row.cell("act").equals("yes");
            if (!withAct && !row.cell("act").isEmpty()) {
                problems.add(row.where(), "act '" + row.cell("act") + "' is neither yes nor empty");
            }
            if (when.isPresent() && top.isPresent() && becomes.isPresent()) {
                intents.put(
                        new Key(top.get().name(), when.get()), new Intent(becomes.get(), withAct));
            }
        }
        return new Intents(intents);
    }

    private static Optional<EventType> type(
            Table.Row row, String column, Ontology ontology, Problems problems) {
        String name = row.cell(column);
        Optional<EventType> type = ontology.eventType(name);
        if (type.isEmpty()) {
            problems.add(
                    row.where(),
                    column
                            + " '"
                            + name
                            + "' is not in ontology/demarche.ttl"
                            + Nearest.hint(
                                    name,
                                    ontology.eventTypes().stream().map(EventType::name).toList()));
        }
        return type;
    }

    /**
     * The class that such an act is coded as instead of its own; a row for its own class goes
     * before one for the class that it stands under.
     */
    Optional<Intent> instead(EventType type, When when) {
        Optional<Intent> instead =
                Optional.ofNullable(intents.get(new Key(type.name(), when)))
                        .or(() -> Optional.ofNullable(intents.get(new Key(type.top(), when))));
        return instead.isEmpty() && when == When.ANNOUNCED ? instead(type, When.PLANNED) : instead;
    }
}
