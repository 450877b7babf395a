package org.demarche.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.ontology.EventType;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.Table;

/**
 * What holds for all events of a type: a curfew is imposed on the actor's own state, and what
 * protesters march for is part of the protest.
 */
final class TypeRules {
    static final String FILE = "data/grammar/types.tsv";

    private final Set<String> known;
    private final Set<String> domestic;
    private final Set<String> placed;
    private final Set<String> placedIfMutual;
    private final Set<String> crowds;
    private final Set<String> foreign;
    private final Set<String> bilateral;
    private final Map<String, Set<String>> absorbed;

    private TypeRules(
            Set<String> known,
            Set<String> domestic,
            Set<String> placed,
            Set<String> placedIfMutual,
            Set<String> crowds,
            Set<String> foreign,
            Set<String> bilateral,
            Map<String, Set<String>> absorbed) {
        this.known = known;
        this.domestic = domestic;
        this.placed = placed;
        this.placedIfMutual = placedIfMutual;
        this.crowds = crowds;
        this.foreign = foreign;
        this.bilateral = bilateral;
        this.absorbed = absorbed;
    }

    static TypeRules load(DataFiles files, Ontology ontology, Problems problems) {
        Set<String> known = new HashSet<>();
        Set<String> domestic = new HashSet<>();
        Set<String> placed = new HashSet<>();
        Set<String> placedIfMutual = new HashSet<>();
        Set<String> crowds = new HashSet<>();
        Set<String> foreign = new HashSet<>();
        Set<String> bilateral = new HashSet<>();
        Map<String, Set<String>> absorbed = new HashMap<>();
        List<String> columns = List.of("class", "domestic", "counterpart", "absorbs", "example");
        for (Table.Row row : Table.read(files, FILE, columns, problems).rows()) {
            Set<String> named = new HashSet<>(row.list("absorbs"));
            named.add(row.cell("class"));
            known.add(row.cell("class"));
            for (String name : named) {
                if (ontology.eventType(name).isEmpty()) {
                    problems.add(row.where(), "'" + name + "' is no class of events");
                }
            }
            switch (row.cell("domestic")) {
                case "yes" -> domestic.add(row.cell("class"));
                case "place" -> {
                    domestic.add(row.cell("class"));
                    placed.add(row.cell("class"));
                }
                case "crowd" -> {
                    domestic.add(row.cell("class"));
                    placed.add(row.cell("class"));
                    crowds.add(row.cell("class"));
                }
                case "never" -> foreign.add(row.cell("class"));
                case "mutual" -> placedIfMutual.add(row.cell("class"));
                case "" -> {}
                default ->
                        problems.add(
                                row.where(),
                                "domestic '"
                                        + row.cell("domestic")
                                        + "' is not yes, place, crowd, mutual or never");
            }
            if (row.cell("counterpart").equals("yes")) {
                bilateral.add(row.cell("class"));
            }
            absorbed.computeIfAbsent(row.cell("class"), c -> new HashSet<>())
                    .addAll(row.list("absorbs"));
        }
        return new TypeRules(
                known, domestic, placed, placedIfMutual, crowds, foreign, bilateral, absorbed);
    }

    /** The class whose row holds: its own, else that of PLOVER's that it stands under. */
    private String ruled(EventType type) {
        return known.contains(type.name()) ? type.name() : type.top();
    }

    /** Whether the recipient is the actor's own state where the text names none. */
    boolean isDomestic(EventType type) {
        return domestic.contains(ruled(type));
    }

    /** Whether the state in which it happens is the actor where the text names none. */
    boolean isOfPlace(EventType type, boolean mutual) {
        return placed.contains(ruled(type)) || mutual && placedIfMutual.contains(ruled(type));
    }

    /** Whether it is never against the actor's own state: a recalled ambassador is no recipient. */
    boolean isForeign(EventType type) {
        return foreign.contains(ruled(type));
    }

    /** Whether people of that state are the actor rather than the state itself. */
    boolean actsAsCrowd(EventType type) {
        return crowds.contains(ruled(type));
    }

    /** Whether somebody always stands on the other side, named or not. */
    boolean isBilateral(EventType type) {
        return bilateral.contains(ruled(type));
    }

    /** Whether an act in the purpose of another is part of that. */
    boolean absorbs(EventType outer, EventType purpose) {
        return absorbed.getOrDefault(ruled(outer), Set.of()).contains(purpose.top());
    }
}
