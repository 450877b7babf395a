package org.demarche.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.demarche.source.InputException;

/**
 * The article files that a command is given: texts, pages, feeds, JSON Lines, tables, archives of
 * them, folders, and {@code -} for any of these from standard input.
 */
public final class ArticleFiles {
    private static final List<String> SUFFIXES =
            List.of(
                    ".txt", ".md", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".jsonl",
                    ".ndjson", ".csv", ".tsv", ".warc", ".gz", ".tgz", ".tar", ".zip");

    private final InputStream standardInput;
    private final AnyReader reader;

    public ArticleFiles(InputStream standardInput) {
        this(standardInput, FieldNames.OWN);
    }

    /**
     * Files of others.
     *
     * @param names what the fields are called in JSON Lines and tables
     */
    public ArticleFiles(InputStream standardInput, FieldNames names) {
        this.standardInput = standardInput;
        this.reader = new AnyReader(names);
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
                reader.read(standardInput, "standard input", sink);
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
        return Files.isRegularFile(file) && isArticleName(file.getFileName().toString());
    }

    /** Whether a file of that name is worth a look among the others of a folder or archive. */
    static boolean isArticleName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().anyMatch(lower::endsWith);
    }

    private void readFile(Path file, ArticleSink sink) {
        if (Files.notExists(file)) {
            sink.problem(new InputException(file + ": no such file"));
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            reader.read(in, file.toString(), sink);
        } catch (IOException e) {
            sink.problem(unreadable(file, e));
        }
    }

    private static InputException unreadable(Path file, IOException e) {
        return new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
}
