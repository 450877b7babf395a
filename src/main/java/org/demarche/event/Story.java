package org.demarche.event;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.article.Article;
import org.demarche.entity.Actor;
import org.demarche.entity.Gazetteer;
import org.demarche.entity.Mention;
import org.demarche.entity.Mentions;
import org.demarche.entity.Place;
import org.demarche.ontology.EventType;
import org.demarche.ontology.QuadClass;
import org.demarche.text.Clauses;
import org.demarche.text.Quotation;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * What an article has told so far: who "the talks" were between, when a later sentence does not
 * say.
 */
final class Story {
    private static final Actor PROTESTERS =
            new Actor(
                    "local/protesters",
                    "Group",
                    "protesters",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("OPP"),
                    Optional.empty(),
                    Optional.empty(),
                    false);

    /** Classes of actors that a common noun names: "rebels", "a newspaper". */
    private static final Set<String> UNPLACED = Set.of("Group", "NewsOutlet", "Organization");

    // How many sentences back the other side of an act may have been named.
    private static final int NEAR = 5;

    private final List<Sentence> sentences;
    private final List<Quotation> quotations;
    private final Mentions mentions;
    private final Gazetteer gazetteer;
    private final Map<Actor, Counterpart> counterparts = new HashMap<>();
    private final Map<Actor, Counterpart> foes = new HashMap<>();
    private final Map<String, Event> lastByTop = new HashMap<>();
    private final Map<String, Event> lastByType = new HashMap<>();
    private final Map<String, Event> lastByNoun = new HashMap<>();

    Story(Article article, List<Sentence> sentences, Mentions mentions, Gazetteer gazetteer) {
        this.sentences = sentences;
        this.quotations = Quotation.in(article.text(), sentences);
        this.mentions = mentions;
        this.gazetteer = gazetteer;
    }

    /**
     * Who speaks a word of a quotation whose speaker another sentence names: "We will not sign. The
     * map is wrong," the envoy said.
     */
    List<Actor> quoted(Sentence sentence, Token word) {
        for (Quotation quotation : quotations) {
            Optional<Quotation.Speech> speech =
                    quotation
                            .speech()
                            .filter(s -> s.sentence() != sentence.index())
                            .filter(s -> quotation.span().contains(word.span()));
            if (speech.isPresent()) {
                Sentence telling = sentences.get(speech.get().sentence());
                return speech.get().speaker().stream()
                        .flatMap(s -> Clauses.of(telling).conjuncts(s).stream())
                        .flatMap(s -> mentions.at(telling, s).stream())
                        .flatMap(m -> m.actors().stream())
                        .distinct()
                        .toList();
            }
        }
        return List.of();
    }

    Mentions mentions() {
        return mentions;
    }

    /**
     * Takes in an event.
     *
     * @param sentence the one that tells of it
     * @param nouns the nouns that told of it: "accord" of "signed an accord"
     */
    void tell(Event event, Sentence sentence, List<Token> nouns) {
        nouns.forEach(n -> lastByNoun.put(n.lemma(), event));
        List<Actor> sides =
                Stream.concat(event.actors().stream(), event.recipients().stream())
                        .flatMap(a -> a.state().stream())
                        .distinct()
                        .toList();
        if (sides.size() == 2) {
            pair(sides, counterparts, sentence);
            if (event.type().quad() == QuadClass.MATERIAL_CONFLICT) {
                pair(sides, foes, sentence);
            }
        }
        if (event.factuality() != Factuality.POSSIBLE) {
            lastByTop.put(event.type().top(), event);
        }
        lastByType.put(event.type().name(), event);
    }

    private static void pair(List<Actor> sides, Map<Actor, Counterpart> others, Sentence sentence) {
        others.put(sides.get(0), new Counterpart(sides.get(1), sentence.index()));
        others.put(sides.get(1), new Counterpart(sides.get(0), sentence.index()));
    }

    /** The last event of the same top class that was more than possible. */
    Optional<Event> last(EventType type) {
        return Optional.ofNullable(lastByTop.get(type.top()));
    }

    /** The last event that the noun told of. */
    Optional<Event> last(Token noun) {
        return Optional.ofNullable(lastByNoun.get(noun.lemma()));
    }

    /** The last event of just this class that was done to one of these. */
    Optional<Event> lastOn(EventType type, List<Actor> recipients) {
        return Optional.ofNullable(lastByType.get(type.name()))
                .filter(e -> !Collections.disjoint(e.recipients(), recipients));
    }

    /**
     * People and bodies of no known country are of the country that the event happened in: "12
     * people" killed in Iraq; else of the one at home, if given.
     */
    List<Actor> placed(
            List<Actor> actors, EventType type, Optional<Place> place, Optional<Actor> home) {
        Optional<Actor> state =
                place.flatMap(this::stateOf)
                        .or(() -> home)
                        .or(() -> last(type).flatMap(Event::place).flatMap(this::stateOf));
        return state.isEmpty()
                ? withBodies(actors)
                : withBodies(actors.stream().map(a -> placed(a, state.get())).toList());
    }

    private static Actor placed(Actor actor, Actor state) {
        boolean nameless =
                actor.className().equals("Person") && Character.isLowerCase(actor.name().charAt(0));
        boolean unplaced =
                (UNPLACED.contains(actor.className()) || nameless)
                        && !actor.known()
                        && !actor.isAbroad()
                        && actor.affiliation().isEmpty();
        return unplaced
                ? new Actor(
                        actor.key() + "-" + state.code().orElse(""),
                        actor.className(),
                        actor.name(),
                        actor.otherNames(),
                        actor.code(),
                        Optional.of(state),
                        actor.sector(),
                        actor.office(),
                        actor.wikidata(),
                        false)
                : actor;
    }

    /** The state that a place lies in: Ukraine for Sevastopol. */
    Optional<Actor> stateOf(Place place) {
        return place.country().flatMap(gazetteer::actor);
    }

    /** The people of a state: who demonstrates in Minsk. */
    static Actor crowdOf(Actor state) {
        return placed(PROTESTERS, state);
    }

    /**
     * The state in which something happens that the article does not place: the one that at least
     * two fifths of what it names belong to.
     */
    Optional<Actor> scene() {
        Map<String, Integer> counts = new TreeMap<>();
        int all = 0;
        for (Mention mention : mentions.all()) {
            Stream<Optional<String>> named =
                    Stream.concat(
                            mention.actors().stream().map(a -> a.state().flatMap(Actor::code)),
                            mention.isPlace()
                                    ? mention.place().stream().map(Place::country)
                                    : Stream.of());
            for (String code : named.flatMap(Optional::stream).distinct().toList()) {
                counts.merge(code, 1, Integer::sum);
                all++;
            }
        }
        int enough = all * 2;
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(e -> e.getValue() * 5 >= enough)
                .flatMap(e -> gazetteer.actor(e.getKey()));
    }

    /**
     * With whom an actor acts: an official of the UN or a fighter of al-Qaida acts for that body,
     * which is no part of a state, and is an actor beside him.
     */
    static List<Actor> withBodies(List<Actor> actors) {
        Set<Actor> all = new LinkedHashSet<>(actors);
        for (Actor actor : actors) {
            List<Actor> chain = actor.chain();
            if (actor.state().isEmpty()) {
                all.add(chain.get(chain.size() - 1));
            }
        }
        return List.copyOf(all);
    }

    /**
     * The other side of what was told last of the actors' one state, where that is not far above.
     */
    List<Actor> counterpart(List<Actor> actors, Sentence sentence) {
        return other(actors, counterparts, sentence);
    }

    /** The same of those whom the actors' one state was last told to fight or punish. */
    List<Actor> foe(List<Actor> actors, Sentence sentence) {
        return other(actors, foes, sentence);
    }

    private static List<Actor> other(
            List<Actor> actors, Map<Actor, Counterpart> others, Sentence sentence) {
        List<Actor> states = actors.stream().flatMap(a -> a.state().stream()).distinct().toList();
        if (states.size() != 1) {
            return List.of();
        }
        return Optional.ofNullable(others.get(states.get(0)))
                .filter(c -> sentence.index() - c.sentence() <= NEAR)
                .map(c -> List.of(c.actor()))
                .orElse(List.of());
    }

    /**
     * Whom a state was last told to act on, or to be acted on by.
     *
     * @param sentence the index of the sentence that told it
     */
    private record Counterpart(Actor actor, int sentence) {}
}
