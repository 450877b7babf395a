package org.demarche.article;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.demarche.source.InputException;

/**
 * Reads a stream of any format that there is a reader for, and archives of such files. Nothing is
 * unpacked to the disk, and no size that a file declares is trusted.
 */
public final class AnyReader implements ArticleReader {
    private static final int DEEPEST = 4;

    private final FieldNames names;

    public AnyReader(FieldNames names) {
        this.names = names;
    }

    @Override
    public void read(InputStream in, String name, ArticleSink sink) {
        read(in, name, Optional.empty(), Optional.empty(), sink);
    }

    /**
     * Reads what came from the web.
     *
     * @param address where it was found
     * @param charset what the server said of it
     */
    void read(
            InputStream in,
            String name,
            Optional<String> address,
            Optional<String> charset,
            ArticleSink sink) {
        try {
            BufferedInputStream content = new BufferedInputStream(in, 1 << 16);
            if (address.isPresent() && Format.of(start(content, name), name) == Format.HTML) {
                new HtmlReader().read(content, name, address, charset, sink);
            } else {
                read(content, name, sink, 0);
            }
        } catch (IOException e) {
            sink.problem(new InputException(name + ": cannot be read (" + e.getMessage() + ")", e));
        }
    }

    /**
     * The first bytes, as many as it takes to tell the format: of a pipe that gives an article now
     * and then no more is waited for.
     */
    private static byte[] start(BufferedInputStream content, String name) throws IOException {
        content.mark(Format.LOOK);
        byte[] start = new byte[Format.LOOK];
        int length = 0;
        while (length < start.length && !Format.isClear(start, length, name)) {
            int read = content.read(start, length, start.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        content.reset();
        return Arrays.copyOf(start, length);
    }

    private void read(InputStream in, String name, ArticleSink sink, int depth) throws IOException {
        BufferedInputStream content =
                in instanceof BufferedInputStream buffered
                        ? buffered
                        : new BufferedInputStream(in, 1 << 16);
        byte[] start = start(content, name);
        if (depth > DEEPEST) {
            throw new IOException("archives in archives in archives; refused");
        }
        switch (Format.of(start, name)) {
            case GZIP -> {
                Bounded.Counting packed = new Bounded.Counting(content);
                read(
                        new Bounded.Unfolded(new GZIPInputStream(packed, 1 << 16), packed),
                        name.replaceFirst("(?i)\\.gz$", "").replaceFirst("(?i)\\.tgz$", ".tar"),
                        sink,
                        depth + 1);
            }
            case ZIP -> zip(content, name, sink, depth);
            case TAR -> tar(content, name, sink, depth);
            case WARC -> new WarcArticles().read(content, name, sink);
            case HTML -> new HtmlReader().read(content, name, sink);
            case FEED -> new FeedReader().read(content, name, sink);
            case NEWS_XML -> new NewsXmlReader().read(content, name, sink);
            case CSV -> new CsvReader(names).read(content, name, sink);
            case JSON_LINES -> new JsonLinesReader(names).read(content, name, sink);
            case MARKDOWN -> new MarkdownReader().read(content, name, sink);
            case TEXT -> new TextReader().read(content, name, sink);
        }
    }

    private void zip(InputStream content, String name, ArticleSink sink, int depth)
            throws IOException {
        Bounded.Counting packed = new Bounded.Counting(content);
        // Names that are not marked as UTF-8 may be in any character set; only their ends count.
        ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.ISO_8859_1);
        Bounded.Unfolded unfolded = new Bounded.Unfolded(zip, packed);
        try {
            ZipEntry entry = zip.getNextEntry();
            if (entry == null) {
                throw new IOException("no file in the archive");
            }
            while (entry != null && !sink.isFull()) {
                if (!entry.isDirectory()) {
                    entry(unfolded, name, entry.getName(), sink, depth);
                }
                entry = zip.getNextEntry();
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the name of an entry is broken", e);
        } catch (IOException e) {
            // Of a refused entry its reader has told.
            if (!unfolded.isRefused()) {
                throw e;
            }
        }
    }

    private void tar(InputStream content, String name, ArticleSink sink, int depth)
            throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(content);
        Optional<TarArchiveEntry> entry = next(tar);
        while (entry.isPresent() && !sink.isFull()) {
            if (entry.get().isFile()) {
                entry(new Entry(tar), name, entry.get().getName(), sink, depth);
            }
            entry = next(tar);
        }
    }

    private static Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws IOException {
        try {
            return Optional.ofNullable(tar.getNextEntry());
        } catch (IllegalArgumentException e) {
            throw new IOException("a broken entry", e);
        }
    }

    private void entry(InputStream in, String archive, String name, ArticleSink sink, int depth)
            throws IOException {
        String path = name.replace('\\', '/');
        if (path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || ("/" + path + "/").contains("/../")) {
            sink.problem(
                    new InputException(
                            archive
                                    + ": the entry '"
                                    + name
                                    + "' leads out of the archive; refused"));
        } else if (ArticleFiles.isArticleName(path)) {
            read(in, archive + "!" + path, sink, depth + 1);
        }
    }

    /** One entry of an archive, which goes on after it. */
    private static final class Entry extends FilterInputStream {
        Entry(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The archive is closed, not its entry.
        }
    }
}
