package org.demarche.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Which moves lose nothing more of the gold tree from where the parser stands, also after mistakes:
 * the dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013).
 */
final class Oracle {
    private final int[] heads;
    private final int[] labels;
    private final int[][] dependents;

    /** Gold heads, the root being the number of words, and gold labels. */
    Oracle(int[] heads, int[] labels) {
        this.heads = heads;
        this.labels = labels;
        List<List<Integer>> below = new ArrayList<>();
        for (int i = 0; i <= heads.length; i++) {
            below.add(new ArrayList<>());
        }
        for (int i = 0; i < heads.length; i++) {
            below.get(heads[i]).add(i);
        }
        dependents =
                below.stream()
                        .map(l -> l.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
    }

    /** Marks in {@code good} every move that costs least. */
    void mark(Configuration c, int labelCount, boolean[] good) {
        java.util.Arrays.fill(good, false);
        int shift = c.canShift() ? shiftCost(c) : Integer.MAX_VALUE;
        int left = c.canLeft() ? leftCost(c) : Integer.MAX_VALUE;
        int right = c.canRight() ? rightCost(c) : Integer.MAX_VALUE;
        int least = Math.min(shift, Math.min(left, right));
        if (shift == least) {
            good[0] = true;
        }
        if (left == least) {
            good[1 + labels[c.stacked(0)]] = true;
        }
        if (right == least) {
            good[1 + labelCount + labels[c.stacked(0)]] = true;
        }
    }

    /** The next word loses heads below the stack's top and dependents on the stack. */
    private int shiftCost(Configuration c) {
        int b = c.next;
        int cost = 0;
        int head = heads[b];
        if (head < b && head != c.stacked(0) && onStack(c, head)) {
            cost++;
        }
        for (int d : dependents[b]) {
            if (d < b && onStack(c, d)) {
                cost++;
            }
        }
        // the root takes a word only from the stack's bottom
        return head == c.words && c.depth > 0 ? cost + 1 : cost;
    }

    /** The top loses the word below it, words after the next one, and its dependents ahead. */
    private int leftCost(Configuration c) {
        int s = c.stacked(0);
        int cost = ahead(c, s);
        int head = heads[s];
        boolean below = head == c.stacked(1);
        return head != c.next && (below || stillAhead(c, head)) ? cost + 1 : cost;
    }

    /** The top loses all words ahead, as heads and as dependents. */
    private int rightCost(Configuration c) {
        int s = c.stacked(0);
        return ahead(c, s) + (stillAhead(c, heads[s]) ? 1 : 0);
    }

    /** Whether the stack's top can still get a head that is not read yet. */
    private static boolean stillAhead(Configuration c, int head) {
        return head >= c.next && (head < c.words || c.depth == 1);
    }

    private int ahead(Configuration c, int word) {
        int count = 0;
        for (int d : dependents[word]) {
            if (d >= c.next) {
                count++;
            }
        }
        return count;
    }

    private static boolean onStack(Configuration c, int word) {
        return c.heads[word] == Configuration.NONE && word < c.next;
    }
}
