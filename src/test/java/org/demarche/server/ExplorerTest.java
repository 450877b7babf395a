package org.demarche.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.demarche.graph.NamedGraph;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;
import org.demarche.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The explorer page in a real browser, over two articles about one crisis. */
class ExplorerTest {
    private static final String THREAT = "#/article?id=a1&event=threat";
    private static final String SENTENCE =
            "Iraq threatened on Thursday to break off relations with Sweden if another copy of the Quran was burned in Stockholm";

    @TempDir static Path temp;
    private static List<Store> stores = new ArrayList<>();
    private static DemarcheServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        assumeTrue(
                Browser.isInstalled(),
                "no browser: these tests need `apt-get install chromium chromium-driver`");
        server = serve("crisis", crisis(), 0);
        browser = Browser.start(temp.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (Browser.isInstalled()) {
            browser.close();
            server.close();
            stores.forEach(Store::close);
        }
    }

    @BeforeEach
    void usualWindow() {
        browser.window(1280, 900);
        browser.colours("light");
        browser.log();
        browser.requests();
    }

    /** Whatever a test does, the page must not complain and must ask nobody but its server. */
    @AfterEach
    void pageIsQuietAndStaysAtHome() {
        assertThat(browser.log()).isEmpty();
        assertThat(browser.requests())
                .allSatisfy(
                        url ->
                                assertThat(url)
                                        .matches(
                                                "(http://127\\.0\\.0\\.1:\\d+/|about:|data:|blob:).*"));
    }

    private static List<NamedGraph> crisis() {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFDataMgr.read(data, "src/test/resources/explorer/crisis.trig");
        return graphs(data);
    }

    private static List<NamedGraph> graphs(DatasetGraph data) {
        List<NamedGraph> graphs = new ArrayList<>();
        data.listGraphNodes()
                .forEachRemaining(name -> graphs.add(new NamedGraph(name, data.getGraph(name))));
        return graphs;
    }

    /** A visit to each of three countries, the last too small for the outline of the world. */
    private static List<NamedGraph> visits() {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.fromString(
                        """
                        @prefix dem: <https://w3id.org/demarche/ontology#> .
                        @prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
                        @prefix prov: <http://www.w3.org/ns/prov#> .
                        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                        @prefix state: <https://w3id.org/demarche/id/state/> .
                        @prefix place: <https://w3id.org/demarche/id/place/> .
                        <https://w3id.org/demarche/gazetteer> {
                          state:USA a dem:State ; skos:prefLabel "United States"@en .
                          place:USA a dem:Place ; skos:prefLabel "United States"@en ; dem:country state:USA .
                          place:SGP a dem:Place ; skos:prefLabel "Singapore"@en ; dem:country state:SGP .
                          place:changi a dem:Place ; skos:prefLabel "Changi"@en ; dem:country state:SGP ; geo:lat 1.36e0 ; geo:long 103.99e0 .
                          place:atlantis a dem:Place ; skos:prefLabel "Atlantis"@en .
                        }
                        <https://w3id.org/demarche/id/article/v> {
                          <https://w3id.org/demarche/id/article/v> a dem:Article ; <http://purl.org/dc/terms/identifier> "v" ;
                            <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString> "An American envoy toured Singapore\\nand Atlantis on Monday, where nobody had been for several thousand years, and came home again." .
                          <urn:x:1> a dem:Visit ; prov:wasDerivedFrom <https://w3id.org/demarche/id/article/v> ; dem:factuality dem:Asserted ; dem:actor state:USA ; dem:location place:USA .
                          <urn:x:2> a dem:Visit ; prov:wasDerivedFrom <https://w3id.org/demarche/id/article/v> ; dem:factuality dem:Asserted ; dem:actor state:USA ; dem:location place:SGP .
                          <urn:x:3> a dem:Visit ; prov:wasDerivedFrom <https://w3id.org/demarche/id/article/v> ; dem:factuality dem:Asserted ; dem:actor state:USA ; dem:location place:atlantis .
                        }
                        """,
                        Lang.TRIG)
                .parse(data);
        return graphs(data);
    }

    private static DemarcheServer serve(String name, List<NamedGraph> graphs, int port) {
        Store store = Store.openOrCreate(temp.resolve(name), "test");
        stores.add(store);
        List<NamedGraph> all = new ArrayList<>(graphs);
        all.add(
                new NamedGraph(
                        NodeFactory.createURI(Ontology.GRAPH),
                        Ontology.read(DataFiles.bundled()).graph()));
        store.replace(all);
        return serve(store, port);
    }

    private static DemarcheServer serve(Store store, int port) {
        return DemarcheServer.start(
                store,
                DataFiles.bundled(),
                Optional.empty(),
                Settings.standard().withPort(port),
                new DemarcheServer.Log(Optional.empty(), fault -> {}));
    }

    private static void open(String view) {
        browser.open(server.address() + view);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Types a name and takes the first suggestion. */
    private static void choose(String field, String letters) {
        browser.click("#" + field);
        browser.type(letters);
        browser.find("#" + field + "-list [role=option]").click();
    }

    @Test
    void threatIsFoundAndShownWithItsSentenceItsConditionAndWhatIsThreatened() {
        open("#/search");

        choose("f-actor", "Iraq");
        browser.at("actor=state%2FIRQ");
        choose("f-recipient", "Swed");
        browser.at("recipient=state%2FSWE");
        browser.click("#results a[data-type=ThreatToSeverRelations]");
        browser.at("event=threat");

        assertThat(browser.words("mark.chosen")).isEqualTo(SENTENCE);
        assertThat(browser.words(".trigger.chosen")).isEqualTo("threatened");
        assertThat(browser.text("[data-link=condition]"))
                .contains("if", "Desecration", "possible", "in Stockholm");
        assertThat(browser.text("[data-link=content]"))
                .contains("what", "Severance of relations", "possible", "Iraq → Sweden");
        assertThat(browser.text(".chain")).isEqualTo("Reuters reports\nspokesman says");
        assertThat(browser.words("mark.condition"))
                .isEqualTo("if another copy of the Quran was burned in Stockholm");
        assertThat(browser.count(".curve-name")).isEqualTo(2);
        assertThat(browser.text(".triples")).contains("dem:condition", "nif:beginIndex");
    }

    @Test
    void networkIsFilteredAndAnEdgeOpensItsEvents() {
        open("#/network");
        assertThat(browser.text(".edges")).contains("United States → Iraq", "Iraq → Sweden");

        browser.click("#f-type option[value=Threat]");
        browser.at("type=Threat");

        assertThat(browser.text(".edges"))
                .contains("Iraq → Sweden")
                .doesNotContain("United States");
        browser.find("#graph[data-edges='1']");
        @SuppressWarnings("unchecked")
        Map<String, Number> middle =
                (Map<String, Number>)
                        browser.script(
                                "return document.getElementById('graph')"
                                        + ".middleOf(document.querySelector('.edges a').dataset.edge)");
        browser.clickAt("#graph", middle.get("x").doubleValue(), middle.get("y").doubleValue());
        browser.at("edge=state%2FIRQ");
        assertThat(browser.text(".panel")).contains("Iraq → Sweden", "Threat to sever relations");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2023-08, Sweden ↔",
        "to=2023-07-31, United States → Iraq",
        "factuality=Possible, Iraq → Sweden"
    })
    void networkIsFilteredByTimeAndFactuality(String filter, String relation) {
        open("#/network?" + filter);

        long all = browser.count(".edges a");

        assertThat(all).isPositive().isLessThan(5);
        assertThat(browser.text(".edges").replace("Iraq ↔ Sweden", "Sweden ↔ Iraq"))
                .contains(relation);
    }

    @Test
    void savedQueryIsRunByItsForm() {
        open("#/query");

        browser.click("#saved-who-threatens-whom");
        browser.at("saved=who-threatens-whom");
        browser.click("#p-actor");
        browser.type("IRQ", Keys.ENTER);
        browser.at("p.actor=IRQ");

        browser.until("rows", () -> browser.has(".answer tbody tr"));
        assertThat(browser.text(".answer")).contains("Iraq", "threat to sever relations");
        browser.until("its SPARQL", () -> browser.words(".sparql pre").contains("dem:Threat"));
        assertThat(browser.count(".downloads a")).isGreaterThan(2);
        browser.click(".answer a");
        browser.at("event=threat");
        assertThat(browser.words("mark.chosen")).isEqualTo(SENTENCE);
    }

    @Test
    void formAsksForWhatIsNeededAndAnAddressThatHasItIsAnswered() {
        browser.window(390, 844);
        open("#/query?saved=events-between");
        browser.until("a form", () -> browser.has("#p-one"));
        assertThat(browser.text("#results")).contains("Fill in what is needed");
        assertThat(browser.has("#p-one:user-invalid")).isFalse();
        assertThat(
                        browser.script(
                                "const list = document.querySelector('.saved ul').getBoundingClientRect();"
                                        + " const own = document.getElementById('saved-events-between').getBoundingClientRect();"
                                        + " return own.top >= list.top && own.bottom <= list.bottom"))
                .isEqualTo(true);

        open("#/query?saved=events-between&p.one=IRQ&p.other=SWE");
        browser.until("rows", () -> browser.has(".answer tbody tr"));
        assertThat(browser.text(".answer")).contains("Iraq", "Sweden");
    }

    @Test
    void threatIsFoundWithTheKeyboardAlone() {
        open("#/search");

        browser.tabTo("#f-actor");
        browser.type("iraq");
        browser.find("#f-actor-list [role=option]");
        browser.type(Keys.ARROW_DOWN, Keys.ENTER);
        browser.at("actor=state%2FIRQ");
        browser.tabTo("#f-recipient");
        browser.type("sweden");
        browser.find("#f-recipient-list [role=option]");
        browser.type(Keys.ARROW_DOWN, Keys.ENTER);
        browser.at("recipient=state%2FSWE");
        browser.tabTo("#results a[data-type=ThreatToSeverRelations]");
        Object outline =
                browser.script("return getComputedStyle(document.activeElement).outlineStyle");
        browser.type(Keys.ENTER);
        browser.at("event=threat");

        assertThat(outline).isEqualTo("solid");
        assertThat(browser.words("mark.chosen")).isEqualTo(SENTENCE);
        browser.tabTo(".trigger");
        browser.type(Keys.ENTER);
        browser.settled();
        assertThat(browser.has(".trigger.chosen")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/search?actor=state/IRQ",
                "#/network",
                "#/timeline?actor=state/IRQ&recipient=state/SWE",
                "#/map",
                "#/article",
                THREAT,
                "#/query",
                "#/query?saved=timeline"
            })
    void viewFitsANarrowWindowInLightAndDarkAndSaysItsSparql(String view) {
        String name = view.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        for (String scheme : List.of("light", "dark")) {
            browser.colours(scheme);
            browser.window(1280, 900);
            open(view);
            assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo(scheme.equals("dark") ? "rgb(18, 22, 28)" : "rgb(244, 245, 242)");
            browser.keep(Path.of("target/explorer", name + "-" + scheme + ".png"));

            browser.window(390, 800);
            open(view);

            assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            browser.keep(Path.of("target/explorer", name + "-" + scheme + "-narrow.png"));
            if (!view.equals("#/query")) {
                browser.until("SPARQL", () -> browser.words(".sparql pre").contains("SELECT"));
            }
        }
    }

    @Test
    void sparqlOfAViewRunsInTheEditor() {
        open("#/timeline?actor=state/IRQ&recipient=state/SWE");

        browser.click(".sparql summary");
        browser.click(".sparql a");
        browser.at("query?sparql=");

        browser.until("rows", () -> browser.has(".answer tbody tr"));
        assertThat(browser.text(".answer")).contains("forth");
    }

    @Test
    void timelineMarksEachEventBetweenTheTwo() {
        open("#/timeline?actor=state/IRQ&recipient=state/SWE");

        assertThat(browser.text("h1")).isEqualTo("Iraq and Sweden");
        assertThat(browser.count(".chart a")).isEqualTo(browser.count(".events > li")).isEqualTo(4);
        assertThat(browser.count(".chart .event-mark.Asserted")).isEqualTo(2);
    }

    @Test
    void mapShowsPlacesAndOpensTheirEvents() {
        open("#/map");
        assertThat(browser.count(".land path")).isGreaterThan(170);
        assertThat(browser.count(".place")).isEqualTo(2);

        browser.script(
                "[...document.querySelectorAll('.edges a')].find(a => a.innerText.includes('Baghdad')).click()");
        browser.at("at=place%2Fbaghdad");

        browser.until("events", () -> browser.has(".panel .event"));
        assertThat(browser.text(".panel")).contains("Storming of mission");
    }

    @Test
    void countryStandsOnTheMapInItsMiddleOrAmongItsTowns() {
        try (DemarcheServer served = serve("visits", visits(), 0)) {
            browser.open(served.address() + "#/map");

            assertThat(browser.count(".edges a")).isEqualTo(3);
            assertThat(browser.count(".place")).isEqualTo(2);
            assertThat(browser.text(".edges"))
                    .containsOnlyOnce("not on the map")
                    .containsPattern("Atlantis\\s+not on the map");
        }
    }

    @Test
    void articleWithoutATitleIsCalledByItsFirstWords() {
        try (DemarcheServer served = serve("untitled", visits(), 0)) {
            browser.open(served.address() + "#/article?id=v");
            assertThat(browser.text("h1"))
                    .isEqualTo(
                            "An American envoy toured Singapore and Atlantis on Monday, where nobody had been for…");
            assertThat(browser.text(".byline")).isEqualTo("v · all articles");

            browser.open(served.address() + "#/search");
            assertThat(browser.text("#results .event-source"))
                    .contains("An American envoy toured Singapore and…");
        }
    }

    @Test
    void curvesOfTheFirstLineLeaveTheLegendReadable() {
        for (int width : List.of(1280, 390)) {
            browser.window(width, 844);
            open("#/article?id=a1&event=threat");
            browser.until("curves", () -> browser.has(".curve-name"));

            assertThat(
                            browser.script(
                                    "const end = document.querySelector('.sheet .legend').getBoundingClientRect().bottom;"
                                            + " return [...document.querySelectorAll('.curve-name')].every(n => n.getBoundingClientRect().top >= end)"))
                    .isEqualTo(true);
        }
    }

    @Test
    void suggestionsStayInANarrowWindow() {
        browser.window(360, 740);
        open("#/map");

        browser.click("#f-recipient");
        browser.type("Swed");
        browser.until("suggestions", () -> browser.has("#f-recipient-list [role=option]"));

        assertThat(
                        browser.script(
                                "const list = document.getElementById('f-recipient-list').getBoundingClientRect();"
                                        + " const field = document.getElementById('f-recipient').getBoundingClientRect();"
                                        + " return list.left >= 0 && list.right <= innerWidth && list.top >= field.bottom && list.top < field.bottom + 10"))
                .isEqualTo(true);
    }

    @Test
    void textsAndNamesAreNeverTakenForMarkup() {
        open("#/article?id=a2&event=expulsion");

        assertThat(browser.text("h1")).isEqualTo("Talks <script>document.title = 'owned'</script>");
        assertThat(browser.text("#text")).contains("<img src=x onerror=");
        assertThat(browser.text(".node.root"))
                .contains("<img src=x onerror=alert(1)> envoy", "denied");
        assertThat(browser.count("main img, main script")).isZero();
        open("#/search?actor=" + encoded("article/a2/actor/envoy"));
        assertThat(browser.text("#results")).contains("<img src=x onerror=alert(1)> envoy");
        assertThat(browser.count("main img")).isZero();
        assertThat(browser.script("return document.title")).isNotEqualTo("owned");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/search?actor=state/IRQ> } DROP ALL #",
                "#/network?type=Threat } SELECT",
                "#/map?from=2023\" || true || \"",
                "#/article?id=http://x/> } #"
            })
    void whatIsNoNameIsRefusedAndNotAsked(String view) {
        open(view.replace(" ", "%20").replace("\"", "%22").replace("<", "%3C").replace(">", "%3E"));

        assertThat(browser.text(".note.problem")).containsPattern("is not (an IRI|a day|a name)");
    }

    @Test
    void nothingFoundIsSaid() {
        open("#/search?actor=state/USA&recipient=state/SWE");

        assertThat(browser.text("#results"))
                .contains("No event of that kind", "the other way round");
    }

    @Test
    void sparqlNeedsNoPrefixes() {
        open("#/query?sparql=" + encoded("SELECT ?a {\n?a dem:factuality dem:Asserted }"));

        browser.until("an answer", () -> browser.has(".answer"));
        assertThat(browser.text(".answer")).contains("event/threat");
    }

    @Test
    void menuAndPairsOfDaysStayInOneRowInANarrowWindow() {
        browser.window(390, 844);
        open("#/search");

        assertThat(
                        browser.script(
                                "return new Set([...document.querySelectorAll('#nav a')].map(a => a.offsetTop)).size"))
                .isEqualTo(1L);
        assertThat(
                        browser.script(
                                "const top = id => document.getElementById(id).getBoundingClientRect().top; return top('f-from') === top('f-to')"))
                .isEqualTo(true);
        assertThat(browser.text("#results .legend")).contains("Verbal conflict");
    }

    @Test
    void mistakeInSparqlIsShownAtItsLine() {
        open("#/query?sparql=" + encoded("SELECT * WHERE {\n  ?s ?p ?o .\n  ?a ?b FILTER\n}"));

        browser.until("a problem", () -> browser.has("#results .problem"));

        assertThat(browser.text(".editor .wrong").strip()).isEqualTo("3");
        // The browser itself notes an answer that is an error.
        assertThat(browser.log()).singleElement().asString().contains("400");
    }

    @Test
    void emptyStoreSaysHowToFillIt() {
        try (DemarcheServer empty = serve("empty", List.of(), 0)) {
            browser.open(empty.address() + "#/network");

            browser.until("a note", () -> browser.has(".note.empty"));
            assertThat(browser.text("main")).contains("The store is empty", "demarche.jar build");
        }
    }

    @Test
    void lostServerIsSaidAndThePageGoesOnWhenItIsBack() {
        DemarcheServer first = serve("lost", crisis(), 0);
        browser.open(first.address() + "#/search");
        int port = first.port();
        first.close();

        browser.script("location.hash = '#/search?type=Threat'");
        browser.until("it is said", () -> browser.text("#lost").contains("lost"));
        assertThat(browser.text("#results")).contains("The server does not answer");
        browser.script("location.hash = '#/timeline?actor=state/IRQ'");
        browser.until(
                "another view says it too",
                () -> browser.text("main").contains("The server does not answer"));
        assertThat(browser.text("h1")).isEqualTo("Timeline");
        DemarcheServer again = serve(stores.get(stores.size() - 1), port);
        browser.until("it goes on", () -> browser.has("#results .event"));

        assertThat(browser.has("#lost[hidden]")).isTrue();
        again.close();
        assertThat(browser.log()).allSatisfy(line -> assertThat(line).contains("ERR_"));
    }
}
