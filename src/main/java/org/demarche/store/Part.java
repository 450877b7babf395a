package org.demarche.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangNQuads;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.GazetteerGraph;
import org.demarche.graph.Vocabulary;
import org.demarche.ontology.Ontology;
import org.demarche.source.InputException;
import org.demarche.source.SourceLine;

/**
 * A file of article graphs in N-Quads, compressed or not: {@code part-00007.nq.gz}. The graphs of
 * ontology and gazetteer, which whole exports have too, are passed over: a store has its own.
 */
record Part(Path file) {
    private static final Set<String> NOT_OF_ARTICLES =
            Set.of(
                    Ontology.GRAPH,
                    GazetteerGraph.GRAPH,
                    Store.SELF.getURI(),
                    Digest.GRAPH.getURI(),
                    DatasetDescription.GRAPH.getURI());

    /**
     * The names of its article graphs.
     *
     * @param isArticle whether an IRI may be an article's
     * @throws InputException with file and line for the first thing in it that cannot be loaded
     */
    Set<String> check(Predicate<String> isArticle) {
        Map<String, Optional<SourceLine>> undescribed = new HashMap<>();
        parse(
                (quad, line) -> {
                    SourceLine where = new SourceLine(file.toString(), line);
                    String graph = graph(quad, where);
                    if (NOT_OF_ARTICLES.contains(graph)) {
                        return;
                    }
                    if (!isArticle.test(graph)) {
                        throw new InputException(
                                where
                                        + ": the graph <"
                                        + graph
                                        + "> is no article's; such a one is named BASE/article/ID (--base says which BASE)");
                    }
                    if (quad.getSubject().isBlank() || quad.getObject().isBlank()) {
                        throw new InputException(
                                where + ": a blank node; article graphs have none");
                    }
                    undescribed.putIfAbsent(graph, Optional.of(where));
                    if (quad.getSubject().equals(quad.getGraph())
                            && quad.getPredicate().equals(RDF.Nodes.type)
                            && quad.getObject().equals(Vocabulary.ARTICLE)) {
                        undescribed.put(graph, Optional.empty());
                    }
                });
        undescribed.forEach(
                (graph, where) ->
                        where.ifPresent(
                                first -> {
                                    throw new InputException(
                                            first
                                                    + ": the graph <"
                                                    + graph
                                                    + "> does not say what article it is of; a part has whole graphs");
                                }));
        return Set.copyOf(undescribed.keySet());
    }

    /** Its statements of the graphs that are wanted. */
    void read(Predicate<String> wanted, Consumer<Quad> quads) {
        parse(
                (quad, line) -> {
                    if (wanted.test(quad.getGraph().getURI())) {
                        quads.accept(quad);
                    }
                });
    }

    private static String graph(Quad quad, SourceLine where) {
        Node graph = quad.getGraph();
        if (graph == null || Quad.isDefaultGraph(graph)) {
            throw new InputException(
                    where + ": a statement without a graph; a part is N-Quads, a graph an article");
        }
        if (!graph.isURI()) {
            throw new InputException(where + ": the graph " + graph + " is no IRI");
        }
        return graph.getURI();
    }

    private void parse(ObjIntConsumer<Quad> statements) {
        try (InputStream in = open()) {
            Tokenizer tokens = TokenizerText.create().source(in).errorHandler(refusing()).build();
            // When a statement is handed on the next one's first token has been read already.
            int[] line = {tokens.hasNext() ? (int) tokens.getLine() : 1};
            new LangNQuads(
                            tokens,
                            RiotLib.createParserProfile(RiotLib.factoryRDF(), refusing(), false),
                            new StreamRDFBase() {
                                @Override
                                public void quad(Quad quad) {
                                    statements.accept(quad, line[0]);
                                    line[0] = (int) tokens.getLine();
                                }

                                @Override
                                public void triple(Triple triple) {
                                    quad(Quad.create(Quad.defaultGraphNodeGenerated, triple));
                                }
                            })
                    .parse();
        } catch (IOException | RuntimeIOException | RiotException e) {
            throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return compressed ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private ErrorHandler refusing() {
        return new ErrorHandler() {
            @Override
            public void warning(String message, long line, long column) {
                // An IRI or number that is unusual and can be loaded all the same.
            }

            @Override
            public void error(String message, long line, long column) {
                throw new InputException(
                        new SourceLine(file.toString(), (int) line)
                                + ": not "
                                + Lang.NQUADS.getLabel()
                                + " at column "
                                + column
                                + " ("
                                + message
                                + ")");
            }

            @Override
            public void fatal(String message, long line, long column) {
                error(message, line, column);
            }
        };
    }
}
