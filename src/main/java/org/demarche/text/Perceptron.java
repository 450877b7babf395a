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

    private final int classes;
    private final long[] seen = new long[1 << (SEEN_BITS - 6)];
    private int[] keys = new int[1 << 20];
    private int[] starts = new int[1 << 20];
    private short[] sizes = new short[1 << 20];
    private int rows;
    private short[] cellClass = new short[1 << 22];
    private int[] cellWeight = new int[1 << 22];
    private long[] cellBonus = new long[1 << 22];
    private int cells;
    private long time = 1;

    Perceptron(int classes) {
        this.classes = classes;
    }

    int classes() {
        return classes;
    }

    /** Adds the weights of all features to {@code scores}, which is cleared first. */
    void score(int[] features, int count, int[] scores) {
        Arrays.fill(scores, 0);
        for (int f = 0; f < count; f++) {
            int slot = slot(keys, features[f]);
            if (keys[slot] != 0) {
                int start = starts[slot];
                for (int c = start, end = start + sizes[slot]; c < end; c++) {
                    scores[cellClass[c]] += cellWeight[c];
                }
            }
        }
    }

    /** One example is over: averages count examples. */
    void tick() {
        time++;
    }

    /** The features should have said {@code good} and said {@code bad}. */
    void update(int[] features, int count, int good, int bad) {
        for (int f = 0; f < count; f++) {
            add(features[f], good, 1);
            add(features[f], bad, -1);
        }
    }

    /** Moves the weight of one feature for one class. */
    void add(int feature, int label, int change) {
        int slot = slot(keys, feature);
        if (keys[slot] == 0) {
            int bit = Linear.mix(feature) >>> (32 - SEEN_BITS);
            long mask = 1L << (bit & 63);
            if ((seen[bit >>> 6] & mask) == 0) {
                if (change < 0) { // the last of the two moves of one update
                    seen[bit >>> 6] |= mask;
                }
                return;
            }
            if (rows * 2 > keys.length) {
                growTable();
                slot = slot(keys, feature);
            }
            keys[slot] = Linear.key(feature);
            rows++;
        }
        int start = starts[slot];
        int size = sizes[slot];
        for (int c = start; c < start + size; c++) {
            if (cellClass[c] == label) {
                cellWeight[c] += change;
                cellBonus[c] += time * change;
                return;
            }
        }
        if ((size & (size - 1)) == 0) {
            start = moved(start, size);
            starts[slot] = start;
        }
        cellClass[start + size] = (short) label;
        cellWeight[start + size] = change;
        cellBonus[start + size] = time * change;
        sizes[slot] = (short) (size + 1);
    }

    /** Room for a row of {@code size} cells to double. */
    private int moved(int start, int size) {
        int room = Math.max(1, size * 2);
        if (cells + room > cellClass.length) {
            int length = cellClass.length + cellClass.length / 2;
            cellClass = Arrays.copyOf(cellClass, length);
            cellWeight = Arrays.copyOf(cellWeight, length);
            cellBonus = Arrays.copyOf(cellBonus, length);
        }
        System.arraycopy(cellClass, start, cellClass, cells, size);
        System.arraycopy(cellWeight, start, cellWeight, cells, size);
        System.arraycopy(cellBonus, start, cellBonus, cells, size);
        int moved = cells;
        cells += room;
        return moved;
    }

    private void growTable() {
        int[] newKeys = new int[keys.length * 2];
        int[] newStarts = new int[newKeys.length];
        short[] newSizes = new short[newKeys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(newKeys, keys[i]);
                newKeys[slot] = keys[i];
                newStarts[slot] = starts[i];
                newSizes[slot] = sizes[i];
            }
        }
        keys = newKeys;
        starts = newStarts;
        sizes = newSizes;
    }

    private static int slot(int[] keys, int feature) {
        int key = Linear.key(feature);
        int mask = keys.length - 1;
        int slot = Linear.mix(key) & mask;
        while (keys[slot] != key && keys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /**
     * The averaged weights, rounded to whole numbers after multiplying by {@code scale}; those
     * whose size is then below {@code least} are left out.
     */
    Linear averaged(double scale, int least) {
        Linear.Builder builder = new Linear.Builder(classes);
        int[] order = new int[rows];
        int n = 0;
        for (int key : keys) {
            if (key != 0) {
                order[n++] = key;
            }
        }
        Arrays.sort(order);
        for (int key : order) {
            int slot = slot(keys, key);
            int start = starts[slot];
            for (int label = 0; label < classes; label++) {
                for (int c = start; c < start + sizes[slot]; c++) {
                    if (cellClass[c] == label) {
                        double average = cellWeight[c] - (double) cellBonus[c] / time;
                        long rounded = Math.round(average * scale);
                        if (Math.abs(rounded) >= least) {
                            builder.add(
                                    key, label, (int) Math.max(-32767, Math.min(32767, rounded)));
                        }
                    }
                }
            }
        }
        return builder.build();
    }

    int rows() {
        return rows;
    }
}
