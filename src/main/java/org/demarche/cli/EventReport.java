package org.demarche.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.demarche.entity.Actor;
import org.demarche.event.Difference;
import org.demarche.event.Event;
import org.demarche.event.EventScore;
import org.demarche.event.Figures;
import org.demarche.event.GoldEvent;
import org.demarche.event.ScoreLevel;

/**
 * What {@code demarche evaluate events} prints: how far the program's events are those that a
 * reader found, in all and for each type.
 */
public final class EventReport {
    private final EventScore score;
    private final boolean errors;

    /** The report, with all errors or without. */
    public EventReport(EventScore score, boolean errors) {
        this.score = score;
        this.errors = errors;
    }

    /** Writes it for people. */
    public void text(PrintStream out) {
        Figures events = score.figures(ScoreLevel.EVENT);
        line(
                out,
                "articles %d, gold events %d, extracted %d",
                score.articles(),
                events.gold(),
                events.extracted());
        line(out, "");
        line(out, "%-12s%11s%8s%8s", "", "precision", "recall", "F1");
        for (ScoreLevel level : ScoreLevel.values()) {
            Figures figures = score.figures(level);
            line(
                    out,
                    "%-12s%11.3f%8.3f%8.3f",
                    level.label(),
                    figures.precision(),
                    figures.recall(),
                    figures.f1());
        }
        line(
                out,
                "factuality right for %d of %d matched events: %.3f",
                score.rightFactuality(),
                score.matched(),
                score.factuality());
        line(out, "");
        line(
                out,
                "%-12s%6s%11s%11s%8s%8s",
                "type",
                "gold",
                "extracted",
                "precision",
                "recall",
                "F1");
        score.types()
                .forEach(
                        (type, figures) ->
                                line(
                                        out,
                                        "%-12s%6d%11d%11s%8s%8s",
                                        type,
                                        figures.gold(),
                                        figures.extracted(),
                                        share(figures.precision(), figures.extracted()),
                                        share(figures.recall(), figures.gold()),
                                        share(
                                                figures.f1(),
                                                Math.min(figures.gold(), figures.extracted()))));
        if (errors) {
            score.differences().forEach(difference -> text(difference, out));
        }
    }

    /** A share of so many, or a dash where there are none. */
    private static String share(double share, int of) {
        return of == 0 ? "-" : String.format(Locale.ROOT, "%.3f", share);
    }

    private static void text(Difference difference, PrintStream out) {
        line(out, "");
        line(
                out,
                "%s: %s, paragraph %d: %s",
                difference.kind().label(),
                difference.article().id(),
                difference.paragraph(),
                difference.sentence().replaceAll("\\s+", " "));
        difference.gold().ifPresent(gold -> line(out, "  gold       %s", line(gold)));
        difference.extracted().ifPresent(event -> line(out, "  extracted  %s", line(event)));
    }

    private static String line(GoldEvent gold) {
        return String.format(
                "%s \"%s\"  %s > %s  %s",
                gold.type(),
                gold.trigger(),
                joined(gold.actors()),
                joined(gold.recipients()),
                gold.factuality().localName());
    }

    private static String line(Event event) {
        return String.format(
                "%s \"%s\"  %s > %s  %s  (%s)",
                event.type().plover(),
                event.evidence().get(0).triggerWords().replaceAll("\\s+", " "),
                joined(names(event.actors())),
                joined(names(event.recipients())),
                event.factuality().localName(),
                row(event));
    }

    private static String row(Event event) {
        return event.evidence().get(0).row().map(Object::toString).orElse("no row");
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? "-" : String.join(" + ", names);
    }

    /** Iraq (IRQ), Swedish Foreign Ministry (SWE), European Union. */
    private static List<String> names(List<Actor> actors) {
        return actors.stream()
                .map(
                        actor ->
                                actor.name()
                                        + actor.state()
                                                .flatMap(Actor::code)
                                                .map(code -> " (" + code + ")")
                                                .orElse(""))
                .toList();
    }

    private static void line(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    /** Writes it for programs: one JSON object. */
    public void json(PrintStream out) {
        ObjectNode report = new ObjectMapper().createObjectNode();
        Figures events = score.figures(ScoreLevel.EVENT);
        report.put("articles", score.articles());
        report.put("gold", events.gold());
        report.put("extracted", events.extracted());
        ObjectNode levels = report.putObject("levels");
        for (ScoreLevel level : ScoreLevel.values()) {
            shares(score.figures(level), levels.putObject(level.label()));
        }
        report.putObject("factuality")
                .put("matched", score.matched())
                .put("right", score.rightFactuality())
                .put("share", rounded(score.factuality()));
        ObjectNode types = report.putObject("types");
        score.types()
                .forEach(
                        (type, figures) ->
                                shares(
                                        figures,
                                        types.putObject(type)
                                                .put("gold", figures.gold())
                                                .put("extracted", figures.extracted())));
        if (errors) {
            ArrayNode list = report.putArray("errors");
            score.differences().forEach(difference -> json(difference, list.addObject()));
        }
        out.println(report.toPrettyString());
    }

    private static void shares(Figures figures, ObjectNode node) {
        node.put("precision", rounded(figures.precision()))
                .put("recall", rounded(figures.recall()))
                .put("f1", rounded(figures.f1()));
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }

    private static void json(Difference difference, ObjectNode node) {
        node.put("error", difference.kind().label())
                .put("article", difference.article().id())
                .put("s", difference.paragraph())
                .put("sentence", difference.sentence());
        difference
                .gold()
                .ifPresent(
                        gold -> {
                            ObjectNode event = node.putObject("gold");
                            event.put("class", gold.type()).put("trigger", gold.trigger());
                            gold.actors().forEach(event.putArray("actor")::add);
                            gold.recipients().forEach(event.putArray("recipient")::add);
                            event.put("factuality", gold.factuality().localName());
                        });
        difference
                .extracted()
                .ifPresent(
                        found -> {
                            ObjectNode event = node.putObject("extracted");
                            event.put("class", found.type().plover())
                                    .put("trigger", found.evidence().get(0).triggerWords());
                            names(found.actors()).forEach(event.putArray("actor")::add);
                            names(found.recipients()).forEach(event.putArray("recipient")::add);
                            event.put("factuality", found.factuality().localName())
                                    .put("row", row(found));
                        });
    }
}
