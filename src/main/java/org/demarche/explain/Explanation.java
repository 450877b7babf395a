package org.demarche.explain;

import org.demarche.Pipeline;
import org.demarche.article.Article;

/**
 * Tells how an article was read: its words and trees, who is meant by "he" and why, when "Thursday"
 * is, which words became events.
 */
public interface Explanation {
    /** What was understood of one article; the same understanding always gives the same text. */
    String of(Article article, Pipeline.Understanding understood);
}
