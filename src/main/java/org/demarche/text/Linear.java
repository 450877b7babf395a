package org.demarche.text;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A trained linear model over hashed features: a weight of 16 bits for each feature and class that
 * matter. Immutable once built.
 */
final class Linear {
    /** Rows of more cells are laid out by class. */
    private static final int SPARSE = 16;

    private static final int DENSE = -1;

    private final int classes;

    /** Hash table by open addressing: a feature, 0 for an empty slot, then where its row starts. */
    private final int[] table;

    /**
     * A row: how many cells, then the cells, each the class in the high and the weight in the low
     * two bytes; or {@link #DENSE}, then a weight for each class.
     */
    private final int[] cells;

    private final int rows;

    /** From rows that all list their cells. */
    private Linear(int classes, int rows, int[] sortedKeys, int[] listed) {
        this.classes = classes;
        this.rows = rows;
        int capacity = Integer.highestOneBit(Math.max(4, rows)) * 4;
        table = new int[2 * capacity];
        int size = 0;
        for (int from = 0; from < listed.length; from += 1 + listed[from]) {
            size += 1 + (listed[from] > SPARSE ? classes : listed[from]);
        }
        cells = new int[size];
        int from = 0;
        int to = 0;
        for (int r = 0; r < rows; r++) {
            int slot = slot(sortedKeys[r]);
            while (table[slot] != 0) {
                slot = (slot + 2) & (table.length - 1);
            }
            table[slot] = sortedKeys[r];
            table[slot + 1] = to;
            int count = listed[from];
            if (count > SPARSE) {
                cells[to] = DENSE;
                for (int c = from + 1; c <= from + count; c++) {
                    cells[to + 1 + (listed[c] >>> 16)] = (short) listed[c];
                }
                to += 1 + classes;
            } else {
                System.arraycopy(listed, from, cells, to, 1 + count);
                to += 1 + count;
            }
            from += 1 + count;
        }
    }

    /** All rows with their cells listed, one after the other as they were given. */
    private int[] listed() {
        int[] listed = new int[cells.length];
        int to = 0;
        for (int from = 0; from < cells.length; ) {
            int count = cells[from];
            if (count == DENSE) {
                int start = to++;
                for (int c = 0; c < classes; c++) {
                    int weight = cells[from + 1 + c];
                    if (weight != 0) {
                        listed[to++] = c << 16 | (weight & 0xFFFF);
                    }
                }
                listed[start] = to - start - 1;
                from += 1 + classes;
            } else {
                System.arraycopy(cells, from, listed, to, 1 + count);
                to += 1 + count;
                from += 1 + count;
            }
        }
        return Arrays.copyOf(listed, to);
    }

    private int slot(int key) {
        return (mix(key) << 1) & (table.length - 1);
    }

    int classes() {
        return classes;
    }

    int rows() {
        return rows;
    }

    /**
     * Adds the weights of all features to {@code scores}, which is cleared first. In three passes,
     * so that the many reads of far memory wait for each other as little as can be.
     */
    void score(Features features, int[] scores) {
        Arrays.fill(scores, 0);
        int[] values = features.values();
        int[] places = features.places();
        int[] found = features.found();
        int count = features.count();
        for (int f = 0; f < count; f++) {
            int slot = slot(key(values[f]));
            places[f] = slot;
            found[f] = table[slot];
        }
        int hits = 0;
        int mask = table.length - 1;
        for (int f = 0; f < count; f++) {
            int key = key(values[f]);
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
                addRow(cells, start + 1, scores, classes);
            } else {
                for (int c = start + 1, end = start + found[h]; c <= end; c++) {
                    int cell = cells[c];
                    scores[cell >>> 16] += (short) cell;
                }
            }
        }
    }

    /** Adds a weight for each class; a loop of its own, which the compiler makes into few steps. */
    static void addRow(int[] weights, int start, int[] scores, int classes) {
        for (int c = 0; c < classes; c++) {
            scores[c] += weights[start + c];
        }
    }

    /** 0 marks an empty slot, so no feature may be it. */
    static int key(int feature) {
        return feature == 0 ? 1 : feature;
    }

    static int mix(int key) {
        int h = key * 0x9E3779B1;
        return h ^ (h >>> 15);
    }

    void write(DataOutputStream out) throws IOException {
        int[] listed = listed();
        int[] sorted = new int[rows];
        int n = 0;
        for (int slot = 0; slot < table.length; slot += 2) {
            if (table[slot] != 0) {
                sorted[n++] = table[slot];
            }
        }
        Arrays.sort(sorted);
        out.writeInt(classes);
        out.writeInt(rows);
        out.writeInt(listed.length);
        ByteArrayOutputStream gaps = new ByteArrayOutputStream(rows * 2);
        int before = Integer.MIN_VALUE;
        for (int key : sorted) {
            writeVariable(gaps, key - before);
            before = key;
        }
        out.writeInt(gaps.size());
        gaps.writeTo(out);
        for (int start = 0; start < listed.length; start += 1 + listed[start]) {
            out.writeByte(listed[start]);
        }
        for (int start = 0; start < listed.length; start += 1 + listed[start]) {
            for (int c = start + 1; c <= start + listed[start]; c++) {
                out.writeByte(listed[c] >>> 16);
            }
        }
        for (int start = 0; start < listed.length; start += 1 + listed[start]) {
            for (int c = start + 1; c <= start + listed[start]; c++) {
                out.writeByte(listed[c]);
            }
        }
        for (int start = 0; start < listed.length; start += 1 + listed[start]) {
            for (int c = start + 1; c <= start + listed[start]; c++) {
                out.writeByte(listed[c] >> 8);
            }
        }
    }

    static Linear read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        int rows = in.readInt();
        int[] cells = new int[in.readInt()];
        byte[] gaps = new byte[in.readInt()];
        in.readFully(gaps);
        int[] keys = keys(gaps, rows);
        byte[] sizes = new byte[rows];
        in.readFully(sizes);
        byte[] labels = new byte[cells.length - rows];
        in.readFully(labels);
        byte[] low = new byte[labels.length];
        in.readFully(low);
        byte[] high = new byte[labels.length];
        in.readFully(high);
        int to = 0;
        int from = 0;
        for (int r = 0; r < rows; r++) {
            int size = sizes[r] & 255;
            cells[to++] = size;
            for (int c = 0; c < size; c++, from++) {
                cells[to++] =
                        (labels[from] & 255) << 16 | (high[from] & 255) << 8 | (low[from] & 255);
            }
        }
        return new Linear(classes, rows, keys, cells);
    }

    /** A number in groups of seven bits, the lowest first, the high bit saying that more follow. */
    private static void writeVariable(ByteArrayOutputStream out, int value) {
        int rest = value;
        while ((rest & ~127) != 0) {
            out.write((rest & 127) | 128);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /** The features from the gaps between them, the first counted from the least int. */
    private static int[] keys(byte[] gaps, int rows) {
        int[] keys = new int[rows];
        int key = Integer.MIN_VALUE;
        int at = 0;
        for (int r = 0; r < rows; r++) {
            int shift = 0;
            int part = gaps[at++];
            int gap = part & 127;
            while (part < 0) {
                shift += 7;
                part = gaps[at++];
                gap |= (part & 127) << shift;
            }
            key += gap;
            keys[r] = key;
        }
        return keys;
    }

    /** Gathers weights in ascending order of feature, then class. */
    static final class Builder {
        private final int classes;
        private int[] keys = new int[1024];
        private int[] cells = new int[4096];
        private int rows;
        private int end;
        private int rowStart;

        Builder(int classes) {
            if (classes > 255) {
                throw new IllegalArgumentException(classes + " classes, but 255 at most");
            }
            this.classes = classes;
        }

        void add(int key, int label, int weight) {
            if (end + 2 > cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
            if (rows == 0 || keys[rows - 1] != key) {
                if (rows == keys.length) {
                    keys = Arrays.copyOf(keys, rows * 2);
                }
                keys[rows++] = key;
                rowStart = end;
                cells[end++] = 0;
            }
            cells[end++] = label << 16 | (weight & 0xFFFF);
            cells[rowStart]++;
        }

        Linear build() {
            return new Linear(classes, rows, keys, Arrays.copyOf(cells, end));
        }
    }
}
