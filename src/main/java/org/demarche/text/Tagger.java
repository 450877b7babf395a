package org.demarche.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Gives every word its part of speech, universal and Penn at once: "threatening" in "Iraq is
 * threatening to sever ties" is {@code VERB|VBG}. An averaged perceptron from left to right.
 * Immutable, shared between threads.
 */
public final class Tagger {
    /**
     * What ends in -ly and is no adverb, though the tagger would take it for one: "crowds rally".
     */
    private static final Set<String> ENDING_AS_ADVERBS =
            Set.of(
                    "rally",
                    "ally",
                    "reply",
                    "supply",
                    "apply",
                    "imply",
                    "comply",
                    "rely",
                    "bully",
                    "tally",
                    "fly",
                    "assembly",
                    "family",
                    "multiply");

    private static final Set<String> FINITE = Set.of("VERB|VBD", "VERB|VBZ", "VERB|VBP");
    private static final int FINITE_READINGS = 3;

    private static final int RARE = 3;
    private static final int START = 0x5bd1e995;

    private final List<String> tags;
    private final Linear weights;

    /** For frequent words a hash of the set of tags they take, by hash of the word. */
    private final IntMap habits;

    private Tagger(List<String> tags, Linear weights, IntMap habits) {
        this.tags = List.copyOf(tags);
        this.weights = weights;
        this.habits = habits;
    }

    /**
     * The word as the models know it: a British spelling that they have not seen often in the
     * American one that they have.
     */
    String familiar(String form) {
        if (habits.get(Features.hash(Words.normal(form))) != 0) {
            return form;
        }
        String american = Words.american(form);
        return habits.get(Features.hash(Words.normal(american))) == 0 ? form : american;
    }

    /** The joint tags of a sentence's words, one each. */
    public List<String> tag(List<String> forms) {
        int n = forms.size();
        WordView[] views = views(forms, habits);
        int[] given = new int[n];
        int[] scores = new int[weights.classes()];
        Features features = new Features();
        List<String> result = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            fill(features, views, given, i);
            weights.score(features, scores);
            if (ENDING_AS_ADVERBS.contains(forms.get(i).toLowerCase(Locale.ROOT))) {
                leaveOutAdverbs(scores);
            }
            given[i] = best(scores);
            result.add(tags.get(given[i]));
        }
        return result;
    }

    /**
     * Other tags for a sentence that seems to have no finite verb: in each the next likeliest word
     * is one, the likeliest first.
     *
     * @param read the tags that the sentence was read with
     * @param maybe which words can be one
     */
    List<List<String>> finiteReadings(List<String> forms, List<String> read, IntPredicate maybe) {
        WordView[] views = views(forms, habits);
        int[] given = read.stream().mapToInt(tags::indexOf).toArray();
        int[] scores = new int[weights.classes()];
        Features features = new Features();
        List<FiniteVerb> verbs = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            fill(features, views, given, i);
            weights.score(features, scores);
            int finite = bestFinite(scores);
            if (finite >= 0 && maybe.test(i)) {
                verbs.add(new FiniteVerb(i, tags.get(finite), scores[given[i]] - scores[finite]));
            }
        }
        return verbs.stream()
                .sorted(Comparator.comparingInt(FiniteVerb::distance))
                .limit(FINITE_READINGS)
                .map(
                        verb -> {
                            List<String> other = new ArrayList<>(read);
                            other.set(verb.word(), verb.tag());
                            return other;
                        })
                .toList();
    }

    /** A word as a finite verb, and how much worse that fits than what it was read as. */
    private record FiniteVerb(int word, String tag, int distance) {}

    private int bestFinite(int[] scores) {
        int best = -1;
        for (int c = 0; c < scores.length; c++) {
            if (FINITE.contains(tags.get(c)) && (best < 0 || scores[c] > scores[best])) {
                best = c;
            }
        }
        return best;
    }

    private void leaveOutAdverbs(int[] scores) {
        for (int c = 0; c < scores.length; c++) {
            if (tags.get(c).startsWith("ADV")) {
                scores[c] = Integer.MIN_VALUE;
            }
        }
    }

    private static int best(int[] scores) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[best]) {
                best = c;
            }
        }
        return best;
    }

    /** What the features ask of a word, computed once. */
    private static final class WordView {
        final int word;
        final int exact;
        final int shape;
        final int habit;
        final int[] starts;
        final int[] ends;

        /** Whether an odd number of straight quotation marks stand before it. */
        final int quotes;

        WordView(String form, IntMap habits, int quotes) {
            this.quotes = quotes;
            String normal = Words.normal(form);
            int length = normal.length();
            starts = new int[Math.min(4, length)];
            ends = new int[Math.min(5, length)];
            for (int k = 0; k < starts.length; k++) {
                starts[k] = Features.hash(normal, 0, k + 1);
            }
            for (int k = 0; k < ends.length; k++) {
                ends[k] = Features.hash(normal, length - k - 1, length);
            }
            word = Features.hash(normal);
            exact = Features.hash(form);
            shape = Words.shape(form);
            habit = habits.get(word);
        }
    }

    private static WordView[] views(List<String> forms, IntMap habits) {
        WordView[] views = new WordView[forms.size()];
        int quotes = 0;
        for (int i = 0; i < views.length; i++) {
            views[i] = new WordView(forms.get(i), habits, quotes);
            if (forms.get(i).equals("\"")) {
                quotes ^= 1;
            }
        }
        return views;
    }

    private static void fill(Features f, WordView[] views, int[] given, int i) {
        f.clear();
        WordView view = views[i];
        int w = view.word;
        int t1 = i > 0 ? given[i - 1] : START;
        int t2 = i > 1 ? given[i - 2] : START;
        int p1 = word(views, i - 1);
        int p2 = word(views, i - 2);
        int n1 = word(views, i + 1);
        int n2 = word(views, i + 2);
        int h0 = view.habit;
        int h1 = habit(views, i + 1);
        int h2 = habit(views, i + 2);
        int first = i == 0 ? 1 : 0;
        int t = 1;
        f.add(t++, 0);
        f.add(t++, w);
        f.add(t++, view.exact, first);
        f.add(t++, view.shape, first);
        for (int start : view.starts) {
            f.add(t, start);
        }
        t++;
        for (int end : view.ends) {
            f.add(t, end);
        }
        t++;
        int suffix = view.ends[Math.min(2, view.ends.length - 1)];
        int suffix2 = view.ends[Math.min(1, view.ends.length - 1)];
        f.add(t++, suffix, view.shape, first);
        f.add(t++, h0);
        f.add(t++, t1);
        f.add(t++, t1, t2);
        f.add(t++, t1, w);
        f.add(t++, t1, t2, w);
        f.add(t++, t1, suffix);
        f.add(t++, t1, suffix2, view.shape);
        f.add(t++, t1, h0);
        f.add(t++, t1, t2, h0);
        f.add(t++, t1, h0, h1);
        f.add(t++, p1);
        f.add(t++, p2);
        f.add(t++, n1);
        f.add(t++, n2);
        f.add(t++, p1, w);
        f.add(t++, w, n1);
        f.add(t++, p1, n1);
        f.add(t++, p1, w, n1);
        f.add(t++, p2, p1, w);
        f.add(t++, w, n1, n2);
        f.add(t++, w, h1);
        f.add(t++, w, h1, h2);
        f.add(t++, h0, h1);
        f.add(t++, h0, h1, h2);
        f.add(t++, h0, n1);
        f.add(t++, t1, n1);
        f.add(t++, t1, h1);
        f.add(t++, t1, h1, h2);
        f.add(t++, t1, t2, n1);
        f.add(t++, suffix, h1);
        f.add(t++, suffix, p1);
        f.add(t++, suffix, n1);
        f.add(t++, shape(views, i - 1), view.shape, shape(views, i + 1));
        f.add(t++, suffix(views, i + 1));
        f.add(t++, suffix(views, i - 1), t1);
        f.add(t++, word(views, i - 3), view.habit);
        f.add(t++, word(views, i + 3), view.habit);
        f.add(t++, view.quotes, w);
        if (i > 2) {
            f.add(t, given[i - 3], t2, t1);
        }
    }

    private static int word(WordView[] views, int i) {
        return i < 0 || i >= views.length ? START + (i < 0 ? 0 : 1) : views[i].word;
    }

    private static int habit(WordView[] views, int i) {
        return i >= views.length ? START : views[i].habit;
    }

    private static int shape(WordView[] views, int i) {
        return i < 0 || i >= views.length ? START : views[i].shape;
    }

    private static int suffix(WordView[] views, int i) {
        if (i < 0 || i >= views.length) {
            return START;
        }
        int[] ends = views[i].ends;
        return ends[Math.min(2, ends.length - 1)];
    }

    /**
     * Learns from trees.
     *
     * @param seed of the first order of the trees; the same trees, rounds, seed and orders give the
     *     same tagger
     * @param orders in how many orders of the trees to learn anew, to mix what was learnt
     */
    public static Tagger train(List<Tree> trees, int rounds, long seed, int orders) {
        List<String> tags = inventory(trees);
        IntMap habits = habits(trees);
        Averages mixed = averages(trees, tags, habits, rounds, seed);
        for (int order = 1; order < orders; order++) {
            mixed = mixed.plus(averages(trees, tags, habits, rounds, seed + order));
        }
        return new Tagger(tags, mixed.rounded(8.0 / orders, 6), habits);
    }

    private static Averages averages(
            List<Tree> trees, List<String> tags, IntMap habits, int rounds, long seed) {
        Map<String, Integer> ids = new HashMap<>();
        tags.forEach(tag -> ids.put(tag, ids.size()));
        Perceptron learner = new Perceptron(tags.size());
        List<Tree> order = new ArrayList<>(trees);
        Random random = new Random(seed);
        Features features = new Features();
        int[] scores = new int[tags.size()];
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Tree tree : order) {
                List<Tree.Word> words = tree.words();
                WordView[] views = views(words.stream().map(Tree.Word::form).toList(), habits);
                int[] given = new int[views.length];
                for (int i = 0; i < views.length; i++) {
                    fill(features, views, given, i);
                    learner.score(features, scores);
                    given[i] = best(scores);
                    Integer gold = ids.get(words.get(i).tag());
                    learner.tick();
                    if (gold != null && gold != given[i]) {
                        learner.update(features, gold, given[i]);
                    }
                }
            }
        }
        return learner.averages();
    }

    /**
     * Tags seen at least five times (or all, in a treebank of a few sentences), most frequent
     * first.
     */
    private static List<String> inventory(List<Tree> trees) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Tree tree : trees) {
            for (Tree.Word word : tree.words()) {
                counts.merge(word.tag(), 1, Integer::sum);
            }
        }
        int least = trees.size() < 1000 ? 1 : 5;
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .limit(250)
                .toList();
    }

    private static IntMap habits(List<Tree> trees) {
        Map<Integer, Map<String, Integer>> counts = new TreeMap<>();
        for (Tree tree : trees) {
            for (Tree.Word word : tree.words()) {
                counts.computeIfAbsent(
                                Features.hash(Words.normal(word.form())), w -> new TreeMap<>())
                        .merge(word.tag(), 1, Integer::sum);
            }
        }
        IntMap habits = new IntMap(counts.size());
        counts.forEach(
                (word, uses) -> {
                    int all = uses.values().stream().mapToInt(Integer::intValue).sum();
                    if (all >= RARE) {
                        TreeSet<String> usual = new TreeSet<>();
                        uses.forEach(
                                (tag, count) -> {
                                    if (count * 10 > all) {
                                        usual.add(tag);
                                    }
                                });
                        habits.put(word, Features.hash(String.join(" ", usual)) | 1);
                    }
                });
        return habits;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(tags.size());
        for (String tag : tags) {
            out.writeUTF(tag);
        }
        habits.write(out);
        weights.write(out);
    }

    static Tagger read(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> tags = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tags.add(in.readUTF());
        }
        IntMap habits = IntMap.read(in);
        return new Tagger(tags, Linear.read(in), habits);
    }
}
