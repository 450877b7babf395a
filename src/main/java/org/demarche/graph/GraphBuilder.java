package org.demarche.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.demarche.article.Article;
import org.demarche.article.Wording;
import org.demarche.entity.Actor;
import org.demarche.event.Event;
import org.demarche.ontology.Ontology;

/**
 * Writes the events of an article as its named graph: "Iraq is threatening to sever ties with
 * Sweden" becomes an event of class ThreatToSeverRelations with actor, recipient, content and
 * evidence, and the one triple that Iraq threatens Sweden.
 *
 * <p>The same article and events always give the same statements. There are no blank nodes, and all
 * numbers are xsd:integer or xsd:double.
 */
public final class GraphBuilder {
    private final Ontology ontology;
    private final Iris iris;
    private final Provenance run;
    private final Function<String, Optional<Actor>> states;

    /**
     * A builder for the articles of one run.
     *
     * @param states the gazetteer's state of an ISO 3166-1 alpha-3 code, for the countries of
     *     places
     */
    public GraphBuilder(
            Ontology ontology,
            Iris iris,
            Provenance run,
            Function<String, Optional<Actor>> states) {
        this.ontology = ontology;
        this.iris = iris;
        this.run = run;
        this.states = states;
    }

    /**
     * The graph of the article.
     *
     * @throws IllegalStateException for events that cannot be of this article: a quote that is not
     *     at its offsets, two events of one key, a content that is no event, a mode of another type
     */
    public NamedGraph build(Article article, List<Event> events) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        NamedGraph target = new NamedGraph(iris.article(article), graph);
        describe(article, target);
        EntityDescriber entities = new EntityDescriber(target, ontology, iris, states, false);
        Set<String> keys = new HashSet<>();
        for (Event event : events) {
            if (!keys.add(event.key())) {
                throw new IllegalStateException("two events have the key '" + event.key() + "'");
            }
        }
        for (Event event : events) {
            new EventWriter(ontology, iris, article, event, target, entities, keys).write();
        }
        return target;
    }

    private void describe(Article article, NamedGraph target) {
        Node runIri = iris.run(run);
        Description description =
                new Description(target.graph(), target.name())
                        .type(Vocabulary.ARTICLE)
                        .text(Vocabulary.IDENTIFIER, article.id())
                        .text(Vocabulary.IS_STRING, article.text())
                        .add(Vocabulary.WAS_GENERATED_BY, runIri);
        article.title().ifPresent(title -> description.text(Vocabulary.TITLE, title));
        article.published()
                .ifPresent(
                        day ->
                                description.typed(
                                        Vocabulary.ISSUED, day.toString(), XSDDatatype.XSDdate));
        article.publisher().ifPresent(name -> description.text(Vocabulary.PUBLISHER, name));
        article.url()
                .ifPresent(url -> description.typed(Vocabulary.URL, url, XSDDatatype.XSDanyURI));
        new Description(target.graph(), runIri)
                .type(Vocabulary.RUN)
                .text(Vocabulary.SOFTWARE_VERSION, run.softwareVersion())
                .text(Vocabulary.DATA_HASH, run.dataHash());
        wordings(target.name(), article.text()).forEach(target.graph()::add);
    }

    /** What tells an article's copies, from its text. */
    public static List<Triple> wordings(Node article, String text) {
        return Wording.keys(text).stream()
                .map(key -> Triple.create(article, Vocabulary.WORDING, Iris.wording(article, key)))
                .toList();
    }
}
