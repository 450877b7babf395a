package org.demarche.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<Pieces> pieces = sentences.stream().map(Pieces::of).toList();
        List<List<Name>> names =
                new NameFinder(gazetteer, article.published()).find(sentences, pieces);
        List<List<Draft>> drafts = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            PhraseReader phrases =
                    new PhraseReader(
                            gazetteer,
                            article.text(),
                            sentences.get(i),
                            pieces.get(i),
                            names.get(i));
            drafts.add(phrases.read());
        }
        new Resolver(gazetteer, article.published()).resolve(drafts);
        return new Mentions(
                sentences.size(),
                drafts.stream().flatMap(List::stream).flatMap(d -> mention(d).stream()).toList());
    }

    private static Optional<Mention> mention(Draft draft) {
        if (draft.actors.isEmpty() && draft.place.isEmpty()) {
            return Optional.empty();
        }
        Sentence sentence = draft.sentence;
        boolean place =
                draft.actors.isEmpty()
                        || draft.place.isPresent()
                                && Syntax.isPlacePhrase(sentence, draft.headToken());
        return Optional.of(
                new Mention(
                        sentence.token(draft.from)
                                .span()
                                .union(sentence.token(draft.to - 1).span()),
                        sentence.index(),
                        draft.from,
                        draft.to,
                        draft.head,
                        draft.kind(),
                        place ? Mention.Reading.PLACE : Mention.Reading.ACTOR,
                        draft.actors,
                        draft.place,
                        draft.why));
    }
}
