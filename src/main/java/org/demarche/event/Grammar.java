package org.demarche.event;

import java.util.Set;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;

/**
 * The tables of {@code data/grammar} that hold for all events: how real, which intent, what about.
 */
record Grammar(
        FactualityRules factuality,
        Intents intents,
        Contexts contexts,
        Set<String> counters,
        Set<String> phases,
        Set<String> lightVerbs,
        Set<String> involvingVerbs,
        Set<String> sharesOfDeeds,
        Set<String> bystandingVerbs,
        Set<String> namingVerbs,
        TypeRules types,
        Registers registers,
        QuantityRules quantities) {
    static Grammar load(DataFiles files, Ontology ontology, Problems problems) {
        NounClasses nouns = NounClasses.load(files, problems);
        return new Grammar(
                FactualityRules.load(files, nouns, problems),
                Intents.load(files, ontology, problems),
                Contexts.load(files, ontology, problems),
                nouns.singleWords("QUANTITY"),
                nouns.singleWords("PHASE"),
                nouns.singleWords("LIGHT"),
                nouns.singleWords("INVOLVING"),
                nouns.singleWords("SHARE"),
                nouns.singleWords("BYSTANDING"),
                nouns.singleWords("NAMING"),
                TypeRules.load(files, ontology, nouns, problems),
                Registers.load(files, ontology, problems),
                QuantityRules.load(files, problems));
    }
}
