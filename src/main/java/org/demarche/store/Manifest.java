package org.demarche.store;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.stream.Stream;
import org.demarche.source.InputException;

/**
 * The file that makes a folder a store: which form its data have and which version of the program
 * made it.
 *
 * @param format grows when a program of another format would misread the data
 * @param software version of the program that made the store: 0.1.0
 * @param compacted bytes of the store when it was last compacted; 0 if it never was
 */
record Manifest(int format, String software, long compacted) {
    /** The form that this program reads and writes: 3, since it keeps a digest of its articles. */
    static final int FORMAT = 3;

    private static final String FILE = "demarche-store.properties";
    // Written first and then moved, so that no moment leaves half a manifest.
    private static final String PART = FILE + ".part";

    /** Reads the manifest of an existing store; anything else than a store is refused. */
    static Manifest read(Path folder) {
        Manifest manifest = readAnyFormat(folder);
        if (manifest.format() < FORMAT) {
            throw new InputException(
                    folder
                            + ": the store has format "
                            + manifest.format()
                            + ", made by demarche "
                            + manifest.software()
                            + "; bring it to format "
                            + FORMAT
                            + " with: demarche migrate --store "
                            + folder);
        }
        return manifest;
    }

    /** Reads the manifest of a store of this or an older format. */
    static Manifest readAnyFormat(Path folder) {
        if (!Files.exists(folder)) {
            throw new InputException(
                    folder
                            + ": there is no store yet; make one with: demarche build --store "
                            + folder
                            + " ARTICLE.txt");
        }
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + ": is a file; a store is a folder");
        }
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new InputException(
                    folder + ": is not a store of demarche (it has no " + FILE + ")");
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
        return parse(file, properties);
    }

    private static Manifest parse(Path file, Properties properties) {
        String format = properties.getProperty("format", "").strip();
        String software = properties.getProperty("software", "an unknown version").strip();
        if (!format.matches("[1-9][0-9]{0,8}")) {
            throw new InputException(
                    file + ": format '" + format + "' is no number; the file is damaged");
        }
        if (Integer.parseInt(format) > FORMAT) {
            throw new InputException(
                    file.getParent()
                            + ": the store has format "
                            + format
                            + ", made by demarche "
                            + software
                            + "; this program reads format "
                            + FORMAT
                            + ": use the newer program");
        }
        String compacted = properties.getProperty("compacted", "0").strip();
        return new Manifest(
                Integer.parseInt(format),
                software,
                compacted.matches("[0-9]{1,18}") ? Long.parseLong(compacted) : 0);
    }

    /** Puts this manifest in the place of the one that a store has. */
    void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(PART),
                "format="
                        + format
                        + "\nsoftware="
                        + software
                        + (compacted > 0 ? "\ncompacted=" + compacted : "")
                        + "\n");
        Files.move(folder.resolve(PART), folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes a new or empty folder a store, or reads what a store says of itself. */
    static Manifest readOrCreate(Path folder, String software) {
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            return read(folder);
        }
        Manifest manifest = new Manifest(FORMAT, software, 0);
        try {
            Files.createDirectories(folder);
            manifest.write(folder);
        } catch (IOException e) {
            throw new InputException(
                    folder + ": the store cannot be made there (" + e.getMessage() + ")", e);
        }
        return manifest;
    }

    private static boolean isEmptyFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(file -> file.endsWith(PART));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
