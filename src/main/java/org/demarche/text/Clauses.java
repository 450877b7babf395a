package org.demarche.text;

import java.util.List;
import java.util.Optional;

/**
 * A sentence's tree read as clauses: who does what to whom in "Iraq, which condemned the burning,
 * is threatening to sever ties": "Iraq" is the subject of "condemned", "threatening" and "sever". A
 * predicate is the head of a clause: a verb, or a noun or adjective with "be".
 *
 * <p>All methods read the tree only; tokens given must be of this sentence. Nouns come with what is
 * coordinated with them, relative pronouns as what they stand for.
 */
public final class Clauses {
    private final SentenceTree tree;
    private final Obliques obliques;
    private final CoreArguments arguments;
    private final Moods moods;
    private final Embedding embedding;

    private Clauses(Sentence sentence) {
        tree = new SentenceTree(sentence);
        obliques = new Obliques(sentence, tree);
        arguments = new CoreArguments(sentence, tree, obliques);
        moods = new Moods(sentence, tree, obliques, arguments);
        embedding = new Embedding(sentence, tree, arguments);
    }

    public static Clauses of(Sentence sentence) {
        return new Clauses(sentence);
    }

    /** When a predicate's clause places it. */
    public enum Tense {
        /** "condemned", "has condemned", "was condemned". */
        PAST,
        /** "condemns", "is condemning", also with a modal but will: "may condemn". */
        PRESENT,
        /** "will condemn", "is going to condemn". */
        FUTURE,
        /** "to condemn". */
        INFINITIVE,
        /** "condemning", "condemned" with no auxiliary, as in "condemning it, he left". */
        PARTICIPLE
    }

    /**
     * A noun with the preposition that ties it to its predicate or noun: "with"/"Sweden" in "ties
     * with Sweden", "according to"/"officials"; the preposition is lower case, empty for "Thursday"
     * in "met Thursday".
     */
    public record Oblique(String preposition, Token noun) {}

    /**
     * Whose word a clause is: in "Iraq left, officials said" the verb "said" and the speaker
     * "officials". "According to Reuters" has the speaker "Reuters" and "According" as its word.
     */
    public record Report(Optional<Token> speaker, Token word) {}

    /** "if"/"goes" in "if a burning goes ahead"; "should" where inversion says it. */
    public record Condition(String marker, Token predicate) {}

    // ---- who

    /**
     * The subject as the clause has it, active or passive, with those it shares or is controlled
     * by.
     */
    public Optional<Token> subject(Token predicate) {
        return arguments.subject(predicate);
    }

    /**
     * All subjects: "Hungary" and "Romania" of "said" in "Hungary and Romania said", also of "left"
     * in "Hungary and Romania condemned it and left", and of "sever" in "Iraq threatens to sever
     * ties".
     */
    public List<Token> subjects(Token predicate) {
        return arguments.subjects(predicate);
    }

    /**
     * The noun that a relative clause tells of: "Iraq" for "condemned" in "Iraq, which condemned
     * it"; also for a verb coordinated with it.
     */
    public Optional<Token> antecedent(Token predicate) {
        return tree.antecedent(predicate);
    }

    /** The predicates of a noun's relative clauses. */
    public List<Token> relativeClauses(Token noun) {
        return tree.relativeClauses(noun);
    }

    /**
     * Whether a clause is passive: "was stormed", "stormed by protesters", "the embassy stormed in
     * July".
     */
    public boolean passive(Token predicate) {
        return arguments.passive(predicate);
    }

    /** The "by" of a passive: "protesters" in "was stormed by protesters". */
    public List<Token> agents(Token predicate) {
        return arguments.agents(predicate);
    }

    /**
     * Who does it, whatever the voice: "protesters" in "protesters stormed it" and "stormed by
     * protesters".
     */
    public List<Token> logicalSubjects(Token predicate) {
        return arguments.logicalSubjects(predicate);
    }

    /**
     * Whom it is done to, whatever the voice: "it" and "embassy" in "stormed it", "the embassy was
     * stormed".
     */
    public List<Token> logicalObjects(Token predicate) {
        return arguments.logicalObjects(predicate);
    }

    /**
     * Direct objects, shared ones too: "attack" of "condemned" in "condemned and rejected the
     * attack".
     */
    public List<Token> objects(Token predicate) {
        return arguments.objects(predicate);
    }

    /** "Iraq" in "gave Iraq time". */
    public List<Token> indirectObjects(Token predicate) {
        return arguments.indirectObjects(predicate);
    }

    // ---- with what, where, when

    /**
     * The prepositional and bare nouns of a predicate, conjuncts each on their own; agents left
     * out.
     */
    public List<Oblique> obliques(Token predicate) {
        return obliques.obliques(predicate);
    }

    /** The nouns that a predicate has with one of some prepositions: "Sweden" of ties "with". */
    public List<Token> obliques(Token predicate, String... prepositions) {
        return obliques.obliques(predicate, prepositions);
    }

    /**
     * As {@link #obliques(Token, String...)}, or if there are none what hangs on the predicate's
     * objects: "to Baghdad" in "sent a letter to Baghdad" can be read with either.
     */
    public List<Token> adjuncts(Token predicate, String... prepositions) {
        return obliques.adjuncts(predicate, prepositions);
    }

    /** The prepositional nouns of a noun: "with"/"Sweden" of "ties". */
    public List<Oblique> modifiers(Token noun) {
        return obliques.modifiers(noun);
    }

    public List<Token> modifiers(Token noun, String... prepositions) {
        return obliques.modifiers(noun, prepositions);
    }

    /**
     * The preposition of a noun in lower case, all its words: "in front of"; empty if it has none.
     */
    public String preposition(Token noun) {
        return tree.preposition(noun);
    }

    // ---- nouns

    /** "Sweden" for "embassy" in "Sweden's embassy"; "its" in "its embassy". */
    public Optional<Token> possessor(Token noun) {
        return tree.possessor(noun);
    }

    /** Nouns and adjectives before a noun: "Swedish" and "Foreign" of "Ministry". */
    public List<Token> premodifiers(Token noun) {
        return tree.premodifiers(noun);
    }

    /** The other names of a noun: "leader" of "Sadr" in "Sadr, a leader of the movement,". */
    public List<Token> appositions(Token noun) {
        return tree.appositions(noun);
    }

    /** A word and all that is coordinated with it, in reading order: "Hungary", "Romania". */
    public List<Token> conjuncts(Token first) {
        return tree.conjuncts(first);
    }

    // ---- clauses

    /**
     * The content of saying or wanting: "left" of "said" in "said that Iraq left", "sever" of
     * "threatens".
     */
    public List<Token> complements(Token predicate) {
        return embedding.complements(predicate);
    }

    /**
     * The predicates above one, nearest first, with the first of coordinated verbs standing for its
     * place: for "sever" in "Officials said Iraq is threatening to sever ties": threatening, said.
     */
    public List<Token> governors(Token predicate) {
        return embedding.governors(predicate);
    }

    /** The predicate that a word's clause has at its head; the word itself if it is one. */
    public Token predicate(Token word) {
        return tree.predicate(word);
    }

    /**
     * The words of a predicate's own clause, without those of clauses inside it, in reading order.
     */
    public List<Token> clause(Token predicate) {
        return tree.clause(predicate);
    }

    /** A word with everything below it, in reading order. */
    public List<Token> subtree(Token top) {
        return tree.subtree(top);
    }

    /** Who says what a word's clause says, innermost first; empty where only the article speaks. */
    public List<Report> reports(Token word) {
        return embedding.reports(word);
    }

    /**
     * The conditions that a predicate's clause is under: "if"/"goes" of "sever" in "will sever ties
     * if it goes ahead".
     */
    public List<Condition> conditions(Token predicate) {
        return embedding.conditions(predicate);
    }

    /** Whether a word stands at or below another in the tree. */
    public boolean contains(Token top, Token below) {
        return tree.contains(top, below);
    }

    /** The conditional clause that a word stands in: of "goes" itself in "if it goes ahead". */
    public Optional<Condition> within(Token word) {
        return embedding.within(word);
    }

    // ---- how

    /**
     * Whether a clause says that it is not so: "did not leave", "no troops left", "never left",
     * "without leaving".
     */
    public boolean negated(Token predicate) {
        return moods.negated(predicate);
    }

    /** "is", "has been", "could have" of a predicate, shared ones of coordination left out. */
    public List<Token> auxiliaries(Token predicate) {
        return tree.auxiliaries(predicate);
    }

    /** "may", "would", "will" of a predicate, also where coordinated verbs share it. */
    public Optional<Token> modal(Token predicate) {
        return moods.modal(predicate);
    }

    /** When the clause places its predicate; a noun or adjective goes by its "be". */
    public Tense tense(Token predicate) {
        return moods.tense(predicate);
    }

    /** "off" of "broke" in "broke off ties". */
    public Optional<Token> particle(Token predicate) {
        return tree.particle(predicate);
    }

    /**
     * The word that opens a clause, in lower case: "that", "to", "if", "of"; empty if there is
     * none.
     */
    public String mark(Token predicate) {
        return tree.mark(predicate);
    }

    // ---- the tree

    /** The word that one depends on; none for the root. */
    public Optional<Token> head(Token token) {
        return tree.head(token);
    }
}
