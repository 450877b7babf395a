package org.demarche.article;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.demarche.source.InputException;
import org.demarche.source.Quote;
import org.demarche.source.SourceLine;

/**
 * What the fields of an article are called in other people's data: {@code
 * text=body,published=date}.
 *
 * @param names the other name of each field that has one
 */
public record FieldNames(Map<String, String> names) implements Serializable {
    /** The fields of an article, under their own names. */
    public static final FieldNames OWN = new FieldNames(Map.of());

    static final List<String> FIELDS =
            List.of("id", "title", "published", "publisher", "url", "text");

    public FieldNames {
        names = Map.copyOf(names);
    }

    /**
     * Reads {@code field=name} pairs with commas between them.
     *
     * @throws InputException for a field that articles do not have
     */
    public static FieldNames parse(String pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String pair : pairs.split(",", -1)) {
            int equals = pair.indexOf('=');
            String field = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
            if (!FIELDS.contains(field)) {
                throw new InputException(
                        "--map: articles have no field '"
                                + field
                                + "'; use "
                                + String.join(", ", FIELDS));
            }
            if (equals < 0 || pair.substring(equals + 1).isBlank()) {
                throw new InputException("--map: '" + pair + "' is not of the form text=body");
            }
            names.put(field, pair.substring(equals + 1).strip());
        }
        return new FieldNames(names);
    }

    String of(String field) {
        return names.getOrDefault(field, field);
    }

    boolean isKnown(String name) {
        return FIELDS.stream().anyMatch(field -> of(field).equals(name));
    }

    /** The day of a date; in data of others any usual way of writing it. */
    LocalDate day(String value, SourceLine where) {
        return names.containsKey("published")
                ? PageDates.parse(value)
                        .orElseThrow(
                                () ->
                                        new InputException(
                                                where + ": " + Quote.of(value) + " is no date"))
                : TextReader.day(value, where);
    }
}
