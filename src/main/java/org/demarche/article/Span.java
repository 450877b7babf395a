package org.demarche.article;

/**
 * A stretch of an article's text: 17..25 is "Baghdad," in "…embassy in Baghdad, …". Offsets count
 * chars (UTF-16 code units) from 0; the end is exclusive.
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("bad span " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** The smallest span that holds both. */
    public Span union(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The words themselves. */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    /** In reading order; of two that start together the shorter comes first. */
    @Override
    public int compareTo(Span other) {
        return start != other.start
                ? Integer.compare(start, other.start)
                : Integer.compare(end, other.end);
    }
}
