package org.demarche.event;

import java.util.ArrayList;
import java.util.List;
import org.demarche.article.Article;
import org.demarche.entity.Mentions;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.text.Sentence;

/**
 * Reads events from sentences: from "Sweden expelled two diplomats" an ExpulsionOfDiplomat by
 * Sweden.
 */
public final class EventExtractor {
    private final Lexicon lexicon;
    private final FactualityRules factuality;
    private final Intents intents;

    private EventExtractor(Lexicon lexicon, FactualityRules factuality, Intents intents) {
        this.lexicon = lexicon;
        this.factuality = factuality;
        this.intents = intents;
    }

    /** Reads the lexicon and the grammar's tables; their problems are reported together. */
    public static EventExtractor load(DataFiles files, Ontology ontology) {
        Problems problems = new Problems();
        FactualityRules factuality = FactualityRules.load(files, problems);
        Intents intents = Intents.load(files, ontology, problems);
        Lexicon lexicon = Lexicon.load(files, ontology, problems);
        problems.throwIfAny();
        return new EventExtractor(lexicon, factuality, intents);
    }

    /** The events in reading order; what became of every other candidate stands in the verdicts. */
    public Reading read(Article article, List<Sentence> sentences, Mentions mentions) {
        List<Event> events = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Sentence sentence : sentences) {
            SentenceReader reader =
                    new SentenceReader(article, sentence, mentions, lexicon, factuality, intents);
            Reading reading = reader.read();
            events.addAll(reading.events());
            verdicts.addAll(reading.verdicts());
        }
        return new Reading(events, verdicts);
    }
}
