package org.demarche.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.jsonldjava.core.JsonLdOptions;
import com.github.jsonldjava.core.JsonLdProcessor;
import com.github.jsonldjava.utils.JsonUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.dot.DOTImporter;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports are opened by what they are for, with names that would break them if they could. */
class ConsumersTest {
    private static final String LINE = Crisis.HOSTILE.replaceAll("\\p{Cntrl}+", " ");

    @TempDir Path temp;

    private static Graph<String, DefaultEdge> empty() {
        return new DirectedPseudograph<>(
                SupplierUtil.createStringSupplier(1),
                SupplierUtil.createDefaultEdgeSupplier(),
                false);
    }

    private static Network network(Selection.Shape shape) {
        return Network.of(Crisis.hostile(), Crisis.shape(shape));
    }

    @ParameterizedTest
    @EnumSource(Selection.Shape.class)
    void graphMlIsValidAndKeepsItsNames(Selection.Shape shape) {
        String xml = Crisis.text(Crisis.hostile(), "graphml", Crisis.shape(shape));
        Graph<String, DefaultEdge> graph = empty();
        Set<String> labels = new HashSet<>();
        GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
        importer.setSchemaValidation(true);
        importer.addVertexAttributeConsumer(
                (of, value) -> {
                    if (of.getSecond().equals("label")) {
                        labels.add(value.getValue());
                    }
                });

        importer.importGraph(graph, new StringReader(xml));

        assertThat(graph.vertexSet()).hasSize(network(shape).vertices().size());
        assertThat(graph.edgeSet()).hasSize(network(shape).edges().size());
        assertThat(labels).contains(LINE, "Iraq");
    }

    @ParameterizedTest
    @EnumSource(Selection.Shape.class)
    void gexfIsValidAndKeepsItsNames(Selection.Shape shape) {
        String xml = Crisis.text(Crisis.hostile(), "gexf", Crisis.shape(shape));
        Graph<String, DefaultEdge> graph = empty();
        Set<String> labels = new HashSet<>();
        SimpleGEXFImporter<String, DefaultEdge> importer = new SimpleGEXFImporter<>();
        importer.setSchemaValidation(true);
        importer.addVertexAttributeConsumer(
                (of, value) -> {
                    if (of.getSecond().equals("label")) {
                        labels.add(value.getValue());
                    }
                });

        importer.importGraph(graph, new StringReader(xml));

        assertThat(graph.vertexSet()).hasSize(network(shape).vertices().size());
        assertThat(graph.edgeSet()).hasSize(network(shape).edges().size());
        assertThat(labels).contains(LINE);
        assertThat(xml).contains("<spell start=\"2023-07-20\" end=\"2023-07-20\"");
    }

    @Test
    void dotIsReadByJGraphT() {
        Graph<String, DefaultEdge> graph = empty();

        new DOTImporter<String, DefaultEdge>()
                .importGraph(
                        graph,
                        new StringReader(Crisis.text(Crisis.hostile(), "dot", Selection.ALL)));

        assertThat(graph.vertexSet()).hasSize(network(Selection.Shape.ACTOR).vertices().size());
    }

    @ParameterizedTest
    @EnumSource(Selection.Shape.class)
    void graphvizDrawsDot(Selection.Shape shape) throws Exception {
        assumeTrue(runs("dot", "-V"), "no Graphviz here: apt-get install graphviz");
        Path dot = temp.resolve("a.dot");
        Path svg = temp.resolve("a.svg");
        Files.write(dot, Crisis.bytes(Crisis.hostile(), "dot", Crisis.shape(shape)));

        assertThat(run("dot", "-Tsvg", "-o", svg.toString(), dot.toString())).isEmpty();

        String drawn =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(withoutDoctype(svg))
                        .getDocumentElement()
                        .getTextContent();
        // Graphviz makes no-break spaces of several spaces.
        assertThat(drawn.replace('\u00A0', ' ')).contains(LINE);
    }

    private static ByteArrayInputStream withoutDoctype(Path svg) throws IOException {
        String text = Files.readString(svg).replaceFirst("(?s)<!DOCTYPE.*?>", "");
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphml", "gexf", "nodelink"})
    void networkXReadsIt(String format) throws Exception {
        assumeTrue(
                runs("python3", "-c", "import networkx"), "no NetworkX here: pip install networkx");
        Path file = temp.resolve("network." + format);
        Files.write(file, Crisis.bytes(Crisis.hostile(), format, Selection.ALL));
        String script =
                """
                import json, sys, networkx as nx
                file, format = sys.argv[1:]
                graph = {"graphml": lambda: nx.read_graphml(file, force_multigraph=True),
                         "gexf": lambda: nx.read_gexf(file),
                         "nodelink": lambda: nx.node_link_graph(json.load(open(file, encoding="utf-8")), edges="links")}[format]()
                assert graph.is_directed()
                print(len(graph), graph.number_of_edges(), sep=",")
                labels = [data["label"] for node, data in graph.nodes(data=True)]
                print(sorted(labels)[0].encode("unicode_escape").decode())
                """;

        List<String> lines = run("python3", "-c", script, file.toString(), format).lines().toList();

        Network network = network(Selection.Shape.ACTOR);
        assertThat(lines.get(0))
                .isEqualTo(network.vertices().size() + "," + network.edges().size());
        assertThat(lines.get(1)).startsWith("=cmd()|' /C calc'!A1 \"<script>");
    }

    @Test
    void nodeLinkEdgesLeadToNodes() throws IOException {
        JsonNode json =
                new JsonMapper()
                        .readTree(Crisis.bytes(Crisis.hostile(), "nodelink", Selection.ALL));

        assertThat(json.get("nodes").findValuesAsText("label")).contains(LINE);
        assertThat(json.get("nodes").findValuesAsText("id"))
                .doesNotHaveDuplicates()
                .containsAll(json.get("links").findValuesAsText("source"))
                .containsAll(json.get("links").findValuesAsText("target"));
        assertThat(json.get("links").get(0).get("events").isNumber()).isTrue();
    }

    @Test
    void cytoscapeElementsHaveIdsAndEnds() throws IOException {
        JsonNode elements =
                new JsonMapper()
                        .readTree(Crisis.bytes(Crisis.hostile(), "cytoscape", Selection.ALL))
                        .get("elements");

        List<String> ids = elements.get("nodes").findValuesAsText("id");
        assertThat(ids).contains(Crisis.SWEDEN).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(elements.get("edges").findValuesAsText("source"))
                .containsAll(elements.get("edges").findValuesAsText("target"));
    }

    @Test
    void anotherProcessorReadsTheSameGraphFromJsonLd() throws IOException {
        String json = Crisis.text(Crisis.hostile(), "jsonld", Selection.ALL);
        JsonLdOptions options = new JsonLdOptions();
        options.setProcessingMode(JsonLdOptions.JSON_LD_1_1);
        options.format = "application/n-quads";
        // This processor does not know that line; it says that the context is of JSON-LD 1.1.
        String context = json.replaceFirst("\"@version\":1.1,", "");

        String quads = (String) JsonLdProcessor.toRDF(JsonUtils.fromString(context), options);

        DatasetGraph back = DatasetGraphFactory.create();
        RDFParser.fromString(quads, Lang.NQUADS).parse(back);
        assertThat(Crisis.lines(back)).isEqualTo(Crisis.lines(Crisis.hostile()));
        assertThat(json).contains("\"label\":\"Iraq\"", "\"factuality\":\"dem:Asserted\"");
    }

    @Test
    void nQuadsAreLoadedInBulk() throws IOException {
        Path file = temp.resolve("all.nq");
        Files.write(file, Crisis.bytes(Crisis.hostile(), "nquads", Selection.ALL));
        DatasetGraph store = DatabaseMgr.connectDatasetGraph(temp.resolve("tdb").toString());

        var loader = LoaderFactory.sequentialLoader(store, (format, args) -> {});
        loader.startBulk();
        loader.load(file.toString());
        loader.finishBulk();

        // TDB2 has forms of its own for numbers, in memory as on disk.
        DatasetGraph expected = DatabaseMgr.createDatasetGraph();
        Txn.executeWrite(
                expected,
                () ->
                        Crisis.hostile()
                                .findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                                .forEachRemaining(expected::add));
        List<String> loaded = Txn.calculateRead(store, () -> Crisis.lines(store));
        assertThat(loaded).isEqualTo(Txn.calculateRead(expected, () -> Crisis.lines(expected)));
    }

    @Test
    void eventTableOpensInASpreadsheetWithoutRunningAnything() throws IOException {
        String table = Crisis.text(Crisis.hostile(), "csv", Selection.ALL);

        assertThat(table).startsWith("\uFEFFdate,").endsWith("\r\n");
        List<CSVRecord> rows = strict(table.substring(1));
        assertThat(rows).hasSize(9);
        for (CSVRecord row : rows) {
            for (Map.Entry<String, String> cell : row.toMap().entrySet()) {
                boolean number = List.of("score", "latitude", "longitude").contains(cell.getKey());
                assertThat(cell.getValue()).doesNotContain("\n", "\r", "\t");
                if (!number) {
                    assertThat(cell.getValue()).doesNotStartWith("=");
                }
            }
        }
        assertThat(rows).extracting(row -> row.get("quote")).contains("'" + LINE);
        assertThat(rows).extracting(row -> row.get("factuality")).contains("Denied", "Planned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1"})
    void formulasAreDefused(String formula) {
        assertThat(EventTable.words(formula)).isEqualTo("'" + formula);
        assertThat(EventTable.words("\t" + formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gephi-csv", "neo4j"})
    void edgesOfCsvPairsLeadToNodes(String format) throws IOException {
        Map<String, String> files = Crisis.files(Crisis.hostile(), format, Selection.ALL);

        List<CSVRecord> nodes = strict(files.get("nodes.csv"));
        List<CSVRecord> edges = strict(files.get("edges.csv"));

        List<String> ids = nodes.stream().map(row -> row.get(0)).toList();
        assertThat(ids).contains(Crisis.SWEDEN).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(edges.stream().map(row -> row.get(0)).toList())
                .containsAll(edges.stream().map(row -> row.get(1)).toList());
        assertThat(nodes).extracting(row -> row.get(1)).contains(LINE);
        // neo4j-admin reads one record a line.
        assertThat(files.get("nodes.csv").lines().count()).isEqualTo(nodes.size() + 1L);
    }

    @Test
    void neo4jHeadersSayTheTypes() {
        Map<String, String> files = Crisis.files(Crisis.data(), "neo4j", Selection.ALL);

        assertThat(files.get("nodes.csv")).startsWith("iri:ID,label,:LABEL,code,events:long\n");
        assertThat(files.get("edges.csv"))
                .startsWith(":START_ID,:END_ID,:TYPE,weight:long,type,quadClass,score:double");
    }

    private static List<CSVRecord> strict(String text) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setAllowMissingColumnNames(false)
                        .setTrailingData(false)
                        .setLenientEof(false)
                        .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                        .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> rows = new ArrayList<>(parser.getRecords());
            assertThat(rows).isNotEmpty().allMatch(CSVRecord::isConsistent);
            return rows;
        }
    }

    @Test
    void gdeltHasItsColumns() {
        List<String[]> rows =
                Crisis.text(Crisis.hostile(), "gdelt", Selection.ALL)
                        .lines()
                        .map(line -> line.split("\t", -1))
                        .toList();

        assertThat(rows).isNotEmpty().allMatch(row -> row.length == 61);
        assertThat(rows).allMatch(row -> row[0].matches("\\d+"));
        assertThat(rows)
                .anySatisfy(
                        row -> {
                            assertThat(row[1]).isEqualTo("20230720");
                            assertThat(row[5]).isEqualTo("IRQ");
                            assertThat(row[15]).isEqualTo("SWE");
                            assertThat(row[28]).isEqualTo("13");
                            assertThat(row[29]).isEqualTo("3");
                        });
    }

    @Test
    void ploverRecordsSayWhatDidNotHappen() throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<JsonNode> records = new ArrayList<>();
        for (String line :
                Crisis.text(Crisis.hostile(), "plover", Selection.ALL).lines().toList()) {
            records.add(mapper.readTree(line));
        }

        assertThat(records).hasSize(9);
        JsonNode expulsion =
                records.stream()
                        .filter(r -> r.get("class").asText().equals("ExpulsionOfDiplomat"))
                        .findFirst()
                        .orElseThrow();
        assertThat(expulsion.get("context").toString()).contains("negation");
        assertThat(expulsion.get("source").get(0).get("actor").asText()).isEqualTo("SWE");
    }

    @Test
    void notesOfAVaultLinkToNotes() {
        Map<String, String> files = Crisis.files(Crisis.hostile(), "obsidian", Selection.ALL);

        Pattern link = Pattern.compile("\\[\\[([^|\\]]+)\\|([^\\]]*)\\]\\]");
        assertThat(files).containsKey("Actors/Iraq.md");
        assertThat(files.keySet())
                .allMatch(name -> name.matches("[^\\\\:*?\"<>|#^\\[\\]\\p{Cntrl}]+"));
        for (String note : files.values()) {
            assertThat(note).doesNotContain("<script", "[[x").startsWith("---\n");
            for (Matcher links = link.matcher(note); links.find(); ) {
                assertThat(files).containsKey(links.group(1) + ".md");
            }
        }
    }

    @Test
    void mermaidLabelsHoldNoMarks() {
        String chart = Crisis.text(Crisis.hostile(), "mermaid", Selection.ALL);

        assertThat(chart).startsWith("flowchart LR\n").doesNotContain("<", "`", "$", "\\");
        assertThat(chart.lines().skip(1))
                .allMatch(
                        line ->
                                line.matches(
                                        "  (n\\d+\\[\"[^\"\\[\\]]*\"]|n\\d+ -->\\|\"[^\"|]*\"\\| n\\d+|linkStyle \\d+ stroke:#[0-9a-f]{6})"));
    }

    @Test
    void pageAsksNobodyForAnything() {
        String page = Crisis.text(Crisis.hostile(), "html", Selection.ALL);

        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http:", "https:", "<link", "<img", "@import", "url(");
        assertThat(page).contains("default-src 'none'").doesNotContain("<script>alert");
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void drawingIsXmlWithEveryActor() throws Exception {
        byte[] svg = Crisis.bytes(Crisis.hostile(), "svg", Selection.ALL);

        var circles =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg))
                        .getElementsByTagName("circle");

        assertThat(circles.getLength()).isEqualTo(network(Selection.Shape.ACTOR).vertices().size());
    }

    @Test
    void pictureIsNotEmpty() throws IOException {
        byte[] png = Crisis.bytes(Crisis.hostile(), "png", Selection.ALL);

        var image = ImageIO.read(new ByteArrayInputStream(png));

        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 2) {
            for (int y = 0; y < image.getHeight(); y += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).contains(0xFFB2182B, 0xFF34568B);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
