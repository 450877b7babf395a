package org.demarche.entity;

import java.util.List;
import org.demarche.article.Article;
import org.demarche.text.Sentence;

/**
 * Finds who and what an article speaks of: names, roles, pronouns, each with its actor or place.
 */
public final class EntityLinker {
    private final Gazetteer gazetteer;

    public EntityLinker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The mentions of all sentences of the article; the same input gives the same mentions. */
    public Mentions link(Article article, List<Sentence> sentences) {
        return new Mentions(sentences.size(), gazetteer.mentions(article, sentences));
    }
}
