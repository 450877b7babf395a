package org.demarche.export;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Notes that link to each other: one for each event, and one for each actor, place and article with
 * the list of its events.
 */
final class Obsidian implements FolderExport.Writing {
    @Override
    public void write(DatasetGraph data, Selection selection, Bundle files) throws IOException {
        Vault vault = new Vault(files);
        for (Iterator<EventRecord> all = EventReader.read(data, selection).iterator();
                all.hasNext(); ) {
            vault.add(all.next());
        }
        vault.finish();
    }

    private static final class Vault {
        private static final int LONGEST = 80;

        private final Bundle files;
        private final Set<String> taken = new HashSet<>();
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, Page> pages = new TreeMap<>();

        /** A note that grows while events are read. */
        private record Page(
                String name, String title, Map<String, String> facts, List<String> events) {}

        Vault(Bundle files) {
            this.files = files;
        }

        void add(EventRecord event) throws IOException {
            String title =
                    (event.when().orElse("")
                                    + " "
                                    + labels(event.actors())
                                    + " "
                                    + event.kind().label()
                                    + " "
                                    + labels(event.recipients()))
                            .replaceAll(" +", " ")
                            .strip();
            String note = name("Events", event.iri(), title);
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("type", event.kind().plover());
            facts.put("event", event.kind().label());
            facts.put("factuality", event.factuality());
            event.when().ifPresent(date -> facts.put("date", date));
            facts.put("iri", event.iri());
            StringBuilder text = new StringBuilder();
            if (!event.quote().isBlank()) {
                text.append("> ").append(escaped(event.quote())).append("\n\n");
            }
            links(text, "Actor", event.actors(), note, title);
            links(text, "Recipient", event.recipients(), note, title);
            links(text, "Said by", event.saidBy(), note, title);
            links(text, "Reported by", event.reportedBy(), note, title);
            if (event.place().isPresent()) {
                Site site = event.place().get();
                Page page = page("Places", site.iri(), site.label(), Map.of("iri", site.iri()));
                line(text, "Place", link(page.name(), page.title()));
                page.events().add(link(note, title));
            }
            for (String content : event.contents()) {
                line(text, "About", link(name("Events", content, content), "the act itself"));
            }
            for (String condition : event.conditions()) {
                line(text, "If", link(name("Events", condition, condition), "this happens"));
            }
            Page article = article(event.source());
            line(text, "Article", link(article.name(), article.title()));
            article.events().add(link(note, title));
            write(note, title, facts, text.toString());
        }

        private void links(
                StringBuilder text, String role, List<Party> parties, String note, String title) {
            for (Party party : parties) {
                Map<String, String> facts = new LinkedHashMap<>();
                facts.put("kind", party.kind());
                party.code().ifPresent(code -> facts.put("code", code));
                party.office().ifPresent(office -> facts.put("office", office));
                party.state().ifPresent(state -> facts.put("state", state));
                facts.put("iri", party.iri());
                Page page = page("Actors", party.iri(), party.label(), facts);
                line(text, role, link(page.name(), page.title()));
                page.events().add(link(note, title));
            }
        }

        private Page article(Source source) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("id", source.id());
            source.issued().ifPresent(date -> facts.put("date", date));
            source.publisher().ifPresent(publisher -> facts.put("publisher", publisher));
            source.url().ifPresent(url -> facts.put("url", url));
            facts.put("iri", source.iri());
            return page("Articles", source.iri(), source.title().orElse(source.id()), facts);
        }

        private Page page(String folder, String iri, String title, Map<String, String> facts) {
            String name = name(folder, iri, title);
            return pages.computeIfAbsent(name, n -> new Page(n, title, facts, new ArrayList<>()));
        }

        void finish() throws IOException {
            for (Page page : pages.values()) {
                StringBuilder text = new StringBuilder();
                page.events().stream()
                        .distinct()
                        .forEach(link -> text.append("- ").append(link).append('\n'));
                write(page.name(), page.title(), page.facts(), text.toString());
            }
        }

        private void write(String name, String title, Map<String, String> facts, String text)
                throws IOException {
            try (Writer note =
                    new OutputStreamWriter(files.file(name + ".md"), StandardCharsets.UTF_8)) {
                note.write("---\n");
                for (Map.Entry<String, String> fact : facts.entrySet()) {
                    // A JSON string is a YAML string too.
                    note.write(fact.getKey() + ": \"");
                    note.write(
                            JsonStringEncoder.getInstance()
                                    .quoteAsString(PlainText.line(fact.getValue())));
                    note.write("\"\n");
                }
                note.write("---\n# " + escaped(title) + "\n\n" + text);
            }
        }

        /** The note of a thing: a name that Windows, macOS and Obsidian's links can all hold. */
        private String name(String folder, String iri, String title) {
            String known = names.get(iri + folder);
            if (known != null) {
                return known;
            }
            // An event that others point to before it comes is known by the end of its IRI.
            String plain =
                    PlainText.line(title.equals(iri) ? iri.replaceFirst(".*/id/", "") : title)
                            .replaceAll("[\\\\/:*?\"<>|#^\\[\\]%\\p{Cf}\\p{Co}]+", " ")
                            .replaceAll("\\s+", " ")
                            .strip();
            int end = Math.min(LONGEST, plain.codePointCount(0, plain.length()));
            plain =
                    plain.substring(0, plain.offsetByCodePoints(0, end))
                            .replaceAll("^[. ]+|[. ]+$", "");
            if (plain.isEmpty() || plain.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?")) {
                plain = "note " + plain;
            }
            String name = folder + "/" + plain.strip();
            for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = folder + "/" + plain.strip() + " (" + i + ")";
            }
            names.put(iri + folder, name);
            return name;
        }

        private static String labels(List<Party> parties) {
            return parties.stream().map(Party::label).collect(Collectors.joining(", "));
        }

        private static void line(StringBuilder text, String role, String link) {
            text.append("- ").append(role).append(": ").append(link).append('\n');
        }

        private static String link(String note, String shown) {
            String plain = PlainText.line(shown).replaceAll("[\\[\\]|\\\\`<>*_$%=~]", " ").strip();
            return "[[" + note + "|" + (plain.isEmpty() ? "?" : plain) + "]]";
        }

        /** Text in which nothing is Markdown or HTML. */
        private static String escaped(String text) {
            return PlainText.line(text)
                    .replaceAll("[\\\\`*_{}\\[\\]()#+|~$^=%@!-]", "\\\\$0")
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
        }
    }
}
