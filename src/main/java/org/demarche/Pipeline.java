package org.demarche;

import java.util.List;
import org.demarche.article.Article;
import org.demarche.article.Layout;
import org.demarche.entity.EntityLinker;
import org.demarche.entity.Gazetteer;
import org.demarche.entity.Mentions;
import org.demarche.event.EventExtractor;
import org.demarche.event.Reading;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.text.Analyzer;
import org.demarche.text.Sentence;

/**
 * The whole way from an article to its graph. A pure function: the same article and the same data
 * files always give the same graph.
 */
public final class Pipeline {
    private final Layout layout;
    private final Analyzer analyzer;
    private final EntityLinker linker;
    private final EventExtractor extractor;

    private Pipeline(
            Layout layout, Analyzer analyzer, EntityLinker linker, EventExtractor extractor) {
        this.layout = layout;
        this.analyzer = analyzer;
        this.linker = linker;
        this.extractor = extractor;
    }

    public static Pipeline load(DataFiles files) {
        Gazetteer gazetteer = Gazetteer.load(files);
        return new Pipeline(
                Layout.load(files),
                Analyzer.load(files),
                new EntityLinker(gazetteer),
                EventExtractor.load(files, Ontology.read(files)));
    }

    /** An article as the program understands it: what {@code explain} shows. */
    public record Understanding(List<Sentence> sentences, Mentions mentions, Reading reading) {}

    public Understanding read(Article article) {
        List<Sentence> sentences = analyzer.analyze(article, layout.blocks(article));
        Mentions mentions = linker.link(article, sentences);
        return new Understanding(sentences, mentions, extractor.read(article, sentences, mentions));
    }
}
