package org.demarche.article;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.InputException;

/**
 * Reads one article from Markdown: its first heading or the {@code title} of its front matter is
 * the title, its paragraphs without their marks are the text.
 */
public final class MarkdownReader implements ArticleReader {
    private static final Pattern FRONT =
            Pattern.compile("---[ \\t]*\\R(?<keys>(?:[^\\n]*\\n){0,100}?)---[ \\t]*(?:\\R|$)");
    private static final Pattern KEY =
            Pattern.compile("(?m)^(\\w+):[ \\t]*[\"']?(.*?)[\"']?[ \\t\\r]*$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}[ \\t]+(.*?)[ \\t#]*$");

    @Override
    public void read(InputStream in, String name, ArticleSink sink) {
        Article article;
        try {
            article = parse(Utf8.decode(Bounded.all(in, name), name, 1), name);
        } catch (InputException e) {
            sink.problem(e);
            return;
        } catch (IOException e) {
            sink.problem(new InputException(name + ": cannot be read (" + e.getMessage() + ")", e));
            return;
        }
        sink.article(article);
    }

    private static Article parse(String content, String name) {
        Map<String, String> keys = new HashMap<>();
        String body = content;
        Matcher front = FRONT.matcher(content);
        if (front.lookingAt()) {
            body = content.substring(front.end());
            Matcher key = KEY.matcher(front.group("keys"));
            while (key.find()) {
                keys.putIfAbsent(key.group(1).toLowerCase(Locale.ROOT), key.group(2));
            }
        }
        Matcher heading = HEADING.matcher(body);
        if (heading.find()) {
            keys.putIfAbsent("title", plain(heading.group(1)));
        }
        String text = plain(HEADING.matcher(body).replaceAll("")).strip();
        if (text.isBlank()) {
            throw new InputException(name + ": no text in it; an article has at least a sentence");
        }
        Optional<LocalDate> published =
                value(keys, "date").or(() -> value(keys, "published")).flatMap(PageDates::parse);
        return new Article(
                value(keys, "id")
                        .map(ArticleIds::own)
                        .orElseGet(() -> ArticleIds.of(published, text)),
                value(keys, "title"),
                published,
                value(keys, "publisher"),
                value(keys, "url"),
                text);
    }

    private static Optional<String> value(Map<String, String> keys, String key) {
        return Optional.ofNullable(keys.get(key)).filter(v -> !v.isBlank());
    }

    private static String plain(String marked) {
        return marked.replaceAll("(?m)^[ \\t]*(?:>[ \\t]?|[-*+][ \\t]+|\\d{1,3}[.)][ \\t]+)", "")
                .replaceAll("(?m)^[ \\t]*(?:[-*_][ \\t]*){3,}$", "")
                .replaceAll("!\\[[^\\]\\n]*\\]\\([^)\\n]*\\)", "")
                .replaceAll("\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)", "$1")
                .replaceAll("(?<!\\w)(\\*{1,3}|_{1,3}|`)(?=\\S)([^*_`\\n]+?)(?<=\\S)\\1", "$2")
                .replaceAll("\\n{3,}", "\n\n");
    }
}
