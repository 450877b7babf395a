package org.demarche.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** A table from hashes of words to numbers, 0 for those not in it. Filled once, then only read. */
final class IntMap {
    private final int[] keys;
    private final int[] values;

    IntMap(int size) {
        int capacity = Integer.highestOneBit(Math.max(4, size)) * 4;
        keys = new int[capacity];
        values = new int[capacity];
    }

    void put(int key, int value) {
        int slot = slot(Linear.key(key));
        keys[slot] = Linear.key(key);
        values[slot] = value;
    }

    int get(int key) {
        return values[slot(Linear.key(key))];
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int slot = Linear.mix(key) & mask;
        while (keys[slot] != key && keys[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    void write(DataOutputStream out) throws IOException {
        int[] sorted = Arrays.stream(keys).filter(k -> k != 0).sorted().toArray();
        int[] distinct = Arrays.stream(sorted).map(this::get).sorted().distinct().toArray();
        out.writeInt(sorted.length);
        for (int key : sorted) {
            out.writeInt(key);
        }
        out.writeInt(distinct.length);
        for (int value : distinct) {
            out.writeInt(value);
        }
        for (int key : sorted) {
            out.writeShort(Arrays.binarySearch(distinct, get(key)));
        }
    }

    static IntMap read(DataInputStream in) throws IOException {
        int[] keys = new int[in.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = in.readInt();
        }
        int[] values = new int[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        IntMap map = new IntMap(keys.length);
        for (int key : keys) {
            map.put(key, values[in.readUnsignedShort()]);
        }
        return map;
    }
}
