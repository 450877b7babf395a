package org.demarche.query;

import org.apache.jena.query.Query;

/**
 * Which of an answer's rows are wanted: the second page of 50 is rows 51 to 100.
 *
 * @param number from 1
 * @param size rows of a page
 */
public record Page(long number, long size) {
    /** All rows. */
    public static final Page ALL = new Page(1, Long.MAX_VALUE);

    public Page {
        if (number < 1 || size < 1) {
            throw new IllegalArgumentException("bad page " + number + " of " + size + " rows");
        }
    }

    /**
     * The query with the limits of the page and one row more, which tells whether a next exists.
     */
    Query of(Query query) {
        if (size == Long.MAX_VALUE) {
            return query;
        }
        Query paged = query.cloneQuery();
        long skipped = (number - 1) * size;
        long wanted = size + 1;
        if (query.hasLimit()) {
            wanted = Math.min(wanted, Math.max(0, query.getLimit() - skipped));
        }
        paged.setLimit(wanted);
        paged.setOffset((query.hasOffset() ? query.getOffset() : 0) + skipped);
        return paged;
    }
}
