package org.demarche.text;

import java.util.Arrays;

/** The hashed features of one decision: filled, scored, filled anew. */
final class Features {
    private int[] values = new int[256];
    private int[] places = new int[256];
    private int[] found = new int[256];
    private int count;

    void clear() {
        count = 0;
    }

    int[] values() {
        return values;
    }

    /** Room for whoever scores the features to note where it finds each. */
    int[] places() {
        return places;
    }

    /** More such room. */
    int[] found() {
        return found;
    }

    int count() {
        return count;
    }

    void add(int template, int a) {
        put(finish(step(template * 0x9E3779B1, a)));
    }

    void add(int template, int a, int b) {
        put(finish(step(step(template * 0x9E3779B1, a), b)));
    }

    void add(int template, int a, int b, int c) {
        put(finish(step(step(step(template * 0x9E3779B1, a), b), c)));
    }

    void add(int template, int a, int b, int c, int d) {
        put(finish(step(step(step(step(template * 0x9E3779B1, a), b), c), d)));
    }

    private void put(int value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
            places = new int[count * 2];
            found = new int[count * 2];
        }
        values[count++] = value;
    }

    private static int step(int hash, int value) {
        int h = (hash ^ value) * 0x85EBCA6B;
        return (h ^ (h >>> 15)) + 0x7F4A7C15;
    }

    private static int finish(int hash) {
        int h = hash * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    /** A hash of a stretch of a word. */
    static int hash(String word, int start, int end) {
        int h = 0x811C9DC5;
        for (int i = start; i < end; i++) {
            h = (h ^ word.charAt(i)) * 0x01000193;
        }
        h ^= h >>> 15;
        return h * 0x2C1B3C6D;
    }

    static int hash(String word) {
        return hash(word, 0, word.length());
    }
}
