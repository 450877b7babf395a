package org.demarche.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.demarche.graph.GazetteerGraph;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;

/**
 * What a store works out from the graphs of its articles, so that a question to a million events
 * need not: in which month something happened and which states acted, which article is a copy of
 * which, what more than one article tells of. It stands in a graph of its own and is at any time
 * what the articles alone give, whatever came and went before.
 */
final class Digest {
    /** The graph's name. */
    static final Node GRAPH = NodeFactory.createURI("https://w3id.org/demarche/digest");

    private static final Node GAZETTEER = NodeFactory.createURI(GazetteerGraph.GRAPH);
    private static final int MONTH = "2023-07".length();

    private final DatasetGraph data;
    private final Set<Node> incidents = new HashSet<>();
    private final Set<Node> wordings = new HashSet<>();
    private final Set<Node> months = new HashSet<>();
    // With these wordings: what changes may make others their copies, or no longer.
    private final Set<Node> articles = new HashSet<>();

    /** For changes of the data in one transaction. */
    Digest(DatasetGraph data) {
        this.data = data;
    }

    /**
     * The articles that would be told otherwise with these graphs in the store: Sweden's envoy
     * there is Norway's, in the gazetteer among them.
     */
    static List<Node> articlesChangedBy(DatasetGraph data, Collection<NamedGraph> graphs) {
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        for (NamedGraph graph : graphs) {
            if (graph.name().equals(GAZETTEER)) {
                open.addAll(belongingElsewhere(data.getGraph(GAZETTEER), graph.graph()));
            }
        }
        Set<Node> articles = new HashSet<>();
        while (!open.isEmpty()) {
            Node actor = open.remove();
            if (seen.add(actor)) {
                data.stream(Node.ANY, Node.ANY, Vocabulary.AFFILIATION, actor)
                        .forEach(quad -> open.add(quad.getSubject()));
                data.stream(Node.ANY, Node.ANY, Vocabulary.ACTOR, actor)
                        .forEach(quad -> articles.add(quad.getGraph()));
            }
        }
        return List.copyOf(articles);
    }

    private static Set<Node> belongingElsewhere(Graph before, Graph after) {
        Set<Node> actors = new HashSet<>();
        for (Node property : List.of(Vocabulary.AFFILIATION, Vocabulary.CODE)) {
            Set<Triple> changed = before.find(Node.ANY, property, Node.ANY).toSet();
            for (Triple triple : after.find(Node.ANY, property, Node.ANY).toSet()) {
                if (!changed.remove(triple)) {
                    changed.add(triple);
                }
            }
            changed.forEach(triple -> actors.add(triple.getSubject()));
        }
        return actors;
    }

    /** Takes out what the graph of that name gives, which is about to be removed. */
    void remove(Node name) {
        NamedGraph removed = new NamedGraph(name, data.getGraph(name));
        events(removed).forEach(this::removeEvent);
        note(removed);
    }

    private void removeEvent(Node event) {
        data.find(GRAPH, event, Vocabulary.HAPPENED_IN, Node.ANY)
                .forEachRemaining(quad -> months.add(quad.getObject()));
        data.deleteAny(GRAPH, event, Node.ANY, Node.ANY);
    }

    /** Puts in what the graph gives, in the place of what it gave before. */
    void add(NamedGraph added) {
        for (Node event : events(added)) {
            removeEvent(event);
            Node month = month(added, event);
            months.add(month);
            data.add(GRAPH, event, Vocabulary.HAPPENED_IN, month);
            for (Node actor : objects(added.graph(), event, Vocabulary.ACTOR).toList()) {
                tops(added.graph(), actor)
                        .forEach(top -> data.add(GRAPH, event, Vocabulary.SIDE, top));
            }
        }
        note(added);
    }

    // A list: nothing may be changed while it is being read.
    private static List<Node> events(NamedGraph graph) {
        return graph.graph().stream(Node.ANY, Vocabulary.FACTUALITY, Vocabulary.ASSERTED)
                .map(Triple::getSubject)
                .toList();
    }

    private void note(NamedGraph graph) {
        objects(graph, Vocabulary.INCIDENT).forEach(incidents::add);
        objects(graph, Vocabulary.WORDING).forEach(wordings::add);
        if (graph.graph().contains(graph.name(), RDF.Nodes.type, Vocabulary.ARTICLE)) {
            articles.add(graph.name());
        }
    }

    private static Stream<Node> objects(NamedGraph graph, Node property) {
        return graph.graph().stream(Node.ANY, property, Node.ANY).map(Triple::getObject);
    }

    /** Works out what articles have in common, when all that changes is in the data. */
    void finish() {
        for (Node incident : incidents) {
            set(
                    incident,
                    RDF.Nodes.type,
                    Vocabulary.CORROBORATED_INCIDENT,
                    data.stream(Node.ANY, Node.ANY, Vocabulary.INCIDENT, incident)
                                    .map(Quad::getGraph)
                                    .distinct()
                                    .limit(2)
                                    .count()
                            == 2);
        }
        for (Node month : months) {
            set(
                    GRAPH,
                    Vocabulary.MONTH,
                    month,
                    data.contains(GRAPH, Node.ANY, Vocabulary.HAPPENED_IN, month));
        }
        for (Node wording : wordings) {
            inWording(wording).forEach(articles::add);
        }
        articles.forEach(this::setCopy);
    }

    private void set(Node subject, Node property, Node object, boolean is) {
        Quad quad = Quad.create(GRAPH, subject, property, object);
        if (is) {
            data.add(quad);
        } else {
            data.delete(quad);
        }
    }

    private Stream<Node> inWording(Node wording) {
        return data.stream(Node.ANY, Node.ANY, Vocabulary.WORDING, wording)
                .map(Quad::getSubject)
                .toList()
                .stream();
    }

    private void setCopy(Node article) {
        Optional<Node> first =
                data.stream(article, article, Vocabulary.WORDING, Node.ANY)
                        .map(Quad::getObject)
                        .toList()
                        .stream()
                        .flatMap(this::inWording)
                        .min(Comparator.comparing(this::order));
        data.deleteAny(GRAPH, article, Vocabulary.COPY_OF, Node.ANY);
        first.filter(f -> !f.equals(article))
                .ifPresent(f -> data.add(Quad.create(GRAPH, article, Vocabulary.COPY_OF, f)));
    }

    /** Of two articles of the same words the one that came first is no copy. */
    private String order(Node article) {
        return data.stream(article, article, Vocabulary.ISSUED, Node.ANY)
                        .map(quad -> quad.getObject().getLiteralLexicalForm())
                        .findFirst()
                        .orElse("-")
                + article.getURI();
    }

    private static Stream<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
    }

    private static Node month(NamedGraph graph, Node event) {
        String day =
                Stream.concat(
                                objects(graph.graph(), event, Vocabulary.DATE),
                                objects(graph.graph(), graph.name(), Vocabulary.ISSUED))
                        .map(Node::getLiteralLexicalForm)
                        .findFirst()
                        .orElse("");
        return NodeFactory.createLiteralString(day.substring(0, Math.min(MONTH, day.length())));
    }

    /**
     * Iraq for its prime minister: what the actor belongs to that has a code and belongs to none,
     * by what the article says and, where that is nothing, by the gazetteer.
     */
    private Set<Node> tops(Graph graph, Node actor) {
        Set<Node> tops = new HashSet<>();
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(actor));
        while (!open.isEmpty()) {
            Node next = open.remove();
            if (seen.add(next)) {
                List<Node> wholes = wholes(graph, next);
                open.addAll(wholes);
                if (wholes.isEmpty()
                        && (graph.contains(next, Vocabulary.CODE, Node.ANY)
                                || data.contains(GAZETTEER, next, Vocabulary.CODE, Node.ANY))) {
                    tops.add(next);
                }
            }
        }
        return tops;
    }

    private List<Node> wholes(Graph graph, Node part) {
        List<Node> wholes = objects(graph, part, Vocabulary.AFFILIATION).toList();
        return wholes.isEmpty()
                ? data.stream(GAZETTEER, part, Vocabulary.AFFILIATION, Node.ANY)
                        .map(Quad::getObject)
                        .toList()
                : wholes;
    }
}
