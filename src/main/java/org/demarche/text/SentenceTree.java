package org.demarche.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The tree of a sentence and its nearest readings: heads, coordination, clauses, the noun of "who".
 */
final class SentenceTree {
    private static final Set<String> CLAUSAL =
            Set.of("ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj");

    private static final Set<String> RELATIVE = Set.of("who", "whom", "which", "that", "whose");

    private final Sentence sentence;

    SentenceTree(Sentence sentence) {
        this.sentence = sentence;
    }

    /**
     * What a noun stands for in a clause: itself and its conjuncts, or a relative pronoun's
     * antecedents.
     */
    List<Token> referents(Token noun, Token predicate) {
        if (isRelativePronoun(noun)) {
            Optional<Token> antecedent = antecedent(predicate);
            if (antecedent.isPresent()) {
                return conjuncts(antecedent.get());
            }
        }
        return conjuncts(noun);
    }

    private static boolean isRelativePronoun(Token token) {
        return (token.xpos().startsWith("W") || token.form().equalsIgnoreCase("that"))
                && token.upos().equals("PRON")
                && RELATIVE.contains(token.form().toLowerCase(Locale.ROOT));
    }

    Optional<Token> antecedent(Token predicate) {
        Token at = predicate;
        for (int i = 0; i < 12; i++) {
            if (at.relation().startsWith("acl") || at.relation().equals("advcl:relcl")) {
                return head(at);
            }
            boolean climbs = at.is("conj", "xcomp", "ccomp");
            Optional<Token> above = head(at);
            if (!climbs || above.isEmpty()) {
                return Optional.empty();
            }
            at = above.get();
        }
        return Optional.empty();
    }

    List<Token> relativeClauses(Token noun) {
        return sentence.children(noun).stream()
                .filter(c -> c.relation().equals("acl:relcl"))
                .flatMap(c -> conjuncts(c).stream())
                .toList();
    }

    boolean hasRelativePronoun(Token predicate) {
        return clause(predicate).stream()
                .anyMatch(t -> t.xpos().startsWith("W") || isRelativePronoun(t));
    }

    String preposition(Token noun) {
        StringBuilder words = new StringBuilder();
        for (Token child : sentence.children(noun)) {
            if (child.is("case") && !child.xpos().equals("POS")) {
                append(words, child);
                for (Token part : sentence.children(child)) {
                    if (part.is("fixed")) {
                        append(words, part);
                    }
                }
            }
        }
        return words.toString();
    }

    private static void append(StringBuilder words, Token token) {
        words.append(words.isEmpty() ? "" : " ").append(token.form().toLowerCase(Locale.ROOT));
    }

    Optional<Token> possessor(Token noun) {
        return sentence.children(noun).stream()
                .filter(
                        c ->
                                c.relation().equals("nmod:poss")
                                        || (c.is("nmod") && c.xpos().equals("PRP$")))
                .findFirst();
    }

    List<Token> premodifiers(Token noun) {
        return sentence.children(noun).stream()
                .filter(c -> c.is("amod", "compound", "nummod") && c.index() < noun.index())
                .toList();
    }

    List<Token> appositions(Token noun) {
        return sentence.children(noun).stream().filter(c -> c.is("appos")).toList();
    }

    List<Token> conjuncts(Token first) {
        List<Token> found = new ArrayList<>();
        gather(first, found);
        found.sort(Comparator.comparingInt(Token::index));
        return found;
    }

    private void gather(Token token, List<Token> found) {
        found.add(token);
        boolean nominal = nominal(token);
        for (Token child : sentence.children(token)) {
            // a clause is never coordinated with a name: "Iraq … and said" is the parser's slip
            if (child.is("conj") && (!nominal || nominal(child) || !verbal(child))) {
                gather(child, found);
            }
        }
    }

    Token predicate(Token word) {
        Token at = word;
        while (!heads(at)) {
            Optional<Token> above = head(at);
            if (above.isEmpty()) {
                return at;
            }
            at = above.get();
        }
        return at;
    }

    private boolean heads(Token token) {
        return token.isRoot()
                || CLAUSAL.contains(universal(token))
                || (token.is("conj") && predicative(token));
    }

    List<Token> clause(Token predicate) {
        List<Token> found = new ArrayList<>();
        Deque<Token> open = new ArrayDeque<>(List.of(predicate));
        while (!open.isEmpty()) {
            Token token = open.pop();
            found.add(token);
            for (Token child : sentence.children(token)) {
                if (!heads(child)) {
                    open.push(child);
                }
            }
        }
        found.sort(Comparator.comparingInt(Token::index));
        return found;
    }

    List<Token> subtree(Token top) {
        List<Token> found = new ArrayList<>();
        Deque<Token> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            Token token = open.pop();
            found.add(token);
            sentence.children(token).forEach(open::push);
        }
        found.sort(Comparator.comparingInt(Token::index));
        return found;
    }

    boolean contains(Token top, Token below) {
        Token at = below;
        while (true) {
            if (at.index() == top.index()) {
                return true;
            }
            Optional<Token> above = head(at);
            if (above.isEmpty()) {
                return false;
            }
            at = above.get();
        }
    }

    String words(Token first) {
        StringBuilder words = new StringBuilder(first.form().toLowerCase(Locale.ROOT));
        for (Token part : sentence.children(first)) {
            if (part.is("fixed")) {
                append(words, part);
            }
        }
        return words.toString();
    }

    Optional<Token> first(Token head, String... relations) {
        return sentence.children(head).stream().filter(c -> c.is(relations)).findFirst();
    }

    List<Token> auxiliaries(Token predicate) {
        return sentence.children(predicate).stream().filter(c -> c.is("aux")).toList();
    }

    Optional<Token> particle(Token predicate) {
        return sentence.children(predicate).stream()
                .filter(c -> c.relation().equals("compound:prt"))
                .findFirst();
    }

    String mark(Token predicate) {
        return sentence.children(predicate).stream()
                .filter(c -> c.is("mark") && c.index() < predicate.index())
                .findFirst()
                .map(c -> c.form().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    Optional<Token> head(Token token) {
        return token.isRoot() ? Optional.empty() : Optional.of(sentence.token(token.head()));
    }

    static String universal(Token token) {
        int colon = token.relation().indexOf(':');
        return colon < 0 ? token.relation() : token.relation().substring(0, colon);
    }

    static String lemma(Token token) {
        return token.lemma().toLowerCase(Locale.ROOT);
    }

    boolean verbal(Token token) {
        return token.xpos().startsWith("VB");
    }

    private static boolean nominal(Token token) {
        return switch (token.upos()) {
            case "NOUN", "PROPN", "PRON", "NUM" -> true;
            default -> false;
        };
    }

    /** Whether a word can head a clause: a verb, or something with a subject or "be". */
    boolean predicative(Token token) {
        return verbal(token)
                || sentence.children(token).stream().anyMatch(c -> c.is("cop", "nsubj", "csubj"));
    }

    /** Whether a clause has tense of its own. */
    boolean finite(Token predicate) {
        if (Set.of("VBD", "VBZ", "VBP").contains(predicate.xpos())) {
            return true;
        }
        return sentence.children(predicate).stream()
                .anyMatch(
                        c ->
                                c.is("aux", "cop")
                                        && Set.of("VBD", "VBZ", "VBP", "MD").contains(c.xpos()));
    }

    static List<Token> distinct(List<Token> tokens) {
        return List.copyOf(new LinkedHashSet<>(tokens));
    }
}
