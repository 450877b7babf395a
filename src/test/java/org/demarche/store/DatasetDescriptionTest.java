package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetDescriptionTest {
    private static final String IDS = "https://w3id.org/demarche/id/article/";

    @TempDir private Path temp;

    private static NamedGraph article(String id, String day, int events) {
        Node self = NodeFactory.createURI(IDS + id);
        Graph graph = GraphMemFactory.createDefaultGraph();
        graph.add(Triple.create(self, RDF.Nodes.type, Vocabulary.ARTICLE));
        graph.add(
                Triple.create(
                        self,
                        Vocabulary.ISSUED,
                        NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate)));
        for (int i = 0; i < events; i++) {
            Node event = NodeFactory.createURI(IDS + id + "/event/" + i);
            graph.add(Triple.create(event, RDF.Nodes.type, Vocabulary.dem("Threat")));
            graph.add(Triple.create(event, Vocabulary.FACTUALITY, Vocabulary.ASSERTED));
        }
        return new NamedGraph(self, graph);
    }

    private Store store(String name) {
        Store store = Store.openOrCreate(temp.resolve(name), "0.1.0");
        store.refresh("1", List::of);
        return store;
    }

    private static Set<Triple> kept(Store store) {
        return store.graph(DatasetDescription.GRAPH.getURI()).graph().stream()
                .collect(Collectors.toSet());
    }

    private static Set<Triple> counted(Store store) {
        return store.read(
                data ->
                        DatasetDescription.of(Census.count(data)).stream()
                                .collect(Collectors.toSet()));
    }

    private static String value(Store store, Property property) {
        return kept(store).stream()
                .filter(t -> t.getPredicate().equals(property.asNode()))
                .map(t -> t.getObject().getLiteralLexicalForm())
                .collect(Collectors.joining(" "));
    }

    @Test
    void storeOfTwoArticlesSaysWhatItHolds() {
        try (Store store = store("store")) {
            store.replace(List.of(article("a", "2023-07-20", 2), article("b", "2023-08-01", 1)));

            assertThat(value(store, VOID.documents)).isEqualTo("2");
            assertThat(value(store, VOID.entities).split(" ")).containsExactlyInAnyOrder("2", "3");
            assertThat(value(store, DCAT.startDate)).isEqualTo("2023-07-20");
            assertThat(value(store, DCAT.endDate)).isEqualTo("2023-08-01");
        }
    }

    @Test
    void descriptionIsThatOfTheArticlesWhateverCameAndWent() {
        Random random = new Random(11);
        Map<String, NamedGraph> articles = new TreeMap<>();
        try (Store store = store("store");
                Store fresh = store("fresh")) {
            for (int step = 0; step < 60; step++) {
                String id = "a" + random.nextInt(6);
                if (random.nextInt(3) == 0) {
                    articles.remove(id);
                    store.forget(List.of(IDS + id));
                } else {
                    NamedGraph article =
                            article(id, "2023-07-1" + random.nextInt(9), random.nextInt(4));
                    articles.put(id, article);
                    store.replace(List.of(article));
                }
                assertThat(kept(store)).isEqualTo(counted(store));
            }

            fresh.replace(articles.values());

            assertThat(kept(store)).isEqualTo(kept(fresh)).isNotEmpty();
        }
    }

    @Test
    void storeThatKeepsNoneIsGivenOneWithItsDataFiles() {
        try (Store store = Store.openOrCreate(temp.resolve("store"), "0.1.0")) {
            store.replace(List.of(article("a", "2023-07-20", 2)));
            assertThat(kept(store)).isEmpty();

            store.refresh("1", List::of);

            assertThat(kept(store)).isEqualTo(counted(store));
            assertThat(value(store, VOID.documents)).isEqualTo("1");
        }
    }
}
