package org.demarche.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.source.InputException;
import org.demarche.source.SourceLine;

/**
 * Reads articles from JSON Lines: {@code {"id":"a1","published":"2023-07-20","text":"Iraq …"}} a
 * line; all keys but {@code text} may be missing. A line that cannot be read is a problem and the
 * next ones are read.
 */
public final class JsonLinesReader implements ArticleReader {
    private final ObjectMapper json =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final FieldNames names;

    public JsonLinesReader() {
        this(FieldNames.OWN);
    }

    /** Reads lines whose keys have other names. */
    public JsonLinesReader(FieldNames names) {
        this.names = names;
    }

    @Override
    public void read(InputStream in, String name, ArticleSink sink) {
        Set<String> unknown = new TreeSet<>();
        int line = 0;
        int articles = 0;
        try (BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16)) {
            ByteArrayOutputStream buffer = new ByteArrayOutputStream();
            while (!sink.isFull() && nextLine(bytes, buffer)) {
                line++;
                Optional<Article> article = Optional.empty();
                try {
                    String content = Utf8.decode(buffer.toByteArray(), name, line);
                    if (!content.isBlank()) {
                        articles++;
                        article = Optional.of(parse(content, new SourceLine(name, line), unknown));
                    }
                } catch (InputException e) {
                    sink.problem(e);
                }
                article.ifPresent(sink::article);
            }
            if (articles == 0 && !sink.isFull()) {
                sink.problem(new InputException(name + ": no article in it"));
            }
        } catch (IOException e) {
            sink.problem(
                    new InputException(
                            new SourceLine(name, line + 1)
                                    + ": cannot be read further ("
                                    + e.getMessage()
                                    + ")",
                            e));
        }
        if (!unknown.isEmpty()) {
            sink.warning(name + ": unknown keys were ignored: " + String.join(", ", unknown));
        }
    }

    /** The next line's bytes; false at the end of the stream. */
    private static boolean nextLine(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        int next = in.read();
        if (next < 0) {
            return false;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() > Bounded.MOST_BYTES) {
                throw new IOException("a line is longer than any article");
            }
            line.write(next);
            next = in.read();
        }
        return true;
    }

    private Article parse(String content, SourceLine where, Set<String> unknown) {
        JsonNode object;
        try {
            object = json.readTree(content);
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new InputException(
                    where
                            + ": broken JSON at column "
                            + column
                            + "; a line is one object such as {\"id\": \"a1\", \"text\": \"…\"}",
                    e);
        }
        if (!object.isObject()) {
            throw new InputException(where + ": not a JSON object with a key 'text'");
        }
        for (Iterator<String> keys = object.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!names.isKnown(key)) {
                unknown.add(key);
            }
        }
        String text =
                string(object, "text", where)
                        .orElseThrow(
                                () ->
                                        new InputException(
                                                where
                                                        + ": no '"
                                                        + names.of("text")
                                                        + "' in the object"));
        if (text.isBlank()) {
            throw new InputException(where + ": '" + names.of("text") + "' is empty");
        }
        Optional<LocalDate> published =
                string(object, "published", where).map(day -> names.day(day, where));
        return new Article(
                string(object, "id", where)
                        .map(ArticleIds::own)
                        .orElseGet(() -> ArticleIds.of(published, text)),
                string(object, "title", where),
                published,
                string(object, "publisher", where),
                string(object, "url", where),
                text);
    }

    private Optional<String> string(JsonNode object, String field, SourceLine where) {
        String key = names.of(field);
        JsonNode value = object.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() && !(field.equals("id") && value.isIntegralNumber())) {
            throw new InputException(where + ": '" + key + "' is not a string");
        }
        return Optional.of(value.asText()).filter(v -> !v.isBlank() || field.equals("text"));
    }
}
