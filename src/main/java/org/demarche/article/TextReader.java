package org.demarche.article;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.InputException;
import org.demarche.source.Quote;
import org.demarche.source.SourceLine;

/**
 * Reads one article from plain text, which header lines may open: {@code Title: Iraq threatens
 * Sweden}, {@code Date: 2023-07-20}, or a first line that begins with {@code date 2023-07-20}.
 */
public final class TextReader implements ArticleReader {
    private static final Set<String> HEADERS = Set.of("title", "date", "publisher", "url", "id");
    private static final Pattern HEADER = Pattern.compile("([A-Z][A-Za-z-]*):(?:[ \t]+(.*))?");
    private static final Pattern DATE_FIRST =
            Pattern.compile("\\s*date[ \t]+(\\d{4}-\\d{2}-\\d{2})(?!\\S)[ \t]*(?:\r?\n)*");

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

    /**
     * The article of the text; its own text is what stands below the header, unchanged.
     *
     * @param name what messages call the text: the file's name
     * @throws InputException for a date that is none, or where no text follows the header
     */
    public Article parse(String content, String name) {
        Map<String, String> headers = new HashMap<>();
        int start = 0;
        Optional<LocalDate> published = Optional.empty();
        Matcher dateFirst = DATE_FIRST.matcher(content);
        if (dateFirst.lookingAt()) {
            published = Optional.of(day(dateFirst.group(1), new SourceLine(name, 1)));
            start = dateFirst.end();
        } else {
            start = headers(content, headers);
            if (headers.containsKey("date")) {
                int line = 1 + content.substring(0, dateLine(content)).split("\n", -1).length - 1;
                published = Optional.of(day(headers.get("date"), new SourceLine(name, line)));
            }
        }
        String text = content.substring(start);
        if (text.isBlank()) {
            throw new InputException(name + ": no text in it; an article has at least a sentence");
        }
        if (text.indexOf('\0') >= 0) {
            throw new InputException(name + ": not a text file (it holds a NUL char)");
        }
        Optional<LocalDate> day = published;
        return new Article(
                value(headers, "id").map(ArticleIds::own).orElseGet(() -> ArticleIds.of(day, text)),
                value(headers, "title"),
                published,
                value(headers, "publisher"),
                value(headers, "url"),
                text);
    }

    /** Fills in the header lines and says where the text begins. */
    private static int headers(String content, Map<String, String> headers) {
        int at = 0;
        while (at < content.length()) {
            int end = lineEnd(content, at);
            String line = content.substring(at, end).stripTrailing();
            Matcher header = HEADER.matcher(line);
            if (!header.matches() || (headers.isEmpty() && !HEADERS.contains(key(header)))) {
                break;
            }
            headers.putIfAbsent(
                    key(header), header.group(2) == null ? "" : header.group(2).strip());
            at = Math.min(end + 1, content.length());
        }
        if (headers.isEmpty()) {
            return 0;
        }
        while (at < content.length()
                && (content.charAt(at) == '\n' || content.charAt(at) == '\r')) {
            at++;
        }
        return at;
    }

    private static String key(Matcher header) {
        return header.group(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static int lineEnd(String content, int from) {
        int end = content.indexOf('\n', from);
        return end < 0 ? content.length() : end;
    }

    private static int dateLine(String content) {
        Matcher date = Pattern.compile("(?im)^date:").matcher(content);
        return date.find() ? date.start() : 0;
    }

    private static Optional<String> value(Map<String, String> headers, String key) {
        return Optional.ofNullable(headers.get(key)).filter(v -> !v.isEmpty());
    }

    /**
     * The day of an ISO 8601 date or date and time.
     *
     * @throws InputException for anything else
     */
    static LocalDate day(String value, SourceLine where) {
        String day =
                value.length() > 10 && value.charAt(10) == 'T' ? value.substring(0, 10) : value;
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new InputException(
                    where + ": date " + Quote.of(value) + " is not of the form 2023-07-20", e);
        }
    }
}
