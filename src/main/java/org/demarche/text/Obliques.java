package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.text.Clauses.Oblique;

/**
 * What prepositions tie to predicates and nouns: "with Sweden" in "talks with Sweden" and "met with
 * Sweden".
 */
final class Obliques {
    /** "released by Friday": when, not by whom. */
    private static final Set<String> TIMES =
            Set.of(
                    "now",
                    "then",
                    "today",
                    "tomorrow",
                    "dawn",
                    "noon",
                    "midnight",
                    "night",
                    "morning",
                    "evening",
                    "end",
                    "year",
                    "month",
                    "week",
                    "day",
                    "hour",
                    "deadline",
                    "percent");

    private final Sentence sentence;
    private final SentenceTree tree;

    Obliques(Sentence sentence, SentenceTree tree) {
        this.sentence = sentence;
        this.tree = tree;
    }

    /** Whether what follows "by" is a time and nobody. */
    static boolean isTime(Token noun) {
        String lemma = SentenceTree.lemma(noun);
        return TIMES.contains(lemma) || CalendarWords.isName(lemma);
    }

    List<Oblique> obliques(Token predicate) {
        List<Oblique> found = new ArrayList<>();
        for (Token child : sentence.children(predicate)) {
            boolean agent = child.relation().equals("obl:agent") && !isTime(child);
            if (child.is("obl") && !agent) {
                spread(child, predicate, found);
            }
        }
        return found;
    }

    List<Token> obliques(Token predicate, String... prepositions) {
        return those(obliques(predicate), prepositions);
    }

    List<Token> adjuncts(Token predicate, String... prepositions) {
        List<Token> direct = obliques(predicate, prepositions);
        if (!direct.isEmpty()) {
            return direct;
        }
        List<Token> found = new ArrayList<>();
        for (Token child : sentence.children(predicate)) {
            if (child.is("obj", "obl", "xcomp") && child.index() > predicate.index()) {
                tree.conjuncts(child).forEach(c -> found.addAll(modifiers(c, prepositions)));
            }
        }
        return found;
    }

    List<Oblique> modifiers(Token noun) {
        List<Oblique> found = new ArrayList<>();
        for (Token child : sentence.children(noun)) {
            if (child.relation().equals("nmod") || child.is("obl")) {
                spread(child, noun, found);
            }
        }
        return found;
    }

    List<Token> modifiers(Token noun, String... prepositions) {
        return those(modifiers(noun), prepositions);
    }

    private void spread(Token child, Token head, List<Oblique> found) {
        String preposition = tree.preposition(child);
        for (Token noun : tree.referents(child, head)) {
            String own = tree.preposition(noun);
            found.add(new Oblique(own.isEmpty() ? preposition : own, noun));
        }
    }

    private static List<Token> those(List<Oblique> obliques, String... prepositions) {
        Set<String> wanted = Set.of(prepositions);
        return obliques.stream()
                .filter(o -> wanted.contains(o.preposition()))
                .map(Oblique::noun)
                .toList();
    }
}
