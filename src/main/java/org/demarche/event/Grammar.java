package org.demarche.event;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.ontology.EventType;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.Table;

/**
 * The tables of {@code data/grammar} that hold for all events: how real, which intent, what about.
 */
record Grammar(
        FactualityRules factuality, Intents intents, Contexts contexts, Set<String> quantities, Set<String> domestic) {
    static Grammar load(DataFiles files, Ontology ontology, Problems problems) {
        NounClasses nouns = NounClasses.load(files, problems);
        return new Grammar(
                FactualityRules.load(files, nouns, problems),
                Intents.load(files, ontology, problems),
                Contexts.load(files, ontology, problems),
                nouns.singleWords("QUANTITY"),
                domestic(files, ontology, problems));
    }

    /** The top classes whose recipient is the actor's own state where the text names none. */
    private static Set<String> domestic(DataFiles files, Ontology ontology, Problems problems) {
        Set<String> classes = new HashSet<>();
        String file = "data/grammar/domestic.tsv";
        for (Table.Row row :
                Table.read(files, file, List.of("class", "example"), problems).rows()) {
            if (ontology.eventType(row.cell("class")).filter(EventType::isTop).isEmpty()) {
                problems.add(row.where(), "'" + row.cell("class") + "' is no top class of events");
            }
            classes.add(row.cell("class"));
        }
        return classes;
    }
}
