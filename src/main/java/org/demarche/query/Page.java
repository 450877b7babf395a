package org.demarche.query;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

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
     *
     * <p>Where a subquery chooses what the rows are about, in the order of the rows, the page is
     * cut there: only what is on it has its details looked up.
     */
    Query of(Query query) {
        if (size == Long.MAX_VALUE) {
            return query;
        }
        long skipped = (number - 1) * size;
        long wanted = size + 1;
        if (query.hasLimit()) {
            wanted = Math.min(wanted, Math.max(0, query.getLimit() - skipped));
        } else if (!query.hasOffset()
                && query.hasOrderBy()
                && query.hasGroupBy()
                && !query.hasHaving()) {
            // A copy down to the subqueries, which the transformation itself passes by.
            Query chosen = QueryTransformOps.transform(query, new ElementTransformCopyBase(true));
            Cut cut = new Cut(query, skipped, wanted);
            ElementWalker.walk(chosen.getQueryPattern(), cut);
            if (cut.done) {
                return chosen;
            }
        }
        Query paged = query.cloneQuery();
        paged.setLimit(wanted);
        paged.setOffset((query.hasOffset() ? query.getOffset() : 0) + skipped);
        return paged;
    }

    /** Puts the limits into the subquery that chooses: DISTINCT, with the ORDER BY of the whole. */
    private static final class Cut extends ElementVisitorBase {
        private final Query whole;
        private final long offset;
        private final long limit;
        private boolean done;

        Cut(Query whole, long offset, long limit) {
            this.whole = whole;
            this.offset = offset;
            this.limit = limit;
        }

        @Override
        public void visit(ElementSubQuery element) {
            Query subquery = element.getQuery();
            if (!subquery.isDistinct()
                    || subquery.hasLimit()
                    || subquery.hasOffset()
                    || !whole.getOrderBy().equals(subquery.getOrderBy())
                    || !isOfGroups(whole.getOrderBy())) {
                ElementWalker.walk(subquery.getQueryPattern(), this);
                return;
            }
            subquery.setLimit(limit);
            subquery.setOffset(offset);
            done = true;
        }

        private boolean isOfGroups(List<SortCondition> order) {
            return order.stream()
                    .allMatch(
                            each ->
                                    each.getExpression().isVariable()
                                            && whole.getGroupBy()
                                                    .contains(each.getExpression().asVar()));
        }
    }
}
