package org.demarche.article;

import org.demarche.source.InputException;

/** Takes what a reader finds, as it finds it: articles, and what could not be read. */
public interface ArticleSink {
    void article(Article article);

    /** Whether nothing more is wanted; a reader then ends before its stream does. */
    default boolean isFull() {
        return false;
    }

    /** Something could not be read: {@code news.jsonl:7: broken JSON …}; the reading goes on. */
    void problem(InputException problem);

    /** Something was read but not understood, such as an unknown key. */
    void warning(String line);
}
