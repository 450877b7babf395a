package org.demarche;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.demarche.article.Article;
import org.demarche.article.Layout;
import org.demarche.entity.Actor;
import org.demarche.entity.EntityLinker;
import org.demarche.entity.Gazetteer;
import org.demarche.entity.Mentions;
import org.demarche.event.EventExtractor;
import org.demarche.event.Reading;
import org.demarche.graph.GazetteerGraph;
import org.demarche.graph.GraphBuilder;
import org.demarche.graph.Iris;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Provenance;
import org.demarche.graph.Shapes;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.text.Analyzer;
import org.demarche.text.Language;
import org.demarche.text.Sentence;

/**
 * The whole way from an article to its graph. A pure function: the same article and the same data
 * files always give the same graph.
 */
public final class Pipeline {
    private final Layout layout;
    private final Analyzer analyzer;
    private final Gazetteer gazetteer;
    private final EntityLinker linker;
    private final Ontology ontology;
    private final EventExtractor extractor;
    private final DataFiles files;
    private final Supplier<Iris> iris;
    private final Language language = new Language();
    private Optional<Writing> writing = Optional.empty();

    /** What graphs are made with: nobody needs it who only reads. */
    private record Writing(Provenance run, GraphBuilder graphs, Shapes shapes) {}

    private Pipeline(DataFiles files, Supplier<Iris> iris) {
        // Each is read while the others are: what begins first is what the rest waits for.
        CompletableFuture<Gazetteer> tables =
                CompletableFuture.supplyAsync(() -> Gazetteer.load(files));
        CompletableFuture<Ontology> classes =
                CompletableFuture.supplyAsync(() -> Ontology.read(files));
        CompletableFuture<EventExtractor> rules =
                classes.thenCombine(
                        tables, (known, named) -> EventExtractor.load(files, known, named));
        this.files = files;
        this.iris = iris;
        this.layout = Layout.load(files);
        this.analyzer = Analyzer.load(files);
        this.gazetteer = finished(tables);
        this.linker = new EntityLinker(gazetteer);
        this.ontology = finished(classes);
        this.extractor = finished(rules);
    }

    private synchronized Writing writing() {
        if (writing.isEmpty()) {
            Provenance run = new Provenance(Version.current(), files.hash());
            writing =
                    Optional.of(
                            new Writing(
                                    run,
                                    new GraphBuilder(ontology, iris.get(), run, gazetteer::actor),
                                    Shapes.read(files, ontology)));
        }
        return writing.get();
    }

    /** What was loaded meanwhile; mistakes in its files are reported as by whoever reads them. */
    private static <T> T finished(CompletableFuture<T> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof InputException mistakes) {
                throw mistakes;
            }
            throw e;
        }
    }

    public static Pipeline load(DataFiles files) {
        return load(files, new Iris(Iris.DEFAULT_BASE));
    }

    /**
     * Loads the models and data files.
     *
     * @param iris under which the articles and actors stand
     * @throws org.demarche.source.InputException for what is wrong in the data files
     */
    public static Pipeline load(DataFiles files, Iris iris) {
        Pipeline pipeline = new Pipeline(files, () -> iris);
        pipeline.writing();
        return pipeline;
    }

    /** Loads only what is needed to {@link #read}: what graphs take is loaded when one is made. */
    public static Pipeline loadToRead(DataFiles files) {
        return new Pipeline(files, () -> new Iris(Iris.DEFAULT_BASE));
    }

    /** An article as the program understands it: what {@code explain} shows. */
    public record Understanding(List<Sentence> sentences, Mentions mentions, Reading reading) {}

    public Understanding read(Article article) {
        return read(article, sentences(article));
    }

    /** The ISO 639-3 code of an article's language if that is clearly not English. */
    public Optional<String> otherLanguage(Article article) {
        return language.otherThanEnglish(article.text());
    }

    /** The first step of it: the sentences of the article's text. */
    public List<Sentence> sentences(Article article) {
        return analyzer.analyze(article, layout.blocks(article));
    }

    /** The second step: who and where the article's words name, and which words mean the same. */
    public Mentions mentions(Article article, List<Sentence> sentences) {
        return linker.link(article, sentences);
    }

    private Understanding read(Article article, List<Sentence> sentences) {
        Mentions mentions = mentions(article, sentences);
        return new Understanding(sentences, mentions, extractor.read(article, sentences, mentions));
    }

    /** The article's triples. */
    public NamedGraph graphOf(Article article) {
        return graphOf(article, sentences(article));
    }

    /** The article's triples, from its {@link #sentences}. */
    public NamedGraph graphOf(Article article, List<Sentence> sentences) {
        return writing().graphs().build(article, read(article, sentences).reading().events());
    }

    /** Only what is known without reading its text: title, day, the text itself, this run. */
    public NamedGraph descriptionOf(Article article) {
        return writing().graphs().build(article, List.of());
    }

    /** What the shapes say against a graph, a line each; nothing for one that may be stored. */
    public List<String> violations(NamedGraph graph) {
        return writing().shapes().validate(graph);
    }

    /** What is known before any article is read: the ontology, the gazetteer. */
    public List<NamedGraph> background() {
        return background(ontology, gazetteer, iris.get());
    }

    /** The same without a pipeline, whose models take their time. */
    public static List<NamedGraph> background(Ontology ontology, Gazetteer gazetteer, Iris iris) {
        List<Actor> actors =
                Stream.of(gazetteer.states(), gazetteer.organizations(), gazetteer.persons())
                        .flatMap(List::stream)
                        .toList();
        return List.of(
                new NamedGraph(NodeFactory.createURI(Ontology.GRAPH), ontology.graph()),
                GazetteerGraph.of(actors, gazetteer.places(), ontology, iris, gazetteer::actor));
    }

    public Ontology ontology() {
        return ontology;
    }

    /** The version and data files that the graphs come from. */
    public Provenance run() {
        return writing().run();
    }
}
