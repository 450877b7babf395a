package org.demarche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.demarche.graph.GazetteerGraph;
import org.demarche.graph.NamedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store works out from articles on talks of Iraq. */
class DigestTest {
    private static final String BASE = "https://w3id.org/demarche/id/";
    private static final String PREFIXES =
            """
            PREFIX dem: <https://w3id.org/demarche/ontology#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            BASE <https://w3id.org/demarche/id/>
            """;

    @TempDir private Path temp;

    private static NamedGraph graph(String name, String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(PREFIXES + turtle))
                .lang(Lang.TURTLE)
                .parse(graph);
        return new NamedGraph(NodeFactory.createURI(name), graph);
    }

    /** An article of the day with an event of the minister, told in these words. */
    private static NamedGraph article(String id, String issued, String factuality, String wording) {
        String day = issued.isEmpty() ? "" : "; dcterms:issued \"" + issued + "\"^^xsd:date";
        return graph(
                BASE + "article/" + id,
                """
                <article/ID> a dem:Article ; dem:wording <wording/WORDING> ISSUED .
                <article/ID/event/e> dem:factuality dem:FACTUALITY ; dem:actor <minister> , <ministry> ;
                    dem:incident <incident/talks> .
                <minister> dem:affiliation <ministry> .
                <ministry> dem:affiliation <state/IRQ> .
                <state/IRQ> dem:code "IRQ" .
                """
                        .replace("ISSUED", day)
                        .replace("ID", id)
                        .replace("WORDING", wording)
                        .replace("FACTUALITY", factuality));
    }

    private Store store(String name) {
        return Store.openOrCreate(temp.resolve(name), "0.1.0");
    }

    private static Set<String> digest(Store store) {
        return store.graph(Digest.GRAPH.getURI()).graph().stream()
                .map(
                        t ->
                                end(t.getSubject())
                                        + " "
                                        + end(t.getPredicate())
                                        + " "
                                        + end(t.getObject()))
                .collect(Collectors.toSet());
    }

    private static String end(Node node) {
        return node.isLiteral()
                ? node.getLiteralLexicalForm()
                : node.getURI().replace(BASE, "").replaceAll(".*#", "");
    }

    @Test
    void monthAndStateOfAnAssertedEventAreKnown() {
        try (Store store = store("store")) {
            store.replace(
                    List.of(
                            article("a", "2023-07-20", "Asserted", "one"),
                            article("b", "2023-08-01", "Denied", "two")));

            assertThat(digest(store))
                    .contains(
                            "article/a/event/e happenedIn 2023-07",
                            "article/a/event/e side state/IRQ")
                    .noneMatch(line -> line.startsWith("article/b/event"));
        }
    }

    @Test
    void eventOfNoDayHasNoMonth() {
        try (Store store = store("store")) {
            store.replace(List.of(article("a", "", "Asserted", "one")));

            assertThat(digest(store)).contains("article/a/event/e happenedIn ");
        }
    }

    @Test
    void gazetteerTellsTheStateWhereTheArticleIsSilent() {
        NamedGraph article =
                graph(
                        BASE + "article/a",
                        """
                        <article/a> a dem:Article .
                        <article/a/event/e> dem:factuality dem:Asserted ; dem:actor <envoy> .
                        """);
        try (Store store = store("store")) {
            store.refresh("1", () -> List.of(envoyOf("SWE")));
            store.replace(List.of(article));

            assertThat(digest(store)).contains("article/a/event/e side state/SWE");

            store.refresh("2", () -> List.of(envoyOf("NOR")));

            assertThat(digest(store))
                    .contains("article/a/event/e side state/NOR")
                    .doesNotContain("article/a/event/e side state/SWE");
        }
    }

    @Test
    void changeOfTheGazetteerReachesThoseWhoBelongToWhatChanged() {
        NamedGraph article =
                graph(
                        BASE + "article/a",
                        """
                        <article/a> a dem:Article .
                        <article/a/event/e> dem:factuality dem:Asserted ; dem:actor <aide> .
                        <aide> dem:affiliation <envoy> .
                        """);
        try (Store store = store("store")) {
            store.refresh("1", () -> List.of(envoyOf("SWE")));
            store.replace(List.of(article));

            store.refresh("2", () -> List.of(envoyOf("NOR")));

            assertThat(digest(store))
                    .contains("article/a/event/e side state/NOR")
                    .doesNotContain("article/a/event/e side state/SWE");
        }
    }

    @Test
    void articlesWhoseActorsBelongWhereTheyDidAreNotDigestedAgain() {
        try (Store store = store("store")) {
            store.replace(List.of(article("a", "2023-07-20", "Asserted", "one")));
            store.refresh("1", () -> List.of(envoyOf("SWE")));
            Set<String> before = digest(store);
            long version = store.version();

            store.refresh("2", () -> List.of(envoyOf("NOR")));

            assertThat(digest(store)).isEqualTo(before);
            // The graphs are loaded and marked as loaded, and that is all.
            assertThat(store.version() - version).isEqualTo(2);
        }
    }

    private static NamedGraph envoyOf(String state) {
        return graph(
                GazetteerGraph.GRAPH,
                "<envoy> dem:affiliation <state/NOR> . <state/NOR> dem:code 'NOR' ."
                        .replace("NOR", state));
    }

    @Test
    void laterArticleOfTheSameWordsIsACopyUntilTheFirstIsForgotten() {
        try (Store store = store("store")) {
            store.replace(List.of(article("late", "2023-07-21", "Asserted", "one")));
            store.replace(List.of(article("early", "2023-07-20", "Asserted", "one")));
            store.replace(List.of(article("other", "2023-07-22", "Asserted", "two")));

            assertThat(digest(store))
                    .contains(
                            "article/late copyOf article/early",
                            "incident/talks type CorroboratedIncident")
                    .noneMatch(line -> line.startsWith("article/early copyOf"))
                    .noneMatch(line -> line.startsWith("article/other copyOf"));

            store.forget(List.of(BASE + "article/early", BASE + "article/other"));

            assertThat(digest(store))
                    .containsExactlyInAnyOrder(
                            "article/late/event/e happenedIn 2023-07",
                            "article/late/event/e side state/IRQ",
                            "https://w3id.org/demarche/digest month 2023-07");
        }
    }

    @Test
    void digestIsThatOfTheArticlesWhateverCameAndWent() {
        Random random = new Random(7);
        Map<String, NamedGraph> articles = new TreeMap<>();
        try (Store store = store("store");
                Store fresh = store("fresh")) {
            for (int step = 0; step < 60; step++) {
                String id = "a" + random.nextInt(8);
                if (random.nextInt(3) == 0) {
                    articles.remove(id);
                    store.forget(List.of(BASE + "article/" + id));
                } else {
                    NamedGraph article =
                            article(
                                    id,
                                    random.nextInt(5) == 0
                                            ? ""
                                            : "2023-0" + (1 + random.nextInt(4)) + "-01",
                                    random.nextBoolean() ? "Asserted" : "Possible",
                                    "w" + random.nextInt(3));
                    articles.put(id, article);
                    store.replace(List.of(article));
                }
            }

            fresh.replace(articles.values());

            assertThat(digest(store)).isEqualTo(digest(fresh)).isNotEmpty();
        }
    }

    @Test
    void storeThatWasFilledInBulkHasTheSameQuads() {
        List<NamedGraph> graphs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            graphs.add(article("a" + i, "2023-07-1" + i, "Asserted", "w" + i % 2));
        }
        try (NewStore made = NewStore.beside(temp.resolve("bulk"), "0.1.0");
                Store store = store("store")) {
            store.refresh("1", List::of);
            store.replace(graphs);

            made.fill(quads -> graphs.forEach(g -> g.quads().forEach(quads)));
            made.store().refresh("1", List::of);

            assertThat(quads(made.store())).isEqualTo(quads(store));
        }
    }

    private static Set<Quad> quads(Store store) {
        return store.read(data -> data.stream().collect(Collectors.toSet()));
    }
}
