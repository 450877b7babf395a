package org.demarche.article;

/** A paragraph of an article and what it is: "CLICK HERE TO GET THE … APP" is furniture. */
public record Block(Span span, Kind kind) {
    /** What a paragraph is to the reader. */
    public enum Kind {
        /** Running text of the story. */
        PROSE,
        /**
         * A headline of its own, in capitals or as the article's first line: news, but no sentence
         * of the story around it.
         */
        HEADLINE,
        /** Bylines, photo credits, links: not read as news. */
        FURNITURE
    }
}
