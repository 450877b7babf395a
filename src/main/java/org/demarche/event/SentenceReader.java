package org.demarche.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.article.Article;
import org.demarche.article.Span;
import org.demarche.entity.Actor;
import org.demarche.entity.Place;
import org.demarche.ontology.EventType;
import org.demarche.ontology.QuadClass;
import org.demarche.text.Clauses;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** Reads the events of one sentence. */
final class SentenceReader {
    private static final Set<String> NEW = Set.of("a", "an", "another", "no", "any", "some");

    private static final Set<String> KNOWN = Set.of("the", "this", "that", "these", "those");

    private final Article article;
    private final Sentence sentence;
    private final Clauses clauses;
    private final Arguments arguments;
    private final Participants participants;
    private final Selection selection;
    private final RoleFinder roles;
    private final Circumstances circumstances;
    private final Grammar grammar;
    private final Story story;

    SentenceReader(
            Article article, Sentence sentence, Story story, Lexicon lexicon, Grammar grammar) {
        this.article = article;
        this.sentence = sentence;
        this.story = story;
        this.grammar = grammar;
        this.clauses = Clauses.of(sentence);
        this.arguments =
                new Arguments(sentence, clauses, grammar.counters(), grammar.namingVerbs());
        this.participants = new Participants(sentence, arguments, story);
        Candidates candidates =
                new Candidates(sentence, arguments, participants, lexicon, grammar.factuality());
        this.selection =
                new Selection(sentence, clauses, arguments, candidates, participants, grammar);
        this.roles =
                new RoleFinder(
                        article,
                        sentence,
                        clauses,
                        arguments,
                        participants,
                        selection,
                        grammar,
                        story);
        this.circumstances =
                new Circumstances(
                        sentence,
                        clauses,
                        participants,
                        selection,
                        TimeExpressions.find(sentence, article.published()));
    }

    Reading read() {
        List<Event> events = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Candidate candidate : selection.kept()) {
            Event event = event(candidate);
            if (event.actors().isEmpty()
                    && (event.recipients().isEmpty() || event.type().quad().isVerbal())) {
                selection.dropNameless(candidate);
            } else if (isGeneral(candidate, event)) {
                selection.drop(candidate, "tells what such actors do, not what one did");
            }
        }
        for (Candidate candidate : selection.kept()) {
            Event event = event(candidate);
            events.addAll(onEachDay(event, circumstances.dates(candidate.token())));
            promised(candidate, event).ifPresent(events::add);
            story.tell(event, sentence, nouns(candidate));
            verdicts.add(verdict(candidate, Optional.of(event.key()), event.type().name()));
        }
        selection
                .dropped()
                .forEach(
                        (candidate, reason) ->
                                verdicts.add(verdict(candidate, Optional.empty(), reason)));
        return new Reading(events, verdicts);
    }

    /**
     * "Armies that fire on their own people rarely last.": in the present tense and of nobody in
     * particular; headlines are in that tense too, but end without a full stop.
     */
    private boolean isGeneral(Candidate candidate, Event event) {
        Token verb = candidate.token();
        List<Token> tokens = sentence.tokens();
        boolean habitual =
                tokens.get(tokens.size() - 1).form().equals(".")
                        && verb.xpos().matches("VB[PZ]")
                        && (verb.is("acl:relcl") || !event.type().quad().isVerbal());
        return habitual
                && Stream.concat(event.actors().stream(), event.recipients().stream())
                        .allMatch(SentenceReader::isAnybody);
    }

    private static boolean isAnybody(Actor actor) {
        return !actor.known()
                && actor.state().isEmpty()
                && Character.isLowerCase(actor.name().charAt(0));
    }

    private Verdict verdict(Candidate candidate, Optional<String> event, String reason) {
        return new Verdict(
                sentence.index(),
                candidate.token().span(),
                candidate.trigger().where(),
                event,
                reason);
    }

    /**
     * Who acts on whom.
     *
     * @param inferred whether one side is not told in the sentence
     */
    private record Sides(List<Actor> actors, List<Actor> recipients, boolean inferred) {}

    private Sides sides(
            Candidate candidate, EventType type, Optional<Place> place, boolean promised) {
        List<Actor> actors = roles.actors(candidate);
        if (actors.isEmpty() && promised) {
            // "Chad said the pilots would be freed"
            actors =
                    participants.acting(arguments.of(candidate.token(), "speaker")).stream()
                            .filter(a -> !a.className().equals("NewsOutlet"))
                            .toList();
        }
        List<Actor> recipients = recipients(candidate, type, actors);
        boolean inferred = false;
        Optional<Event> before = toldBefore(candidate, type, actors, recipients);
        if (before.isPresent()) {
            actors = actors.isEmpty() ? before.get().actors() : actors;
            recipients = recipients.isEmpty() ? before.get().recipients() : recipients;
            inferred = true;
        }
        boolean mutual = !candidate.slots(Role.PARTY).isEmpty();
        if (actors.isEmpty() && (recipients.isEmpty() || !mutual)) {
            actors = ofPlace(type, mutual, place);
        }
        if (actors.isEmpty() && grammar.types().isOfHome(type) && !hasDoer(candidate.token())) {
            actors = atHome(place, recipients);
        }
        if (recipients.isEmpty() && grammar.types().isDomestic(type)) {
            recipients = statesOf(actors);
        }
        if (recipients.isEmpty()) {
            recipients = otherSide(candidate, type, actors, place);
            inferred = inferred || !recipients.isEmpty();
        }
        return new Sides(actors, recipients, inferred);
    }

    /**
     * Who stands on the other side without being named as that: whoever the act depends on, the
     * state in which it happens or what it is about would happen, the other side of what was told
     * before.
     */
    private List<Actor> otherSide(
            Candidate candidate, EventType type, List<Actor> actors, Optional<Place> place) {
        TypeRules types = grammar.types();
        if (actors.isEmpty()) {
            return List.of();
        }
        if (types.isToPlace(type)) {
            return place.isEmpty() && type.quad() == QuadClass.MATERIAL_CONFLICT
                    ? story.foe(actors, sentence)
                    : others(place.flatMap(story::stateOf).stream().toList(), actors);
        }
        if (!types.isBilateral(type)) {
            return List.of();
        }
        List<Actor> conditioned = others(roles.conditioned(candidate), actors);
        if (!conditioned.isEmpty()) {
            return conditioned;
        }
        List<Actor> concerned =
                types.isOfRecipient(type) ? List.of() : byContent(candidate, actors, place);
        return concerned.isEmpty() && actors.size() == 1
                ? story.counterpart(actors, sentence)
                : concerned;
    }

    /**
     * Who is on the other side of what is threatened: whoever is where it would happen, if that is
     * not where the threat is made.
     */
    private List<Actor> byContent(Candidate candidate, List<Actor> actors, Optional<Place> madeAt) {
        return selection.contents(candidate).stream()
                .filter(c -> !circumstances.place(c.token()).equals(madeAt))
                .map(
                        c ->
                                otherSide(
                                        c,
                                        c.trigger().type().orElseThrow(),
                                        actors,
                                        circumstances.place(c.token())))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Those of other states than the actors. */
    private static List<Actor> others(List<Actor> all, List<Actor> actors) {
        List<Actor> own = statesOf(actors);
        return all.stream()
                .filter(a -> a.state().filter(s -> !own.contains(s)).isPresent())
                .toList();
    }

    /** The state whose people acts of the type are done to where nothing else tells theirs. */
    private Optional<Actor> home(EventType type, Sides sides) {
        List<Actor> own = statesOf(sides.actors());
        return grammar.types().isDomestic(type) && own.size() == 1
                ? Optional.of(own.get(0))
                : Optional.empty();
    }

    private static List<Actor> statesOf(List<Actor> actors) {
        return actors.stream().flatMap(a -> a.state().stream()).distinct().toList();
    }

    private List<Actor> recipients(Candidate candidate, EventType type, List<Actor> actors) {
        List<Actor> recipients = roles.recipients(candidate, actors);
        if (grammar.types().isBilateral(type)) {
            List<Actor> others = others(recipients, actors);
            recipients = others.isEmpty() ? recipients : others;
        }
        List<Actor> own = statesOf(actors);
        if (grammar.types().isForeign(type)) {
            return recipients.stream()
                    .filter(r -> r.state().filter(own::contains).isEmpty())
                    .toList();
        }
        boolean mutual = !candidate.slots(Role.PARTY).isEmpty();
        return type.quad().isVerbal() && !mutual && speakForState(actors)
                ? recipients.stream().filter(r -> !own.contains(r)).toList()
                : recipients;
    }

    /** Whether they are a government or its officials: their state is whom they speak for. */
    private static boolean speakForState(List<Actor> actors) {
        return actors.stream().allMatch(a -> a.sector().filter("GOV"::equals).isPresent());
    }

    /**
     * The state in which it happens, or its people, where the type has it so; without a place what
     * crowds do and fights are of the state that the article is about.
     */
    private List<Actor> ofPlace(EventType type, boolean mutual, Optional<Place> place) {
        TypeRules types = grammar.types();
        if (!types.isOfPlace(type, mutual)) {
            return List.of();
        }
        Optional<Actor> state = place.flatMap(story::stateOf);
        if (place.isEmpty() && (mutual || types.actsAsCrowd(type))) {
            state = story.scene();
        }
        return state.map(s -> types.actsAsCrowd(type) ? Story.crowdOf(s) : s).stream().toList();
    }

    /** Whether somebody or something does it of which no state is known: "some have accused". */
    private boolean hasDoer(Token verb) {
        return verb.xpos().startsWith("VB")
                && !clauses.passive(verb)
                && !clauses.subjects(verb).isEmpty();
    }

    /** The state that the article is about or where it happens, if it is done to people of it. */
    private List<Actor> atHome(Optional<Place> place, List<Actor> recipients) {
        List<Actor> theirs = statesOf(recipients);
        return place.flatMap(story::stateOf).or(story::scene).stream()
                .filter(s -> theirs.equals(List.of(s)))
                .toList();
    }

    private Event event(Candidate candidate) {
        EventType type = candidate.trigger().type().orElseThrow();
        Optional<Place> place = circumstances.place(candidate.token());
        Factuality factuality = factuality(candidate);
        Optional<Intents.When> intent =
                selection.outer(candidate).filter(o -> selection.isKept(o.token())).isPresent()
                        ? Optional.empty()
                        : intent(candidate);
        Optional<Intents.Intent> instead = intent.flatMap(w -> grammar.intents().instead(type, w));
        Sides sides = sides(candidate, type, place, instead.isPresent());
        if (instead.isPresent() && intent.get() == Intents.When.REFUSED) {
            factuality = Factuality.ASSERTED;
        }
        EventType coded = instead.map(Intents.Intent::type).orElse(type);
        List<String> contents =
                instead.filter(Intents.Intent::withAct).isPresent()
                        ? List.of(keyOfAct(candidate))
                        : selection.contents(candidate).stream().map(this::key).toList();
        Span clause = clause(candidate.token());
        return new Event(
                key(candidate),
                coded,
                instead.isPresent()
                        ? coded.defaultMode()
                        : candidate.trigger().mode().or(coded::defaultMode),
                grammar.contexts().of(sentence, clause),
                story.placed(sides.actors(), type, place, Optional.empty()),
                story.placed(sides.recipients(), type, place, home(type, sides)),
                roles.objects(candidate),
                place,
                circumstances.date(candidate.token()),
                factuality,
                contents,
                selection.conditions(candidate).stream().map(this::key).toList(),
                attributions(candidate.token()),
                circumstances.ordinal(candidate.token()),
                quantities(candidate),
                evidence(candidate, clause),
                confidence(candidate, sides));
    }

    /** The act that a promise or threat to do it is about: the withdrawal in "will withdraw". */
    private Optional<Event> promised(Candidate candidate, Event event) {
        EventType act = candidate.trigger().type().orElseThrow();
        String key = keyOfAct(candidate);
        return event.contents().contains(key)
                ? Optional.of(
                        event.promised(act, candidate.trigger().mode().or(act::defaultMode), key))
                : Optional.empty();
    }

    /**
     * The event of the same kind that the article told last, whose sides hold for a bare noun; who
     * acted then also for an event without an actor that was done to the same.
     */
    private Optional<Event> toldBefore(
            Candidate candidate, EventType type, List<Actor> actors, List<Actor> recipients) {
        boolean definite =
                sentence.children(candidate.token()).stream()
                        .anyMatch(c -> c.is("det", "nmod:poss"));
        if (isBareNoun(candidate, actors, recipients) && (definite || recipients.isEmpty())) {
            return story.last(type)
                    .or(() -> story.last(candidate.token()))
                    .filter(e -> isSame(e.actors(), actors) && isSame(e.recipients(), recipients));
        }
        if (!actors.isEmpty()) {
            return Optional.empty();
        }
        Optional<Event> same = story.lastOn(type, recipients);
        return same.isEmpty() && isOfKnownAct(candidate)
                ? story.last(type).filter(e -> isSame(e.recipients(), recipients))
                : same;
    }

    /** "were killed in the attack": in the one that was told before. */
    private boolean isOfKnownAct(Candidate candidate) {
        return nouns(candidate).stream()
                .flatMap(n -> sentence.children(n).stream())
                .anyMatch(c -> c.is("det") && KNOWN.contains(c.lemma()));
    }

    /** Whether one side told twice can be the same: it is left out, or of a state in common. */
    private static boolean isSame(List<Actor> before, List<Actor> now) {
        return now.isEmpty()
                || !Collections.disjoint(before, now)
                || !Collections.disjoint(statesOf(before), statesOf(now));
    }

    private Quantities quantities(Candidate candidate) {
        return grammar.quantities().of(words(candidate), sentence, arguments);
    }

    /** All words that tell of the event. */
    private List<Token> words(Candidate candidate) {
        List<Token> words = new ArrayList<>();
        words.add(candidate.token());
        words.addAll(candidate.parts());
        selection.harms(candidate).forEach(h -> words.add(h.token()));
        selection.echoes(candidate).forEach(e -> words.add(e.token()));
        return words;
    }

    private List<Token> nouns(Candidate candidate) {
        return words(candidate).stream().filter(w -> w.upos().equals("NOUN")).toList();
    }

    /** The clause with its trigger, and every noun of the sentence that tells of the same event. */
    private List<Evidence> evidence(Candidate candidate, Span clause) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(evidence(clause, candidate));
        for (Candidate echo : selection.echoes(candidate)) {
            evidence.add(evidence(clause(echo.token()).union(echo.token().span()), echo));
        }
        evidence.sort(Comparator.comparingInt(e -> e.trigger().start()));
        return evidence;
    }

    private Evidence evidence(Span quote, Candidate trigger) {
        return new Evidence(
                quote,
                quote.of(article.text()),
                trigger.token().span(),
                Optional.of(trigger.trigger().where()));
    }

    /**
     * "the talks", "future talks", "fighting" by itself: a noun that tells of an event without
     * saying who; "a bombing" is a new one.
     */
    private boolean isBareNoun(Candidate candidate, List<Actor> actors, List<Actor> recipients) {
        if (!candidate.token().upos().equals("NOUN")
                || !candidate.parts().isEmpty()
                || !actors.isEmpty() && !recipients.isEmpty()) {
            return false;
        }
        return sentence.children(candidate.token()).stream()
                .noneMatch(c -> c.is("det") && NEW.contains(c.lemma().toLowerCase(Locale.ROOT)));
    }

    private Factuality factuality(Candidate candidate) {
        Optional<Candidate> outer = selection.outer(candidate);
        if (outer.isPresent()) {
            return outer.get().trigger().contentFactuality().over(candidate.factuality());
        }
        return selection.isCondition(candidate)
                ? Factuality.POSSIBLE.over(candidate.factuality())
                : candidate.factuality();
    }

    private Optional<Intents.When> intent(Candidate candidate) {
        Token word = candidate.token();
        if (!word.xpos().startsWith("VB") || grammar.factuality().isPurpose(sentence, word)) {
            return Optional.empty();
        }
        if (candidate.factuality() == Factuality.PLANNED) {
            boolean announced =
                    !clauses.passive(word) && grammar.factuality().isAnnounced(sentence, word);
            return Optional.of(announced ? Intents.When.ANNOUNCED : Intents.When.PLANNED);
        }
        boolean refused =
                clauses.negated(candidate.token())
                        && clauses.tense(candidate.token()) == Clauses.Tense.FUTURE;
        return refused ? Optional.of(Intents.When.REFUSED) : Optional.empty();
    }

    /**
     * How sure the coding is: less for nouns than for verbs, less where one side is missing, less
     * where it was taken over from an earlier sentence.
     */
    private double confidence(Candidate candidate, Sides sides) {
        double confidence = candidate.token().upos().equals("NOUN") ? 0.8 : 0.9;
        confidence -= sides.actors().isEmpty() ? 0.2 : 0;
        confidence -= sides.inferred() ? 0.2 : 0;
        return Math.round(confidence * 100) / 100.0;
    }

    private String keyOfAct(Candidate candidate) {
        return key(candidate) + "c";
    }

    private String key(Candidate candidate) {
        return "s" + sentence.index() + "t" + candidate.token().index();
    }

    private List<Attribution> attributions(Token trigger) {
        List<Attribution> attributions = new ArrayList<>();
        for (Clauses.Report report : clauses.reports(trigger)) {
            List<Actor> speakers =
                    report.speaker()
                            .map(clauses::conjuncts)
                            .map(participants::of)
                            .orElse(List.of());
            for (Actor actor : speakers) {
                Attribution.Kind kind =
                        actor.className().equals("NewsOutlet")
                                ? Attribution.Kind.REPORTED_BY
                                : Attribution.Kind.SAID_BY;
                attributions.add(new Attribution(kind, actor));
            }
        }
        if (attributions.isEmpty()) {
            story.quoted(sentence, trigger)
                    .forEach(a -> attributions.add(new Attribution(Attribution.Kind.SAID_BY, a)));
        }
        creditedOutlets().forEach(attributions::add);
        return attributions.stream().distinct().toList();
    }

    /** The clause around the trigger, without the punctuation at its ends. */
    private Span clause(Token trigger) {
        Token head = trigger;
        while (!head.isRoot() && !head.is("ccomp", "advcl", "acl", "parataxis", "xcomp")) {
            head = sentence.token(head.head());
        }
        List<Token> words = clauses.subtree(head).stream().filter(t -> !t.is("punct")).toList();
        Token first = words.isEmpty() ? head : words.get(0);
        Token last = words.isEmpty() ? head : words.get(words.size() - 1);
        return new Span(first.span().start(), last.span().end());
    }

    /** Outlets that a sentence credits at its side: AP in "…, The Associated Press reports." */
    private List<Attribution> creditedOutlets() {
        List<Attribution> credits = new ArrayList<>();
        for (Token token : sentence.tokens()) {
            boolean reports =
                    token.is("nsubj")
                            && clauses.head(token)
                                    .filter(h -> h.lemma().equals("report"))
                                    .isPresent();
            if (reports) {
                participants.of(List.of(token)).stream()
                        .filter(a -> a.className().equals("NewsOutlet"))
                        .forEach(
                                a -> credits.add(new Attribution(Attribution.Kind.REPORTED_BY, a)));
            }
        }
        return credits;
    }

    /** "demonstrations on June 29, June 30 and July 20" are three, each on its day. */
    private static List<Event> onEachDay(Event event, List<EventDate> days) {
        if (days.size() < 2) {
            return List.of(event);
        }
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            events.add(event.on(days.get(i), i == 0 ? event.key() : event.key() + "d" + i));
        }
        return events;
    }
}
