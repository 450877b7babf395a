package org.demarche.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The data files of the program, by names such as {@code data/lexicon/sanction.tsv}: those in the
 * jar, or those of a folder that holds {@code ontology}, {@code queries} and {@code data}.
 */
public final class DataFiles {
    private final Path root;

    private DataFiles(Path root) {
        this.root = root;
    }

    /** The files that the program carries. */
    public static DataFiles bundled() {
        try {
            URI here = DataFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path place = Path.of(here);
            return new DataFiles(Files.isDirectory(place) ? place : insideOf(place));
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the program's own jar cannot be opened", e);
        }
    }

    /** The files of a folder on disk. */
    public static DataFiles at(Path folder) {
        if (!Files.isDirectory(folder.resolve("data"))) {
            throw new InputException(
                    folder
                            + ": no folder 'data' in it; name the folder that holds ontology/, queries/ and data/");
        }
        return new DataFiles(folder);
    }

    private static Path insideOf(Path jar) throws IOException {
        URI uri = URI.create("jar:" + jar.toUri());
        FileSystem files;
        try {
            files = FileSystems.getFileSystem(uri);
        } catch (FileSystemNotFoundException e) {
            files = FileSystems.newFileSystem(uri, Map.of());
        }
        return files.getPath("/");
    }

    /**
     * The names of the files directly in a folder that end in {@code suffix}, sorted: {@code
     * data/lexicon/threaten.tsv}.
     */
    public List<String> list(String folder, String suffix) {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(f -> folder + "/" + f.getFileName())
                    .filter(f -> f.endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException(
                    folder + ": the folder cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Opens one file; the caller closes it. */
    public InputStream open(String name) {
        try {
            return Files.newInputStream(root.resolve(name));
        } catch (IOException e) {
            throw new InputException(name + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * A hash of what the program knows beforehand: the names and contents of all files of {@code
     * ontology} and {@code data}, sample articles left out. 64 hexadecimal digits.
     */
    public String hash() {
        MessageDigest digest = sha256();
        for (String folder : List.of("data", "ontology")) {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    if (!name.matches("data/(articles|gold)/.*")) {
                        digest.update(name.getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            } catch (IOException e) {
                throw new InputException(
                        folder + ": the folder cannot be read (" + e.getMessage() + ")", e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A whole UTF-8 file. */
    public String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
