package org.demarche.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.article.Article;
import org.demarche.article.Block;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Finds who and what an article speaks of: names, roles, pronouns, each with its actor or place.
 */
public final class EntityLinker {
    private static final int LONGEST_DATELINE = 80;
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,(/)]|\\s[-–—]+\\s*");

    private final Gazetteer gazetteer;

    public EntityLinker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The mentions of all sentences of the article; the same input gives the same mentions. */
    public Mentions link(Article article, List<Sentence> sentences) {
        List<Pieces> pieces = sentences.stream().map(Pieces::of).toList();
        List<List<Name>> names =
                new NameFinder(gazetteer, article.published()).find(sentences, pieces);
        Set<String> proper = properWords(sentences);
        List<List<Draft>> drafts = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            PhraseReader phrases =
                    new PhraseReader(
                            gazetteer,
                            article.text(),
                            sentences.get(i),
                            ItemFinder.find(
                                    gazetteer,
                                    sentences.get(i),
                                    pieces.get(i),
                                    names.get(i),
                                    proper));
            drafts.add(phrases.read());
        }
        new Resolver(gazetteer, article.published())
                .resolve(drafts, Topics.starts(sentences, drafts), dateline(article, sentences));
        return new Mentions(
                sentences.size(),
                drafts.stream().flatMap(List::stream).flatMap(d -> mention(d).stream()).toList());
    }

    /**
     * The words that are names within a sentence, so that the same word is one where it opens a
     * sentence, whose capital tells nothing.
     */
    private static Set<String> properWords(List<Sentence> sentences) {
        Set<String> proper = new HashSet<>();
        for (Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                boolean within =
                        token.index() > 1
                                || token.index() == 1 && Syntax.isProper(sentence.token(0));
                if (within && Syntax.isProper(token)) {
                    proper.add(token.form());
                }
            }
        }
        return proper;
    }

    /** The country of the words that stand before the first sentence of a paragraph. */
    private Optional<String> dateline(Article article, List<Sentence> sentences) {
        for (Sentence sentence : sentences) {
            if (sentence.kind() != Block.Kind.PROSE) {
                continue;
            }
            int start = sentence.token(0).span().start();
            int line = article.text().lastIndexOf('\n', Math.max(0, start - 1)) + 1;
            String before = line < start ? article.text().substring(line, start) : "";
            return before.length() > LONGEST_DATELINE ? Optional.empty() : country(before);
        }
        return Optional.empty();
    }

    /** The country of the last state, town or region that the words name. */
    private Optional<String> country(String words) {
        Optional<String> country = Optional.empty();
        for (String part : BETWEEN_NAMES.split(words)) {
            Pieces pieces = Pieces.of(part);
            if (pieces.size() > 0) {
                Optional<String> named =
                        gazetteer.name(pieces, 0, true).values().stream()
                                .filter(s -> s.place().isPresent())
                                .flatMap(s -> s.country().stream())
                                .findFirst();
                country = named.isPresent() ? named : country;
            }
        }
        return country;
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
