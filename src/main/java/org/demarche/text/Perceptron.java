package org.demarche.text;

import java.util.Arrays;

/**
 * An averaged perceptron over hashed features while it learns. A feature is an int; a row of
 * weights, one for each class that was ever right or wrong with it, is kept for a feature from its
 * second update on (most features of a treebank are seen once and say nothing).
 *
 * <p>Collins 2002; averages by the accumulated-update form of Daumé 2006.
 */
final class Perceptron {
    private static final int SEEN_BITS = 28;

    /** Rows of more cells are laid out by class. */
    private static final int SPARSE = 16;

    private static final int DENSE = -1;

    private final int classes;
    private final long[] seen = new long[1 << (SEEN_BITS - 6)];

    /** Hash table by open addressing: a feature, 0 for an empty slot, then where its row starts. */
    private int[] table = new int[1 << 20];

    private int rows;

    /**
     * A row: how many cells, then the cells, each the class in the high 8 and the weight in the low
     * 24 bits; or {@link #DENSE}, then a weight for each class. One array, so that scoring touches
     * as little memory as can be.
     */
    private int[] cells = new int[1 << 20];

    /** For each cell the sum of its changes, each times when it came. */
    private long[] bonuses = new long[1 << 20];

    private int end = 1;
    private long time = 1;

    Perceptron(int classes) {
        this.classes = classes;
    }

    int classes() {
        return classes;
    }

    /**
     * Adds the weights of all features to {@code scores}, which is cleared first; in three passes
     * as {@link Linear#score} does.
     */
    void score(Features features, int[] scores) {
        Arrays.fill(scores, 0);
        int[] values = features.values();
        int[] places = features.places();
        int[] found = features.found();
        int count = features.count();
        int mask = table.length - 1;
        for (int f = 0; f < count; f++) {
            int slot = (Linear.mix(Linear.key(values[f])) << 1) & mask;
            places[f] = slot;
            found[f] = table[slot];
        }
        int hits = 0;
        for (int f = 0; f < count; f++) {
            int key = Linear.key(values[f]);
            int slot = places[f];
            int there = found[f];
            while (there != key && there != 0) {
                slot = (slot + 2) & mask;
                there = table[slot];
            }
            if (there != 0) {
                places[hits++] = table[slot + 1];
            }
        }
        for (int h = 0; h < hits; h++) {
            found[h] = cells[places[h]];
        }
        for (int h = 0; h < hits; h++) {
            int start = places[h];
            if (found[h] == DENSE) {
                Linear.addRow(cells, start + 1, scores, classes);
            } else {
                for (int c = start + 1, last = start + found[h]; c <= last; c++) {
                    int cell = cells[c];
                    scores[cell >>> 24] += weight(cell);
                }
            }
        }
    }

    private static int weight(int cell) {
        return cell << 8 >> 8;
    }

    /** One example is over: averages count examples. */
    void tick() {
        time++;
    }

    /** The features should have said {@code good} and said {@code bad}. */
    void update(Features features, int good, int bad) {
        int[] values = features.values();
        for (int f = 0; f < features.count(); f++) {
            add(values[f], good, 1);
            add(values[f], bad, -1);
        }
    }

    /** Moves the weight of one feature for one class. */
    private void add(int feature, int label, int change) {
        int slot = slot(table, feature);
        if (table[slot] == 0) {
            int bit = Linear.mix(feature) >>> (32 - SEEN_BITS);
            long mask = 1L << (bit & 63);
            if ((seen[bit >>> 6] & mask) == 0) {
                if (change < 0) { // the last of the two moves of one update
                    seen[bit >>> 6] |= mask;
                }
                return;
            }
            if (rows * 4 > table.length) {
                growTable();
                slot = slot(table, feature);
            }
            table[slot] = Linear.key(feature);
            table[slot + 1] = room(1);
            rows++;
        }
        int start = table[slot + 1];
        int size = cells[start];
        if (size == DENSE) {
            cells[start + 1 + label] += change;
            bonuses[start + 1 + label] += time * change;
            return;
        }
        for (int c = start + 1; c <= start + size; c++) {
            if (cells[c] >>> 24 == label) {
                cells[c] = label << 24 | ((weight(cells[c]) + change) & 0xFFFFFF);
                bonuses[c] += time * change;
                return;
            }
        }
        if (size == SPARSE) {
            int moved = room(classes);
            cells[moved] = DENSE;
            for (int c = start + 1; c <= start + size; c++) {
                cells[moved + 1 + (cells[c] >>> 24)] = weight(cells[c]);
                bonuses[moved + 1 + (cells[c] >>> 24)] = bonuses[c];
            }
            table[slot + 1] = moved;
            cells[moved + 1 + label] += change;
            bonuses[moved + 1 + label] += time * change;
            return;
        }
        if (size > 0 && (size & (size - 1)) == 0) {
            int moved = room(2 * size);
            System.arraycopy(cells, start, cells, moved, size + 1);
            System.arraycopy(bonuses, start, bonuses, moved, size + 1);
            start = moved;
            table[slot + 1] = start;
        }
        cells[start] = size + 1;
        cells[start + size + 1] = label << 24 | (change & 0xFFFFFF);
        bonuses[start + size + 1] = time * change;
    }

    /** A place for a row of up to so many cells. */
    private int room(int size) {
        if (end + size + 1 > cells.length) {
            int length = cells.length + cells.length / 2;
            cells = Arrays.copyOf(cells, length);
            bonuses = Arrays.copyOf(bonuses, length);
        }
        int start = end;
        end += size + 1;
        return start;
    }

    private void growTable() {
        int[] grown = new int[table.length * 2];
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0) {
                int slot = slot(grown, table[i]);
                grown[slot] = table[i];
                grown[slot + 1] = table[i + 1];
            }
        }
        table = grown;
    }

    private static int slot(int[] table, int feature) {
        int key = Linear.key(feature);
        int mask = table.length - 1;
        int slot = (Linear.mix(key) << 1) & mask;
        while (table[slot] != key && table[slot] != 0) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    /** The weights averaged over all examples. */
    Averages averages() {
        int[] order = new int[rows];
        int n = 0;
        for (int i = 0; i < table.length; i += 2) {
            if (table[i] != 0) {
                order[n++] = table[i];
            }
        }
        Arrays.sort(order);
        Averages averages = new Averages(classes, rows);
        for (int key : order) {
            int start = table[slot(table, key) + 1];
            for (int label = 0; label < classes; label++) {
                if (cells[start] == DENSE) {
                    int c = start + 1 + label;
                    averages.add(key, label, cells[c] - (double) bonuses[c] / time);
                }
                for (int c = start + 1; c <= start + cells[start]; c++) {
                    if (cells[c] >>> 24 == label) {
                        averages.add(key, label, weight(cells[c]) - (double) bonuses[c] / time);
                    }
                }
            }
        }
        return averages;
    }

    int rows() {
        return rows;
    }
}
