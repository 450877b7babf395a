package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.demarche.corpus.News;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job for a cluster, on a cluster of two threads within this process. */
class SparkCommandTest {
    private static final int ARTICLES = 12;

    @TempDir private Path temp;

    @BeforeEach
    void configure() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.sql.warehouse.dir", temp.resolve("warehouse").toString());
    }

    /** What a command line gave on standard error, its exit code before it. */
    private static String run(Object... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Stream.of(args).map(Object::toString).toArray(String[]::new);
        int code =
                Cli.run(
                        new Console(
                                InputStream.nullInputStream(),
                                new PrintStream(
                                        OutputStream.nullOutputStream(),
                                        true,
                                        StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                false),
                        List.of(SparkCommand::new),
                        words);
        return code + "\n" + err.toString(StandardCharsets.UTF_8);
    }

    private static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("part-"))
                    .sorted()
                    .toList();
        }
    }

    /** The quads of all parts, sorted. */
    private static List<String> quads(Path out) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path part : parts(out.resolve("quads"))) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(part))) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString().lines().sorted().toList();
    }

    private List<String> onOneMachine(Path... news) throws IOException {
        Path file = temp.resolve("one-machine.nq");
        Object[] args =
                Stream.concat(
                                Stream.of("extract", "--format", "nquads", "-o", file),
                                Stream.of(news))
                        .toArray();
        run(args);
        return Files.readAllLines(file).stream().sorted().toList();
    }

    @Test
    void quadsAreThoseOfOneMachine() throws IOException {
        List<String> lines = News.lines(ARTICLES).lines().toList();
        Path news = Files.createDirectories(temp.resolve("news"));
        Files.write(news.resolve("a.jsonl"), lines.subList(0, 5));
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(news.resolve("b.jsonl.gz")))) {
            for (String line : lines.subList(5, ARTICLES)) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            // Another version of an article that another file has: the later counts.
            out.write(
                    lines.get(2)
                            .replaceFirst("\"text\"", "\"title\":\"Late edition\",$0")
                            .getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(news.resolve("c.jsonl"), "{\"text\": \n");
        Path out = temp.resolve("out");

        String said = run("spark", "--parts", 3, "-o", out, news);

        Path store = temp.resolve("store");
        run("build", "--store", store, news);
        Path loaded = temp.resolve("loaded");
        assertThat(said)
                .startsWith("1\n" + ARTICLES + " articles with ")
                .endsWith("; 1 problems\n");
        assertThat(quads(out))
                .anyMatch(quad -> quad.contains("Late edition"))
                .isSubsetOf(onOneMachine(news));
        assertThat(run("load", "--store", loaded, out.resolve("quads"))).startsWith("0\n");
        assertThat(BuildCommandTest.quads(loaded)).isEqualTo(BuildCommandTest.quads(store));
        assertThat(Files.readString(parts(out.resolve("left-out")).get(0)))
                .contains(
                        "\"reason\":\"unreadable\"", "\"problem\":true", "c.jsonl:1: broken JSON");
    }

    @Test
    void tableInIsTableOut() throws IOException {
        Path news = Files.writeString(temp.resolve("news.jsonl"), News.lines(4));
        Path table = temp.resolve("news.parquet");
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            spark.read()
                    .json(news.toString())
                    .withColumnRenamed("text", "body")
                    .write()
                    .parquet(table.toString());
        }
        Path out = temp.resolve("out");

        String said = run("spark", "--map", "text=body", "-o", out, table);

        assertThat(said).startsWith("0\n4 articles with ");
        assertThat(quads(out)).isEqualTo(onOneMachine(news));
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            Dataset<Row> events = spark.read().parquet(out.resolve("events").toString());
            assertThat(events.columns()).contains("id", "type", "actors", "factuality", "quote");
            assertThat(events.filter("size(actors) > 0 and quote <> ''").count()).isPositive();
            assertThat(events.select("article").distinct().count()).isEqualTo(4);
        }
    }

    @Test
    void folderThatIsThereIsNotWrittenInto() throws IOException {
        Path news = Files.writeString(temp.resolve("news.jsonl"), News.lines(1));

        assertThat(run("spark", "-o", temp, news)).startsWith("2\n").contains("exists already");
    }
}
