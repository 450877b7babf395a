package org.demarche.article;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.demarche.source.InputException;

/**
 * The article files that a command is given: texts, pages, feeds, JSON Lines, tables, archives of
 * them, folders, patterns such as {@code news/*.html}, addresses of the web, and {@code -} for any
 * of these from standard input.
 */
public final class ArticleFiles {
    private static final List<String> SUFFIXES =
            List.of(
                    ".txt", ".md", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".jsonl",
                    ".ndjson", ".csv", ".tsv", ".warc", ".gz", ".tgz", ".tar", ".zip");

    private final InputStream standardInput;
    private final AnyReader reader;
    private final Optional<Web> web;
    private LongConsumer passed = bytes -> {};

    /** Our own files; addresses of the web are refused. */
    public ArticleFiles(InputStream standardInput) {
        this(standardInput, FieldNames.OWN, Optional.empty());
    }

    /**
     * Files of others.
     *
     * @param names what the fields are called in JSON Lines and tables
     * @param web fetches what is named by its address
     */
    public ArticleFiles(InputStream standardInput, FieldNames names, Optional<Web> web) {
        this.standardInput = standardInput;
        this.reader = new AnyReader(names);
        this.web = web;
    }

    /** Tells how many bytes of the files have been read, each time that there are more. */
    public void onBytes(LongConsumer listener) {
        this.passed = listener;
    }

    /** Bytes of all files; empty where something among them has no size, as standard input. */
    public static OptionalLong size(List<String> names) {
        long size = 0;
        for (String name : names) {
            if (name.equals("-") || Web.isAddress(name)) {
                return OptionalLong.empty();
            }
            try {
                for (Path each : paths(name)) {
                    if (Files.isDirectory(each)) {
                        for (Path file : files(each)) {
                            size += Files.size(file);
                        }
                    } else {
                        size += Files.size(each);
                    }
                }
            } catch (IOException e) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(size);
    }

    /**
     * Reads all of them in the order given, a folder's files and those that a pattern names by
     * name. A file that is missing or cannot be read is a problem, and the others are read.
     */
    public void read(List<String> names, ArticleSink sink) {
        for (String name : names) {
            if (sink.isFull()) {
                return;
            }
            if (name.equals("-")) {
                reader.read(standardInput, "standard input", sink);
            } else if (Web.isAddress(name)) {
                web.ifPresentOrElse(
                        w -> w.read(name, reader, sink),
                        () ->
                                sink.problem(
                                        new InputException(
                                                name + ": addresses are not fetched here")));
            } else {
                readPaths(name, sink);
            }
        }
    }

    private void readPaths(String name, ArticleSink sink) {
        List<Path> paths;
        try {
            paths = paths(name);
        } catch (IOException e) {
            sink.problem(new InputException(name + ": cannot be read (" + e.getMessage() + ")", e));
            return;
        }
        if (paths.isEmpty()) {
            sink.problem(new InputException(name + ": no such file"));
        }
        for (Path each : paths) {
            if (sink.isFull()) {
                return;
            }
            if (Files.isDirectory(each)) {
                readFolder(each, sink);
            } else {
                readFile(each, sink);
            }
        }
    }

    /** The file of that name, or all that a pattern such as {@code news/*.html} names. */
    private static List<Path> paths(String name) throws IOException {
        Path plain;
        try {
            plain = Path.of(name);
        } catch (InvalidPathException e) {
            throw new IOException("no name of a file", e);
        }
        if (Files.exists(plain) || !name.matches("(?s).*[*?\\[{].*")) {
            return List.of(plain);
        }
        Path folder = Path.of(name.matches("/.*") ? "/" : "");
        for (Path part : plain) {
            if (part.toString().matches("(?s).*[*?\\[{].*")) {
                break;
            }
            folder = folder.resolve(part);
        }
        try {
            PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + name);
            Path start = folder;
            if (!Files.isDirectory(start.toString().isEmpty() ? Path.of(".") : start)) {
                return List.of();
            }
            try (Stream<Path> walk = Files.walk(start)) {
                return walk.filter(pattern::matches).filter(Files::isRegularFile).sorted().toList();
            }
        } catch (PatternSyntaxException e) {
            throw new IOException("a pattern that cannot be read: " + e.getDescription(), e);
        }
    }

    private void readFolder(Path folder, ArticleSink sink) {
        List<Path> files;
        try {
            files = files(folder);
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

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(ArticleFiles::isArticleFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
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
            reader.read(new Told(in), file.toString(), sink);
        } catch (IOException e) {
            sink.problem(unreadable(file, e));
        }
    }

    private static InputException unreadable(Path file, IOException e) {
        return new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }

    /** Tells of the bytes that pass. */
    private final class Told extends FilterInputStream {
        Told(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            passed.accept(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            passed.accept(Math.max(0, read));
            return read;
        }
    }
}
