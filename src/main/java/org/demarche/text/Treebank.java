package org.demarche.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.demarche.source.InputException;
import org.demarche.source.Problems;
import org.demarche.source.SourceLine;

/** Trees in a CoNLL-U file, plain or gzip: {@code en_ewt-test.conllu.gz}. */
public final class Treebank {
    private Treebank() {}

    /**
     * Reads a file.
     *
     * @throws InputException if it cannot be read or a line is not CoNLL-U; all lines are reported
     */
    public static List<Tree> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(
                    file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                    file.toString());
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Reads a stream to its end; {@code name} is what messages call it. */
    static List<Tree> read(InputStream in, String name) throws IOException {
        Problems problems = new Problems();
        List<Tree> trees = new ArrayList<>();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        Reader reader = new Reader(problems);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            reader.line(line, new SourceLine(name, ++number), trees);
        }
        reader.end(trees);
        problems.throwIfAny();
        return trees;
    }

    /** A sentence as CoNLL-U, with {@code # text} and the words' offsets in the article's text. */
    public static String conllu(Sentence sentence, String text) {
        return conllu(sentence, text, List.of("sent_id = " + (sentence.index() + 1)), List.of());
    }

    /**
     * The same with more about it.
     *
     * @param comments what stands before {@code # text}, without the {@code #}
     * @param notes for each word what its last column says besides, "Key=value" each, none holding
     *     a bar; empty for nothing
     */
    public static String conllu(
            Sentence sentence, String text, List<String> comments, List<List<String>> notes) {
        StringBuilder words = new StringBuilder();
        StringBuilder written = new StringBuilder();
        for (Token token : sentence.tokens()) {
            int end = token.span().end();
            boolean space =
                    end >= text.length()
                            || Character.isWhitespace(text.charAt(end))
                            || Character.isSpaceChar(text.charAt(end));
            List<String> last = new ArrayList<>();
            last.add("TokenRange=" + token.span().start() + ":" + end);
            if (!space) {
                last.add("SpaceAfter=No");
            }
            if (!notes.isEmpty()) {
                last.addAll(notes.get(token.index()));
            }
            last.sort(null);
            words.append(
                    String.join(
                            "\t",
                            String.valueOf(token.index() + 1),
                            cell(token.form()),
                            cell(token.lemma()),
                            token.upos(),
                            token.xpos(),
                            "_",
                            String.valueOf(token.head() + 1),
                            token.relation(),
                            "_",
                            String.join("|", last)));
            words.append('\n');
            written.append(cell(token.form())).append(space ? " " : "");
        }
        StringBuilder lines = new StringBuilder();
        comments.forEach(c -> lines.append("# ").append(c).append('\n'));
        lines.append("# text = ").append(written.toString().strip()).append('\n');
        return lines.append(words).append('\n').toString();
    }

    /** A word in a column: never empty, without tabs and line ends. */
    private static String cell(String word) {
        String cell = word.replaceAll("\\s+", " ").strip();
        return cell.isEmpty() ? "_" : cell;
    }

    /** The lines of one sentence after another. */
    private static final class Reader {
        private final Problems problems;
        private final List<Tree.Word> words = new ArrayList<>();
        private final List<Boolean> spaces = new ArrayList<>();
        private String id = "";
        private int joinedUntil;
        private boolean joinedSpace;

        Reader(Problems problems) {
            this.problems = problems;
        }

        void line(String line, SourceLine where, List<Tree> trees) {
            if (line.isBlank()) {
                end(trees);
            } else if (line.startsWith("#")) {
                if (line.startsWith("# sent_id =")) {
                    id = line.substring(line.indexOf('=') + 1).strip();
                }
            } else {
                word(line.split("\t", -1), where);
            }
        }

        private void word(String[] cells, SourceLine where) {
            if (cells.length != 10) {
                problems.add(
                        where, cells.length + " columns, but a line of CoNLL-U has 10 (by tabs)");
                return;
            }
            boolean space = !cells[9].contains("SpaceAfter=No");
            if (cells[0].contains("-")) {
                // "2-3 don't" stands before its words "do" and "n't"
                joinedUntil = number(cells[0].substring(cells[0].indexOf('-') + 1), where);
                joinedSpace = space;
            } else if (!cells[0].contains(".")) {
                int head = number(cells[6], where) - 1;
                words.add(
                        new Tree.Word(
                                cells[1], cells[2], cells[3], cells[4], head, cells[7].intern()));
                int index = words.size();
                if (index < joinedUntil) {
                    space = false;
                } else if (index == joinedUntil) {
                    space = joinedSpace;
                    joinedUntil = 0;
                }
                spaces.add(space);
            }
        }

        private int number(String cell, SourceLine where) {
            try {
                return Integer.parseInt(cell);
            } catch (NumberFormatException e) {
                problems.add(where, "'" + cell + "' is no word number");
                return 0;
            }
        }

        void end(List<Tree> trees) {
            if (!words.isEmpty()) {
                trees.add(new Tree(id, words, spaces));
            }
            words.clear();
            spaces.clear();
            id = "";
            joinedUntil = 0;
        }
    }
}
