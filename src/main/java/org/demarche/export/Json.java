package org.demarche.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.export.Network.Column;

/** Writes JSON with one element of an array on each line. */
final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private Json() {}

    static JsonGenerator to(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    /** The values that are there, in the order of the columns. */
    static void values(JsonGenerator json, List<Column> columns, Map<String, Object> values)
            throws IOException {
        for (Column column : columns) {
            Optional<Object> value = Optional.ofNullable(values.get(column.name()));
            if (value.isPresent()) {
                json.writePOJOField(column.name(), value.get());
            }
        }
    }

    static void period(JsonGenerator json, Optional<Period> period) throws IOException {
        if (period.isPresent()) {
            json.writeStringField("start", period.get().first().toString());
            json.writeStringField("end", period.get().last().toString());
        }
    }
}
