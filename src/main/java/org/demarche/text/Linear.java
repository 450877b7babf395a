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

    private final int shift;

    private Linear(int classes, int rows, int cells) {
        this.classes = classes;
        this.rows = rows;
        int capacity = Integer.highestOneBit(Math.max(4, rows)) * 4;
        this.table = new int[2 * capacity];
        this.shift = Integer.numberOfLeadingZeros(capacity) + 1;
        this.cells = new int[cells];
    }

    /** How many ints a row of so many listed cells takes. */
    private static int room(int count, int classes) {
        return 1 + (count > SPARSE ? classes : count);
    }

    /** The table gets a row that begins at {@code start} of the cells. */
    private void enter(int key, int start) {
        int slot = slot(key);
        while (table[slot] != 0) {
            slot = (slot + 2) & (table.length - 1);
        }
        table[slot] = key;
        table[slot + 1] = start;
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

    /**
     * Where a feature is looked for first. Features are hashes: their high bits place them as well
     * as others, and in ascending order they fill the table from its beginning to its end.
     */
    private int slot(int key) {
        return ((key ^ Integer.MIN_VALUE) >>> shift) << 1;
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
        int listed = in.readInt() - rows;
        byte[] gaps = bytes(in, in.readInt());
        byte[] sizes = bytes(in, rows);
        byte[] labels = bytes(in, listed);
        byte[] low = bytes(in, listed);
        byte[] high = bytes(in, listed);
        int room = 0;
        for (byte size : sizes) {
            room += room(size & 255, classes);
        }
        Linear read = new Linear(classes, rows, room);
        int[] cells = read.cells;
        int key = Integer.MIN_VALUE;
        int at = 0;
        int start = 0;
        int from = 0;
        for (byte size : sizes) {
            int part = gaps[at++];
            int gap = part & 127;
            for (int shift = 7; part < 0; shift += 7) {
                part = gaps[at++];
                gap |= (part & 127) << shift;
            }
            key += gap;
            read.enter(key, start);
            int count = size & 255;
            if (count > SPARSE) {
                cells[start] = DENSE;
                for (int last = from + count; from < last; from++) {
                    cells[start + 1 + (labels[from] & 255)] = high[from] << 8 | (low[from] & 255);
                }
                start += 1 + classes;
            } else {
                cells[start++] = count;
                for (int last = from + count; from < last; from++) {
                    cells[start++] =
                            (labels[from] & 255) << 16
                                    | (high[from] & 255) << 8
                                    | (low[from] & 255);
                }
            }
        }
        return read;
    }

    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
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
            int room = 0;
            for (int from = 0; from < end; from += 1 + cells[from]) {
                room += room(cells[from], classes);
            }
            Linear built = new Linear(classes, rows, room);
            int from = 0;
            int start = 0;
            for (int r = 0; r < rows; r++) {
                int count = cells[from++];
                built.enter(keys[r], start);
                if (count > SPARSE) {
                    built.cells[start] = DENSE;
                    for (int last = from + count; from < last; from++) {
                        built.cells[start + 1 + (cells[from] >>> 16)] = (short) cells[from];
                    }
                } else {
                    built.cells[start] = count;
                    System.arraycopy(cells, from, built.cells, start + 1, count);
                    from += count;
                }
                start += room(count, classes);
            }
            return built;
        }
    }
}
