package org.demarche.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.demarche.Pipeline;
import org.demarche.article.Article;
import org.demarche.article.Span;
import org.demarche.entity.Actor;
import org.demarche.entity.Mention;
import org.demarche.entity.Place;
import org.demarche.event.Attribution;
import org.demarche.event.Event;
import org.demarche.event.EventDate;
import org.demarche.event.Evidence;
import org.demarche.event.Thing;
import org.demarche.event.TimeExpression;
import org.demarche.event.TimeExpressions;
import org.demarche.event.Verdict;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * A line of JSON for an article: its sentences with tokens, mentions and times, its events, and
 * what became of every word that could have made one. {@code start} and {@code end} count chars of
 * the text, tokens count from 0 in their sentence, and the root's head is -1. What is empty is left
 * out.
 */
final class JsonExplanation implements Explanation {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public String of(Article article, Pipeline.Understanding understood) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("article", article.id());
            text(json, "title", article.title());
            text(json, "published", article.published().map(Object::toString));
            json.writeArrayFieldStart("sentences");
            for (Sentence sentence : understood.sentences()) {
                sentence(json, article, understood, sentence);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("events");
            for (Event event : understood.reading().events()) {
                event(json, event);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("verdicts");
            for (Verdict verdict : understood.reading().verdicts()) {
                verdict(json, article, verdict);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.append('\n').toString();
    }

    private static void sentence(
            JsonGenerator json,
            Article article,
            Pipeline.Understanding understood,
            Sentence sentence)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("sentence", sentence.index());
        span(json, sentence.span());
        json.writeStringField("kind", sentence.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("text", sentence.span().of(article.text()));
        json.writeArrayFieldStart("tokens");
        for (Token token : sentence.tokens()) {
            token(json, token);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("mentions");
        for (Mention mention : understood.mentions().in(sentence)) {
            mention(json, article, mention);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("times");
        for (TimeExpression time : TimeExpressions.find(sentence, article.published())) {
            json.writeStartObject();
            span(json, time.span());
            json.writeNumberField("from", time.from());
            json.writeNumberField("to", time.to());
            date(json, time.date());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void token(JsonGenerator json, Token token) throws IOException {
        json.writeStartObject();
        span(json, token.span());
        json.writeStringField("form", token.form());
        json.writeStringField("lemma", token.lemma());
        json.writeStringField("upos", token.upos());
        json.writeStringField("xpos", token.xpos());
        json.writeNumberField("head", token.head());
        json.writeStringField("relation", token.relation());
        json.writeEndObject();
    }

    private static void mention(JsonGenerator json, Article article, Mention mention)
            throws IOException {
        json.writeStartObject();
        span(json, mention.span());
        json.writeNumberField("from", mention.from());
        json.writeNumberField("to", mention.to());
        json.writeNumberField("head", mention.head());
        json.writeStringField("words", mention.span().of(article.text()));
        json.writeStringField("kind", mention.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("reading", mention.isPlace() ? "place" : "actor");
        actors(json, "actors", mention.actors());
        place(json, mention.place());
        json.writeStringField("why", mention.why());
        json.writeEndObject();
    }

    private static void event(JsonGenerator json, Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("event", event.key());
        json.writeStringField("class", event.type().name());
        json.writeStringField("plover", event.type().plover());
        json.writeStringField("factuality", event.factuality().localName());
        text(json, "mode", event.mode());
        texts(json, "contexts", event.contexts());
        actors(json, "actors", event.actors());
        actors(json, "recipients", event.recipients());
        things(json, event.objects());
        place(json, event.place());
        if (event.date().isPresent()) {
            json.writeObjectFieldStart("date");
            date(json, event.date().get());
            json.writeEndObject();
        }
        texts(json, "contents", event.contents());
        texts(json, "conditions", event.conditions());
        actors(json, "saidBy", sources(event, Attribution.Kind.SAID_BY));
        actors(json, "reportedBy", sources(event, Attribution.Kind.REPORTED_BY));
        number(json, "ordinal", event.ordinal());
        number(json, "size", event.quantities().size());
        number(json, "killed", event.quantities().killed());
        number(json, "injured", event.quantities().injured());
        json.writeNumberField("confidence", event.confidence());
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : event.evidence()) {
            json.writeStartObject();
            span(json, evidence.span());
            json.writeStringField("quote", evidence.quote());
            json.writeStringField("trigger", evidence.triggerWords());
            text(json, "row", evidence.row().map(Object::toString));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static List<Actor> sources(Event event, Attribution.Kind kind) {
        return event.attributions().stream()
                .filter(a -> a.kind() == kind)
                .map(Attribution::source)
                .toList();
    }

    private static void verdict(JsonGenerator json, Article article, Verdict verdict)
            throws IOException {
        json.writeStartObject();
        json.writeNumberField("sentence", verdict.sentence());
        span(json, verdict.word());
        json.writeStringField("words", verdict.word().of(article.text()));
        json.writeBooleanField("coded", verdict.isCoded());
        text(json, "event", verdict.event());
        json.writeStringField("reason", verdict.reason());
        json.writeStringField("row", verdict.row().toString());
        json.writeEndObject();
    }

    private static void span(JsonGenerator json, Span span) throws IOException {
        json.writeNumberField("start", span.start());
        json.writeNumberField("end", span.end());
    }

    private static void date(JsonGenerator json, EventDate date) throws IOException {
        json.writeStringField("words", date.text());
        text(json, "value", date.value());
        text(json, "last", date.end().map(Object::toString));
        json.writeStringField("precision", date.precision().name().toLowerCase(Locale.ROOT));
    }

    private static void actors(JsonGenerator json, String name, List<Actor> actors)
            throws IOException {
        if (actors.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (Actor actor : actors) {
            actor(json, actor);
        }
        json.writeEndArray();
    }

    private static void actor(JsonGenerator json, Actor actor) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", actor.key());
        json.writeStringField("class", actor.className());
        json.writeStringField("name", actor.name());
        text(json, "code", actor.code());
        text(json, "office", actor.office());
        text(json, "sector", actor.sector());
        text(json, "affiliation", actor.affiliation().map(Actor::key));
        text(json, "state", actor.state().flatMap(Actor::code));
        json.writeEndObject();
    }

    private static void things(JsonGenerator json, List<Thing> things) throws IOException {
        if (things.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("objects");
        for (Thing thing : things) {
            json.writeStartObject();
            span(json, thing.span());
            json.writeStringField("words", thing.label());
            text(json, "owner", thing.owner().map(Actor::key));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void place(JsonGenerator json, Optional<Place> place) throws IOException {
        if (place.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("place");
        json.writeStringField("key", place.get().key());
        json.writeStringField("name", place.get().name());
        text(json, "country", place.get().country());
        if (place.get().lat().isPresent()) {
            json.writeNumberField("lat", place.get().lat().getAsDouble());
            json.writeNumberField("long", place.get().lon().orElseThrow());
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts)
            throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, Optional<String> text)
            throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        }
    }

    private static void number(JsonGenerator json, String name, OptionalInt number)
            throws IOException {
        if (number.isPresent()) {
            json.writeNumberField(name, number.getAsInt());
        }
    }
}
