package org.demarche.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/** Ids that are the same for the same article in every run. */
public final class ArticleIds {
    private ArticleIds() {}

    /**
     * The article's own id; one with other chars than letters, digits, {@code . _ -} has them
     * replaced and a hash of the original behind it, so that two ids never become one.
     */
    public static String own(String id) {
        if (id.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
            return id;
        }
        String plain = id.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String start = plain.substring(0, Math.min(plain.length(), 60));
        return (start.isEmpty() ? "" : start + "-") + hash(id).substring(0, 8);
    }

    /** The id of an article that has none of its own: 16 hex digits of its day and text. */
    static String of(Optional<LocalDate> published, String text) {
        return hash(published.map(LocalDate::toString).orElse("") + "\n" + text).substring(0, 16);
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
