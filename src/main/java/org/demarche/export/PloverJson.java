package org.demarche.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events as JSON Lines in PLOVER's terms: event, mode and contexts, compound sources and targets.
 * What is not asserted has the PLOVER context that says so.
 */
final class PloverJson implements RecordExport.Writing {
    // PLOVER manual: coding engines put these into the contexts.
    private static final Map<String, String> CONTEXTS =
            Map.of("Planned", "future", "Possible", "hypothetical", "Denied", "negation");

    @Override
    public void write(Stream<EventRecord> events, OutputStream out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.setRootValueSeparator(null);
            for (Iterator<EventRecord> all = events.iterator(); all.hasNext(); ) {
                write(all.next(), json);
                json.writeRaw('\n');
            }
        }
    }

    private static void write(EventRecord event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", event.iri());
        text(json, "date", event.when());
        text(json, "dateText", event.dateText());
        json.writeStringField("event", event.kind().plover());
        json.writeStringField("class", event.kind().name());
        text(json, "cameo", event.kind().cameo());
        json.writeStringField("quadClass", event.kind().quadClass());
        json.writeNumberField("score", event.kind().score());
        texts(json, "mode", event.modes());
        List<String> contexts = new ArrayList<>(event.contexts());
        Optional.ofNullable(CONTEXTS.get(event.factuality())).ifPresent(contexts::add);
        texts(json, "context", contexts);
        json.writeStringField("factuality", event.factuality());
        parties(json, "source", event.actors());
        parties(json, "target", event.recipients());
        if (event.place().isPresent()) {
            Site site = event.place().get();
            json.writeObjectFieldStart("location");
            json.writeStringField("text", site.label());
            text(json, "country", site.state());
            if (site.latitude().isPresent() && site.longitude().isPresent()) {
                json.writeNumberField("lat", site.latitude().get());
                json.writeNumberField("lon", site.longitude().get());
            }
            json.writeEndObject();
        }
        count(json, "size", event, "size");
        count(json, "dead", event, "killed");
        count(json, "injured", event, "injured");
        json.writeStringField("text", event.quote());
        json.writeObjectFieldStart("publication");
        json.writeStringField("id", event.source().id());
        text(json, "date", event.source().issued());
        text(json, "title", event.source().title());
        text(json, "publisher", event.source().publisher());
        text(json, "url", event.source().url());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void parties(JsonGenerator json, String name, List<Party> parties)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Party party : parties) {
            json.writeStartObject();
            json.writeStringField("text", party.label());
            text(json, "actor", party.state().or(party::code));
            text(json, "sector", party.sector());
            text(json, "title", party.office());
            json.writeStringField("kind", party.kind());
            text(json, "wikidata", party.wikidata());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void count(JsonGenerator json, String name, EventRecord event, String count)
            throws IOException {
        if (event.counts().containsKey(count)) {
            json.writeNumberField(name, event.counts().get(count));
        }
    }

    private static void text(JsonGenerator json, String name, Optional<String> value)
            throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    private static void texts(JsonGenerator json, String name, List<String> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
