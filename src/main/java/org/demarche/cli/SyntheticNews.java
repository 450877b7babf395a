package org.demarche.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.demarche.article.Article;
import org.demarche.article.Span;
import org.demarche.entity.Actor;
import org.demarche.entity.Gazetteer;
import org.demarche.entity.Place;
import org.demarche.event.Attribution;
import org.demarche.event.Event;
import org.demarche.event.EventDate;
import org.demarche.event.Evidence;
import org.demarche.event.Factuality;
import org.demarche.event.Quantities;
import org.demarche.graph.GraphBuilder;
import org.demarche.graph.Iris;
import org.demarche.graph.NamedGraph;
import org.demarche.graph.Provenance;
import org.demarche.ontology.EventType;
import org.demarche.ontology.Ontology;

/**
 * Articles that nobody wrote, to measure questions to a large store with: events of all classes
 * over ten years between the actors of the gazetteer, a few of whom are in the news all the time
 * and most of them now and then. The same number always gives the same article.
 */
final class SyntheticNews {
    static final int EVENTS_PER_ARTICLE = 10;

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final int DAYS = 3_652;
    // Who is most in the news, the usual questions' Iraq and Sweden among them.
    private static final List<String> IN_THE_NEWS =
            List.of(
                    "USA", "CHN", "RUS", "UKR", "ISR", "IRN", "GBR", "IRQ", "FRA", "TUR", "DEU",
                    "IND", "JPN", "KOR", "SAU", "POL", "SWE");
    private static final List<String> PUBLISHERS =
            List.of("The Daily", "Morning Post", "Evening Wire", "World Report");

    private final List<Actor> actors;
    private final List<Actor> outlets;
    private final List<Place> places;
    private final List<EventType> types;
    private final GraphBuilder graphs;

    SyntheticNews(Ontology ontology, Gazetteer gazetteer, Iris iris, Provenance run) {
        // Any order that is not the table's, which puts neighbours side by side.
        Random order = new Random(1);
        this.actors = new ArrayList<>(gazetteer.states());
        Collections.shuffle(actors, order);
        for (int i = IN_THE_NEWS.size() - 1; i >= 0; i--) {
            Optional<Actor> actor = gazetteer.actor(IN_THE_NEWS.get(i));
            actor.ifPresent(actors::remove);
            actor.ifPresent(a -> actors.add(0, a));
        }
        List<Actor> others = new ArrayList<>(gazetteer.organizations());
        others.addAll(gazetteer.persons());
        Collections.shuffle(others, order);
        this.outlets =
                others.stream().filter(actor -> actor.className().equals("NewsOutlet")).toList();
        // A state in every second place: its ministries and ministers among them.
        for (int i = 0; i < others.size(); i++) {
            actors.add(Math.min(actors.size(), 2 * i + IN_THE_NEWS.size()), others.get(i));
        }
        this.places = new ArrayList<>(gazetteer.places());
        Collections.shuffle(places, order);
        places.stream()
                .filter(place -> place.name().equals("Baghdad"))
                .findFirst()
                .ifPresent(
                        place -> {
                            places.remove(place);
                            places.add(4, place);
                        });
        this.types = List.copyOf(ontology.eventTypes());
        this.graphs = new GraphBuilder(ontology, iris, run, gazetteer::actor);
    }

    /** The article of that number, with its events. */
    NamedGraph graph(int number) {
        Random random = new Random(number);
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        StringBuilder text = new StringBuilder();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EVENTS_PER_ARTICLE; i++) {
            events.add(event(i, day, text, random));
        }
        Article article =
                new Article(
                        "synthetic-" + number,
                        Optional.of("Synthetic news " + number),
                        Optional.of(day),
                        Optional.of(PUBLISHERS.get(random.nextInt(PUBLISHERS.size()))),
                        Optional.empty(),
                        text.toString());
        return graphs.build(article, events);
    }

    private Event event(int index, LocalDate day, StringBuilder text, Random random) {
        EventType type = types.get(random.nextInt(types.size()));
        Actor actor = frequent(actors, random);
        Optional<Actor> recipient =
                Optional.of(frequent(actors, random))
                        .filter(r -> !r.equals(actor) && random.nextInt(5) > 0);
        Optional<Place> place =
                Optional.of(frequent(places, random)).filter(p -> random.nextInt(3) == 0);
        int start = text.length();
        text.append(actor.name()).append(": ");
        Span trigger = new Span(text.length(), text.length() + type.label().length());
        text.append(type.label());
        recipient.ifPresent(r -> text.append(", ").append(r.name()));
        place.ifPresent(p -> text.append(" in ").append(p.name()));
        text.append(".");
        Span sentence = new Span(start, text.length());
        text.append(" ");
        return new Event(
                "s" + index + "t1",
                type,
                Optional.empty(),
                List.of(),
                List.of(actor),
                recipient.stream().toList(),
                List.of(),
                place,
                Optional.of(EventDate.day("that day", day.minusDays(random.nextInt(4))))
                        .filter(d -> random.nextBoolean()),
                factuality(random),
                index > 0 && random.nextInt(5) == 0 ? List.of("s" + (index - 1) + "t1") : List.of(),
                index > 0 && random.nextInt(40) == 0
                        ? List.of("s" + (index - 1) + "t1")
                        : List.of(),
                attributions(random),
                OptionalInt.empty(),
                Quantities.NONE,
                List.of(
                        new Evidence(
                                sentence,
                                text.substring(sentence.start(), sentence.end()),
                                trigger,
                                Optional.empty())),
                0.8);
    }

    private List<Attribution> attributions(Random random) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 ->
                    List.of(new Attribution(Attribution.Kind.SAID_BY, frequent(actors, random)));
            case 3 ->
                    List.of(
                            new Attribution(
                                    Attribution.Kind.REPORTED_BY, frequent(outlets, random)));
            default -> List.of();
        };
    }

    private static Factuality factuality(Random random) {
        int of20 = random.nextInt(20);
        return of20 < 13
                ? Factuality.ASSERTED
                : of20 < 16
                        ? Factuality.PLANNED
                        : of20 < 19 ? Factuality.POSSIBLE : Factuality.DENIED;
    }

    // Of a hundred the first comes up about 14 times as often as the last (Zipf's law).
    private static <T> T frequent(List<T> all, Random random) {
        return all.get((int) Math.pow(all.size(), random.nextDouble()) - 1);
    }
}
