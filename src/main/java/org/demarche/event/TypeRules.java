package org.demarche.event;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    static final List<String> COLUMNS =
            List.of("class", "domestic", "counterpart", "content", "absorbs", "means", "example");

    /** What acts on and by the actor's own state are like. */
    private enum Domestic {
        NONE,
        YES,
        PLACE,
        HOME,
        CROWD,
        MUTUAL,
        NEVER
    }

    /** Who stands on the other side where the sentence does not say. */
    private enum Counterpart {
        NONE,
        YES,
        PLACE
    }

    /** Who would do what is threatened, promised or alleged. */
    private enum Content {
        ACTOR,
        RECIPIENT
    }

    private record Rule(
            Domestic domestic,
            Counterpart counterpart,
            Content content,
            Set<String> absorbed,
            Optional<Filler> means) {
        static final Rule NONE =
                new Rule(
                        Domestic.NONE, Counterpart.NONE, Content.ACTOR, Set.of(), Optional.empty());
    }

    private final Map<String, Rule> rules;

    private TypeRules(Map<String, Rule> rules) {
        this.rules = Map.copyOf(rules);
    }

    static TypeRules load(
            DataFiles files, Ontology ontology, NounClasses nouns, Problems problems) {
        Map<String, Rule> rules = new HashMap<>();
        for (Table.Row row : Table.read(files, FILE, COLUMNS, problems).rows()) {
            Set<String> absorbed = Set.copyOf(row.list("absorbs"));
            for (String name : row.list("class")) {
                checkClass(name, row, ontology, problems);
            }
            absorbed.forEach(name -> checkClass(name, row, ontology, problems));
            rules.put(
                    row.cell("class"),
                    new Rule(
                            value(Domestic.class, "domestic", row, problems).orElse(Domestic.NONE),
                            value(Counterpart.class, "counterpart", row, problems)
                                    .orElse(Counterpart.NONE),
                            value(Content.class, "content", row, problems).orElse(Content.ACTOR),
                            absorbed,
                            means(row, nouns, problems)));
        }
        return new TypeRules(rules);
    }

    private static Optional<Filler> means(Table.Row row, NounClasses nouns, Problems problems) {
        String name = row.cell("means");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Filler> means =
                nouns.members(name).map(m -> new Filler(false, Set.of(), m, Set.of()));
        if (means.isEmpty()) {
            problems.add(
                    row.where(), "means '%s' is no class of %s".formatted(name, NounClasses.FILE));
        }
        return means;
    }

    private static void checkClass(
            String name, Table.Row row, Ontology ontology, Problems problems) {
        if (ontology.eventType(name).isEmpty()) {
            problems.add(row.where(), "'" + name + "' is no class of events");
        }
    }

    /** The value that a cell names; an empty cell has none. */
    private static <E extends Enum<E>> Optional<E> value(
            Class<E> type, String column, Table.Row row, Problems problems) {
        String cell = row.cell(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        List<E> all = Arrays.asList(type.getEnumConstants());
        Optional<E> found =
                all.stream()
                        .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(cell))
                        .findFirst();
        if (found.isEmpty()) {
            problems.add(
                    row.where(),
                    "%s '%s' is not one of %s"
                            .formatted(column, cell, all.toString().toLowerCase(Locale.ROOT)));
        }
        return found;
    }

    /** The rule of the class itself, else that of PLOVER's that it stands under. */
    private Rule rule(EventType type) {
        Rule own = rules.get(type.name());
        return own == null ? rules.getOrDefault(type.top(), Rule.NONE) : own;
    }

    /** Whether the recipient is the actor's own state where the text names none. */
    boolean isDomestic(EventType type) {
        return switch (rule(type).domestic()) {
            case YES, PLACE, CROWD -> true;
            case NONE, HOME, MUTUAL, NEVER -> false;
        };
    }

    /** Whether the state in which it happens is the actor where the text names none. */
    boolean isOfPlace(EventType type, boolean mutual) {
        return switch (rule(type).domestic()) {
            case PLACE, CROWD -> true;
            case MUTUAL -> mutual;
            case NONE, YES, HOME, NEVER -> false;
        };
    }

    /**
     * Whether the state that the text is about is the actor where none is named and its own people
     * are the recipient.
     */
    boolean isOfHome(EventType type) {
        return rule(type).domestic() == Domestic.PLACE || rule(type).domestic() == Domestic.HOME;
    }

    /** Whether it is never against the actor's own state: a recalled ambassador is no recipient. */
    boolean isForeign(EventType type) {
        return rule(type).domestic() == Domestic.NEVER;
    }

    /** Whether people of that state are the actor rather than the state itself. */
    boolean actsAsCrowd(EventType type) {
        return rule(type).domestic() == Domestic.CROWD;
    }

    /** Whether somebody always stands on the other side, named or not. */
    boolean isBilateral(EventType type) {
        return rule(type).counterpart() == Counterpart.YES;
    }

    /** Whether it is done to the state in which it happens where the text names nobody. */
    boolean isToPlace(EventType type) {
        return rule(type).counterpart() == Counterpart.PLACE;
    }

    /** Whether its content is the recipient's act: what is alleged, the accused has done. */
    boolean isOfRecipient(EventType outer) {
        return rule(outer).content() == Content.RECIPIENT;
    }

    /**
     * What may do such an act besides actors: bombs kill, tigers do not in the sense of the type.
     * Empty where anything may.
     */
    Optional<Filler> means(EventType type) {
        return rule(type).means();
    }

    /** Whether an act in the purpose of another is part of that. */
    boolean absorbs(EventType outer, EventType purpose) {
        return rule(outer).absorbed().contains(purpose.top());
    }
}
