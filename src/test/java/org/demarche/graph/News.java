package org.demarche.graph;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.demarche.article.Article;
import org.demarche.article.Span;
import org.demarche.entity.Actor;
import org.demarche.entity.Place;
import org.demarche.event.Attribution;
import org.demarche.event.Event;
import org.demarche.event.EventDate;
import org.demarche.event.Evidence;
import org.demarche.event.Factuality;
import org.demarche.event.Quantities;
import org.demarche.event.Thing;
import org.demarche.ontology.Ontology;
import org.demarche.source.DataFiles;

/** The news of which the tests of this package write graphs. */
final class News {
    static final Ontology ONTOLOGY = Ontology.read(DataFiles.bundled());
    static final Iris IRIS = new Iris("https://example.org/id/");
    static final Provenance RUN = new Provenance("0.1.0", "cafe42");

    static final Actor KENYA = state("KEN", "Kenya");
    static final Actor SOMALIA = state("SOM", "Somalia");
    static final Actor KENYAN_MINISTRY =
            actor("org/KEN-foreign-ministry", "GovernmentBody", "Foreign Ministry of Kenya", KENYA);
    static final Actor MINISTER =
            new Actor(
                    "local/alfred-mutua",
                    "Person",
                    "Alfred Mutua",
                    List.of("Mutua"),
                    Optional.empty(),
                    Optional.of(KENYAN_MINISTRY),
                    Optional.of("GOV"),
                    Optional.of("Foreign Minister"),
                    Optional.empty(),
                    false);
    static final Actor AGENCY = actor("org/reuters", "NewsOutlet", "Reuters");
    static final Actor GUNMEN = actor("local/gunmen", "Group", "gunmen");
    static final Place NAIROBI =
            new Place(
                    "place/nairobi",
                    "Nairobi",
                    List.of("the Kenyan capital"),
                    Optional.of("KEN"),
                    OptionalDouble.of(-1.2864),
                    OptionalDouble.of(36.8172),
                    Optional.of("Q3870"),
                    true);

    private News() {}

    static GraphBuilder builder() {
        return new GraphBuilder(ONTOLOGY, IRIS, RUN, News::state);
    }

    static Optional<Actor> state(String code) {
        return List.of(KENYA, SOMALIA).stream()
                .filter(state -> state.code().equals(Optional.of(code)))
                .findFirst();
    }

    static Article article(String id, String text) {
        return new Article(
                id,
                Optional.of("Nairobi warns Mogadishu"),
                Optional.of(LocalDate.of(2024, 3, 5)),
                Optional.of("The Daily"),
                Optional.of("https://example.org/news?a=1&b=<2>"),
                text);
    }

    static Actor state(String code, String name) {
        return new Actor(
                "state/" + code,
                "State",
                name,
                List.of("Republic of " + name),
                Optional.of(code),
                Optional.empty(),
                Optional.of("GOV"),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    static Actor actor(String key, String className, String name, Actor... affiliation) {
        return new Actor(
                key,
                className,
                name,
                List.of(),
                Optional.empty(),
                List.of(affiliation).stream().findFirst(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                !key.startsWith("local/"));
    }

    static EventDraft event(String key, String type, Article article, String quote) {
        return new EventDraft(key, type, article, quote);
    }

    /** An event of which a test sets only what it is about. */
    static final class EventDraft {
        private final String key;
        private final String type;
        private final List<Evidence> evidence;
        private Optional<String> mode = Optional.empty();
        private List<String> contexts = List.of();
        private List<Actor> actors = List.of();
        private List<Actor> recipients = List.of();
        private List<Thing> objects = List.of();
        private Optional<Place> place = Optional.empty();
        private Optional<EventDate> date = Optional.empty();
        private Factuality factuality = Factuality.ASSERTED;
        private List<String> contents = List.of();
        private List<String> conditions = List.of();
        private List<Attribution> attributions = List.of();
        private Quantities quantities = Quantities.NONE;

        /** The quote is the evidence, its first word the trigger. */
        private EventDraft(String key, String type, Article article, String quote) {
            this.key = key;
            this.type = type;
            int start = Math.max(0, article.text().indexOf(quote));
            int word = quote.indexOf(' ') < 0 ? quote.length() : quote.indexOf(' ');
            this.evidence =
                    List.of(
                            new Evidence(
                                    new Span(start, start + quote.length()),
                                    quote,
                                    new Span(start, start + word),
                                    Optional.empty()));
        }

        EventDraft mode(String name) {
            mode = Optional.of(name);
            return this;
        }

        EventDraft contexts(String... names) {
            contexts = List.of(names);
            return this;
        }

        EventDraft actors(Actor... all) {
            actors = List.of(all);
            return this;
        }

        EventDraft recipients(Actor... all) {
            recipients = List.of(all);
            return this;
        }

        EventDraft objects(Thing... all) {
            objects = List.of(all);
            return this;
        }

        EventDraft in(Place where) {
            place = Optional.of(where);
            return this;
        }

        EventDraft on(EventDate when) {
            date = Optional.of(when);
            return this;
        }

        EventDraft factuality(Factuality how) {
            factuality = how;
            return this;
        }

        EventDraft contents(String... keys) {
            contents = List.of(keys);
            return this;
        }

        EventDraft conditions(String... keys) {
            conditions = List.of(keys);
            return this;
        }

        EventDraft attributions(Attribution... all) {
            attributions = List.of(all);
            return this;
        }

        EventDraft killed(int number) {
            quantities =
                    new Quantities(
                            OptionalInt.empty(), OptionalInt.of(number), OptionalInt.empty());
            return this;
        }

        Event done() {
            return new Event(
                    key,
                    ONTOLOGY.requireEventType(type),
                    mode,
                    contexts,
                    actors,
                    recipients,
                    objects,
                    place,
                    date,
                    factuality,
                    contents,
                    conditions,
                    attributions,
                    OptionalInt.empty(),
                    quantities,
                    evidence,
                    0.8);
        }
    }
}
