package org.demarche.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.ontology.EventType;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.Table;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Kinds of prose that borrow the words of war and diplomacy: where a goalkeeper stands in the
 * sentence, an attack is none.
 */
final class Registers {
    static final String FILE = "data/grammar/registers.tsv";
    static final List<String> COLUMNS =
            List.of("register", "signs", "unless", "classes", "example");

    /**
     * @param name "sport"
     * @param signs words of which one shows the register
     * @param unless words of which one shows that the act is meant as it is said
     * @param classes top classes of events that are not found there; empty for all
     */
    private record Register(String name, Phrases signs, Phrases unless, Set<String> classes) {}

    private final List<Register> registers;

    private Registers(List<Register> registers) {
        this.registers = List.copyOf(registers);
    }

    static Registers load(DataFiles files, Ontology ontology, Problems problems) {
        List<Register> registers = new ArrayList<>();
        for (Table.Row row : Table.read(files, FILE, COLUMNS, problems).rows()) {
            for (String name : row.list("classes")) {
                if (ontology.eventType(name).filter(t -> t.top().equals(name)).isEmpty()) {
                    problems.add(row.where(), "'" + name + "' is no top class of events");
                }
            }
            if (row.list("signs").isEmpty()) {
                problems.add(row.where(), "a register needs signs, the words that show it");
            }
            registers.add(
                    new Register(
                            row.cell("register"),
                            Phrases.of(row.list("signs")),
                            Phrases.of(row.list("unless")),
                            Set.copyOf(row.list("classes"))));
        }
        return new Registers(registers);
    }

    /** The registers of a sentence. */
    In in(Sentence sentence) {
        return new In(
                registers.stream()
                        .filter(r -> r.signs().in(sentence).isPresent())
                        .filter(r -> r.unless().in(sentence).isEmpty())
                        .toList(),
                sentence);
    }

    /** Those that one sentence is in. */
    static final class In {
        private final List<Register> registers;
        private final Sentence sentence;

        private In(List<Register> registers, Sentence sentence) {
            this.registers = registers;
            this.sentence = sentence;
        }

        /** Why the type is not meant as it is said: "speaks of sport: 'goalkeeper'". */
        Optional<String> against(EventType type) {
            return registers.stream()
                    .filter(r -> r.classes().isEmpty() || r.classes().contains(type.top()))
                    .findFirst()
                    .map(
                            r ->
                                    "the sentence speaks of %s: '%s'"
                                            .formatted(
                                                    r.name(),
                                                    r.signs().in(sentence).orElseThrow()));
        }
    }

    /**
     * Words and phrases, by the first word of each.
     *
     * @param byFirst [world, cup] under "world"
     */
    private record Phrases(Map<String, List<List<String>>> byFirst) {
        static Phrases of(List<String> members) {
            return new Phrases(
                    members.stream()
                            .flatMap(m -> NounClasses.spellings(m).stream())
                            .collect(Collectors.groupingBy(m -> m.get(0))));
        }

        /** The first that stands in the sentence. */
        Optional<String> in(Sentence sentence) {
            for (Token token : sentence.tokens()) {
                for (String word : List.of(lemma(token), form(token))) {
                    for (List<String> phrase : byFirst.getOrDefault(word, List.of())) {
                        if (startsAt(sentence, token.index(), phrase)) {
                            return Optional.of(String.join(" ", phrase));
                        }
                    }
                }
            }
            return Optional.empty();
        }

        private static boolean startsAt(Sentence sentence, int from, List<String> words) {
            if (from + words.size() > sentence.tokens().size()) {
                return false;
            }
            for (int i = 1; i < words.size(); i++) {
                Token token = sentence.token(from + i);
                if (!words.get(i).equals(lemma(token)) && !words.get(i).equals(form(token))) {
                    return false;
                }
            }
            return true;
        }

        private static String lemma(Token token) {
            return token.lemma().toLowerCase(Locale.ROOT);
        }

        private static String form(Token token) {
            return token.form().toLowerCase(Locale.ROOT);
        }
    }
}
