package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the distribution, with programs that only look like Java. */
class LauncherTest {
    /** Says what it was asked to do, and leaves the archive that it was asked for. */
    private static final String JAVA =
            """
            #!/bin/sh
            echo "java NAME" "$@"
            for each in "$@"; do
              case $each in
                -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*) echo classes >"${each#*=}" ;;
                fail) exit 1 ;;
              esac
            done
            """;

    @TempDir Path temp;

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        Files.createDirectories(temp.resolve("home/bin"));
        Files.createDirectories(temp.resolve("home/lib"));
        Files.copy(Path.of("src/dist/bin/demarche"), temp.resolve("home/bin/demarche"));
        Files.writeString(temp.resolve("home/lib/demarche-9.9.jar"), "");
    }

    private Path java(String version) throws IOException {
        Path bin = Files.createDirectories(temp.resolve("jdk-" + version + "/bin"));
        Files.writeString(
                bin.resolveSibling("release"),
                "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.writeString(bin.resolve("java"), JAVA.replace("NAME", version));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return java;
    }

    private String run(Path java, String... args) throws Exception {
        List<String> line = new ArrayList<>();
        line.addAll(List.of("/bin/sh", temp.resolve("home/bin/demarche").toString()));
        line.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("DEMARCHE_JAVA", java.toString());
        builder.environment().put("XDG_CACHE_HOME", temp.resolve("cache").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    @Test
    void buildHasTheMemoryThatItNeedsForAnyNumberOfArticles() throws Exception {
        assertThat(run(java("17.0.9"), "build", "news.jsonl")).contains(" -Xmx700m ");
        assertThat(run(java("17.0.9"), "serve")).doesNotContain("-Xmx");
    }

    @Test
    void firstQueryLeavesAnArchiveThatTheNextCommandsUse() throws Exception {
        Path java = java("17.0.9");

        assertThat(run(java, "--version")).doesNotContain("Archive");
        assertThat(run(java, "query", "timeline")).contains("-XX:ArchiveClassesAtExit=");
        assertThat(run(java, "query", "timeline"))
                .contains("-XX:SharedArchiveFile=", "-XX:TieredStopAtLevel=1")
                .endsWith("org.demarche.cli.Cli query timeline");
        assertThat(run(java, "stats")).contains("-XX:SharedArchiveFile=");
    }

    @Test
    void firstExplainLeavesAnArchiveForTheCommandsThatRead() throws Exception {
        Path java = java("17.0.9");
        run(java, "query", "timeline");

        assertThat(run(java, "extract", "a.txt")).doesNotContain("Archive");
        assertThat(run(java, "explain", "a.txt")).contains("-XX:ArchiveClassesAtExit=");
        assertThat(run(java, "explain", "a.txt")).contains("-XX:SharedArchiveFile=");
        assertThat(run(java, "extract", "a.txt")).contains("-XX:SharedArchiveFile=");
    }

    @Test
    void javaFrom25OnGetsAnAotCache() throws Exception {
        Path java = java("25");

        // The cache is made by a second run, of which nothing is seen. Java makes none where
        // -Xshare is said too, if only what it is anyway.
        assertThat(run(java, "query", "timeline"))
                .hasLineCount(1)
                .endsWith("query timeline")
                .doesNotContain("-Xshare", "-XX:AOT");
        assertThat(run(java, "query", "timeline")).contains("-XX:AOTCache=");
    }

    @Test
    void failedQueryLeavesNoArchive() throws Exception {
        Path java = java("17.0.9");

        run(java, "query", "fail");

        assertThat(temp.resolve("cache/demarche")).isEmptyDirectory();
    }

    @Test
    void newProgramGetsANewArchive() throws Exception {
        Path java = java("17.0.9");
        run(java, "query", "timeline");

        Files.writeString(temp.resolve("home/lib/demarche-9.9.jar"), "changed");

        assertThat(run(java, "query", "timeline")).contains("-XX:ArchiveClassesAtExit=");
    }

    @Test
    void longWorkIsCompiledWell() throws Exception {
        assertThat(run(java("21.0.1"), "build", "article with space.txt"))
                .doesNotContain("TieredStopAtLevel")
                .endsWith("build article with space.txt");
    }

    @Test
    void javaThatIsTooOldIsPassedOver() throws Exception {
        assertThat(run(java("11.0.2"), "queries")).doesNotStartWith("java 11");
    }
}
