package org.demarche.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.demarche.graph.NamedGraph;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The saved queries over two articles about one crisis. */
class SavedQueriesTest {
    private static final QueryCatalog CATALOG = new QueryCatalog(DataFiles.bundled());
    private static DatasetGraph data;

    @BeforeAll
    static void load(@TempDir Path temp) {
        DatasetGraph named = DatasetGraphFactory.create();
        RDFDataMgr.read(named, "src/test/resources/query/crisis.trig");
        DatasetGraph all = DatasetGraphFactory.create();
        RDFDataMgr.read(all.getDefaultGraph(), "ontology/demarche.ttl");
        Node gazetteer = NodeFactory.createURI("https://w3id.org/demarche/gazetteer");
        named.find()
                .forEachRemaining(
                        q -> {
                            all.add(q);
                            all.add(Quad.create(Quad.defaultGraphIRI, q.asTriple()));
                            // An article's graph says again who the known ones are that it names.
                            named.find(gazetteer, Node.ANY, Node.ANY, Node.ANY)
                                    .forEachRemaining(
                                            k -> all.add(Quad.create(q.getGraph(), k.asTriple())));
                        });
        // A store knows more of them than their graphs say.
        try (Store store = Store.openOrCreate(temp.resolve("store"), "0.1.0")) {
            List<NamedGraph> graphs = new ArrayList<>();
            all.listGraphNodes()
                    .forEachRemaining(name -> graphs.add(new NamedGraph(name, all.getGraph(name))));
            store.replace(graphs);
            NamedGraph digest = store.graph("https://w3id.org/demarche/digest");
            digest.quads().forEach(all::add);
            digest.graph().find().forEachRemaining(all.getDefaultGraph()::add);
        }
        data = all;
    }

    private static String ask(String name, ResultFormat format, String... keysAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        Query query = CATALOG.query(name).bind(values, data);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryResult result = QueryResult.of(query, Page.ALL, data)) {
            result.write(format, out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The rows as CSV, without the header line. */
    private static List<String> rows(String name, String... keysAndValues) {
        return ask(name, ResultFormat.CSV, keysAndValues).lines().skip(1).toList();
    }

    static Stream<SavedQuery> all() {
        return CATALOG.queries().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void queryIsDescribedAndAnswersItsOwnExamples(SavedQuery query) {
        assertThat(query.summary()).isNotBlank().doesNotEndWith(".");
        assertThat(query.tags()).isNotEmpty();
        Map<String, String> examples = query.examples();
        examples.remove("text");

        Query bound = query.bind(examples, data);

        assertThat(bound.toString()).doesNotContain("?_");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryResult result = QueryResult.of(bound, Page.ALL, data)) {
            QueryResult.Written written = result.write(QueryResult.usualFormat(bound), out);
            assertThat(written.rows()).as(out.toString(StandardCharsets.UTF_8)).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void optionalParametersStayFree(SavedQuery query) {
        Map<String, String> required = new LinkedHashMap<>();
        query.parameters().stream()
                .filter(Parameter::required)
                .forEach(p -> required.put(p.name(), p.example().orElseThrow()));

        Query bound = query.bind(required, data);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryResult result = QueryResult.of(bound, Page.ALL, data)) {
            assertThat(result.write(QueryResult.usualFormat(bound), out).rows()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void pagesTogetherAreTheWholeAnswer(SavedQuery query) {
        Map<String, String> required = new LinkedHashMap<>();
        query.parameters().stream()
                .filter(Parameter::required)
                .forEach(p -> required.put(p.name(), p.example().orElseThrow()));
        Query bound = query.bind(required, data);
        if (!bound.isSelectType()) {
            return;
        }
        List<String> whole = page(bound, Page.ALL, false);

        List<String> pages = new ArrayList<>();
        for (int number = 1; pages.size() < whole.size(); number++) {
            boolean more = 2L * number < whole.size();
            List<String> rows = page(bound, new Page(number, 2), more);
            assertThat(rows).isNotEmpty();
            pages.addAll(rows);
        }

        assertThat(pages).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "articles",
                "attributions",
                "conditions",
                "denied-events",
                "planned-events",
                "quotes",
                "reported-by-outlet",
                "timeline",
                "who-threatens-whom"
            })
    void detailsAreLookedUpOnlyForWhatIsOnThePage(String name) {
        Query bound = CATALOG.query(name).bind(Map.of(), data);

        Query paged = new Page(3, 10).of(bound);

        assertThat(paged.hasLimit()).isFalse();
        assertThat(paged.toString()).containsPattern("ORDER BY .*\\s+OFFSET +20\\s+LIMIT +11");
        assertThat(bound.toString()).doesNotContain("LIMIT");
    }

    @Test
    void answerWhoseRowsAreChosenInTheEndIsCutInTheEnd() {
        Query query =
                SparqlText.parse(
                        "SELECT ?a { { SELECT DISTINCT ?a { ?a a dem:Article } ORDER BY ?a } ?e prov:wasDerivedFrom ?a } GROUP BY ?a HAVING(COUNT(?e) > 2) ORDER BY ?a",
                        "test");

        Query paged = new Page(2, 10).of(query);

        assertThat(paged.getLimit()).isEqualTo(11);
        assertThat(paged.getOffset()).isEqualTo(10);
    }

    private static List<String> page(Query bound, Page page, boolean more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryResult result = QueryResult.of(bound, page, data)) {
            assertThat(result.write(ResultFormat.CSV, out).more()).isEqualTo(more);
        }
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    @Test
    void theThreatIsTheOnlyOne() {
        assertThat(rows("who-threatens-whom"))
                .singleElement()
                .asString()
                .startsWith(
                        "2023-07-20,Iraq,threat to sever relations,Sweden,severance of relations,Iraq threatened");
        assertThat(rows("who-threatens-whom", "actor", "SWE")).isEmpty();
        assertThat(rows("who-threatens-whom", "actor", "Iraq", "recipient", "Sweden")).hasSize(1);
    }

    @Test
    void actorIsGivenByCodeNameOtherNameOrIri() {
        String iri = "https://w3id.org/demarche/id/state/IRQ";
        for (String actor : List.of("IRQ", "irq", "Iraq", "iraq", "Republic of Iraq", iri)) {
            assertThat(rows("who-threatens-whom", "actor", actor)).as(actor).hasSize(1);
        }
    }

    @Test
    void unknownActorIsNamedWithTheNearestThatIsKnown() {
        assertThatThrownBy(() -> rows("timeline", "actor", "Iraqq"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("timeline: parameter 'actor'")
                .hasMessageContaining("no actor 'Iraqq'")
                .hasMessageContaining("nearest: 'Iraq'");
    }

    @Test
    void parameterCannotEscapeItsPlace() {
        for (String evil :
                List.of(
                        "> } DROP",
                        "IRQ> } DROP ALL",
                        "\" . } DROP",
                        "http://example.org/x> } DROP ALL #",
                        "urn:x y",
                        "http://")) {
            assertThatThrownBy(() -> rows("timeline", "actor", evil))
                    .as(evil)
                    .isInstanceOf(InputException.class);
        }
        assertThat(rows("quotes", "text", "\") } DROP ALL #")).isEmpty();
    }

    @Test
    void bothDirectionsAreBetweenTwoStates() {
        List<String> rows = rows("events-between", "one", "IRQ", "other", "SWE");

        assertThat(rows)
                .hasSize(4)
                .anyMatch(r -> r.contains("Iraq,threat to sever relations,Sweden"))
                .anyMatch(r -> r.contains("Swedish Foreign Ministry,expulsion of diplomat,Iraq"))
                .anyMatch(r -> r.contains("\"Iraq, Sweden\",meeting,,Asserted"));
        assertThat(rows("events-between", "one", "SWE", "other", "IRQ"))
                .containsExactlyInAnyOrderElementsOf(rows);
        assertThat(rows("events-between", "one", "IRQ", "other", "SWE", "factuality", "denied"))
                .hasSize(1);
    }

    @Test
    void countryFindsWhatHappensInItsCities() {
        assertThat(rows("events-at-place", "place", "Iraq")).hasSize(2);
        assertThat(rows("events-at-place", "place", "IRQ")).hasSize(2);
        assertThat(rows("events-at-place", "place", "Baghdad", "from", "2023-07-20")).hasSize(2);
        assertThat(rows("events-at-place", "place", "Baghdad", "from", "2023-08")).isEmpty();
        assertThat(rows("events-at-place", "place", "Baghdad", "to", "2023-07-19"))
                .as("a month overlaps its days")
                .hasSize(1);
    }

    @Test
    void typeStandsForTheClassesBelowIt() {
        for (String type : List.of("Protest", "PROTEST", "protest", "StormingOfMission")) {
            assertThat(rows("timeline", "type", type, "factuality", "Asserted"))
                    .as(type)
                    .hasSize(2);
        }
        assertThatThrownBy(() -> rows("timeline", "type", "Protets"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nearest: 'Protest'");
    }

    @Test
    void choiceOfWhichNothingRemainsIsLeftOut() {
        String choice = "{ ?__actor_iri ^dem:actor ?id } UNION { ?__actor_iri ^dem:recipient ?id }";
        SavedQuery counted =
                SavedQuery.parse(
                        "#+ summary: What happened\n#+ parameters:\n#+   actor:\n#+     description: whose\n#+     kind: actor\nSELECT ?id WHERE { ?id dem:factuality dem:Asserted . "
                                + choice
                                + " }",
                        "happened");
        String all = "SELECT ?id WHERE { ?id dem:factuality dem:Asserted }";

        List<String> chosen = page(counted.bind(Map.of(), data), Page.ALL, false);

        assertThat(chosen)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        page(SavedQuery.parse(all, "all").query(), Page.ALL, false));
    }

    @Test
    void undatedEventStandsAtTheDayOfItsArticle() {
        assertThat(rows("timeline", "type", "Condemnation", "from", "2023-07-20"))
                .singleElement()
                .asString()
                .startsWith(",condemnation,United States");
        assertThat(rows("timeline", "type", "Condemnation", "from", "2023-07-21")).isEmpty();
    }

    @Test
    void conditionSaysWhereAndWhen() {
        assertThat(rows("conditions"))
                .singleElement()
                .asString()
                .contains("severance of relations,desecration in Stockholm on 2023-07-20");
    }

    @Test
    void plannedDeniedAndCreditedEventsAreToldApart() {
        assertThat(rows("planned-events")).hasSize(2);
        assertThat(rows("denied-events")).singleElement().asString().contains("Swedish Foreign");
        assertThat(rows("reported-by-outlet", "outlet", "Reuters")).hasSize(1);
        assertThat(rows("attributions")).hasSize(3);
        assertThat(rows("attributions", "speaker", "SWE")).hasSize(1);
    }

    @Test
    void attackOnAMissionNamesTheMission() {
        assertThat(rows("attacks-on-missions", "state", "SWE"))
                .hasSize(2)
                .anyMatch(
                        r -> r.contains("storming of mission,protesters,Swedish embassy in Iraq"));
        assertThat(rows("attacks-on-missions", "state", "USA")).isEmpty();
    }

    @Test
    void quoteIsFoundByItsWords() {
        assertThat(rows("quotes", "text", "BREAK OFF")).hasSize(2);
        assertThat(rows("quotes", "article", "a2")).hasSize(2);
        assertThat(rows("quotes", "event", "https://w3id.org/demarche/id/article/a1/event/threat"))
                .singleElement()
                .asString()
                .startsWith("threat to sever relations,threatened,");
    }

    @Test
    void incidentOfTwoArticlesIsCorroborated() {
        assertThat(rows("corroborated")).singleElement().asString().contains(",2,2,");
        assertThat(rows("corroborated", "least", "1")).hasSize(2);
        assertThat(rows("corroborated", "least", "3")).isEmpty();
    }

    @Test
    void monthsAreCounted() {
        List<String> rows = rows("escalation", "one", "IRQ", "other", "SWE");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).startsWith("2023-07,1,1,-");
        assertThat(rows.get(1)).startsWith("2023-08,1,0,2.5");
    }

    @Test
    void activityIsCountedAtTheTopOfEachChain() {
        assertThat(rows("most-active"))
                .anyMatch(r -> r.startsWith("Iraq,IRQ,2,1,"))
                .anyMatch(r -> r.startsWith("Sweden,SWE,1,0,"))
                .noneMatch(r -> r.contains("Ministry"));
    }

    @Test
    void networkHasTheRelationsAndTheNames() {
        assertThat(ask("network", ResultFormat.NTRIPLES, "actor", "SWE"))
                .contains("ontology#threatens> <https://w3id.org/demarche/id/state/SWE>")
                .contains("\"Iraq\"@en")
                .doesNotContain("United States");
    }

    @Test
    void wrongParametersAreAllNamedAtOnce() {
        assertThatThrownBy(() -> rows("events-between", "one", "IRQ", "othr", "SWE", "from", "May"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no parameter 'othr' (nearest: 'other')")
                .hasMessageContaining("parameter 'other' is missing")
                .hasMessageContaining("'May' is not a date");
        assertThatThrownBy(() -> rows("corroborated", "least", "two"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'two' is not a whole number");
        assertThatThrownBy(() -> rows("timeline", "factuality", "Maybe"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none of Asserted, Planned, Possible, Denied");
        assertThatThrownBy(() -> rows("quotes", "event", "not an iri"))
                .isInstanceOf(InputException.class);
    }

    @Test
    void unknownQueryIsNamedWithTheNearest() {
        assertThatThrownBy(() -> CATALOG.query("timline"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no saved query 'timline' (nearest: 'timeline')");
    }
}
