package org.demarche.export;

/** Text that every format can hold: "Iraq" out of "Ir\u0007aq". */
final class PlainText {
    private PlainText() {}

    /**
     * The text without what XML 1.0 cannot write: control characters but tab and line feed, and
     * halves of surrogate pairs.
     */
    static String of(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** The same on one line, without space at its ends. */
    static String line(String text) {
        return of(text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")).strip();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF && (c < 0x7F || c > 0x9F))
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && (c & 0xFFFE) != 0xFFFE);
    }
}
