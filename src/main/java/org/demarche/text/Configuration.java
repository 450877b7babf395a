package org.demarche.text;

import java.util.Arrays;

/**
 * A half-read sentence of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez, Satta 2011): a stack of
 * words that still want a head or dependents, the words not yet read, and the arcs so far. The
 * artificial root stands behind the last word and is never moved.
 */
final class Configuration {
    static final int NONE = -1;

    final int words;
    final int[] stack;
    int depth;

    /** The next word to read; {@code words} is the root. */
    int next;

    final int[] heads;
    final int[] labels;

    /** Dependents nearest the outside and next to it, on both sides. */
    final int[] left;

    final int[] left2;
    final int[] right;
    final int[] right2;
    final int[] lefts;
    final int[] rights;

    /** One bit for each label that a dependent on that side has, folded to 64. */
    final long[] leftSet;

    final long[] rightSet;

    Configuration(int words) {
        this.words = words;
        stack = new int[words + 1];
        heads = new int[words + 1];
        labels = new int[words + 1];
        left = new int[words + 1];
        left2 = new int[words + 1];
        right = new int[words + 1];
        right2 = new int[words + 1];
        lefts = new int[words + 1];
        rights = new int[words + 1];
        leftSet = new long[words + 1];
        rightSet = new long[words + 1];
        Arrays.fill(heads, NONE);
        Arrays.fill(labels, NONE);
        Arrays.fill(left, NONE);
        Arrays.fill(left2, NONE);
        Arrays.fill(right, NONE);
        Arrays.fill(right2, NONE);
    }

    boolean done() {
        return next == words && depth == 0;
    }

    /** The stack's word at a depth, 0 the top. */
    int stacked(int i) {
        return i < depth ? stack[depth - 1 - i] : NONE;
    }

    boolean canShift() {
        return next < words;
    }

    /** The next word can take the stack's top; the root only the last one. */
    boolean canLeft() {
        return depth > 0 && (next < words || depth == 1);
    }

    boolean canRight() {
        return depth > 1;
    }

    void shift() {
        stack[depth++] = next++;
    }

    /** The next word becomes the head of the stack's top. */
    void left(int label) {
        attach(stack[--depth], next, label);
    }

    /** The word below the stack's top becomes its head. */
    void right(int label) {
        int word = stack[--depth];
        attach(word, stack[depth - 1], label);
    }

    private void attach(int word, int head, int label) {
        heads[word] = head;
        labels[word] = label;
        if (word < head) {
            left2[head] = left[head];
            left[head] = word;
            lefts[head]++;
            leftSet[head] |= 1L << (label & 63);
        } else {
            right2[head] = right[head];
            right[head] = word;
            rights[head]++;
            rightSet[head] |= 1L << (label & 63);
        }
    }
}
