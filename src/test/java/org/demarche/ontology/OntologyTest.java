package org.demarche.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OntologyTest {
    private static final Ontology ONTOLOGY = Ontology.read(DataFiles.bundled());
    private static final Graph GRAPH = ONTOLOGY.graph();

    @Test
    void leafHasWhatItsTopClassSays() {
        EventType expulsion = ONTOLOGY.requireEventType("ExpulsionOfDiplomat");

        assertThat(expulsion.top()).isEqualTo("Sanction");
        assertThat(expulsion.plover()).isEqualTo("SANCTION");
        assertThat(expulsion.quad()).isEqualTo(QuadClass.MATERIAL_CONFLICT);
        assertThat(expulsion.score()).isEqualTo(-6);
        assertThat(expulsion.cameo()).contains("166");
        assertThat(expulsion.defaultMode()).contains("expel");
        assertThat(expulsion.defaultContexts()).containsExactly("diplomatic");
        assertThat(expulsion.needsRecipient()).isTrue();
        assertThat(expulsion.shortcut().name()).isEqualTo("sanctions");
        assertThat(expulsion.isTop()).isFalse();
    }

    @Test
    void thereAreTheSixteenTypesOfPlover() {
        assertThat(ONTOLOGY.eventTypes().stream().filter(EventType::isTop).map(EventType::plover))
                .containsExactlyInAnyOrder(
                        "AGREE",
                        "CONSULT",
                        "SUPPORT",
                        "CONCEDE",
                        "COOPERATE",
                        "AID",
                        "RETREAT",
                        "REQUEST",
                        "ACCUSE",
                        "REJECT",
                        "THREATEN",
                        "PROTEST",
                        "SANCTION",
                        "MOBILIZE",
                        "COERCE",
                        "ASSAULT");
        assertThat(ONTOLOGY.eventTypes()).hasSizeGreaterThan(100);
    }

    @Test
    void onlyMutualActsHoldBothWays() {
        Set<String> symmetric =
                ONTOLOGY.eventTypes().stream()
                        .map(EventType::shortcut)
                        .filter(EventType.Shortcut::symmetric)
                        .map(EventType.Shortcut::name)
                        .collect(Collectors.toSet());

        assertThat(symmetric)
                .containsExactlyInAnyOrder("agreesWith", "consultsWith", "cooperatesWith");
    }

    @Test
    void modeBelongsToOneType() {
        EventType threat = ONTOLOGY.requireEventType("Threat");
        EventType sanction = ONTOLOGY.requireEventType("ExpulsionOfDiplomat");

        assertThat(ONTOLOGY.mode(threat, "expel").orElseThrow())
                .isNotEqualTo(ONTOLOGY.mode(sanction, "expel").orElseThrow());
        assertThat(ONTOLOGY.mode(threat, "discontinue")).isEmpty();
        assertThat(ONTOLOGY.modes(threat))
                .extracting(Concept::name)
                .hasSize(6)
                .contains("relations");
        assertThat(ONTOLOGY.context("diplomatic")).isPresent();
        assertThat(ONTOLOGY.contexts()).hasSize(37);
    }

    @Test
    void everyModeAndContextStandsInItsScheme() {
        for (String kind : new String[] {"mode", "context"}) {
            Node scheme = NodeFactory.createURI("https://w3id.org/demarche/" + kind);
            Node type = term(kind.equals("mode") ? "Mode" : "Context");
            assertThat(GRAPH.contains(scheme, RDF.Nodes.type, SKOS.ConceptScheme.asNode()))
                    .isTrue();
            assertThat(GRAPH.find(Node.ANY, RDF.Nodes.type, type).toList())
                    .isNotEmpty()
                    .extracting(Triple::getSubject)
                    .allSatisfy(
                            node -> {
                                assertThat(objects(node, SKOS.inScheme.asNode()))
                                        .containsExactly(scheme);
                                assertThat(objects(node, SKOS.definition.asNode())).isNotEmpty();
                            });
        }
    }

    private static List<Node> objects(Node subject, Node property) {
        return GRAPH.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
    }

    @Test
    void actorClassesAreKnownByName() {
        assertThat(ONTOLOGY.actorClass("NewsOutlet")).contains(Ontology.NAMESPACE + "NewsOutlet");
        assertThat(ONTOLOGY.actorClass("Threat")).isEmpty();
        assertThat(ONTOLOGY.actorClasses())
                .contains("State", "GovernmentBody", "DiplomaticMission", "Person", "Group");
    }

    @Test
    void everyTermIsDeclaredWithLabelAndComment() {
        Set<String> declared =
                stream(GRAPH, Node.ANY, RDF.Nodes.type)
                        .map(Triple::getSubject)
                        .map(Node::toString)
                        .filter(iri -> iri.startsWith("https://w3id.org/demarche/"))
                        .collect(Collectors.toSet());
        Set<String> used =
                stream(GRAPH, Node.ANY, Node.ANY)
                        .flatMap(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject()))
                        .filter(Node::isURI)
                        .map(Node::toString)
                        .filter(iri -> iri.startsWith("https://w3id.org/demarche/"))
                        .collect(Collectors.toSet());

        assertThat(declared).containsAll(used);
        assertThat(declared.stream().filter(iri -> iri.startsWith(Ontology.NAMESPACE)))
                .allSatisfy(
                        iri ->
                                assertThat(objects(NodeFactory.createURI(iri), RDFS.Nodes.label))
                                        .isNotEmpty());
    }

    @Test
    void everyTermInCodeDataAndQueriesIsDeclared() throws IOException {
        Set<String> declared =
                stream(GRAPH, Node.ANY, RDF.Nodes.type)
                        .map(Triple::getSubject)
                        .filter(
                                node ->
                                        node.isURI()
                                                && node.getURI().startsWith(Ontology.NAMESPACE))
                        .map(node -> node.getURI().substring(Ontology.NAMESPACE.length()))
                        .collect(Collectors.toSet());
        Pattern name = Pattern.compile("\\bdem:(\\w+)");
        Set<String> unknown = new TreeSet<>();

        List<Path> folders =
                Stream.of("src/main", "ontology", "queries", "data")
                        .map(Path::of)
                        .filter(Files::isDirectory)
                        .toList();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> isText(f.toString())).toList()) {
                    Matcher found = name.matcher(Files.readString(file));
                    while (found.find()) {
                        if (!declared.contains(found.group(1))) {
                            unknown.add(file + ": " + found.group());
                        }
                    }
                }
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void graphHasNoBlankNodes() {
        assertThat(stream(GRAPH, Node.ANY, Node.ANY))
                .noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank());
    }

    @Test
    void unknownEventClassIsReportedWithTheNearestOne() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ONTOLOGY.requireEventType("StormingofMision"))
                .withMessage(
                        "event class 'StormingofMision' is not in ontology/ (nearest: 'StormingOfMission')");
        assertThat(ONTOLOGY.eventType("Event")).isEmpty();
    }

    @Test
    void classOfOnesOwnNeedsNoJava(@TempDir Path folder) throws IOException {
        DataFiles files =
                changed(
                        folder,
                        turtle ->
                                turtle
                                        + "\ndem:NoteVerbale a owl:Class ; rdfs:subClassOf dem:Criticism ;"
                                        + " rdfs:label \"note verbale\"@en ; rdfs:comment \"Hands over a note.\"@en ;"
                                        + " skos:example \"Malta handed Libya a note.\"@en ; skos:notation \"1141\" .\n");

        EventType note = Ontology.read(files).requireEventType("NoteVerbale");

        assertThat(note.top()).isEqualTo("Accusation");
        assertThat(note.defaultMode()).contains("disapprove");
    }

    @Test
    void allProblemsAreReportedWithTheirLines(@TempDir Path folder) throws IOException {
        DataFiles files =
                changed(
                        folder,
                        turtle ->
                                turtle.replaceFirst("skos:notation \"161\" ;\n", "")
                                        .replace(
                                                "dem:defaultMode mode:threaten-violence",
                                                "dem:defaultMode mode:assault-beat")
                                        .replace(
                                                "dem:Arson a owl:Class ;\n    rdfs:subClassOf dem:Assault",
                                                "dem:Arson a owl:Class ;\n    rdfs:subClassOf dem:Asault"));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Ontology.read(files))
                .satisfies(
                        e ->
                                assertThat(e.getMessage().lines())
                                        .hasSize(3)
                                        .allMatch(
                                                l ->
                                                        l.matches(
                                                                "ontology/demarche.ttl:\\d{3,4}: .*"))
                                        .anyMatch(
                                                l ->
                                                        l.contains(
                                                                "SeveranceOfRelations has no notation"))
                                        .anyMatch(l -> l.contains("ThreatOfForce has the mode"))
                                        .anyMatch(
                                                l ->
                                                        l.contains(
                                                                "Arson does not stand under dem:Event")));
    }

    @Test
    void cycleOfClassesIsReported(@TempDir Path folder) throws IOException {
        DataFiles files =
                changed(folder, turtle -> turtle + "\ndem:Assault rdfs:subClassOf dem:Arson .\n");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Ontology.read(files))
                .withMessageContaining("Arson is its own superclass");
    }

    @Test
    void brokenTurtleIsReportedWithItsLine(@TempDir Path folder) throws IOException {
        DataFiles files =
                changed(folder, turtle -> "@prefix dem: <https://w3id.org/x#> .\ndem:a dem:b\n\n");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Ontology.read(files))
                .withMessageStartingWith("ontology/demarche.ttl:");
    }

    private static DataFiles changed(Path folder, UnaryOperator<String> change) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.createDirectories(folder.resolve("ontology"));
        Files.writeString(
                folder.resolve("ontology/demarche.ttl"),
                change.apply(DataFiles.bundled().text("ontology/demarche.ttl")));
        return DataFiles.at(folder);
    }

    private static boolean isText(String name) {
        return name.matches(".*\\.(java|ttl|rq|tsv|txt)");
    }

    private static Stream<Triple> stream(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).toList().stream();
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Ontology.NAMESPACE + name);
    }
}
