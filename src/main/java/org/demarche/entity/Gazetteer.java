package org.demarche.entity;

import java.util.List;
import org.demarche.article.Article;
import org.demarche.source.DataFiles;
import org.demarche.text.Sentence;

/** The actors and places known beforehand: the tables in {@code data/gazetteer}. */
public final class Gazetteer {
    private Gazetteer() {}

    public static Gazetteer load(DataFiles files) {
        files.list("data/gazetteer", ".tsv");
        return new Gazetteer();
    }

    List<Mention> mentions(Article article, List<Sentence> sentences) {
        return List.of();
    }
}
