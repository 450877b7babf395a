package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a command does not load it does not wait for. */
class StartTest {
    private static final Pattern LOADED =
            Pattern.compile("^\\[[^\\n]*class,load *\\] ([\\w.$]+)", Pattern.MULTILINE);

    /** The names of the classes that Java loads for a command line. */
    private static List<String> loadedBy(String... args) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:class+load"));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Cli.class.getName()));
        line.addAll(List.of(args));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(Cli.DONE);
        List<String> classes = new ArrayList<>();
        Matcher loaded = LOADED.matcher(said);
        while (loaded.find()) {
            classes.add(loaded.group(1));
        }
        assertThat(classes).contains(Cli.class.getName());
        return classes;
    }

    @Test
    void explainStartsNoGraphs() throws Exception {
        assertThat(loadedBy("explain", "--text", "Chad recalled its ambassador from Sudan."))
                .contains("org.demarche.event.EventExtractor")
                .doesNotContain("org.apache.jena.sys.JenaSystem")
                .noneMatch(name -> name.startsWith("org.apache.jena.fuseki"))
                .noneMatch(name -> name.startsWith("org.apache.jena.tdb"))
                .noneMatch(name -> name.startsWith("org.eclipse.jetty"));
    }

    @Test
    void commandLooksAtNoOtherCommandsOptions() throws Exception {
        assertThat(loadedBy("queries", "--help"))
                .contains("org.demarche.cli.QueriesCommand")
                .doesNotContain("org.demarche.cli.ServeCommand", "org.demarche.cli.TrainCommand")
                .noneMatch(name -> name.startsWith("org.apache.jena.fuseki"));
    }
}
