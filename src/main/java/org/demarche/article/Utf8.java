package org.demarche.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.demarche.source.InputException;
import org.demarche.source.SourceLine;

/** Strict UTF-8: a byte that is none is an error, not a replacement character. */
final class Utf8 {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /**
     * The text of the bytes, without a byte order mark.
     *
     * @param firstLine the number of the line that the bytes begin on
     * @throws InputException naming the line of the first bad byte
     */
    static String decode(byte[] bytes, String name, int firstLine) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        try {
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            int line = firstLine;
            for (int i = 0; i < in.position(); i++) {
                if (bytes[i] == '\n') {
                    line++;
                }
            }
            throw new InputException(
                    new SourceLine(name, line)
                            + ": not UTF-8 (byte "
                            + String.format("0x%02X", bytes[in.position()])
                            + "); convert the file, for example with iconv",
                    e);
        }
        out.flip();
        if (out.hasRemaining() && out.get(0) == BYTE_ORDER_MARK) {
            out.get();
        }
        return out.toString();
    }
}
