package org.demarche.article;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.demarche.source.InputException;

/** Reading with an end, whatever a file claims: of one document, and of what is decompressed. */
final class Bounded {
    /** No page, feed or line of an archive is as large. */
    static final int MOST_BYTES = 64 << 20;

    // News is compressed five to ten times; what unfolds so much further is made to do harm.
    private static final long HIGHEST_RATIO = 300;
    private static final long HARMLESS = 16 << 20;

    private Bounded() {}

    /**
     * All bytes of one document.
     *
     * @throws InputException if it is larger than 64 MB
     */
    static byte[] all(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new InputException(
                    name
                            + ": larger than "
                            + (MOST_BYTES >> 20)
                            + " MB, which no article is; refused");
        }
        return bytes;
    }

    /** Counts the bytes that pass through it. */
    static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count += skipped;
            return skipped;
        }
    }

    /** What comes out of a decompressor, as long as it is in proportion to what went in. */
    static final class Unfolded extends FilterInputStream {
        private final Counting packed;
        private long count;
        private boolean refused;

        Unfolded(InputStream in, Counting packed) {
            super(in);
            this.packed = packed;
        }

        boolean isRefused() {
            return refused;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            if (count > HARMLESS && count / HIGHEST_RATIO > packed.count()) {
                refused = true;
                throw new IOException(
                        "it unfolds to more than "
                                + HIGHEST_RATIO
                                + " times its size, as no archive of news does; refused");
            }
            return read;
        }

        @Override
        public void close() {
            // An entry ends before its archive does.
        }
    }
}
