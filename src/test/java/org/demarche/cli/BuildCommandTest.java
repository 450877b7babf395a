package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.corpus.News;
import org.demarche.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demarche build} of many articles. */
class BuildCommandTest {
    @TempDir private Path temp;

    /** What a command line gave on standard error, its exit code before it. */
    static String run(Object... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
        int code =
                Cli.run(
                        new PrintStream(
                                OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        words);
        return code + "\n" + err.toString(StandardCharsets.UTF_8);
    }

    /** All that a store says, sorted. */
    static List<String> quads(Path folder) {
        try (Store store = Store.open(folder)) {
            return store.read(data -> data.stream().map(Object::toString).sorted().toList());
        }
    }

    @Test
    void storeIsTheSameForAnyNumberOfThreads() throws IOException {
        Path news = Files.writeString(temp.resolve("news.jsonl"), News.lines(110));

        String one = run("build", "--store", temp.resolve("one"), "--threads", 1, news);
        String four = run("build", "--store", temp.resolve("four"), "--threads", 4, news);

        assertThat(one).startsWith("0\n110 articles with ");
        assertThat(four).startsWith("0\n110 articles with ");
        assertThat(quads(temp.resolve("one"))).isEqualTo(quads(temp.resolve("four")));
    }

    @Test
    void resumedBuildReadsOnlyWhatIsNewOrChanged() throws IOException {
        Path store = temp.resolve("store");
        Path report = temp.resolve("left-out.jsonl");
        Path news = Files.writeString(temp.resolve("news.jsonl"), News.lines(12));
        run("build", "--store", store, "--limit", 8, news);
        Files.writeString(
                news, News.lines(12).replaceFirst("\"id\":\"news-3\",", "$0\"title\":\"Late\","));

        String resumed = run("build", "--store", store, "--resume", "--report", report, news);

        assertThat(resumed)
                .startsWith("0\n5 articles with ")
                .contains("7 articles left out as asked");
        assertThat(Files.readAllLines(report))
                .hasSize(7)
                .first()
                .isEqualTo(
                        "{\"article\":\"news-0\",\"reason\":\"unchanged\",\"problem\":false,\"why\":\"article news-0: is in the store already\"}");
        assertThat(quads(store)).anyMatch(q -> q.contains("\"Late\""));
        assertThat(run("build", "--store", store, "--resume", news))
                .contains("12 articles left out");
    }

    @Test
    void laterVersionOfAnArticleCountsAlsoWhenResumed() throws IOException {
        Path store = temp.resolve("store");
        Path news =
                Files.writeString(
                        temp.resolve("news.jsonl"),
                        """
                        {"id":"a","text":"Norway expelled two envoys of Peru."}
                        {"id":"a","text":"Norway expelled three envoys of Peru."}
                        """);
        run("build", "--store", store, news);
        List<String> before = quads(store);

        run("build", "--store", store, "--resume", news);

        assertThat(before).anyMatch(q -> q.contains("three envoys"));
        assertThat(quads(store)).isEqualTo(before);
    }

    @Test
    void reportNamesWhatIsWrong() throws IOException {
        Path report = temp.resolve("left-out.jsonl");
        Path news =
                Files.writeString(
                        temp.resolve("news.jsonl"),
                        """
                        {"id":"a","published":"2021-01-01","text":"Envoys met."}
                        {broken
                        {"id":"b","published":"2022-01-01","text":"Envoys met."}
                        """);

        String built =
                run(
                        "build",
                        "--store",
                        temp.resolve("store"),
                        "--since",
                        "2022-01-01",
                        "--report",
                        report,
                        news);

        assertThat(built).startsWith("1\n").contains("1 article with ");
        assertThat(Files.readAllLines(report))
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"a\"", "\"earlier\"", "false"),
                        line ->
                                assertThat(line)
                                        .contains("\"unreadable\"", "true", "news.jsonl:2"));
    }

    @Test
    void nonsenseNumbersAreWrongUsage() throws IOException {
        Path news = Files.writeString(temp.resolve("news.jsonl"), News.lines(1));

        assertThat(run("build", "--store", temp.resolve("s"), "--threads", 0, news))
                .isEqualTo("2\ndemarche: --threads 0: use a number from 1 on\n");
        assertThat(run("build", "--store", temp.resolve("s"), "--since", "July", news))
                .startsWith("2\n");
        assertThat(temp.resolve("s")).doesNotExist();
    }

    @Test
    void countsLeaveOutWireCopyWhereThatIsAsked() throws IOException {
        Path store = temp.resolve("store");
        String story =
                "Norway expelled two diplomats of Peru on Monday after a court in Bergen found that they had paid"
                        + " a clerk of the fisheries ministry. Peru condemned the expulsion, and its ambassador in Oslo"
                        + " said that the quota talks would go on in the autumn as both sides had agreed.";
        Path news =
                Files.writeString(
                        temp.resolve("news.jsonl"),
                        """
                        {"id":"wire","published":"2021-03-04","text":"%1$s"}
                        {"id":"paper","published":"2021-03-05","text":"OSLO (Test Wire) - %1$s"}
                        {"id":"other","published":"2021-03-06","text":"Norway expelled a diplomat of Chile."}
                        """
                                .formatted(story));
        run("build", "--store", store, news);

        List<Integer> all = eventsOf("Norway", store);
        List<Integer> once = eventsOf("Norway", store, "--param", "copies=leave-out");

        assertThat(all).hasSize(1);
        assertThat(once).hasSize(1);
        assertThat(once.get(0)).isBetween(1, all.get(0) - 1);
        assertThat(run("query", "most-active", "--store", store, "--param", "copies=perhaps"))
                .startsWith("2\n");
    }

    /** How many events an actor has in the answer of {@code most-active}. */
    private static List<Integer> eventsOf(String actor, Path store, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "query",
                                "most-active",
                                "--format",
                                "csv",
                                "--store",
                                store.toString()));
        args.addAll(List.of(more));
        Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                args.toArray(new String[0]));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(row -> row.startsWith(actor + ","))
                .map(row -> Integer.valueOf(row.split(",", -1)[2]))
                .toList();
    }
}
