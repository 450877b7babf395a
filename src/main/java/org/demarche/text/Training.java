package org.demarche.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the model files from treebanks. Gold trees count twice where silver ones (parsed by a
 * program, for more words of news) count once. Seeded: the same files and settings give the same
 * bytes.
 */
public final class Training {
    private static final int FOLDS = 5;
    private static final int SMALL = 1000;

    /** By what the parser's averages are multiplied before they are rounded, and the least kept. */
    private static final double SCALE = 4;

    private static final int LEAST = 6;

    private final List<Tree> gold;
    private final List<Tree> silver;
    private final long seed;
    private final Consumer<String> progress;

    /**
     * A training on trees made by people and trees made by a program, either of which may be none.
     */
    public Training(List<Tree> gold, List<Tree> silver, long seed, Consumer<String> progress) {
        this.gold = List.copyOf(gold);
        this.silver = List.copyOf(silver);
        this.seed = seed;
        this.progress = progress;
    }

    /** Learns to split text into sentences and words. */
    public void tokens(Path out) {
        List<Tree> ordered = new ArrayList<>(gold);
        silver.stream()
                .sorted(Comparator.comparing(Tree::id))
                .limit(gold.size() * 3L / 4)
                .forEach(ordered::add);
        SentenceSplitter splitter = SentenceSplitter.train(ordered);
        progress.accept("sentences learnt");
        List<Tree> some = new ArrayList<>(gold);
        some.addAll(gold);
        some.addAll(silver.subList(0, Math.min(silver.size(), gold.size() / 2)));
        Tokenizer tokenizer = Tokenizer.train(some);
        progress.accept("words learnt");
        Models.write(out, splitter::write, tokenizer::write);
    }

    /**
     * Learns parts of speech, lemmas and the usual case of words.
     *
     * @param rounds passes over the trees
     * @param orders in how many orders of the trees to learn anew, to mix what was learnt
     */
    public void tagger(Path out, int rounds, int orders) {
        List<Tree> all = all();
        Tagger tagger = Tagger.train(all, rounds, seed, orders);
        progress.accept("parts of speech learnt");
        Lemmatizer lemmatizer = Lemmatizer.train(gold, silver);
        Casing casing = Casing.train(all);
        Models.write(out, casing::write, tagger::write, lemmatizer::write);
    }

    /**
     * Learns to parse, from words tagged as a tagger that has not seen them tags them. The file is
     * written after every round, so that an interrupted training leaves a parser.
     *
     * @param rounds passes over the trees
     * @param orders in how many orders of the trees to learn anew, to mix what was learnt
     * @param tagRounds passes of the taggers that supply the tags
     */
    public void parser(Path out, int rounds, int orders, int tagRounds) {
        List<List<Tree>> tagged = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            tagged.add(fold(fold, tagRounds));
            progress.accept("fold " + (fold + 1) + " of " + FOLDS + " tagged");
        }
        List<Tree> trees = tagged.stream().flatMap(List::stream).toList();
        // of a few trees no weight grows large
        int least = trees.size() < SMALL ? 1 : LEAST;
        Optional<Averages> before = Optional.empty();
        for (int order = 0; order < orders; order++) {
            ParserTrainer trainer = new ParserTrainer(trees, seed + order);
            Optional<Averages> mixed = before;
            for (int round = 0; round < rounds; round++) {
                trainer.round(trees, round > 0);
                Averages averages = trainer.averages();
                mixed = Optional.of(before.map(averages::plus).orElse(averages));
                Parser parser = trainer.parser(mixed.get(), SCALE / (order + 1), least);
                Models.write(out, parser::write);
                progress.accept(
                        "order %d of %d, round %d of %d parsed"
                                .formatted(order + 1, orders, round + 1, rounds));
            }
            before = mixed;
        }
    }

    /** Every fifth stretch of trees, tagged by what the rest taught; gold ones twice. */
    List<Tree> fold(int fold, int tagRounds) {
        List<Tree> learnt = new ArrayList<>();
        List<Tree> held = new ArrayList<>();
        share(gold, fold, learnt, held);
        share(gold, fold, learnt, held);
        share(silver, fold, learnt, held);
        Tagger tagger = Tagger.train(learnt.isEmpty() ? held : learnt, tagRounds, seed + fold, 1);
        return held.stream().map(tree -> retagged(tree, tagger)).toList();
    }

    private static void share(List<Tree> trees, int fold, List<Tree> learnt, List<Tree> held) {
        for (int i = 0; i < trees.size(); i++) {
            (i / 10 % FOLDS == fold ? held : learnt).add(trees.get(i));
        }
    }

    /** The tree with the tags that a tagger gives its words. */
    static Tree retagged(Tree tree, Tagger tagger) {
        List<String> tags = tagger.tag(tree.words().stream().map(Tree.Word::form).toList());
        List<Tree.Word> words = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            words.add(tree.words().get(i).withTag(tags.get(i)));
        }
        return new Tree(tree.id(), words, tree.spaceAfter());
    }

    private List<Tree> all() {
        List<Tree> all = new ArrayList<>(gold);
        all.addAll(gold);
        all.addAll(silver);
        return all;
    }
}
