package org.demarche.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The data files of the program, by names such as {@code data/lexicon/sanction.tsv}: those in the
 * jar, or those of a folder that holds {@code ontology}, {@code queries} and {@code data}.
 */
public final class DataFiles {
    private static final Set<String> FOLDERS = Set.of("data", "ontology", "queries");

    private final Place place;
    private final boolean bundled;

    private DataFiles(Place place, boolean bundled) {
        this.place = place;
        this.bundled = bundled;
    }

    /** Where the files lie. */
    private sealed interface Place {
        /** The names of all files below a folder, in no order. */
        List<String> below(String folder) throws IOException;

        InputStream open(String name) throws IOException;

        byte[] bytes(String name) throws IOException;
    }

    private record Folder(Path root) implements Place {
        @Override
        public List<String> below(String folder) throws IOException {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                return files.filter(Files::isRegularFile)
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .toList();
            }
        }

        @Override
        public InputStream open(String name) throws IOException {
            return Files.newInputStream(root.resolve(name));
        }

        @Override
        public byte[] bytes(String name) throws IOException {
            return Files.readAllBytes(root.resolve(name));
        }
    }

    /** The program's own jar, which Java has open already: its table of contents is read once. */
    private record Jar(ZipFile file, List<String> names) implements Place {
        static Jar at(Path path) throws IOException {
            ZipFile file = new ZipFile(path.toFile());
            List<String> names = new ArrayList<>();
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                String name = all.nextElement().getName();
                boolean ours = FOLDERS.contains(name.substring(0, Math.max(0, name.indexOf('/'))));
                if (ours && !name.endsWith("/")) {
                    names.add(name);
                }
            }
            return new Jar(file, List.copyOf(names));
        }

        @Override
        public List<String> below(String folder) throws IOException {
            List<String> below = names.stream().filter(n -> n.startsWith(folder + "/")).toList();
            if (below.isEmpty()) {
                throw new NoSuchFileException(folder);
            }
            return below;
        }

        @Override
        public InputStream open(String name) throws IOException {
            return file.getInputStream(entry(name));
        }

        @Override
        public byte[] bytes(String name) throws IOException {
            ZipEntry entry = entry(name);
            byte[] bytes = new byte[(int) entry.getSize()];
            try (InputStream in = file.getInputStream(entry)) {
                in.readNBytes(bytes, 0, bytes.length);
            }
            return bytes;
        }

        private ZipEntry entry(String name) throws IOException {
            ZipEntry entry = file.getEntry(name);
            if (entry == null) {
                throw new NoSuchFileException(name);
            }
            return entry;
        }
    }

    /** The files that the program carries. */
    public static DataFiles bundled() {
        try {
            URI here = DataFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path path = Path.of(here);
            return new DataFiles(Files.isDirectory(path) ? new Folder(path) : Jar.at(path), true);
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
        return new DataFiles(new Folder(folder), false);
    }

    /** Whether they are those of the program, which its tests have checked. */
    public boolean areBundled() {
        return bundled;
    }

    /**
     * The names of the files directly in a folder that end in {@code suffix}, sorted: {@code
     * data/lexicon/threaten.tsv}.
     */
    public List<String> list(String folder, String suffix) {
        return below(folder).stream()
                .filter(f -> f.endsWith(suffix) && f.lastIndexOf('/') == folder.length())
                .sorted()
                .toList();
    }

    private List<String> below(String folder) {
        try {
            return place.below(folder);
        } catch (IOException e) {
            throw new InputException(
                    folder + ": the folder cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Opens one file; the caller closes it. */
    public InputStream open(String name) {
        try {
            return place.open(name);
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
            for (String name : below(folder).stream().sorted().toList()) {
                if (!name.startsWith("data/articles/") && !name.startsWith("data/gold/")) {
                    digest.update(name.getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes(name));
                }
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
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** A whole file. */
    public byte[] bytes(String name) {
        try {
            return place.bytes(name);
        } catch (IOException e) {
            throw new InputException(name + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
