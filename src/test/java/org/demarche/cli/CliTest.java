package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ValidationReport;
import org.demarche.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Command lines, run within this process. */
class CliTest {
    private static final String ARTICLE =
            """
            Title: Norway expels diplomats
            Date: 2023-04-13
            Publisher: Test Wire
            Id: norway

            Norway expelled 15 Russian diplomats on Thursday. The Foreign Ministry said they were spies.
            Russia condemned the decision and threatened to close the Norwegian consulate in Murmansk.
            """;

    @TempDir static Path shared;
    private static Path news;

    @TempDir Path temp;

    /** What a command line gave. */
    private record Run(int code, String out, String err) {}

    private static Run run(Object... args) {
        return runWith(InputStream.nullInputStream(), args);
    }

    private static Run runWith(InputStream in, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int code =
                Cli.run(
                        new Console(
                                in,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                false),
                        words);
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** One store that the questions are put to; a broken line stands in the middle of its file. */
    @BeforeAll
    static void build() throws IOException {
        news = shared.resolve("news");
        Path article = Files.writeString(shared.resolve("norway.txt"), ARTICLE);
        Path lines =
                Files.writeString(
                        shared.resolve("lines.jsonl"),
                        """
                        {"id":"one","published":"2023-05-01","text":"France and Germany signed a treaty in Paris."}
                        {"id":"two","text":
                        {"id":"three","published":"2023-05-02","colour":"red","text":"Protesters gathered in Lima."}
                        """);

        Run run = run("build", "--store", news, article, lines, shared.resolve("missing.txt"));

        assertThat(run.err())
                .contains("lines.jsonl:2: broken JSON")
                .contains("missing.txt: no such file")
                .contains("unknown keys were ignored: colour")
                .contains("3 articles with ")
                .contains("2 problems, named above");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).as("some were loaded, some failed").isEqualTo(1);
    }

    @Test
    void savedQueryAnswersInATable() {
        Run run = run("query", "--store", news, "articles");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines().toList().get(0)).matches("article +issued +publisher .*");
        assertThat(run.out())
                .contains("one")
                .contains("three")
                .containsPattern("norway +2023-04-13 +Test Wire +Norway expels diplomats +\\d+");
    }

    @Test
    void rowsAreWrittenForPrograms() {
        assertThat(run("query", "--store", news, "articles", "--format", "csv").out())
                .startsWith(
                        "article,issued,publisher,title,events\r\nnorway,2023-04-13,Test Wire,");
        assertThat(run("query", "--store", news, "articles", "-f", "json").out())
                .contains("\"bindings\"");
        assertThat(run("query", "--store", news, "articles", "-f", "tsv").out())
                .startsWith("?article\t");
        assertThat(run("query", "--store", news, "articles", "-f", "xml").out())
                .contains("<sparql");
    }

    @Test
    void anySparqlMayBeAsked() throws IOException {
        Path file = Files.writeString(temp.resolve("q.rq"), "ASK { ?a a dem:Article }");

        assertThat(run("query", "--store", news, "--file", file).out()).isEqualTo("yes\n");
        assertThat(
                        run(
                                        "query",
                                        "--store",
                                        news,
                                        "--text",
                                        "SELECT (COUNT(*) AS ?n) { ?a a dem:Article }")
                                .out())
                .isEqualTo("n\n─\n3\n");
        assertThat(
                        run(
                                        "query",
                                        "--store",
                                        news,
                                        "--text",
                                        "CONSTRUCT { ?a dcterms:title ?t } { ?a dcterms:title ?t }")
                                .out())
                .contains("\"Norway expels diplomats\"");
    }

    @Test
    void limitSaysThatThereIsMore() {
        Run first = run("query", "--store", news, "articles", "--limit", "2");
        Run second = run("query", "--store", news, "articles", "--limit", "2", "--page", "2");

        assertThat(first.out().lines()).hasSize(4);
        assertThat(first.err()).contains("--page 2 for the next");
        assertThat(second.out().lines()).hasSize(3);
        assertThat(second.err()).isEmpty();
    }

    @Test
    void answerGoesToAFile() {
        Path file = temp.resolve("answer.csv");

        Run run = run("query", "--store", news, "articles", "-f", "csv", "-o", file);

        assertThat(run.out()).isEmpty();
        assertThat(file).content().contains("norway");
        assertThat(temp.toFile().list()).containsExactly("answer.csv");
    }

    @Test
    void unknownQueryIsWrongUsage() {
        Run run = run("query", "--store", news, "artikles");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no saved query 'artikles' (nearest: 'articles')");
    }

    @Test
    void folderThatIsNoneIsRefusedBeforeAnythingIsServed() {
        Run run = run("serve", "--store", news, "--watch", temp.resolve("none"), "--port", 0);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("none: no such folder to watch").doesNotContain("serves");
    }

    @Test
    void missingAndIllTypedParametersAreWrongUsage() {
        Run missing = run("query", "--store", news, "events-between", "-p", "one=NOR");
        Run illTyped = run("query", "--store", news, "timeline", "-p", "from=yesterday");
        Run evil = run("query", "--store", news, "timeline", "--param", "actor=> } DROP");

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("parameter 'other' is missing");
        assertThat(illTyped.code()).isEqualTo(2);
        assertThat(illTyped.err()).contains("'yesterday' is not a date such as 2023-07-20");
        assertThat(evil.code()).isEqualTo(2);
        assertThat(evil.err()).contains("no actor '> } DROP' in the store");
    }

    @Test
    void mistakeInSparqlIsShownAtItsPlace() {
        Run run = run("query", "--store", news, "--text", "SELECT ?x WHERE { ?x a ?y ?z }");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--text:1:27: '?z' does not belong here")
                .contains("SELECT ?x WHERE { ?x a ?y ?z }")
                .contains("\ndemarche:     " + " ".repeat(26) + "^");
    }

    @Test
    void updateIsNoQuery() {
        Run run = run("query", "--store", news, "--text", "DROP ALL");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--text:1:1: 'DROP' does not belong here");
    }

    @Test
    void formatThatDoesNotFitTheAnswerIsRefused() {
        Run rows = run("query", "--store", news, "articles", "-f", "turtle");
        Run unknown = run("query", "--store", news, "articles", "-f", "cvs");

        assertThat(rows.code()).isEqualTo(2);
        assertThat(rows.err()).contains("use table, csv, tsv, json, xml");
        assertThat(unknown.err()).contains("no format 'cvs'", "there are table, csv, tsv");
    }

    @Test
    void queriesAreListedAndExplained() {
        assertThat(run("queries").out()).contains("who-threatens-whom   Who threatens whom");
        assertThat(run("queries", "events-between").out())
                .contains(
                        "one ",
                        "required",
                        "demarche query events-between -p one=IRQ -p other=SWE");
        assertThat(run("queries", "timeline", "--sparql").out()).contains("SELECT ?date");
    }

    @Test
    void statisticsAreCounted() {
        assertThat(run("stats", "--store", news).out())
                .containsPattern("articles +3\n")
                .contains("format 3, made by demarche ")
                .contains("events by type");
    }

    @Test
    void articleIsForgotten() throws IOException {
        Path copy = temp.resolve("copy");
        copyStore(copy);

        Run run = run("forget", "--store", copy, "one", "nobody");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no article 'nobody'").contains("1 of 2 articles forgotten");
        assertThat(run("query", "--store", copy, "articles").out())
                .contains("norway")
                .doesNotContain("one ");
        assertThat(run("compact", "--store", copy).err()).contains("KB now");
        assertThat(run("query", "--store", copy, "articles").out()).contains("norway");
        assertThat(run("forget", "--store", copy, "nobody").code()).isEqualTo(2);
    }

    private static void copyStore(Path target) throws IOException {
        try (var files = Files.walk(news)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(news.relativize(file).toString()));
            }
        }
    }

    @Test
    void backupIsWrittenOnce() {
        Path file = temp.resolve("all.nq.gz");

        assertThat(run("backup", "--store", news, file).code()).isZero();
        assertThat(file).isNotEmptyFile();
        assertThat(run("backup", "--store", news, file).code()).isEqualTo(2);
    }

    @Test
    void exportChoosesTheFormatBySuffix() {
        Path file = temp.resolve("net.graphml");

        assertThat(run("export", "--store", news, "-o", file).code()).isZero();
        assertThat(file).content().contains("<graphml");
        assertThat(run("export", "--store", news, "--format", "dot").out()).startsWith("digraph");
        assertThat(run("export", "--store", news).code()).isEqualTo(2);
        assertThat(run("export", "--store", news, "-o", temp.resolve("x.doc")).err())
                .contains("the suffix is of no format");
    }

    @Test
    void exportedStoreIsValidAgainstTheShapes() throws IOException {
        Path good = temp.resolve("good.trig");
        Path bad =
                Files.writeString(
                        temp.resolve("bad.ttl"),
                        "<http://example.org/e> a <https://w3id.org/demarche/ontology#Arson> .");
        Path broken = Files.writeString(temp.resolve("broken.ttl"), "<a> <b> ");

        run("export", "--store", news, "-o", good);

        assertThat(run("validate", good).code()).isZero();
        Run violated = run("validate", bad);
        assertThat(violated.code()).isEqualTo(1);
        assertThat(violated.out()).contains("bad.ttl: http://example.org/e: ");
        assertThat(run("validate", broken).code()).isEqualTo(2);
        assertThat(run("validate", temp.resolve("none.ttl")).err()).contains("no such file");
    }

    @Test
    void violationsAreReportedInShaclsOwnWords() throws IOException {
        Path bad =
                Files.writeString(
                        temp.resolve("bad.ttl"),
                        "<http://example.org/e> a <https://w3id.org/demarche/ontology#Arson> .");

        Run validated = run("validate", "--format", "ntriples", bad);

        Graph report = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(validated.out(), Lang.NTRIPLES).parse(report);
        assertThat(validated.code()).isEqualTo(1);
        assertThat(ValidationReport.fromGraph(report).conforms()).isFalse();
        assertThat(ValidationReport.fromGraph(report).getEntries())
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.focusNode()).hasToString("http://example.org/e"));
        assertThat(run("validate", "--format", "turtel", bad).err()).contains("turtle");
    }

    @Test
    void bundledDataFilesAreGood() {
        assertThat(run("validate").err()).contains("the data files are good");
    }

    @Test
    void badInputIsNamedBeforeAnythingIsLoaded() throws IOException {
        Path store = temp.resolve("store");
        Path empty = Files.createFile(temp.resolve("empty.txt"));
        Path folder = Files.createDirectory(temp.resolve("folder"));
        Files.writeString(folder.resolve("picture.png"), "no");
        Path latin =
                Files.write(
                        temp.resolve("latin.txt"),
                        "Der T\u00fcrke sagte.".getBytes(StandardCharsets.ISO_8859_1));

        Run run = run("build", "--store", store, temp.resolve("no.txt"), empty, folder, latin);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines().filter(l -> l.startsWith("demarche: ")))
                .hasSize(4)
                .anyMatch(l -> l.contains("no.txt: no such file"))
                .anyMatch(l -> l.contains("empty.txt: no text in it"))
                .anyMatch(l -> l.contains("folder: no article file in the folder"))
                .anyMatch(l -> l.contains("latin.txt") && l.contains("UTF-8"));
        assertThat(store).doesNotExist();
    }

    @Test
    void veryLongArticleIsLeftOutAndSaid() throws IOException {
        Path big = Files.writeString(temp.resolve("big.txt"), "word ".repeat(50_000_000 / 5));
        Path store = temp.resolve("store");

        Run run = run("build", "--store", store, big);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("left out, its 50,000,000 chars are more than --max-chars");
        assertThat(store).doesNotExist();
    }

    @Test
    void articlesComeFromStandardInput() {
        InputStream in =
                new java.io.ByteArrayInputStream(
                        "{\"id\":\"piped\",\"text\":\"Peru condemned the attack on its embassy.\"}\n"
                                .getBytes(StandardCharsets.UTF_8));

        Run run = runWith(in, "extract", "--format", "nquads", "-");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .isNotEmpty()
                .allMatch(l -> l.endsWith("<https://w3id.org/demarche/id/article/piped> ."));
    }

    @Test
    void folderThatIsNoStoreIsRefused() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("papers"));
        Files.writeString(folder.resolve("letter.txt"), "Dear all");

        assertThat(run("query", "--store", folder, "articles").err())
                .contains("papers: is not a store of demarche");
        assertThat(run("build", "--store", folder, shared.resolve("norway.txt")).code())
                .isEqualTo(2);
        assertThat(run("stats", "--store", temp.resolve("none")).err())
                .contains("there is no store yet; make one with: demarche build");
    }

    @Test
    void dataFolderWithThreeMistakesHasThemAllNamed() throws IOException {
        Path data = temp.resolve("data-files");
        for (String folder : new String[] {"ontology", "queries", "data"}) {
            copy(Path.of(folder), data.resolve(folder));
        }
        Files.writeString(
                data.resolve("queries/one.rq"), "#+ description: no summary\nSELECT ?x { ?x ?y }");
        Files.writeString(
                data.resolve("queries/two.rq"),
                """
                #+ summary: A parameter that nobody describes
                SELECT ?x { ?x ?y ?_who }
                """);
        Files.writeString(
                data.resolve("queries/three.rq"),
                """
                #+ summary: [
                SELECT ?x { BIND(1 AS ?_n) VALUES ?_m { 2 } ?x ?y ?z }
                """);

        Run run = run("queries", "--data", data);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("queries/one.rq:2:19: '}' does not belong here")
                .contains("queries/two.rq:1: the header does not describe parameter 'who'")
                .contains("queries/three.rq:4: the header is not YAML")
                .contains("BIND gives parameter ?_n a value")
                .contains("VALUES gives parameter ?_m a value");
        assertThat(run("queries", "--data", temp).err()).contains("no folder 'data' in it");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void explainShowsSentencesAndEvents() {
        Run run = run("explain", "--tokens", "--text", "Chile expelled the ambassador of Peru.");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("[0] Chile expelled the ambassador of Peru.")
                .contains("VERB")
                .contains("mention");
    }

    @Test
    void explainWritesOtherFormats() {
        String text = "Chile expelled the ambassador of Peru.";

        assertThat(run("explain", "--format", "conllu", "--text", text).out())
                .contains("# text = " + text + "\n1\tChile\t");
        assertThat(run("explain", "-f", "JSON", "--text", text).out())
                .startsWith("{\"article\":")
                .endsWith("}\n");
        assertThat(run("explain", "--help").out()).contains("conllu", "json");
    }

    @Test
    void explainRefusesAnUnknownFormat() {
        Run run = run("explain", "--format", "yaml", "--text", "Chile left.");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "demarche: explain has no format 'yaml'; there are text, conllu, json\n");
    }

    @Test
    void usageIsExplained() {
        assertThat(run("--version").out()).matches("demarche \\d+\\.\\d+.*\n");
        assertThat(run("--help").out()).contains("Examples:", "build", "query", "Exit codes");
        assertThat(run("query", "--help").out()).contains("events-between --param one=IRQ");
        assertThat(run("generate-completion").out()).contains("complete -F");
        assertThat(run().code()).isEqualTo(2);
        Run typo = run("biuld", "x");
        assertThat(typo.code()).isEqualTo(2);
        assertThat(typo.err()).contains("Did you mean", "build");
        assertThat(run("query").code()).isEqualTo(2);
        assertThat(run("query", "articles", "--text", "ASK {}").code()).isEqualTo(2);
    }

    @Timeout(300)
    @Test
    void interruptedBuildKeepsWhatItHasRead() throws Exception {
        Path store = temp.resolve("store");
        Process build =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Cli.class.getName(),
                                "build",
                                "--verbose",
                                "--store",
                                store.toString(),
                                "-")
                        .redirectOutput(temp.resolve("out").toFile())
                        .start();
        try (var input = build.outputWriter(StandardCharsets.UTF_8);
                var said = build.errorReader(StandardCharsets.UTF_8)) {
            // more than one commit holds, so that the first is made while the input stays open
            for (int i = 0; i < 500; i++) {
                input.write("{\"id\":\"a" + i + "\",\"text\":\"Peru condemned the attack.\"}\n");
            }
            input.flush();
            String line = said.readLine();
            while (line != null && !line.startsWith("article a99")) {
                line = said.readLine();
            }

            // Process.destroy would close the stream that we listen to.
            build.toHandle().destroy();

            assertThat(said.lines())
                    .anyMatch(l -> l.matches("interrupted: \\d+ articles are in .*store"));
            assertThat(build.waitFor(120, TimeUnit.SECONDS)).isTrue();
        }
        try (Store kept = Store.open(store)) {
            assertThat(kept.contains("https://w3id.org/demarche/id/article/a0")).isTrue();
        }
    }
}
