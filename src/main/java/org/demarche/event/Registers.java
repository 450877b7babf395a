package org.demarche.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    /**
     * @param name "sport"
     * @param signs words of which one shows the register
     * @param unless words of which one shows that the act is meant as it is said
     * @param classes top classes of events that are not found there; empty for all
     */
    private record Register(
            String name, Set<List<String>> signs, Set<List<String>> unless, Set<String> classes) {}

    private final List<Register> registers;

    private Registers(List<Register> registers) {
        this.registers = List.copyOf(registers);
    }

    static Registers load(DataFiles files, Ontology ontology, Problems problems) {
        List<Register> registers = new ArrayList<>();
        List<String> columns = List.of("register", "signs", "unless", "classes", "example");
        for (Table.Row row : Table.read(files, FILE, columns, problems).rows()) {
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
                            phrases(row.list("signs")),
                            phrases(row.list("unless")),
                            Set.copyOf(row.list("classes"))));
        }
        return new Registers(registers);
    }

    private static Set<List<String>> phrases(List<String> members) {
        Set<List<String>> phrases = new HashSet<>();
        members.forEach(m -> phrases.add(Arrays.asList(m.split(" "))));
        return phrases;
    }

    /** The registers of a sentence. */
    In in(Sentence sentence) {
        return new In(
                registers.stream()
                        .filter(r -> find(sentence, r.signs()).isPresent())
                        .filter(r -> find(sentence, r.unless()).isEmpty())
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
                                                    find(sentence, r.signs()).orElseThrow()));
        }
    }

    private static Optional<String> find(Sentence sentence, Set<List<String>> phrases) {
        for (Token token : sentence.tokens()) {
            for (List<String> phrase : phrases) {
                if (startsAt(sentence, token.index(), phrase)) {
                    return Optional.of(String.join(" ", phrase));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean startsAt(Sentence sentence, int from, List<String> phrase) {
        if (from + phrase.size() > sentence.tokens().size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            Token token = sentence.token(from + i);
            if (!phrase.get(i).equals(token.lemma().toLowerCase(Locale.ROOT))
                    && !phrase.get(i).equals(token.form().toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
