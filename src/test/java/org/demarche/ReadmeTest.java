package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of README.md: in each block {@code ```console} the lines {@code $ demarche …},
 * one after the other on one store. What stands below a command is what it must say; {@code …}
 * stands for anything, on a line of its own for any lines, and seconds may differ.
 *
 * <p>{@code mvn test -Dtest=ReadmeTest -Dreadme.update=true} writes the outputs into the file anew,
 * of each as many lines as it has there.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String PROMPT = "$ demarche ";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Set<String> WITH_STORE =
            Set.of("build", "query", "export", "stats", "forget", "compact", "backup", "verify");

    @TempDir Path temp;

    @Test
    void commandsSayWhatTheReadmeSays() throws IOException {
        List<String> updated = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> lines = Files.readAllLines(README);
        boolean console = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            updated.add(line);
            console = console ? !line.equals("```") : line.equals("```console");
            if (!console || !line.startsWith(PROMPT)) {
                continue;
            }
            List<String> expected = new ArrayList<>();
            while (i + 1 < lines.size()
                    && !lines.get(i + 1).equals("```")
                    && !lines.get(i + 1).startsWith("$ ")) {
                i++;
                expected.add(lines.get(i));
            }
            List<String> actual = run(line.substring(PROMPT.length()));
            if (!pattern(expected).matcher(String.join("\n", actual)).matches()) {
                wrong.add(line + "\n" + String.join("\n", actual));
            }
            updated.addAll(cut(actual, expected));
        }
        if (Boolean.getBoolean("readme.update")) {
            Files.write(README, updated);
        } else {
            assertThat(wrong).as("commands that say something else than the README").isEmpty();
        }
    }

    private List<String> run(String command) {
        List<String> args = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            String value = word.group(word.group(1) != null ? 1 : word.group(2) != null ? 2 : 3);
            boolean output = !args.isEmpty() && args.get(args.size() - 1).matches("-o|--output");
            args.add(output ? temp.resolve(value).toString() : value);
        }
        if (WITH_STORE.contains(args.get(0)) && !args.contains("--store")) {
            args.add(1, "--store");
            args.add(2, temp.resolve("demarche-store").toString());
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(both, true, StandardCharsets.UTF_8);
        Cli.run(stream, stream, args.toArray(new String[0]));
        return both.toString(StandardCharsets.UTF_8)
                .replace(temp + "/", "")
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    private static Pattern pattern(List<String> expected) {
        StringBuilder pattern = new StringBuilder();
        for (String line : expected) {
            if (line.strip().equals("…")) {
                pattern.append("(?:.*\n)*?");
            } else {
                String quoted = Pattern.quote(line.stripTrailing());
                quoted = quoted.replace("…", "\\E.*\\Q");
                quoted = quoted.replaceAll("[0-9]+\\.[0-9]+ s\\b", "\\\\E[0-9.]+ s\\\\Q");
                pattern.append(quoted).append('\n');
            }
        }
        String all = pattern.toString();
        // The last line of an output has no line's end, and a last … may stand for lines with one.
        if (all.endsWith("\n")) {
            all = all.substring(0, all.length() - 1);
        } else if (all.endsWith("(?:.*\n)*?")) {
            all =
                    all.substring(0, all.length() - "(?:.*\n)*?".length()).stripTrailing()
                            + "(?:\n.*)*";
        }
        return Pattern.compile(all);
    }

    /** The output as far as the README showed it. */
    private static List<String> cut(List<String> actual, List<String> expected) {
        boolean shortened = !expected.isEmpty() && expected.get(expected.size() - 1).equals("…");
        if (!shortened || actual.size() < expected.size()) {
            return actual;
        }
        List<String> cut = new ArrayList<>(actual.subList(0, expected.size() - 1));
        cut.add("…");
        return cut;
    }
}
