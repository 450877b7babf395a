package org.demarche.event;

import java.util.ArrayList;
import java.util.List;
import org.demarche.article.Article;
import org.demarche.entity.Gazetteer;
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
    private final Grammar grammar;
    private final Gazetteer gazetteer;

    private EventExtractor(Lexicon lexicon, Grammar grammar, Gazetteer gazetteer) {
        this.lexicon = lexicon;
        this.grammar = grammar;
        this.gazetteer = gazetteer;
    }

    /** Reads the lexicon and the grammar's tables; their problems are reported together. */
    public static EventExtractor load(DataFiles files, Ontology ontology, Gazetteer gazetteer) {
        Problems problems = new Problems();
        Grammar grammar = Grammar.load(files, ontology, problems);
        Lexicon lexicon = Lexicon.load(files, ontology, problems);
        problems.throwIfAny();
        return new EventExtractor(lexicon, grammar, gazetteer);
    }

    /** The events in reading order; what became of every other candidate stands in the verdicts. */
    public Reading read(Article article, List<Sentence> sentences, Mentions mentions) {
        List<Event> events = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        Story story = new Story(article, sentences, mentions, gazetteer);
        for (Sentence sentence : sentences) {
            Reading reading = new SentenceReader(article, sentence, story, lexicon, grammar).read();
            events.addAll(reading.events());
            verdicts.addAll(reading.verdicts());
        }
        return new Reading(events, verdicts);
    }
}
