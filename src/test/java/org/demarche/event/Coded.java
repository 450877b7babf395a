package org.demarche.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.entity.Actor;
import org.demarche.source.DataFiles;

/**
 * The events of a text published on Thursday, July 20, 2023, written as {@code THREATEN IRQ>SWE}.
 */
final class Coded {
    private static final Pipeline PIPELINE = Pipeline.load(DataFiles.bundled());

    private final List<Event> events;
    private final List<Verdict> verdicts;

    private Coded(Reading reading) {
        this.events = reading.events();
        this.verdicts = reading.verdicts();
    }

    static Coded text(String text) {
        Article article =
                new Article(
                        "coded",
                        Optional.empty(),
                        Optional.of(LocalDate.of(2023, 7, 20)),
                        Optional.empty(),
                        Optional.empty(),
                        text);
        return new Coded(PIPELINE.read(article).reading());
    }

    /** {@code [THREATEN IRQ>SWE, SANCTION IRQ>SWE Possible]}, the factuality where not asserted. */
    List<String> brief() {
        return events.stream().map(Coded::brief).toList();
    }

    /** Why words that could have made an event did not. */
    List<String> reasons() {
        return verdicts.stream().filter(v -> !v.isCoded()).map(Verdict::reason).toList();
    }

    private static String brief(Event event) {
        String factuality =
                event.factuality() == Factuality.ASSERTED
                        ? ""
                        : " " + event.factuality().localName();
        return event.type().plover()
                + " "
                + codes(event.actors())
                + ">"
                + codes(event.recipients())
                + factuality;
    }

    private static String codes(List<Actor> actors) {
        TreeSet<String> codes = new TreeSet<>();
        for (Actor actor : actors) {
            codes.add(
                    actor.state()
                            .or(() -> Optional.of(actor))
                            .flatMap(Actor::code)
                            .orElse(actor.name()));
        }
        return codes.isEmpty() ? "-" : String.join("+", codes);
    }

    /** The first event of a PLOVER type. */
    Event the(String plover) {
        return events.stream()
                .filter(e -> e.type().plover().equals(plover))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + plover + " in " + brief()));
    }

    /** The event of a key: a content or condition of another. */
    Event at(String key) {
        return events.stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
    }
}
