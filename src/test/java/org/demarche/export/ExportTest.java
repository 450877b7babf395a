package org.demarche.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.demarche.graph.GraphWriter;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.RdfFormat;
import org.demarche.source.InputException;
import org.demarche.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ExportTest {
    private static final String HOSTILE = "\"<script>&\\N\u202E =cmd() \uD83D\uDE00\u0007 ]]>";

    @TempDir Path temp;
    private List<NamedGraph> graphs;

    @BeforeEach
    void read() {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFDataMgr.read(data, "src/test/resources/query/crisis.trig");
        RDFDataMgr.read(
                data.getGraph(NodeFactory.createURI("https://w3id.org/demarche/ontology")),
                "ontology/demarche.ttl");
        graphs =
                Stream.iterate(data.listGraphNodes(), n -> n)
                        .limit(1)
                        .flatMap(
                                names -> {
                                    Stream.Builder<NamedGraph> all = Stream.builder();
                                    names.forEachRemaining(
                                            n -> all.add(new NamedGraph(n, data.getGraph(n))));
                                    return all.build();
                                })
                        .toList();
    }

    private Store store(String name, List<NamedGraph> content) {
        Store store = Store.openOrCreate(temp.resolve(name), "0.1.0");
        content.forEach(g -> store.replace(List.of(g)));
        return store;
    }

    private static String export(Store store, String format, Selection selection) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.read(
                data -> {
                    try {
                        ExportFormat.named(format).write(data, selection, out);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                    return true;
                });
        return out.toString(StandardCharsets.UTF_8);
    }

    static Stream<String> formats() {
        return ExportFormat.all().stream().map(ExportFormat::name);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void sameGraphsGiveTheSameBytesInWhateverOrderTheyCame(String format) {
        List<NamedGraph> reversed = new java.util.ArrayList<>(graphs);
        java.util.Collections.reverse(reversed);

        try (Store one = store("one", graphs);
                Store other = store("other", reversed)) {
            assertThat(export(one, format, Selection.ALL))
                    .isNotBlank()
                    .isEqualTo(export(other, format, Selection.ALL));
        }
    }

    @ParameterizedTest
    @EnumSource(RdfFormat.class)
    void rdfIsReadBackAsItWas(RdfFormat format) {
        DatasetGraph back = DatasetGraphFactory.create();
        DatasetGraph sent = DatasetGraphFactory.create();
        for (NamedGraph graph : graphs) {
            graph.quads()
                    .forEach(
                            q ->
                                    sent.add(
                                            format.hasQuads()
                                                    ? q
                                                    : Quad.create(
                                                            Quad.defaultGraphNodeGenerated,
                                                            q.asTriple())));
        }

        try (Store store = store("one", graphs)) {
            Lang lang = RDFLanguages.filenameToLang("x" + format.suffix());
            RDFParser.fromString(export(store, format.toString(), Selection.ALL), lang).parse(back);
        }

        assertThat(without(sent, back)).as("lost").isEmpty();
        assertThat(without(back, sent)).as("new").isEmpty();
    }

    private static List<Quad> without(DatasetGraph all, DatasetGraph some) {
        return all.stream().filter(quad -> !some.contains(quad)).toList();
    }

    @Test
    void networkLinksActorsByTypeOfEvent() {
        try (Store store = store("one", graphs)) {
            ActorNetwork network = store.read(data -> ActorNetwork.of(data, Selection.ALL));

            assertThat(network.edges())
                    .extracting(
                            e ->
                                    label(network, e.source())
                                            + " "
                                            + e.type()
                                            + " "
                                            + label(network, e.target()))
                    .containsExactlyInAnyOrder(
                            "Iraq THREATEN Sweden",
                            "United States ACCUSE Iraq",
                            "protesters PROTEST Swedish embassy in Iraq",
                            "Iraq CONSULT Sweden");
        }
    }

    private static String label(ActorNetwork network, String iri) {
        return network.actors().stream()
                .filter(a -> a.iri().equals(iri))
                .findFirst()
                .orElseThrow()
                .label();
    }

    @Test
    void aggregatedActorCountsAsItsState() {
        Selection denied = new Selection(Map.of("factuality", "Denied"), true);
        try (Store store = store("one", graphs)) {
            ActorNetwork network = store.read(data -> ActorNetwork.of(data, denied));

            assertThat(network.edges())
                    .singleElement()
                    .satisfies(
                            e -> {
                                assertThat(label(network, e.source())).isEqualTo("Sweden");
                                assertThat(e.type()).isEqualTo("SANCTION");
                                assertThat(e.events()).isEqualTo(1);
                                assertThat(e.first()).contains("2023-07-20");
                            });
        }
    }

    @Test
    void filtersChooseTheEvents() {
        try (Store store = store("one", graphs)) {
            assertThat(edges(store, Map.of("actor", "SWE"))).isEqualTo(3);
            assertThat(edges(store, Map.of("type", "Threat"))).isEqualTo(1);
            assertThat(edges(store, Map.of("from", "2023-08"))).isEqualTo(1);
            assertThat(edges(store, Map.of("to", "2023-06"))).isZero();
            assertThatThrownBy(() -> edges(store, Map.of("type", "Thread")))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("nearest: 'Threat'");
        }
    }

    private static int edges(Store store, Map<String, String> filters) {
        return store.read(data -> ActorNetwork.of(data, new Selection(filters, false)))
                .edges()
                .size();
    }

    @Test
    void graphMlHasTypedKeysForAllItsData() throws Exception {
        String xml;
        try (Store store = store("one", graphs)) {
            xml = export(store, "graphml", Selection.ALL);
        }

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document =
                factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        List<String> keys = attributes(document, "key", "id");
        assertThat(keys).contains("e_events").doesNotHaveDuplicates();
        assertThat(keys).containsAll(attributes(document, "data", "key"));
        assertThat(attributes(document, "node", "id"))
                .containsAll(attributes(document, "edge", "source"))
                .containsAll(attributes(document, "edge", "target"));
    }

    private static List<String> attributes(Document document, String element, String attribute) {
        var found = document.getElementsByTagNameNS("*", element);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute(attribute))
                .toList();
    }

    @Test
    void hostileNamesAreEscaped() throws Exception {
        Node iraq = NodeFactory.createURI("https://w3id.org/demarche/id/state/IRQ");
        ActorNetwork network =
                new ActorNetwork(
                        List.of(
                                new ActorNetwork.Actor(
                                        iraq.getURI(),
                                        HOSTILE,
                                        "State",
                                        java.util.Optional.of("I&Q"))),
                        List.of());
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        ByteArrayOutputStream dot = new ByteArrayOutputStream();

        new GraphMl().write(network.network(), xml);
        new Dot().write(network.network(), dot);

        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml.toByteArray()));
        assertThat(document.getElementsByTagName("data").item(0).getTextContent())
                .isEqualTo(HOSTILE.replace("\u0007", " "));
        assertThat(dot.toString(StandardCharsets.UTF_8))
                .contains("label=\"\\\"<script>&amp;\\\\N\u202E =cmd() \uD83D\uDE00  ]]>\"");
    }

    @Test
    void eventsAreNodesOfTheEventGraph() {
        Network network = Network.of(Crisis.data(), Crisis.shape(Selection.Shape.EVENT));

        assertThat(network.edges())
                .extracting(
                        e ->
                                network.vertices().get(e.source()).label()
                                        + " "
                                        + e.label()
                                        + " "
                                        + network.vertices().get(e.target()).label())
                .contains(
                        "Iraq actor threat to sever relations",
                        "threat to sever relations recipient Sweden",
                        "threat to sever relations content severance of relations",
                        "threat to sever relations condition desecration",
                        "storming of mission location Baghdad");
    }

    @Test
    void filteredRdfHasAllOfItsEventsAndNothingOfOthers() {
        Selection threats = new Selection(Map.of("type", "Threat"), false);
        DatasetGraph part = DatasetGraphFactory.create();

        RDFParser.fromString(Crisis.text(Crisis.data(), "trig", threats), Lang.TRIG).parse(part);

        String text = String.join("\n", Crisis.lines(part));
        assertThat(text)
                .contains("event/threat", "event/severance", "event/burning", "threat/evidence/1")
                .contains(
                        "ontology#threatens",
                        "state/IRQ> <http://www.w3.org/2004/02/skos/core#prefLabel>")
                .doesNotContain("event/condemnation", "ontology#accuses", "article/a2");
    }

    @Test
    void savedQueryChoosesEvents() {
        Asked stormings =
                new Asked(
                        org.demarche.query.SavedQuery.parse(
                                "SELECT ?e { ?e a dem:StormingOfMission }", "stormings"),
                        Map.of());
        Selection selection =
                new Selection(
                        Map.of(), false, Selection.Shape.ACTOR, java.util.Optional.of(stormings));

        assertThat(Crisis.text(Crisis.data(), "plover", selection).lines())
                .hasSize(2)
                .allMatch(line -> line.contains("StormingOfMission"));
    }

    @Test
    void largeNetworkIsDrawnByItsBusiestNodes() {
        java.util.List<Network.Vertex> vertices = new java.util.ArrayList<>();
        java.util.List<Network.Edge> edges = new java.util.ArrayList<>();
        for (int i = 0; i < 400; i++) {
            vertices.add(
                    new Network.Vertex(
                            "urn:x:" + i,
                            "n" + i,
                            "State",
                            "#34568b",
                            Map.of(),
                            java.util.Optional.empty()));
            edges.add(
                    new Network.Edge(
                            i,
                            i / 2,
                            "consult",
                            "VerbalCooperation",
                            400 - i,
                            Map.of(),
                            List.of()));
        }

        Drawing drawing = Drawing.of(new Network("actors", List.of(), List.of(), vertices, edges));

        assertThat(drawing.discs()).hasSizeBetween(60, 120);
        assertThat(drawing.note()).contains(" of 400 nodes");
        assertThat(drawing.discs())
                .allMatch(d -> d.x() > 0 && d.x() < drawing.width())
                .allMatch(d -> d.y() > 0 && d.y() < drawing.height());
    }

    @Test
    void periodsCoverTheirDays() {
        assertThat(Period.of("2024-02").map(p -> p.first() + " " + p.last()))
                .contains("2024-02-01 2024-02-29");
        assertThat(Period.of("2023").map(p -> p.last().toString())).contains("2023-12-31");
        assertThat(Period.of("soon")).isEmpty();
        assertThat(Period.of("2023-02-31")).isEmpty();
    }

    @Test
    void suffixChoosesTheFormat() {
        assertThat(ExportFormat.of(Path.of("a/News.TRIG")).map(ExportFormat::name))
                .contains("trig");
        assertThat(ExportFormat.of(Path.of("news.txt"))).isEmpty();
        assertThatThrownBy(() -> ExportFormat.named("grafml"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nearest: 'graphml'");
    }

    @Test
    void graphWriterSortsWhatItIsGiven() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GraphWriter writer = new GraphWriter(RdfFormat.NQUADS, out)) {
            graphs.forEach(writer::write);
        }

        List<String> a1 =
                out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> l.endsWith("article/a1> ."))
                        .map(l -> l.substring(0, l.indexOf('>')))
                        .toList();
        assertThat(a1).isSorted().isNotEmpty();
    }
}
