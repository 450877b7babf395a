package org.demarche.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.demarche.graph.News.AGENCY;
import static org.demarche.graph.News.GUNMEN;
import static org.demarche.graph.News.KENYA;
import static org.demarche.graph.News.KENYAN_MINISTRY;
import static org.demarche.graph.News.MINISTER;
import static org.demarche.graph.News.NAIROBI;
import static org.demarche.graph.News.ONTOLOGY;
import static org.demarche.graph.News.SOMALIA;
import static org.demarche.graph.News.article;
import static org.demarche.graph.News.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.demarche.article.Article;
import org.demarche.article.Span;
import org.demarche.entity.Actor;
import org.demarche.event.Attribution;
import org.demarche.event.Event;
import org.demarche.event.EventDate;
import org.demarche.event.Factuality;
import org.demarche.event.Thing;
import org.demarche.ontology.Ontology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphBuilderTest {
    private static final String TEXT =
            "Kenya threatens to recall its ambassador from Somalia if gunmen storm the Kenyan"
                    + " embassy again, Foreign Minister Alfred Mutua said, according to Reuters.";

    private static final String PREFIXES =
            """
            PREFIX dem: <https://w3id.org/demarche/ontology#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX schema: <https://schema.org/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
            PREFIX mode: <https://w3id.org/demarche/mode#>
            PREFIX context: <https://w3id.org/demarche/context#>
            PREFIX wd: <http://www.wikidata.org/entity/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX id: <https://example.org/id/>
            PREFIX a1: <https://example.org/id/article/a1/>
            """;

    @Test
    void threatIsWrittenWithContentConditionAndSources() {
        Article article = article("a1", TEXT);
        Event threat =
                event("e1", "ThreatToSeverRelations", article, "threatens to recall its ambassador")
                        .actors(KENYA)
                        .recipients(SOMALIA)
                        .contents("e2")
                        .conditions("e3")
                        .attributions(
                                new Attribution(Attribution.Kind.SAID_BY, MINISTER),
                                new Attribution(Attribution.Kind.REPORTED_BY, AGENCY))
                        .done();
        Event recall =
                event("e2", "RecallOfAmbassador", article, "recall its ambassador")
                        .actors(KENYA)
                        .recipients(SOMALIA)
                        .factuality(Factuality.POSSIBLE)
                        .done();
        Event storming =
                event("e3", "StormingOfMission", article, "storm the Kenyan embassy")
                        .actors(GUNMEN)
                        .objects(new Thing("Kenyan embassy", Optional.of(KENYA), new Span(74, 88)))
                        .factuality(Factuality.POSSIBLE)
                        .done();

        NamedGraph graph = News.builder().build(article, List.of(threat, recall, storming));

        assertThat(graph.iri()).isEqualTo("https://example.org/id/article/a1");
        Graph expected =
                turtle(
                        """
                        id:article\\/a1 a dem:Article ; dcterms:identifier "a1" ;
                            dcterms:title "Nairobi warns Mogadishu" ; dcterms:issued "2024-03-05"^^xsd:date ;
                            dcterms:publisher "The Daily" ; schema:url "https://example.org/news?a=1&b=<2>"^^xsd:anyURI ;
                            nif:isString "Kenya threatens to recall its ambassador from Somalia if gunmen storm the Kenyan embassy again, Foreign Minister Alfred Mutua said, according to Reuters." ;
                            prov:wasGeneratedBy id:run\\/0.1.0-cafe42 .
                        id:run\\/0.1.0-cafe42 a dem:Run ; schema:softwareVersion "0.1.0" ; dem:dataHash "cafe42" .

                        a1:event\\/e1 a dem:ThreatToSeverRelations ; prov:wasDerivedFrom id:article\\/a1 ;
                            dem:factuality dem:Asserted ; dem:confidence "0.8"^^xsd:double ;
                            dem:actor id:state\\/KEN ; dem:recipient id:state\\/SOM ;
                            dem:mode mode:threaten-relations ; dem:context context:diplomatic ;
                            dem:content a1:event\\/e2 ; dem:condition a1:event\\/e3 ;
                            dem:saidBy a1:actor\\/alfred-mutua ; dem:reportedBy id:org\\/reuters ;
                            dem:attribution a1:event\\/e1\\/attribution\\/1, a1:event\\/e1\\/attribution\\/2 ;
                            dem:evidence a1:event\\/e1\\/evidence\\/1 ;
                            dem:incident id:incident\\/ThreatToSeverRelations\\/KEN\\/SOM\\/2024-03-05\\/- .
                        id:incident\\/ThreatToSeverRelations\\/KEN\\/SOM\\/2024-03-05\\/- a dem:Incident .
                        a1:event\\/e1\\/attribution\\/1 a dem:Attribution ; dem:rank 1 ;
                            dem:source a1:actor\\/alfred-mutua ; dem:sourceRole dem:saidBy .
                        a1:event\\/e1\\/attribution\\/2 a dem:Attribution ; dem:rank 2 ;
                            dem:source id:org\\/reuters ; dem:sourceRole dem:reportedBy .
                        a1:event\\/e1\\/evidence\\/1 a dem:Evidence ; nif:referenceContext id:article\\/a1 ;
                            nif:beginIndex 6 ; nif:endIndex 40 ; nif:anchorOf "threatens to recall its ambassador" ;
                            dem:trigger "threatens" ; dem:triggerIndex 6 .

                        a1:event\\/e2 a dem:RecallOfAmbassador ; prov:wasDerivedFrom id:article\\/a1 ;
                            dem:factuality dem:Possible ; dem:confidence "0.8"^^xsd:double ;
                            dem:actor id:state\\/KEN ; dem:recipient id:state\\/SOM ;
                            dem:mode mode:sanction-withdraw ; dem:context context:diplomatic ;
                            dem:evidence a1:event\\/e2\\/evidence\\/1 ;
                            dem:incident id:incident\\/RecallOfAmbassador\\/KEN\\/SOM\\/2024-03-05\\/- .
                        id:incident\\/RecallOfAmbassador\\/KEN\\/SOM\\/2024-03-05\\/- a dem:Incident .
                        a1:event\\/e2\\/evidence\\/1 a dem:Evidence ; nif:referenceContext id:article\\/a1 ;
                            nif:beginIndex 19 ; nif:endIndex 40 ; nif:anchorOf "recall its ambassador" ;
                            dem:trigger "recall" ; dem:triggerIndex 19 .

                        a1:event\\/e3 a dem:StormingOfMission ; prov:wasDerivedFrom id:article\\/a1 ;
                            dem:factuality dem:Possible ; dem:confidence "0.8"^^xsd:double ;
                            dem:actor a1:actor\\/gunmen ; dem:object a1:thing\\/74-88 ;
                            dem:mode mode:protest-riot ; dem:context context:diplomatic ;
                            dem:evidence a1:event\\/e3\\/evidence\\/1 ;
                            dem:incident id:incident\\/StormingOfMission\\/gunmen\\/-\\/2024-03-05\\/- .
                        id:incident\\/StormingOfMission\\/gunmen\\/-\\/2024-03-05\\/- a dem:Incident .
                        a1:event\\/e3\\/evidence\\/1 a dem:Evidence ; nif:referenceContext id:article\\/a1 ;
                            nif:beginIndex 64 ; nif:endIndex 88 ; nif:anchorOf "storm the Kenyan embassy" ;
                            dem:trigger "storm" ; dem:triggerIndex 64 .
                        a1:thing\\/74-88 a dem:Thing ; skos:prefLabel "Kenyan embassy"@en ; dem:affiliation id:state\\/KEN .

                        id:state\\/KEN a dem:State ; skos:prefLabel "Kenya"@en ; dem:code "KEN" ; dem:sector "GOV" ;
                            dem:threatens id:state\\/SOM .
                        id:state\\/SOM a dem:State ; skos:prefLabel "Somalia"@en ; dem:code "SOM" ; dem:sector "GOV" .
                        id:org\\/KEN-foreign-ministry a dem:GovernmentBody ;
                            skos:prefLabel "Foreign Ministry of Kenya"@en ; dem:affiliation id:state\\/KEN .
                        a1:actor\\/alfred-mutua a dem:Person ; skos:prefLabel "Alfred Mutua"@en ; skos:altLabel "Mutua"@en ;
                            dem:office "Foreign Minister"@en ; dem:sector "GOV" ; dem:affiliation id:org\\/KEN-foreign-ministry .
                        id:org\\/reuters a dem:NewsOutlet ; skos:prefLabel "Reuters"@en .
                        a1:actor\\/gunmen a dem:Group ; skos:prefLabel "gunmen"@en .
                        """);
        assertThat(lines(graph.graph())).containsExactlyElementsOf(lines(expected));
        assertThat(graph.graph().isIsomorphicWith(expected)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Factuality.class,
            names = {"PLANNED", "POSSIBLE", "DENIED"})
    void whatDidNotHappenIsNoShortcut(Factuality factuality) {
        Article article = article("a1", TEXT);
        Event threat =
                event("e1", "Threat", article, "threatens")
                        .actors(KENYA)
                        .recipients(SOMALIA)
                        .factuality(factuality)
                        .done();

        NamedGraph graph = News.builder().build(article, List.of(threat));

        assertThat(shortcuts(graph)).isEmpty();
    }

    @Test
    void shortcutHoldsBetweenParticipantsAndBetweenTheirStates() {
        Article article = article("a1", TEXT);
        Event threat =
                event("e1", "Threat", article, "threatens")
                        .actors(MINISTER)
                        .recipients(SOMALIA)
                        .done();

        NamedGraph graph = News.builder().build(article, List.of(threat));

        assertThat(shortcuts(graph))
                .containsExactlyInAnyOrder("alfred-mutua threatens SOM", "KEN threatens SOM");
    }

    @Test
    void mutualActHoldsBothWays() {
        Article article = article("a1", TEXT);
        Event talks = event("e1", "Negotiation", article, "said").actors(KENYA, SOMALIA).done();

        NamedGraph graph = News.builder().build(article, List.of(talks));

        assertThat(shortcuts(graph))
                .containsExactlyInAnyOrder("KEN consultsWith SOM", "SOM consultsWith KEN");
    }

    @Test
    void oneSidedActOfTwoPartiesIsNoShortcutBetweenThem() {
        Article article = article("a1", TEXT);
        Event clash = event("e1", "Clash", article, "storm").actors(KENYA, GUNMEN).done();

        NamedGraph graph = News.builder().build(article, List.of(clash));

        assertThat(shortcuts(graph)).isEmpty();
    }

    @Test
    void stateDoesNothingToItself() {
        Article article = article("a1", TEXT);
        Actor crowd = News.actor("local/crowd", "Group", "crowd", KENYA);
        Event arrest =
                event("e1", "Arrest", article, "storm")
                        .actors(KENYAN_MINISTRY)
                        .recipients(crowd)
                        .done();

        NamedGraph graph = News.builder().build(article, List.of(arrest));

        assertThat(shortcuts(graph)).containsExactly("KEN-foreign-ministry coerces crowd");
    }

    @Test
    void actorsOfOneArticleAreNotThoseOfAnother() {
        Article first = article("a1", TEXT);
        Article second = article("a2", TEXT);

        NamedGraph one =
                News.builder()
                        .build(
                                first,
                                List.of(
                                        event("e1", "Attack", first, "storm")
                                                .actors(GUNMEN)
                                                .recipients(KENYA)
                                                .done()));
        NamedGraph other =
                News.builder()
                        .build(
                                second,
                                List.of(
                                        event("e1", "Attack", second, "storm")
                                                .actors(GUNMEN)
                                                .recipients(KENYA)
                                                .done()));

        assertThat(objects(one, Vocabulary.ACTOR))
                .doesNotContainAnyElementsOf(objects(other, Vocabulary.ACTOR));
        assertThat(objects(one, Vocabulary.RECIPIENT))
                .isEqualTo(objects(other, Vocabulary.RECIPIENT));
    }

    @Test
    void dateIsAsExactAsItIsKnown() {
        Article article = article("a1", TEXT);
        List<Event> events =
                List.of(
                        event("e1", "Attack", article, "storm")
                                .on(
                                        EventDate.days(
                                                "from Friday to Sunday",
                                                LocalDate.of(2024, 3, 1),
                                                LocalDate.of(2024, 3, 3)))
                                .done(),
                        event("e2", "Attack", article, "storm")
                                .on(EventDate.month("last month", YearMonth.of(2024, 2)))
                                .done(),
                        event("e3", "Attack", article, "storm")
                                .on(EventDate.unresolved("soon"))
                                .done());

        NamedGraph graph = News.builder().build(article, events);

        assertThat(objects(graph, Vocabulary.DATE))
                .extracting(Node::toString)
                .containsExactlyInAnyOrder(
                        "\"2024-03-01\"^^xsd:date", "\"2024-02\"^^xsd:gYearMonth");
        assertThat(objects(graph, Vocabulary.DATE_END)).hasSize(1);
        assertThat(objects(graph, Vocabulary.DATE_TEXT)).hasSize(3);
    }

    @Test
    void placeLiesInItsCountry() {
        Article article = article("a1", TEXT);
        Event attack = event("e1", "Attack", article, "storm").in(NAIROBI).killed(3).done();

        NamedGraph graph = News.builder().build(article, List.of(attack));

        assertThat(ask(graph, "ASK { ?e dem:location/dem:country/dem:code 'KEN' ; dem:killed 3 }"))
                .isTrue();
        assertThat(
                        ask(
                                graph,
                                "ASK { ?p skos:prefLabel 'Nairobi'@en ; geo:lat ?lat ; skos:exactMatch wd:Q3870 FILTER(?lat = -1.2864) }"))
                .isTrue();
        assertThat(
                        ask(
                                graph,
                                "ASK { ?s dem:code 'KEN' ; skos:prefLabel 'Kenya'@en ; a dem:State }"))
                .isTrue();
    }

    @Test
    void countryThatTheGazetteerLacksIsLeftOut() {
        Article article = article("a1", TEXT);
        Event attack = event("e1", "Attack", article, "storm").in(NAIROBI).done();
        GraphBuilder builder =
                new GraphBuilder(ONTOLOGY, News.IRIS, News.RUN, code -> Optional.empty());

        NamedGraph graph = builder.build(article, List.of(attack));

        assertThat(objects(graph, Vocabulary.COUNTRY)).isEmpty();
        assertThat(objects(graph, Vocabulary.LOCATION)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Al \"the Fox\" O'Neill",
                "<script>alert(1)</script> . <x> <y> <z>",
                "back\\slash \\u0041 tab\tline\nend",
                "🕊️ Peace 👩‍👩‍👧 Party",
                "السوداني محمد شياع",
                "\u202eright to left\u202c",
                "'} DROP ALL; {'"
            })
    void hostileNamesComeBackAsTheyWere(String name) {
        Article article = article("a1", name + " threatens Kenya.");
        Actor hostile = News.actor("local/" + name.strip().replaceAll("\\s", "_"), "Person", name);
        Event threat =
                event("e1", "Threat", article, "threatens Kenya")
                        .actors(hostile)
                        .recipients(KENYA)
                        .objects(new Thing(name, Optional.empty(), new Span(0, name.length())))
                        .done();

        NamedGraph graph = News.builder().build(article, List.of(threat));

        for (Lang lang : List.of(Lang.NTRIPLES, Lang.TURTLE, Lang.RDFXML, Lang.JSONLD)) {
            String written = RDFWriter.source(graph.graph()).lang(lang).toString();
            Graph read = RDFParser.fromString(written, lang).toGraph();
            assertThat(lines(read)).containsExactlyElementsOf(lines(graph.graph()));
        }
        assertThat(objects(graph, Vocabulary.PREF_LABEL))
                .anyMatch(n -> n.getLiteralLexicalForm().equals(name));
    }

    @Test
    void offsetsCountTheCharsOfSurrogatePairs() {
        Article article = article("a1", "🕊🕊 Kenya threatens Somalia.");
        Event threat =
                event("e1", "Threat", article, "threatens Somalia")
                        .actors(KENYA)
                        .recipients(SOMALIA)
                        .done();

        NamedGraph graph = News.builder().build(article, List.of(threat));

        int begin = Integer.parseInt(only(graph, Vocabulary.BEGIN_INDEX));
        int end = Integer.parseInt(only(graph, Vocabulary.END_INDEX));
        assertThat(only(graph, Vocabulary.IS_STRING).substring(begin, end))
                .isEqualTo(only(graph, Vocabulary.ANCHOR_OF))
                .isEqualTo("threatens Somalia");
    }

    @Test
    void sameArticleGivesTheSameLines() {
        assertThat(lines(everything().graph())).isEqualTo(lines(everything().graph()));
    }

    @Test
    void graphHasNoBlankNodesAndNoDecimals() {
        assertThat(everything().quads())
                .isNotEmpty()
                .noneMatch(
                        q ->
                                q.getSubject().isBlank()
                                        || q.getObject().isBlank()
                                        || (q.getObject().isLiteral()
                                                && q.getObject()
                                                        .getLiteralDatatype()
                                                        .equals(XSDDatatype.XSDdecimal)));
    }

    @Test
    void everyTermThatIsWrittenIsDeclared() {
        Set<Node> terms =
                everything()
                        .quads()
                        .flatMap(q -> Stream.of(q.getPredicate(), q.getObject()))
                        .filter(n -> n.isURI() && n.getURI().startsWith(Ontology.NAMESPACE))
                        .collect(Collectors.toSet());

        assertThat(terms)
                .hasSizeGreaterThan(20)
                .allMatch(term -> ONTOLOGY.graph().contains(term, RDF.Nodes.type, Node.ANY));
    }

    @Test
    void queryOverClassesFindsTheLeaf() {
        assertThat(
                        ask(
                                everything(),
                                """
                                ASK { ?e prov:wasDerivedFrom/dcterms:identifier "a1" ; a/rdfs:subClassOf* ?top ;
                                         dem:factuality dem:Asserted ; dem:actor/dem:affiliation*/dem:code "KEN" .
                                      ?top dem:plover "THREATEN" }
                                """))
                .isTrue();
    }

    @Test
    void reportsOfOneEventShareItsIncident() {
        Article first = article("a1", TEXT);
        Article second = article("a2", "Gunmen stormed the embassy in Nairobi, police said.");
        EventDate tuesday = EventDate.day("on Tuesday", LocalDate.of(2024, 3, 5));
        Event told =
                event("e1", "StormingOfMission", first, "storm")
                        .actors(MINISTER)
                        .in(NAIROBI)
                        .on(tuesday)
                        .done();
        Event again =
                event("e9", "StormingOfMission", second, "stormed")
                        .actors(KENYA)
                        .in(NAIROBI)
                        .done();
        Event elsewhere =
                event("e8", "StormingOfMission", second, "stormed")
                        .actors(KENYA)
                        .on(tuesday)
                        .done();

        Set<Node> one = objects(News.builder().build(first, List.of(told)), Vocabulary.INCIDENT);
        Set<Node> other =
                objects(News.builder().build(second, List.of(again)), Vocabulary.INCIDENT);
        Set<Node> third =
                objects(News.builder().build(second, List.of(elsewhere)), Vocabulary.INCIDENT);

        assertThat(one).hasSize(1).isEqualTo(other).doesNotContainAnyElementsOf(third);
    }

    @Test
    void eventOfAnUnknownDayIsOfNoIncident() {
        Article article = article("a1", TEXT);
        Event someday =
                event("e1", "Attack", article, "storm")
                        .actors(KENYA)
                        .on(EventDate.unresolved("years ago"))
                        .done();
        Event nowhere = event("e2", "Attack", article, "storm").done();

        NamedGraph graph = News.builder().build(article, List.of(someday, nowhere));

        assertThat(objects(graph, Vocabulary.INCIDENT)).isEmpty();
    }

    @Test
    void quoteThatIsNotAtItsOffsetsIsABug() {
        Article article = article("a1", TEXT);
        Event elsewhere = event("e1", "Threat", article("a1", "x threatens"), "threatens").done();

        assertThatIllegalStateException()
                .isThrownBy(() -> News.builder().build(article, List.of(elsewhere)))
                .withMessageContaining("are not 'threatens'");
    }

    @Test
    void eventsThatDoNotFitTogetherAreABug() {
        Article article = article("a1", TEXT);
        Event dangling = event("e1", "Threat", article, "threatens").contents("e7").done();
        Event twice = event("e1", "Threat", article, "threatens").done();
        Event mode = event("e1", "Threat", article, "threatens").mode("hunger").done();
        Event context = event("e1", "Threat", article, "threatens").contexts("weather").done();

        assertThatIllegalStateException()
                .isThrownBy(() -> News.builder().build(article, List.of(dangling)))
                .withMessageContaining("'e7'");
        assertThatIllegalStateException()
                .isThrownBy(() -> News.builder().build(article, List.of(twice, twice)))
                .withMessageContaining("'e1'");
        assertThatIllegalStateException()
                .isThrownBy(() -> News.builder().build(article, List.of(mode)))
                .withMessageContaining("unknown mode 'hunger'");
        assertThatIllegalStateException()
                .isThrownBy(() -> News.builder().build(article, List.of(context)))
                .withMessageContaining("unknown context 'weather'");
    }

    @Test
    void articleWithoutEventsIsDescribedAlone() {
        Article bare =
                new Article(
                        "b",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "");

        NamedGraph graph = News.builder().build(bare, List.of());

        assertThat(graph.graph().size()).isEqualTo(7);
    }

    /** A graph with every kind of statement. */
    static NamedGraph everything() {
        Article article = article("a1", TEXT);
        return News.builder()
                .build(
                        article,
                        List.of(
                                event("e1", "Threat", article, "threatens to recall")
                                        .mode("relations")
                                        .contexts("diplomatic", "economic", "territory")
                                        .actors(MINISTER, KENYA)
                                        .recipients(SOMALIA, GUNMEN)
                                        .objects(
                                                new Thing(
                                                        "embassy",
                                                        Optional.of(KENYA),
                                                        new Span(81, 88)))
                                        .in(NAIROBI)
                                        .on(EventDate.day("Tuesday", LocalDate.of(2024, 3, 5)))
                                        .contents("e2")
                                        .conditions("e2")
                                        .attributions(
                                                new Attribution(Attribution.Kind.SAID_BY, MINISTER),
                                                new Attribution(
                                                        Attribution.Kind.REPORTED_BY, AGENCY))
                                        .killed(0)
                                        .done(),
                                event("e2", "Meeting", article, "recall")
                                        .actors(KENYA, SOMALIA)
                                        .done()));
    }

    private static Graph turtle(String body) {
        return RDFParser.fromString(PREFIXES + body, Lang.TURTLE).toGraph();
    }

    private static List<String> lines(Graph graph) {
        return RDFWriter.source(graph).lang(Lang.NTRIPLES).toString().lines().sorted().toList();
    }

    private static boolean ask(NamedGraph graph, String query) {
        return QueryExec.dataset(
                        DatasetGraphFactory.wrap(new Union(graph.graph(), ONTOLOGY.graph())))
                .query(PREFIXES + query)
                .ask();
    }

    private static Set<Node> objects(NamedGraph graph, Node property) {
        return graph.graph().find(Node.ANY, property, Node.ANY).mapWith(Triple::getObject).toSet();
    }

    private static String only(NamedGraph graph, Node property) {
        return objects(graph, property).iterator().next().getLiteralLexicalForm();
    }

    private static List<String> shortcuts(NamedGraph graph) {
        Set<String> properties =
                ONTOLOGY.eventTypes().stream()
                        .map(type -> type.shortcut().iri())
                        .collect(Collectors.toSet());
        return graph.quads()
                .filter(q -> properties.contains(q.getPredicate().getURI()))
                .map(
                        q ->
                                last(q.getSubject())
                                        + " "
                                        + last(q.getPredicate())
                                        + " "
                                        + last(q.getObject()))
                .toList();
    }

    private static String last(Node node) {
        return node.getURI().replaceAll(".*[/#]", "");
    }
}
