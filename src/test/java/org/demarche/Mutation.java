package org.demarche;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A file as nobody ought to write it: a good one with pieces lost, doubled, swapped and foreign.
 */
public final class Mutation {
    private static final List<String> FOREIGN =
            List.of(
                    "\0",
                    "\n",
                    "\r",
                    "\t",
                    " ",
                    "\"",
                    "'",
                    "<",
                    ">",
                    "&",
                    "{",
                    "}",
                    "[",
                    "]",
                    "|",
                    ",",
                    ";",
                    ":",
                    "=",
                    "#",
                    "\\",
                    "%00",
                    "&#0;",
                    "&#x110000;",
                    "&lol;",
                    "\uFEFF",
                    "\u202E",
                    "\uD800",
                    "\uD83D\uDE00",
                    "é",
                    "-1",
                    "0",
                    "9999999999999999999",
                    "1e999",
                    "NaN",
                    "null",
                    "../../",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    "]]>",
                    "<!DOCTYPE",
                    "<script>",
                    "</",
                    "2023-02-30",
                    "0000-00-00",
                    "Content-Length: 99999999999",
                    "\r\n\r\n",
                    "file:///etc/passwd",
                    "PK\u0003\u0004",
                    "WARC/1.0");

    private Mutation() {}

    /** One to eight changes to a copy of the bytes. */
    public static byte[] of(byte[] good, Random random) {
        byte[] bytes = good;
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            bytes = change(bytes, random);
        }
        return bytes;
    }

    private static byte[] change(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(40)));
        return switch (random.nextInt(6)) {
            case 0 -> joined(bytes, from, new byte[0], to);
            case 1 -> joined(bytes, from, foreign(random), from);
            case 2 -> joined(bytes, from, foreign(random), to);
            case 3 -> joined(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
            case 4 -> {
                byte[] noise = new byte[to - from];
                random.nextBytes(noise);
                yield joined(bytes, from, noise, to);
            }
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, from) : bytes;
        };
    }

    private static byte[] foreign(Random random) {
        String one = FOREIGN.get(random.nextInt(FOREIGN.size()));
        int times = random.nextInt(20) == 0 ? 1 + random.nextInt(2_000) : 1;
        return one.repeat(times).getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes up to {@code from}, others, and the bytes from {@code to} on. */
    private static byte[] joined(byte[] bytes, int from, byte[] others, int to) {
        byte[] all = Arrays.copyOf(bytes, from + others.length + bytes.length - to);
        System.arraycopy(others, 0, all, from, others.length);
        System.arraycopy(bytes, to, all, from + others.length, bytes.length - to);
        return all;
    }
}
