package org.demarche.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
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
        int[] keys = ints(in);
        int[] values = ints(in);
        IntMap map = new IntMap(keys.length);
        ByteBuffer places = bytes(in, keys.length, Short.BYTES);
        for (int key : keys) {
            map.put(key, values[places.getShort() & 0xFFFF]);
        }
        return map;
    }

    private static int[] ints(DataInputStream in) throws IOException {
        int[] ints = new int[in.readInt()];
        bytes(in, ints.length, Integer.BYTES).asIntBuffer().get(ints);
        return ints;
    }

    private static ByteBuffer bytes(DataInputStream in, int count, int size) throws IOException {
        byte[] bytes = new byte[count * size];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
