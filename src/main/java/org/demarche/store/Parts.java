package org.demarche.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.sparql.core.Quad;
import org.demarche.graph.NamedGraph;
import org.demarche.source.InputException;

/**
 * Files of article graphs in N-Quads that were read through once and found good. Of an article that
 * several of them have the graph of the last counts, as of an article that is read again.
 */
public final class Parts {
    private final List<Part> parts;
    private final Map<String, Integer> lastOf;

    private Parts(List<Part> parts, Map<String, Integer> lastOf) {
        this.parts = parts;
        this.lastOf = lastOf;
    }

    /**
     * Reads the files through.
     *
     * @param isArticle whether an IRI may be an article's
     * @param problems takes what is wrong with a file, which is then left out as a whole
     */
    public static Parts check(
            List<Path> files, Predicate<String> isArticle, Consumer<InputException> problems) {
        List<Part> good = new ArrayList<>();
        Map<String, Integer> lastOf = new HashMap<>();
        for (Path file : files) {
            Part part = new Part(file);
            try {
                for (String graph : part.check(isArticle)) {
                    lastOf.put(graph, good.size());
                }
                good.add(part);
            } catch (InputException e) {
                problems.accept(e);
            }
        }
        return new Parts(good, lastOf);
    }

    /** How many files are good. */
    public int files() {
        return parts.size();
    }

    /** How many articles they have. */
    public int articles() {
        return lastOf.size();
    }

    /** Their statements, each graph's together. */
    public void read(Consumer<Quad> quads) {
        for (int i = 0; i < parts.size(); i++) {
            int number = i;
            parts.get(i).read(graph -> lastOf.getOrDefault(graph, -1) == number, quads);
        }
    }

    /**
     * Puts the graphs of a store that was filled from these files into another, a batch at a time;
     * each takes the place of the one that had its name.
     */
    public void copy(Store from, Store to) {
        List<NamedGraph> batch = new ArrayList<>();
        for (String name : lastOf.keySet()) {
            batch.add(from.graph(name));
            if (batch.size() == Store.BATCH) {
                to.replace(batch);
                batch.clear();
            }
        }
        to.replace(batch);
    }
}
