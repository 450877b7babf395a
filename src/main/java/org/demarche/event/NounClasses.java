package org.demarche.event;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            row.list("members").forEach(m -> words.add(Arrays.asList(m.split(" "))));
        }
        return new NounClasses(members);
    }

    /** Whether a filler is written as a class of nouns is: RELATIONS. */
    static boolean isName(String filler) {
        return filler.matches("[A-Z][A-Z_]+");
    }

    /** The members as lists of lemmas: [diplomatic, tie]. */
    Optional<Set<List<String>>> members(String name) {
        return Optional.ofNullable(members.get(name));
    }
}
