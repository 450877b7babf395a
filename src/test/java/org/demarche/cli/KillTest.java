package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.demarche.corpus.News;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build that is killed at a random moment and resumed gives the store of an undisturbed one. The
 * long form: {@code mvn test -Dtest=KillTest -Ddemarche.kills=50}.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("demarche.kills", 2);
    private static final int ARTICLES = 160 + 16 * KILLS;

    @TempDir private Path temp;

    @Test
    void killedBuildIsResumedWithoutLossOrDoubling() throws IOException, InterruptedException {
        Path news = Files.writeString(temp.resolve("news.jsonl"), News.lines(ARTICLES));
        long start = System.nanoTime();
        assertThat(build("undisturbed", news).waitFor()).isZero();
        long longest = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Random random = new Random(KILLS);

        for (int kill = 0; kill < KILLS; kill++) {
            Process build = build("killed", news);
            // It first loads its models for a while; what matters comes after.
            long wait = longest / 4 + random.nextLong(1 + longest * 3 / 4);
            boolean ended = build.waitFor(wait, TimeUnit.MILLISECONDS);
            build.destroyForcibly().waitFor();
            assertThat(ended && build.exitValue() != 0).as("failed by itself").isFalse();
            if (Files.exists(temp.resolve("killed/demarche-store.properties"))) {
                assertThat(BuildCommandTest.quads(temp.resolve("killed"))).isNotNull();
            }
        }
        assertThat(build("killed", news).waitFor()).isZero();

        List<String> undisturbed = BuildCommandTest.quads(temp.resolve("undisturbed"));
        assertThat(BuildCommandTest.quads(temp.resolve("killed"))).isEqualTo(undisturbed);
        assertThat(BuildCommandTest.run("verify", "--store", temp.resolve("killed")))
                .startsWith("0\n" + ARTICLES + " articles, ");
    }

    private Process build(String store, Path news) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Cli.class.getName(),
                        "build",
                        "--resume",
                        "--quiet",
                        "--store",
                        temp.resolve(store).toString(),
                        news.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile())
                .start();
    }
}
