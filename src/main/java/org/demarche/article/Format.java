package org.demarche.article;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file is, by its first bytes; its name only decides between kinds of plain text. A page
 * that was saved as {@code story.txt} is a page.
 */
enum Format {
    TEXT,
    MARKDOWN,
    CSV,
    JSON_LINES,
    HTML,
    FEED,
    NEWS_XML,
    WARC,
    ZIP,
    GZIP,
    TAR;

    /** How many bytes are looked at. */
    static final int LOOK = 4096;

    private static final Pattern ROOT =
            Pattern.compile(
                    "<(?!\\?|!--)(?:!doctype\\s+)?(?:\\w+:)?(\\w+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern OBJECT = Pattern.compile("[\\uFEFF\\s]*\\{\\s*\"");

    /** Whether no further byte of a stream could change what it is taken for. */
    static boolean isClear(byte[] start, int length, String name) {
        byte[] read = Arrays.copyOf(start, length);
        String text = new String(read, StandardCharsets.UTF_8);
        String lower = name.toLowerCase(Locale.ROOT);
        return begins(read, 'P', 'K', 3, 4)
                || begins(read, 0x1f, 0x8b)
                || text.startsWith("WARC/")
                || OBJECT.matcher(text).lookingAt()
                        && !lower.matches(".*\\.(?:md|markdown|csv|tsv)");
    }

    /** The format of what begins with these bytes. */
    static Format of(byte[] start, String name) {
        if (begins(start, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (begins(start, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (start.length > 262
                && new String(start, 257, 5, StandardCharsets.US_ASCII).equals("ustar")) {
            return TAR;
        }
        String text = new String(start, StandardCharsets.UTF_8).replaceFirst("^[\\uFEFF\\s]+", "");
        if (text.startsWith("WARC/")) {
            return WARC;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (text.startsWith("<")) {
            return markup(text, lower);
        }
        if (lower.endsWith(".md") || lower.endsWith(".markdown")) {
            return MARKDOWN;
        }
        if (lower.endsWith(".csv") || lower.endsWith(".tsv")) {
            return CSV;
        }
        return lower.matches(".*\\.(?:jsonl|ndjson)") || text.matches("(?s)\\{\\s*\".*")
                ? JSON_LINES
                : TEXT;
    }

    private static Format markup(String text, String name) {
        Matcher root = ROOT.matcher(text.replaceAll("(?s)<!--.*?-->", ""));
        String tag = root.find() ? root.group(1).toLowerCase(Locale.ROOT) : "";
        return switch (tag) {
            case "rss", "feed", "rdf" -> FEED;
            case "nitf", "newsitem", "newsmessage" -> NEWS_XML;
            default -> tag.isEmpty() && name.endsWith(".txt") ? TEXT : HTML;
        };
    }

    private static boolean begins(byte[] start, int... magic) {
        if (start.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
