package org.demarche.event;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.Table;

/** Classes of nouns that tell senses of a verb apart: RELATIONS are ties, links, contacts. */
final class NounClasses {
    static final String FILE = "data/grammar/nouns.tsv";

    private final Map<String, Set<List<String>>> members;

    private NounClasses(Map<String, Set<List<String>>> members) {
        this.members = members;
    }

    static NounClasses load(DataFiles files, Problems problems) {
        Map<String, Set<List<String>>> members = new HashMap<>();
        for (Table.Row row :
                Table.read(files, FILE, List.of("class", "members"), problems).rows()) {
            String name = row.cell("class");
            if (!isName(name)) {
                problems.add(row.where(), "class '" + name + "' is not in capitals");
            }
            Set<List<String>> words = members.computeIfAbsent(name, n -> new HashSet<>());
            row.list("members").forEach(m -> words.addAll(spellings(m)));
        }
        return new NounClasses(members);
    }

    /** The lemmas of the members of one word. */
    Set<String> singleWords(String name) {
        return members.getOrDefault(name, Set.of()).stream()
                .filter(m -> m.size() == 1)
                .map(m -> m.get(0))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a filler is written as a class of nouns is: RELATIONS. */
    static boolean isName(String filler) {
        return filler.matches("[A-Z][A-Z_]+");
    }

    /** The members as lists of lemmas: [diplomatic, tie]. */
    Optional<Set<List<String>>> members(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** "cease-fire" also as the three tokens that it is in a sentence. */
    static List<List<String>> spellings(String member) {
        List<String> words = Arrays.asList(member.split(" "));
        return member.contains("-")
                ? List.of(words, Arrays.asList(member.replace("-", " - ").split(" +")))
                : List.of(words);
    }
}
