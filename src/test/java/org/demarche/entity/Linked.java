package org.demarche.entity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.article.Article;
import org.demarche.article.Layout;
import org.demarche.source.DataFiles;
import org.demarche.text.Analyzer;
import org.demarche.text.Sentence;

/** A text with its mentions, for tests. */
final class Linked {
    static final Gazetteer GAZETTEER = Gazetteer.load(DataFiles.bundled());
    private static final Analyzer ANALYZER = Analyzer.load(DataFiles.bundled());
    private static final Layout LAYOUT = Layout.load(DataFiles.bundled());

    final String text;
    final List<Sentence> sentences;
    final Mentions mentions;

    private Linked(String text, Optional<LocalDate> published) {
        Article article =
                new Article(
                        "a", Optional.empty(), published, Optional.empty(), Optional.empty(), text);
        this.text = text;
        this.sentences = ANALYZER.analyze(article, LAYOUT.blocks(article));
        this.mentions = new EntityLinker(GAZETTEER).link(article, sentences);
    }

    static Linked of(String text) {
        return new Linked(text, Optional.empty());
    }

    static Linked of(String text, LocalDate published) {
        return new Linked(text, Optional.of(published));
    }

    /** The last mention of just these words. */
    Optional<Mention> find(String words) {
        return mentions.all().stream()
                .filter(m -> m.span().of(text).equals(words))
                .reduce((first, second) -> second);
    }

    Mention mention(String words) {
        return find(words)
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no mention '"
                                                + words
                                                + "' in "
                                                + mentions.all().stream()
                                                        .map(m -> m.span().of(text))
                                                        .toList()));
    }

    Actor actor(String words) {
        List<Actor> actors = mention(words).actors();
        if (actors.size() != 1) {
            throw new AssertionError("'" + words + "' names " + actors);
        }
        return actors.get(0);
    }

    /** The codes of the states of the mention's actors. */
    List<String> states(String words) {
        return mention(words).actors().stream()
                .map(a -> a.state().flatMap(Actor::code).orElse("-"))
                .toList();
    }
}
