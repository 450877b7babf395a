package org.demarche.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.demarche.source.InputException;

/**
 * The article files that a command is given: texts, JSON Lines ({@code .jsonl}, {@code .jsonl.gz}),
 * folders of such files, and {@code -} for JSON Lines from standard input.
 */
public final class ArticleFiles {
    private static final List<String> SUFFIXES = List.of(".txt", ".jsonl", ".jsonl.gz");

    private final InputStream standardInput;

    public ArticleFiles(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /**
     * Reads all of them in the order given, a folder's files by name. A file that is missing or
     * cannot be read is a problem, and the others are read.
     */
    public void read(List<String> names, ArticleSink sink) {
        for (String name : names) {
            if (sink.isFull()) {
                return;
            }
            if (name.equals("-")) {
                new JsonLinesReader().read(standardInput, "standard input", sink);
            } else if (Files.isDirectory(Path.of(name))) {
                readFolder(Path.of(name), sink);
            } else {
                readFile(Path.of(name), sink);
            }
        }
    }

    private void readFolder(Path folder, ArticleSink sink) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(ArticleFiles::isArticleFile).sorted().toList();
        } catch (IOException e) {
            sink.problem(unreadable(folder, e));
            return;
        }
        if (files.isEmpty()) {
            sink.problem(
                    new InputException(
                            folder
                                    + ": no article file in the folder ("
                                    + String.join(", ", SUFFIXES)
                                    + ")"));
        }
        files.stream().takeWhile(file -> !sink.isFull()).forEach(file -> readFile(file, sink));
    }

    private static boolean isArticleFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && SUFFIXES.stream().anyMatch(name::endsWith);
    }

    private static void readFile(Path file, ArticleSink sink) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (Files.notExists(file)) {
            sink.problem(new InputException(file + ": no such file"));
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (name.endsWith(".jsonl.gz")) {
                new JsonLinesReader().read(new GZIPInputStream(in), file.toString(), sink);
            } else if (name.endsWith(".jsonl")) {
                new JsonLinesReader().read(in, file.toString(), sink);
            } else {
                new TextReader().read(in, file.toString(), sink);
            }
        } catch (IOException e) {
            sink.problem(unreadable(file, e));
        }
    }

    private static InputException unreadable(Path file, IOException e) {
        return new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
}
