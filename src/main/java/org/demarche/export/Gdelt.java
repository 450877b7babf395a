package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events in the 61 columns of GDELT 2.0's event table, without a header as there, one line for each
 * two actors. Countries are ISO 3166-1 alpha-3 codes also where GDELT has FIPS codes, and what
 * GDELT counts over a day (mentions, tone) is empty.
 */
final class Gdelt implements RecordExport.Writing {
    private static final Map<String, String> QUAD_CLASSES =
            Map.of(
                    "VerbalCooperation", "1",
                    "MaterialCooperation", "2",
                    "VerbalConflict", "3",
                    "MaterialConflict", "4");

    @Override
    public void write(Stream<EventRecord> events, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        for (Iterator<EventRecord> all = events.iterator(); all.hasNext(); ) {
            EventRecord event = all.next();
            if (event.pairs().isEmpty()) {
                write(event, first(event.actors()), first(event.recipients()), writer);
            }
            for (EventRecord.Pair pair : event.pairs()) {
                write(event, Optional.of(pair.actor()), Optional.of(pair.recipient()), writer);
            }
        }
        writer.flush();
    }

    private static Optional<Party> first(List<Party> parties) {
        return parties.stream().findFirst();
    }

    private static void write(
            EventRecord event, Optional<Party> actor, Optional<Party> other, Writer writer)
            throws IOException {
        List<String> cells = new ArrayList<>();
        cells.add(
                number(
                        event.iri()
                                + " "
                                + actor.map(Party::iri).orElse("")
                                + " "
                                + other.map(Party::iri).orElse("")));
        Optional<LocalDate> day = event.when().flatMap(Period::of).map(Period::first);
        cells.add(day.map(DateTimeFormatter.BASIC_ISO_DATE::format).orElse(""));
        cells.add(
                day.map(d -> String.format(Locale.ROOT, "%04d%02d", d.getYear(), d.getMonthValue()))
                        .orElse(""));
        cells.add(day.map(d -> Integer.toString(d.getYear())).orElse(""));
        cells.add(day.map(Gdelt::fraction).orElse(""));
        cells.addAll(actor(actor));
        cells.addAll(actor(other));
        cells.add(""); // IsRootEvent
        String cameo = event.kind().cameo().orElse("");
        cells.add(cameo);
        cells.add(cameo.substring(0, Math.min(3, cameo.length())));
        cells.add(cameo.substring(0, Math.min(2, cameo.length())));
        cells.add(QUAD_CLASSES.getOrDefault(event.kind().quadClass(), ""));
        cells.add(Double.toString(event.kind().score()));
        cells.addAll(List.of("", "", "", "")); // mentions, sources, articles, tone
        cells.addAll(geography(Optional.empty()));
        cells.addAll(geography(Optional.empty()));
        cells.addAll(geography(event.place()));
        cells.add(
                event.source()
                        .issued()
                        .flatMap(Period::of)
                        .map(p -> DateTimeFormatter.BASIC_ISO_DATE.format(p.first()) + "000000")
                        .orElse(""));
        cells.add(event.source().url().orElse(event.source().iri()));
        cells.replaceAll(PlainText::line);
        writer.write(String.join("\t", cells));
        writer.write('\n');
    }

    /** GDELT's event ids are numbers; this one is a hash, the same in every export. */
    private static String number(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return Long.toString(ByteBuffer.wrap(hash).getLong() >>> 11);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    // GDELT 2.0 codebook: the part of the year that is over, months taken as 30 days.
    private static String fraction(LocalDate day) {
        double part = (day.getMonthValue() * 30 + day.getDayOfMonth()) / 365.0;
        return String.format(Locale.ROOT, "%.4f", day.getYear() + part);
    }

    // Code, name, country, group, ethnic, two religions, three types.
    private static List<String> actor(Optional<Party> actor) {
        List<String> cells = new ArrayList<>(Collections.nCopies(10, ""));
        if (actor.isPresent()) {
            Party party = actor.get();
            String sector = party.sector().orElse("");
            String state = party.state().orElse("");
            String code = state.isEmpty() ? party.code().orElse("") : state;
            cells.set(0, code + sector);
            cells.set(1, party.label().toUpperCase(Locale.ROOT));
            cells.set(2, state);
            cells.set(3, state.isEmpty() ? party.code().orElse("") : "");
            cells.set(7, sector);
        }
        return cells;
    }

    // Type, name, country, two divisions, latitude, longitude, feature.
    private static List<String> geography(Optional<Site> place) {
        List<String> cells = new ArrayList<>(Collections.nCopies(8, ""));
        if (place.isPresent()) {
            Site site = place.get();
            cells.set(0, site.iri().matches(".*/place/[A-Z]{3}") ? "1" : "4");
            cells.set(1, site.label());
            cells.set(2, site.state().orElse(""));
            cells.set(5, site.latitude().map(String::valueOf).orElse(""));
            cells.set(6, site.longitude().map(String::valueOf).orElse(""));
            cells.set(7, site.iri());
        } else {
            cells.set(0, "0");
        }
        return cells;
    }
}
