package org.demarche.text;

import java.util.List;
import java.util.Set;

/**
 * Tags and parses a sentence, and does so again where no verb carries it: "Fishermen in poor
 * countries face competition." is one once "face" is taken for a verb.
 */
final class SyntaxReader {
    private static final Set<String> SUBORDINATE =
            Set.of("acl:relcl", "advcl", "ccomp", "csubj", "xcomp");
    private static final Set<String> AMBIGUOUS = Set.of("NN", "NNS", "VB");
    private static final Set<String> BEFORE_NOUN = Set.of("ADP", "DET", "ADJ", "NUM");
    private static final int SHORTEST_SENTENCE = 4;

    private final Tagger tagger;
    private final Parser parser;

    SyntaxReader(Tagger tagger, Parser parser) {
        this.tagger = tagger;
        this.parser = parser;
    }

    Parser.Parse read(List<String> words) {
        List<String> tags = tagger.tag(words);
        Parser.Parse first = parser.parse(words, tags);
        DraftTree tree = new DraftTree(words, first);
        if (!isSentence(words) || hasPredicate(tree)) {
            return first;
        }
        boolean headless = !hasMainVerb(tree);
        return tagger
                .finiteReadings(
                        words, tags, i -> isPastForm(tree, i) || headless && isNounOrVerb(tree, i))
                .stream()
                .map(reading -> parser.parse(words, reading))
                .filter(parse -> isNewClause(new DraftTree(words, parse), tags, headless))
                .findFirst()
                .orElse(first);
    }

    private static boolean isSentence(List<String> words) {
        return words.size() >= SHORTEST_SENTENCE && words.get(words.size() - 1).equals(".");
    }

    /** Whether the root is a predicate: a verb, an order, or what has a subject or "be". */
    private static boolean hasPredicate(DraftTree tree) {
        int root = tree.heads.indexOf(-1);
        if (tree.isVerb(root) && !isParticiple(tree, root)) {
            return true;
        }
        for (int i = 0; i < tree.size(); i++) {
            String relation = tree.relations.get(i);
            boolean predicate =
                    relation.startsWith("nsubj")
                            || relation.startsWith("csubj")
                            || relation.equals("cop")
                            || relation.equals("expl");
            if (predicate && tree.heads.get(i) == root) {
                return true;
            }
        }
        return false;
    }

    /** Whether a finite verb is left outside the clauses that hang on others. */
    private static boolean hasMainVerb(DraftTree tree) {
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isVerb(i)
                    && tree.isTensed(i)
                    && !SUBORDINATE.contains(tree.relations.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParticiple(DraftTree tree, int verb) {
        String tag = tree.xpos(verb);
        return (tag.equals("VBN") || tag.equals("VBG")) && !tree.hasAuxiliary(verb);
    }

    /** "affected" in "The floods, which lasted, affected millions": its past tense is the same. */
    private static boolean isPastForm(DraftTree tree, int i) {
        boolean afterAuxiliary =
                i > 0 && tree.upos(i - 1).equals("AUX") || i > 1 && tree.upos(i - 2).equals("AUX");
        boolean inCompound = i > 0 && tree.xpos(i - 1).equals("HYPH");
        return tree.xpos(i).equals("VBN") && !afterAuxiliary && !inCompound;
    }

    /** Nouns whose forms are those of verbs: "range", "visits". */
    private static boolean isNounOrVerb(DraftTree tree, int i) {
        return AMBIGUOUS.contains(tree.xpos(i)) && i > 0 && !BEFORE_NOUN.contains(tree.upos(i - 1));
    }

    /**
     * Whether the word that is read as a finite verb now carries the sentence; beside another
     * finite verb only with an object, which no participle after a noun has.
     */
    private static boolean isNewClause(DraftTree tree, List<String> before, boolean headless) {
        int root = tree.heads.indexOf(-1);
        boolean subject = false;
        boolean object = false;
        for (int i = 0; i < tree.size(); i++) {
            if (tree.heads.get(i) == root) {
                subject |= i < root && tree.relations.get(i).equals("nsubj");
                object |= i > root && tree.relations.get(i).equals("obj");
            }
        }
        return !tree.tags.get(root).equals(before.get(root)) && subject && (headless || object);
    }
}
