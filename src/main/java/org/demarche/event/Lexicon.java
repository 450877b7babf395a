package org.demarche.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.ontology.Concept;
import org.demarche.ontology.EventType;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.Nearest;
import org.demarche.source.Problems;
import org.demarche.source.Table;

/**
 * The words that make events, with their senses and the roles of what stands around them: the rows
 * of {@code data/lexicon/*.tsv}. Their format is told at the head of each file.
 */
public final class Lexicon {
    static final String FOLDER = "data/lexicon";
    // "obj", "in_front_of", "obj.to"
    private static final Pattern SLOT = Pattern.compile("[a-z_]+(\\.[a-z_]+)*");
    private static final List<String> COLUMNS =
            List.of("trigger", "class", "mode", "roles", "who", "example");
    private static final Set<String> ACTOR_KINDS =
            Set.of("ACTOR", "STATE", "PERSON", "ORG", "GROUP", "PLACE");

    private final List<Trigger> triggers;
    private final Map<WordKey, List<Trigger>> byWord = new HashMap<>();
    private final Map<String, List<WordKey>> gerunds = new HashMap<>();
    private final Map<String, List<WordKey>> pasts = new HashMap<>();

    private Lexicon(List<Trigger> triggers) {
        this.triggers = List.copyOf(triggers);
        for (Trigger trigger : triggers) {
            for (WordKey word : trigger.words()) {
                byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(trigger);
                if (word.partOfSpeech() == Trigger.PartOfSpeech.VERB) {
                    formsOf(word.lemma(), "ing").forEach(g -> gerunds.put(g, List.of(word)));
                    formsOf(word.lemma(), "ed").forEach(g -> pasts.put(g, List.of(word)));
                }
            }
        }
    }

    /** Reads all rows; what is wrong with any of them is reported together. */
    static Lexicon load(DataFiles files, Ontology ontology, Problems problems) {
        NounClasses nouns = NounClasses.load(files, problems);
        List<Trigger> triggers = new ArrayList<>();
        for (String file : files.list(FOLDER, ".tsv")) {
            for (Table.Row row : Table.read(files, file, COLUMNS, problems).rows()) {
                new RowReader(row, nouns, ontology, problems).read().ifPresent(triggers::add);
            }
        }
        return new Lexicon(triggers);
    }

    public List<Trigger> triggers() {
        return triggers;
    }

    /**
     * How a form of the verb with such an ending may be spelt; more than English has, since none is
     * another word.
     */
    private static List<String> formsOf(String verb, String ending) {
        List<String> forms = new ArrayList<>(List.of(verb + ending));
        if (verb.endsWith("e")) {
            forms.add(verb.substring(0, verb.length() - 1) + ending);
        } else if (!verb.isEmpty()) {
            forms.add(verb + verb.charAt(verb.length() - 1) + ending);
        }
        return forms;
    }

    /** The verbs of the lexicon whose -ing form a noun is: burn/v for "burning". */
    List<WordKey> verbsOfGerund(String noun) {
        return gerunds.getOrDefault(noun, List.of());
    }

    /**
     * The verbs of the lexicon that a form in -ed or -ing may be of, for rare ones whose lemma is
     * guessed wrong: strafe/v for "strafed".
     */
    List<WordKey> verbsOfForm(String form) {
        return pasts.getOrDefault(form, verbsOfGerund(form));
    }

    /** The rows of a word, in the order of the files. */
    List<Trigger> triggers(WordKey word) {
        return byWord.getOrDefault(word, List.of());
    }

    /** Reads one row. */
    private record RowReader(
            Table.Row row, NounClasses nouns, Ontology ontology, Problems problems) {

        Optional<Trigger> read() {
            String[] parts = row.cell("trigger").split(" +");
            List<WordKey> words = WordKey.parse(parts[0], "trigger", row.where(), problems);
            if (words.isEmpty()) {
                return Optional.empty();
            }
            List<Condition> conditions = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                condition(parts[i]).ifPresent(conditions::add);
            }
            String name = row.cell("class");
            Optional<EventType> type = ontology.eventType(name);
            if (type.isEmpty() && !name.equals("-")) {
                return problem(
                        "class '"
                                + name
                                + "' is not in ontology/demarche.ttl"
                                + Nearest.hint(
                                        name,
                                        ontology.eventTypes().stream()
                                                .map(EventType::name)
                                                .toList()));
            }
            if (row.cell("example").isEmpty()) {
                return problem("no example sentence");
            }
            checkMode(type);
            Map<Role, List<String>> roles = defaultRoles(words.get(0).partOfSpeech());
            Factuality contentFactuality = readRoles(roles);
            return Optional.of(
                    new Trigger(
                            row.where(),
                            words,
                            conditions,
                            type,
                            Optional.of(row.cell("mode")).filter(m -> !m.isEmpty()),
                            roles,
                            contentFactuality,
                            row.cell("who"),
                            row.cell("example")));
        }

        /** A mode must be one that the ontology has for the events of the class. */
        private void checkMode(Optional<EventType> type) {
            String mode = row.cell("mode");
            if (mode.isEmpty()) {
                return;
            }
            List<String> modes =
                    type.map(ontology::modes).orElse(List.of()).stream()
                            .map(Concept::name)
                            .toList();
            if (!modes.contains(mode)) {
                problems.add(
                        row.where(),
                        "mode '"
                                + mode
                                + type.map(
                                                t ->
                                                        "' is none of "
                                                                + t.top()
                                                                + " in ontology/demarche.ttl")
                                        .orElse("' belongs to no event")
                                + Nearest.hint(mode, modes));
            }
        }

        private Optional<Trigger> problem(String what) {
            problems.add(row.where(), what);
            return Optional.empty();
        }

        private Optional<Condition> condition(String text) {
            boolean negated = text.startsWith("!");
            String plain = negated ? text.substring(1) : text;
            int colon = plain.indexOf(':');
            if (colon < 1 || colon == plain.length() - 1) {
                problems.add(row.where(), "condition '" + text + "' is not slot:filler");
                return Optional.empty();
            }
            String slot = plain.substring(0, colon);
            if (!SLOT.matcher(slot).matches()) {
                problems.add(
                        row.where(),
                        "slot '"
                                + slot
                                + "' of '"
                                + text
                                + "' is not one slot: write a row for each");
                return Optional.empty();
            }
            return Optional.of(new Condition(slot, filler(plain.substring(colon + 1)), negated));
        }

        private Filler filler(String text) {
            Set<List<String>> words = new HashSet<>();
            Set<String> kinds = new HashSet<>();
            Set<List<String>> classWords = new HashSet<>();
            for (String each : text.split("\\|")) {
                if (ACTOR_KINDS.contains(each) || ontology.eventType(each).isPresent()) {
                    kinds.add(each);
                } else if (NounClasses.isName(each)) {
                    nouns.members(each)
                            .ifPresentOrElse(
                                    classWords::addAll,
                                    () ->
                                            problems.add(
                                                    row.where(),
                                                    "no class of nouns '"
                                                            + each
                                                            + "' in "
                                                            + NounClasses.FILE));
                } else if (!each.equals("*")) {
                    words.add(Arrays.asList(each.split("_")));
                }
            }
            boolean any = words.isEmpty() && classWords.isEmpty() && kinds.isEmpty();
            return new Filler(any, words, classWords, kinds);
        }

        private static Map<Role, List<String>> defaultRoles(Trigger.PartOfSpeech partOfSpeech) {
            Map<Role, List<String>> roles = new EnumMap<>(Role.class);
            switch (partOfSpeech) {
                case VERB -> {
                    roles.put(Role.ACTOR, List.of("subj"));
                    roles.put(Role.RECIPIENT, List.of("obj"));
                }
                case NOUN -> {
                    roles.put(Role.ACTOR, List.of("by", "poss", "mod", "of"));
                    roles.put(Role.RECIPIENT, List.of("on", "against", "to", "with"));
                }
                case ADJECTIVE -> {
                    roles.put(Role.ACTOR, List.of("subj"));
                    roles.put(Role.RECIPIENT, List.of("of", "to", "with"));
                }
            }
            return roles;
        }

        /**
         * Fills in what the row says of roles; a row that names any recipient or party drops the
         * default ones.
         */
        private Factuality readRoles(Map<Role, List<String>> roles) {
            Factuality contentFactuality = Factuality.POSSIBLE;
            String cell = row.cell("roles");
            if (cell.isEmpty()) {
                return contentFactuality;
            }
            List<String> usual = roles.remove(Role.RECIPIENT);
            for (String part : cell.split(" +")) {
                String[] sides = part.split("=", -1);
                String[] name = sides[0].split("/", -1);
                Optional<Role> role = Role.parse(name[0]);
                if (sides.length != 2 || role.isEmpty()) {
                    problems.add(
                            row.where(),
                            "role '"
                                    + part
                                    + "' is not role=slot,slot with a role of "
                                    + Arrays.toString(Role.values()).toLowerCase(Locale.ROOT));
                    continue;
                }
                roles.put(role.get(), Arrays.asList(sides[1].split(",")));
                if (name.length > 1) {
                    Optional<Factuality> stated = Factuality.parse(name[1]);
                    if (stated.isEmpty() || name.length > 2) {
                        problems.add(
                                row.where(),
                                "role '"
                                        + sides[0]
                                        + "' is not role/Planned, role/Possible or another factuality");
                    }
                    contentFactuality = stated.orElse(contentFactuality);
                }
            }
            if (roles.containsKey(Role.PARTY)) {
                roles.remove(Role.ACTOR);
            } else {
                roles.putIfAbsent(Role.RECIPIENT, usual);
            }
            return contentFactuality;
        }
    }
}
