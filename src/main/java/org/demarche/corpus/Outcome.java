package org.demarche.corpus;

import java.util.Optional;
import org.demarche.graph.NamedGraph;

/** What became of an article: article a1 was read, line 7 of news.jsonl is broken. */
public sealed interface Outcome {
    /**
     * The article was read.
     *
     * @param id of the article
     * @param graph valid against the shapes
     * @param nanos how long the reading took
     */
    record Read(String id, NamedGraph graph, long nanos) implements Outcome {}

    /**
     * There is no graph of it.
     *
     * @param id of the article, where one could be read that far
     * @param why one or more lines for the user
     */
    record LeftOut(Optional<String> id, Reason reason, String why) implements Outcome {}
}
