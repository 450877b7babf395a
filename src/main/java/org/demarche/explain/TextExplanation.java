package org.demarche.explain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.entity.Actor;
import org.demarche.entity.Mention;
import org.demarche.event.Event;
import org.demarche.event.EventDate;
import org.demarche.event.TimeExpression;
import org.demarche.event.TimeExpressions;
import org.demarche.event.Verdict;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** Lines for a reader: {@code mention "its" is Chad (refers back to 'Chad')}. */
final class TextExplanation implements Explanation {
    private final boolean tokens;

    TextExplanation(boolean tokens) {
        this.tokens = tokens;
    }

    @Override
    public String of(Article article, Pipeline.Understanding understood) {
        StringBuilder lines = new StringBuilder("article " + article.id());
        lines.append(article.published().map(day -> ", published " + day).orElse("")).append('\n');
        for (Sentence sentence : understood.sentences()) {
            lines.append("\n[").append(sentence.index()).append("] ");
            lines.append(oneLine(sentence.span().of(article.text()))).append('\n');
            if (tokens) {
                sentence.tokens().forEach(t -> lines.append("    " + line(t) + '\n'));
            }
            for (Mention mention : understood.mentions().in(sentence)) {
                lines.append("  mention  " + line(mention, article) + '\n');
            }
            for (TimeExpression time : TimeExpressions.find(sentence, article.published())) {
                lines.append("  time     " + line(time) + '\n');
            }
            for (Event event : understood.reading().events()) {
                if (sentence.span().contains(event.evidence().get(0).trigger())) {
                    lines.append("  event    " + line(event) + '\n');
                }
            }
            for (Verdict verdict : understood.reading().verdicts()) {
                if (verdict.sentence() == sentence.index()) {
                    lines.append(verdict.isCoded() ? "  coded    " : "  not      ");
                    lines.append(line(verdict, article) + '\n');
                }
            }
        }
        return lines.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String line(Token token) {
        return String.format(
                Locale.ROOT,
                "%3d  %-18s %-18s %-6s %-5s %3d  %s",
                token.index(),
                token.form(),
                token.lemma(),
                token.upos(),
                token.xpos(),
                token.head(),
                token.relation());
    }

    private static String line(Mention mention, Article article) {
        String whom = names(mention.actors());
        String where = mention.place().map(p -> "at " + p.name()).orElse("");
        return "\""
                + oneLine(mention.span().of(article.text()))
                + "\" is "
                + (mention.isPlace() || whom.isEmpty() ? where : whom)
                + " ("
                + mention.why()
                + ")";
    }

    private static String line(TimeExpression time) {
        EventDate date = time.date();
        String until = date.end().map(last -> " to " + last).orElse("");
        return "\""
                + oneLine(date.text())
                + "\" is "
                + date.value().orElse("not on the calendar")
                + until;
    }

    private static String line(Event event) {
        StringBuilder line = new StringBuilder();
        line.append(event.type().name()).append(" (").append(event.factuality().localName());
        line.append(")");
        append(line, "actor", names(event.actors()));
        append(line, "recipient", names(event.recipients()));
        append(line, "at", event.place().map(p -> p.name()).orElse(""));
        append(line, "on", event.date().flatMap(d -> d.value()).orElse(""));
        append(line, "content", String.join(", ", event.contents()));
        append(line, "if", String.join(", ", event.conditions()));
        append(line, "source", names(event.attributions().stream().map(a -> a.source()).toList()));
        return line + "  [" + event.key() + "]";
    }

    private static void append(StringBuilder line, String name, String value) {
        if (!value.isEmpty()) {
            line.append("  ").append(name).append(": ").append(value);
        }
    }

    private static String names(List<Actor> actors) {
        return actors.stream().map(Actor::name).collect(Collectors.joining(" + "));
    }

    private static String line(Verdict verdict, Article article) {
        return "\""
                + oneLine(verdict.word().of(article.text()))
                + "\": "
                + verdict.reason()
                + " ("
                + verdict.row()
                + ")";
    }
}
