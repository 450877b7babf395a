package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.demarche.graph.Iris;
import org.demarche.store.NewStore;
import org.demarche.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demarche load} of parts that were made elsewhere. */
class LoadCommandTest {
    private static final String BASE = Iris.DEFAULT_BASE + "article/";

    @TempDir private Path temp;

    /** The graph of an article of which only the title is known. */
    private static String graph(String id, String title) {
        String article = "<" + BASE + id + ">";
        return article
                + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/demarche/ontology#Article> "
                + article
                + " .\n"
                + article
                + " <http://purl.org/dc/terms/title> \""
                + title
                + "\" "
                + article
                + " .\n";
    }

    private Path part(String name, String... graphs) throws IOException {
        return Files.writeString(temp.resolve(name), String.join("", graphs));
    }

    private Path store() {
        return temp.resolve("store");
    }

    private String load(Object... parts) {
        return loadInto(store(), parts);
    }

    private static String loadInto(Path store, Object... parts) {
        List<Object> words = new ArrayList<>(List.of("load", "--store", store));
        words.addAll(List.of(parts));
        return BuildCommandTest.run(words.toArray());
    }

    /** The titles of the store's articles, sorted. */
    private List<String> titles() {
        return BuildCommandTest.quads(store()).stream()
                .filter(quad -> quad.contains("terms/title") && quad.contains(BASE))
                .map(quad -> quad.replaceAll("(?s).*?\"(.*)\".*", "$1"))
                .toList();
    }

    private List<String> leftBeside() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.startsWith("store."))
                    .toList();
        }
    }

    @Test
    void filesFoldersAndPatternsMakeANewStore() throws IOException {
        Files.createDirectories(temp.resolve("folder/quads"));
        part("folder/quads/part-r-00000.nq", graph("a1", "one"));
        part("folder/quads/_SUCCESS");
        try (OutputStream out =
                new GZIPOutputStream(
                        Files.newOutputStream(temp.resolve("folder/quads/part-r-00001.nq.gz")))) {
            out.write(graph("a2", "two").getBytes(StandardCharsets.UTF_8));
        }
        part("x1.nq", graph("a3", "three"));
        part("x2.nq", graph("a4", "four"));

        String said = load(temp.resolve("folder"), temp.resolve("x*.nq"));

        assertThat(said).startsWith("0\n4 articles from 4 files in ").contains(": 8 quads, ");
        assertThat(titles()).containsExactlyInAnyOrder("one", "two", "three", "four");
        assertThat(leftBeside()).isEmpty();
        assertThat(BuildCommandTest.run("query", "--store", store(), "articles")).startsWith("0");
        try (Store opened = Store.open(store())) {
            assertThat(opened.contains("https://w3id.org/demarche/gazetteer")).isTrue();
        }
    }

    @Test
    void graphThatIsThereIsReplacedAsAWholeAndOthersStay() throws IOException {
        load(part("old.nq", graph("a1", "old"), graph("a2", "stays")));

        String said = load(part("new.nq", graph("a1", "new")));

        assertThat(said).startsWith("0\n1 articles from 1 files");
        assertThat(titles()).containsExactlyInAnyOrder("new", "stays");
        assertThat(leftBeside()).isEmpty();
    }

    @Test
    void ofAnArticleInTwoPartsTheLaterCounts() throws IOException {
        load(
                part("p1.nq", graph("a1", "first"), graph("a2", "other")),
                part("p2.nq", graph("a1", "second")));

        assertThat(titles()).containsExactlyInAnyOrder("second", "other");
    }

    @Test
    void linesMayStandInAnyOrder() throws IOException {
        List<String> lines =
                new ArrayList<>(
                        Stream.of(graph("a1", "one"), graph("a2", "two"), graph("a3", "three"))
                                .flatMap(String::lines)
                                .toList());
        Collections.shuffle(lines, new Random(3));
        Path shuffled = part("shuffled.nq", String.join("\n", lines) + "\n");
        load(part("old.nq", graph("a1", "old")));

        load(shuffled);

        assertThat(titles()).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void mistakeIsToldWithFileAndLineAndCostsOnlyItsFile() throws IOException {
        Path broken = part("broken.nq", graph("a1", "one"), "\n# note\n<a> <b> oops .\n");
        Path strange =
                part(
                        "strange.nq",
                        graph("a2", "two"),
                        graph("x", "y").replace(BASE, "http://e.org/"));
        Path nameless = part("nameless.nq", "<http://e.org/s> <http://e.org/p> \"o\" .\n");
        Path blank = part("blank.nq", "_:b <http://e.org/p> \"o\" <" + BASE + "a3> .\n");
        Path half = part("half.nq", graph("a4", "four").lines().toList().get(1) + "\n");
        Path good = part("good.nq", graph("a5", "five"));

        String said = load(broken, strange, nameless, blank, half, temp.resolve("no.nq"), good);

        assertThat(said)
                .startsWith("1\n")
                .contains("broken.nq:5: not N-Quads")
                .contains("strange.nq:3: the graph <http://e.org/x> is no article's")
                .contains("nameless.nq:1: a statement without a graph")
                .contains("blank.nq:1: a blank node")
                .contains("half.nq:1: the graph <" + BASE + "a4> does not say what article")
                .contains("no.nq: no such file")
                .contains("1 articles from 1 files");
        assertThat(titles()).containsExactly("five");
    }

    @Test
    void nothingGoodMakesNoStore() throws IOException {
        Path cut = temp.resolve("cut.nq.gz");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 2000; i++) {
                out.write(graph("a" + i, "title " + i * 7919).getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(cut, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));

        assertThat(load(cut)).startsWith("2\n").contains("cut.nq.gz");
        assertThat(load(temp)).startsWith("2\n").contains("cut.nq.gz");
        assertThat(load(temp.resolve("z*.nq"))).startsWith("2\n").contains("no such file");
        assertThat(store()).doesNotExist();
    }

    @Test
    void exportOfAStoreMakesTheSameStore() throws IOException {
        Path news = Files.writeString(temp.resolve("news.txt"), "Chad recalled its envoy to Mali.");
        Path built = temp.resolve("built");
        Path export = temp.resolve("export.nq");
        Path backup = temp.resolve("backup.nq.gz");
        BuildCommandTest.run("build", "--store", built, news);
        BuildCommandTest.run("export", "--store", built, "-o", export);
        BuildCommandTest.run("backup", "--store", built, backup);

        String exported = load(export);
        String backedUp = loadInto(temp.resolve("again"), backup);

        assertThat(exported).startsWith("0\n1 articles");
        assertThat(backedUp).startsWith("0\n1 articles");
        assertThat(BuildCommandTest.quads(store())).isEqualTo(BuildCommandTest.quads(built));
        assertThat(BuildCommandTest.quads(temp.resolve("again")))
                .isEqualTo(BuildCommandTest.quads(built));
    }

    @Test
    void storeThatWasNotFinishedIsSweptAway() throws IOException {
        Path left = Files.createDirectories(temp.resolve("store.loading-999999999"));
        Files.writeString(left.resolve("demarche-store.properties"), "format=1\n");

        try (NewStore made = NewStore.beside(store(), "0.0.0")) {
            assertThat(left).doesNotExist();
            assertThat(made.store().folder()).exists();
        }

        assertThat(leftBeside()).isEmpty();
        assertThat(store()).doesNotExist();
    }

    @Test
    void folderThatIsNoStoreIsRefused() throws IOException {
        Files.createDirectories(store());
        Files.writeString(store().resolve("mine.txt"), "mine");

        assertThat(load(part("p.nq", graph("a1", "one"))))
                .startsWith("2\n")
                .contains("is not a store of demarche");
        assertThat(store().resolve("mine.txt")).hasContent("mine");
    }
}
