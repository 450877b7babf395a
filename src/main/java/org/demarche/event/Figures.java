package org.demarche.event;

/**
 * Counts that a score rests on.
 *
 * @param gold events that a reader found
 * @param found those of them that were extracted
 * @param extracted events
 * @param right those of them that a reader found too
 */
public record Figures(int gold, int found, int extracted, int right) {
    static final Figures NONE = new Figures(0, 0, 0, 0);

    Figures plus(Figures other) {
        return new Figures(
                gold + other.gold,
                found + other.found,
                extracted + other.extracted,
                right + other.right);
    }

    /** The share of what was extracted that is right; 0 where nothing was. */
    public double precision() {
        return extracted == 0 ? 0 : (double) right / extracted;
    }

    /** The share of what there is that was found; 0 where there is nothing. */
    public double recall() {
        return gold == 0 ? 0 : (double) found / gold;
    }

    /** The harmonic mean of both. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
