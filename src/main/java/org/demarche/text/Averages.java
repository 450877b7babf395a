package org.demarche.text;

import java.util.Arrays;

/**
 * The averaged weights of a perceptron before they are rounded, in ascending order of feature and
 * class; those of several perceptrons that saw the same trees in different orders are mixed into
 * one model, better than each (McDonald, Hall and Mann 2010).
 */
final class Averages {
    /** Smaller ones say nothing that survives rounding. */
    private static final double LEAST = 0.25;

    private final int classes;

    /** The feature in the high 32, the class in the low 8 bits. */
    private long[] places;

    private float[] weights;
    private int size;

    Averages(int classes, int capacity) {
        this.classes = classes;
        places = new long[capacity];
        weights = new float[capacity];
    }

    int size() {
        return size;
    }

    /** The next weight in order. */
    void add(int feature, int label, double weight) {
        if (Math.abs(weight) >= LEAST) {
            put((long) feature << 32 | label, (float) weight);
        }
    }

    private void put(long place, float weight) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size + size / 2 + 1024);
            weights = Arrays.copyOf(weights, size + size / 2 + 1024);
        }
        places[size] = place;
        weights[size++] = weight;
    }

    /** The sums of two. */
    Averages plus(Averages other) {
        Averages sum = new Averages(classes, size + other.size / 2);
        int i = 0;
        int j = 0;
        while (i < size || j < other.size) {
            if (j == other.size || (i < size && places[i] < other.places[j])) {
                sum.put(places[i], weights[i++]);
            } else if (i == size || other.places[j] < places[i]) {
                sum.put(other.places[j], other.weights[j++]);
            } else {
                sum.put(places[i], weights[i++] + other.weights[j++]);
            }
        }
        return sum;
    }

    /**
     * The weights rounded to whole numbers after multiplying by {@code scale}; those whose size is
     * then below {@code least} are left out.
     */
    Linear rounded(double scale, int least) {
        Linear.Builder builder = new Linear.Builder(classes);
        for (int i = 0; i < size; i++) {
            long rounded = Math.round(weights[i] * scale);
            if (Math.abs(rounded) >= least) {
                builder.add(
                        (int) (places[i] >> 32),
                        (int) (places[i] & 255),
                        (int) Math.max(-32767, Math.min(32767, rounded)));
            }
        }
        return builder.build();
    }
}
