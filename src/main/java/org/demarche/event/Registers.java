package org.demarche.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private record Register(String name, Phrases signs, Phrases unless, Set<String> classes) {}

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
                            .map(m -> Arrays.asList(m.split(" ")))
                            .collect(Collectors.groupingBy(m -> m.get(0))));
        }

        /** The first that stands in the sentence. */
        Optional<String> in(Sentence sentence) {
            return sentence.tokens().stream()
                    .flatMap(t -> Stream.of(lemma(t), form(t)).distinct().flatMap(w -> at(t, w)))
                    .filter(phrase -> startsAt(sentence, phrase.token().index(), phrase.words()))
                    .findFirst()
                    .map(phrase -> String.join(" ", phrase.words()));
        }

        private Stream<Possible> at(Token token, String word) {
            return byFirst.getOrDefault(word, List.of()).stream()
                    .map(words -> new Possible(token, words));
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

    /** A phrase that may begin at a word. */
    private record Possible(Token token, List<String> words) {}
}
