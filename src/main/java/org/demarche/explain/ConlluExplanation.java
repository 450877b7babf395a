package org.demarche.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.entity.Actor;
import org.demarche.entity.Mention;
import org.demarche.entity.Place;
import org.demarche.event.Event;
import org.demarche.event.EventDate;
import org.demarche.event.TimeExpression;
import org.demarche.event.TimeExpressions;
import org.demarche.text.Sentence;
import org.demarche.text.Treebank;

/**
 * CoNLL-U, in whose last column stand the mentions, as CorefUD writes them ({@code
 * Entity=(e1-State-1)}: the entity's number in the article, its class, which word of the mention is
 * its head), and at a mention's head whom it names and why ({@code Link=state/TCD|Why=name of a
 * state}); at the first word of a time its value, precision and last word ({@code
 * Time=2023-07-20|TimePrecision=day|TimeTo=5}); at an event's trigger its key and class.
 */
final class ConlluExplanation implements Explanation {
    private static final String ENTITY = "Entity=";

    @Override
    public String of(Article article, Pipeline.Understanding understood) {
        StringBuilder lines = new StringBuilder();
        Map<String, Integer> entities = new HashMap<>();
        for (Sentence sentence : understood.sentences()) {
            List<String> comments = new ArrayList<>();
            if (sentence.index() == 0) {
                comments.add("newdoc id = " + article.id());
                comments.add("global.Entity = eid-etype-head");
            }
            if (opensParagraph(article, understood.sentences(), sentence)) {
                comments.add("newpar");
            }
            comments.add("sent_id = " + article.id() + "-" + (sentence.index() + 1));
            List<List<String>> notes = notes(article, understood, sentence, entities);
            lines.append(Treebank.conllu(sentence, article.text(), comments, notes));
        }
        return lines.toString();
    }

    /** A line ends before it: wrapped lines end within sentences. */
    private static boolean opensParagraph(
            Article article, List<Sentence> sentences, Sentence sentence) {
        if (sentence.index() == 0) {
            return true;
        }
        Sentence before = sentences.get(sentence.index() - 1);
        String gap = article.text().substring(before.span().end(), sentence.span().start());
        return before.kind() != sentence.kind() || gap.contains("\n");
    }

    private static List<List<String>> notes(
            Article article,
            Pipeline.Understanding understood,
            Sentence sentence,
            Map<String, Integer> entities) {
        List<Mention> mentions = understood.mentions().in(sentence);
        List<StringBuilder> brackets =
                Stream.generate(StringBuilder::new).limit(sentence.tokens().size()).toList();
        List<List<String>> notes = new ArrayList<>();
        sentence.tokens().forEach(t -> notes.add(new ArrayList<>()));
        for (Mention mention : mentions) {
            String name = name(mention);
            int number = entities.computeIfAbsent(name, n -> entities.size() + 1);
            brackets.get(mention.from()).append(opening(mention, number));
            notes.get(mention.head()).add("Link=" + name);
            if (!mention.why().isEmpty()) {
                notes.get(mention.head()).add("Why=" + plain(mention.why()));
            }
        }
        for (int i = mentions.size() - 1; i >= 0; i--) {
            Mention mention = mentions.get(i);
            if (mention.to() - mention.from() > 1) {
                brackets.get(mention.to() - 1).append("e" + entities.get(name(mention)) + ")");
            }
        }
        for (int i = 0; i < brackets.size(); i++) {
            if (brackets.get(i).length() > 0) {
                notes.get(i).add(ENTITY + brackets.get(i));
            }
        }
        TimeExpressions.find(sentence, article.published())
                .forEach(t -> notes.get(t.from()).addAll(notes(t)));
        for (Event event : understood.reading().events()) {
            trigger(event, sentence).ifPresent(at -> addEvent(notes.get(at), event));
        }
        return notes;
    }

    private static String opening(Mention mention, int number) {
        String opening =
                "(e"
                        + number
                        + "-"
                        + className(mention)
                        + "-"
                        + (mention.head() - mention.from() + 1);
        return mention.to() - mention.from() == 1 ? opening + ")" : opening;
    }

    private static String className(Mention mention) {
        return mention.isPlace() ? "Place" : mention.actors().get(0).className();
    }

    /** What the mention names: {@code state/IRQ}, or several with commas between. */
    private static String name(Mention mention) {
        Stream<String> keys =
                mention.isPlace()
                        ? mention.place().stream().map(Place::key)
                        : mention.actors().stream().map(Actor::key);
        return plain(keys.collect(Collectors.joining(",")));
    }

    private static List<String> notes(TimeExpression time) {
        EventDate date = time.date();
        String end = date.end().map(last -> "/" + last).orElse("");
        return List.of(
                "Time=" + date.value().orElse("unresolved") + end,
                "TimePrecision=" + date.precision().name().toLowerCase(Locale.ROOT),
                "TimeTo=" + time.to());
    }

    /** The token that begins the trigger, if it is the sentence's. */
    private static Optional<Integer> trigger(Event event, Sentence sentence) {
        int start = event.evidence().get(0).trigger().start();
        return sentence.tokens().stream()
                .filter(t -> t.span().start() <= start && start < t.span().end())
                .map(t -> t.index())
                .findFirst();
    }

    private static void addEvent(List<String> notes, Event event) {
        String words =
                event.key() + ":" + event.type().name() + ":" + event.factuality().localName();
        for (int i = 0; i < notes.size(); i++) {
            if (notes.get(i).startsWith("Event=")) {
                notes.set(i, notes.get(i) + "," + words);
                return;
            }
        }
        notes.add("Event=" + words);
    }

    private static String plain(String value) {
        return value.replace('|', '/').replaceAll("\\s+", " ").strip();
    }
}
