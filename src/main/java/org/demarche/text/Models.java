package org.demarche.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;

/** The trained models as files: {@code data/models/parser.bin.gz} and its two neighbours. */
final class Models {
    static final String TOKENS = "data/models/tokens.bin.gz";
    static final String TAGGER = "data/models/tagger.bin.gz";
    static final String PARSER = "data/models/parser.bin.gz";

    /** What deflate makes of the dullest file. */
    private static final int GREATEST_RATIO = 1032;

    private Models() {}

    /** The bytes of all model files together. */
    static long size(DataFiles files) {
        long size = 0;
        for (String name : List.of(TOKENS, TAGGER, PARSER)) {
            try (InputStream in = files.open(name)) {
                size += in.readAllBytes().length;
            } catch (IOException e) {
                throw new InputException(name + ": cannot be read (" + e.getMessage() + ")", e);
            }
        }
        return size;
    }

    /** Something that a model file holds. */
    @FunctionalInterface
    interface Part {
        void write(DataOutputStream out) throws IOException;
    }

    /** How a part is read back. */
    @FunctionalInterface
    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** Opens a model file; the caller closes it. */
    static DataInputStream open(DataFiles files, String name) throws IOException {
        try {
            byte[] packed = files.bytes(name);
            return new DataInputStream(new ByteArrayInputStream(unpacked(packed)));
        } catch (IOException e) {
            throw new InputException(name + ": is no model file (" + e.getMessage() + ")", e);
        }
    }

    /** What gzip packed, whose last four bytes tell its length (RFC 1952, ISIZE). */
    private static byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            int length =
                    ByteBuffer.wrap(packed)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getInt(packed.length - 4);
            long most = (long) packed.length * GREATEST_RATIO;
            byte[] bytes = new byte[(int) Math.max(0, Math.min(length, most))];
            int read = in.readNBytes(bytes, 0, bytes.length);
            if (read < length || in.read() >= 0) {
                throw new IOException("it does not end where it says");
            }
            return bytes;
        }
    }

    /** Reads one part as {@link #write} wrote it. */
    static <T> T part(DataInputStream in, Reader<T> reader) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return reader.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    /** Writes a model file; the same parts give the same bytes. */
    static void write(Path file, Part... parts) {
        try (OutputStream out = Files.newOutputStream(file);
                DataOutputStream packed =
                        new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
            for (Part part : parts) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                part.write(new DataOutputStream(bytes));
                packed.writeInt(bytes.size());
                bytes.writeTo(packed);
            }
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }
}
