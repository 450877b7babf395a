package org.demarche.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Teaches the parser from trees whose words carry predicted tags: it makes its own moves, mistakes
 * too, and is told which were best from there.
 */
final class ParserTrainer {
    private static final double EXPLORATION = 0.9;

    private final List<String> labels;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Perceptron learner;
    private final Random random;

    ParserTrainer(List<Tree> trees, long seed) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Tree tree : trees) {
            for (Tree.Word word : tree.words()) {
                counts.merge(label(word), 1, Integer::sum);
            }
        }
        labels =
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .limit(127)
                        .toList();
        labels.forEach(label -> ids.put(label, ids.size()));
        learner = new Perceptron(1 + 2 * labels.size());
        random = new Random(seed);
    }

    /** Older names of the same relation are brought to the newer one. */
    static String label(Tree.Word word) {
        return switch (word.relation()) {
            case "obl:npmod", "obl:tmod" -> "obl:unmarked";
            case "nmod:npmod", "nmod:tmod" -> "nmod:unmarked";
            default -> word.relation();
        };
    }

    /** One pass over all trees in a new order. */
    void round(List<Tree> trees, boolean explore) {
        List<Tree> order = new ArrayList<>(trees);
        Collections.shuffle(order, random);
        for (Tree tree : order) {
            learn(tree, explore);
        }
    }

    private void learn(Tree tree, boolean explore) {
        List<Tree.Word> words = tree.words();
        int n = words.size();
        int[] heads = new int[n];
        int[] gold = new int[n];
        for (int i = 0; i < n; i++) {
            heads[i] = words.get(i).head() < 0 ? n : words.get(i).head();
            gold[i] = ids.getOrDefault(label(words.get(i)), 0);
        }
        Oracle oracle = new Oracle(heads, gold);
        Configuration c = new Configuration(n);
        ParserFeatures features =
                new ParserFeatures(
                        words.stream().map(Tree.Word::form).toList(),
                        words.stream().map(Tree.Word::tag).toList());
        int[] scores = new int[learner.classes()];
        boolean[] good = new boolean[learner.classes()];
        while (!c.done()) {
            Features f = features.of(c);
            learner.score(f, scores);
            oracle.mark(c, labels.size(), good);
            int best = Parser.best(c, scores, labels.size());
            int right = best;
            if (!good[best]) {
                right = bestOf(good, scores);
                learner.update(f, right, best);
            }
            learner.tick();
            boolean own = explore && random.nextDouble() < EXPLORATION;
            Parser.apply(c, own ? best : right, labels.size());
        }
    }

    private static int bestOf(boolean[] good, int[] scores) {
        int best = -1;
        for (int m = 0; m < good.length; m++) {
            if (good[m] && (best < 0 || scores[m] > scores[best])) {
                best = m;
            }
        }
        return best;
    }

    Perceptron learner() {
        return learner;
    }

    Averages averages() {
        return learner.averages();
    }

    Parser parser(Averages averages, double scale, int least) {
        return new Parser(labels, averages.rounded(scale, least));
    }
}
