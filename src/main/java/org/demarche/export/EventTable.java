package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Events as a table that a double click opens in Excel: UTF-8 with a byte order mark, and no cell
 * of words that Excel takes for a formula.
 */
final class EventTable implements RecordExport.Writing {
    private static final String FORMULA_STARTS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";
    private static final List<String> COLUMNS =
            List.of(
                    "date",
                    "published",
                    "event",
                    "plover",
                    "cameo",
                    "quad class",
                    "score",
                    "factuality",
                    "actors",
                    "actor states",
                    "recipients",
                    "recipient states",
                    "objects",
                    "place",
                    "latitude",
                    "longitude",
                    "mode",
                    "context",
                    "said by",
                    "reported by",
                    "size",
                    "killed",
                    "injured",
                    "confidence",
                    "quote",
                    "title",
                    "publisher",
                    "url",
                    "article",
                    "incident",
                    "id");

    @Override
    public void write(Stream<EventRecord> events, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(COLUMNS);
        for (Iterator<EventRecord> all = events.iterator(); all.hasNext(); ) {
            csv.printRecord(cells(all.next()));
        }
        csv.flush();
    }

    private static List<Object> cells(EventRecord event) {
        List<Object> cells = new ArrayList<>();
        cells.add(words(event.date()));
        cells.add(words(event.source().issued()));
        cells.add(words(event.kind().label()));
        cells.add(words(event.kind().plover()));
        cells.add(words(event.kind().cameo()));
        cells.add(words(event.kind().quadClass()));
        cells.add(event.kind().score());
        cells.add(words(event.factuality()));
        cells.add(labels(event.actors()));
        cells.add(states(event.actors()));
        cells.add(labels(event.recipients()));
        cells.add(states(event.recipients()));
        cells.add(words(String.join("; ", event.objects())));
        cells.add(words(event.place().map(Site::label)));
        cells.add(number(event.place().flatMap(Site::latitude)));
        cells.add(number(event.place().flatMap(Site::longitude)));
        cells.add(words(String.join("; ", event.modes())));
        cells.add(words(String.join("; ", event.contexts())));
        cells.add(labels(event.saidBy()));
        cells.add(labels(event.reportedBy()));
        for (String count : List.of("size", "killed", "injured")) {
            cells.add(number(Optional.ofNullable(event.counts().get(count))));
        }
        cells.add(number(event.confidence()));
        cells.add(words(event.quote()));
        cells.add(words(event.source().title()));
        cells.add(words(event.source().publisher()));
        cells.add(words(event.source().url()));
        cells.add(words(event.source().id()));
        cells.add(words(event.incident()));
        cells.add(words(event.iri()));
        return cells;
    }

    private static Object number(Optional<? extends Number> value) {
        return value.isPresent() ? value.get() : "";
    }

    private static String labels(List<Party> parties) {
        return words(parties.stream().map(Party::label).collect(Collectors.joining("; ")));
    }

    private static String states(List<Party> parties) {
        return words(
                parties.stream()
                        .flatMap(party -> party.state().stream())
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static String words(Optional<String> text) {
        return words(text.orElse(""));
    }

    /** On one line, and after an apostrophe where a spreadsheet would take it for a formula. */
    static String words(String text) {
        String line = PlainText.line(text);
        return !line.isEmpty() && FORMULA_STARTS.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }
}
