package org.demarche.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the dependency tree of a tagged sentence: in "Iraq is threatening to sever ties", "Iraq" is
 * the nsubj of "threatening". Greedy, arc-hybrid. Immutable, shared between threads.
 */
public final class Parser {
    private final List<String> labels;
    private final Linear weights;

    Parser(List<String> labels, Linear weights) {
        this.labels = List.copyOf(labels);
        this.weights = weights;
    }

    /**
     * Tags ({@code UPOS|XPOS}, mended where the tree is), heads (from 0, -1 the root) and relations
     * of a sentence's words.
     */
    public record Parse(List<String> tags, List<Integer> heads, List<String> relations) {
        public Parse {
            tags = List.copyOf(tags);
            heads = List.copyOf(heads);
            relations = List.copyOf(relations);
        }
    }

    /** Parses a sentence; every word gets a head, exactly one of them the root. */
    public Parse parse(List<String> forms, List<String> tags) {
        int n = forms.size();
        Configuration c = new Configuration(n);
        ParserFeatures features = new ParserFeatures(forms, tags);
        int[] scores = new int[weights.classes()];
        while (!c.done()) {
            if (c.depth == 0) {
                c.shift(); // nothing else is allowed
                continue;
            }
            Features f = features.of(c);
            weights.score(f, scores);
            apply(c, best(c, scores, labels.size()), labels.size());
        }
        List<Integer> heads = new ArrayList<>(n);
        List<String> relations = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            boolean root = c.heads[i] == n;
            heads.add(root ? -1 : c.heads[i]);
            relations.add(root ? "root" : labels.get(c.labels[i]));
        }
        return TreeRepair.repair(forms, new Parse(tags, heads, relations));
    }

    /** The best move that is allowed: 0 shift, 1..L left with a label, L+1..2L right. */
    static int best(Configuration c, int[] scores, int labels) {
        int best = -1;
        int score = Integer.MIN_VALUE;
        if (c.canShift()) {
            best = 0;
            score = scores[0];
        }
        if (c.canLeft()) {
            for (int m = 1; m <= labels; m++) {
                if (scores[m] > score) {
                    best = m;
                    score = scores[m];
                }
            }
        }
        if (c.canRight()) {
            for (int m = labels + 1; m <= 2 * labels; m++) {
                if (scores[m] > score) {
                    best = m;
                    score = scores[m];
                }
            }
        }
        return best;
    }

    static void apply(Configuration c, int move, int labels) {
        if (move == 0) {
            c.shift();
        } else if (move <= labels) {
            c.left(move - 1);
        } else {
            c.right(move - 1 - labels);
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(labels.size());
        for (String label : labels) {
            out.writeUTF(label);
        }
        weights.write(out);
    }

    static Parser read(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> labels = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            labels.add(in.readUTF());
        }
        return new Parser(labels, Linear.read(in));
    }
}
