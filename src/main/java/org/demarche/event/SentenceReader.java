package org.demarche.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.demarche.article.Article;
import org.demarche.article.Span;
import org.demarche.entity.Actor;
import org.demarche.entity.Mentions;
import org.demarche.entity.Place;
import org.demarche.ontology.EventType;
import org.demarche.text.Clauses;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** Reads the events of one sentence. */
final class SentenceReader {
    private final Article article;
    private final Sentence sentence;
    private final Clauses clauses;
    private final Arguments arguments;
    private final Participants participants;
    private final Candidates candidates;
    private final Intents intents;
    private final List<TimeExpression> times;

    private final Map<Candidate, String> dropped = new LinkedHashMap<>();
    private final Map<Candidate, Candidate> contentOf = new HashMap<>();
    private final Map<Candidate, Candidate> conditionOf = new HashMap<>();

    SentenceReader(
            Article article,
            Sentence sentence,
            Mentions mentions,
            Lexicon lexicon,
            FactualityRules factuality,
            Intents intents) {
        this.article = article;
        this.sentence = sentence;
        this.clauses = Clauses.of(sentence);
        this.arguments = new Arguments(sentence, clauses);
        this.participants = new Participants(sentence, arguments, mentions);
        this.candidates = new Candidates(sentence, arguments, participants, lexicon, factuality);
        this.intents = intents;
        this.times = TimeExpressions.find(sentence, article.published());
    }

    Reading read() {
        candidates.all().stream()
                .sorted(Comparator.comparingInt(c -> -c.trigger().specificity()))
                .filter(c -> !dropped.containsKey(c))
                .forEach(this::dropParts);
        for (Candidate candidate : candidates.all()) {
            if (!dropped.containsKey(candidate)) {
                linkContent(candidate);
            }
        }
        dropEchoes();
        linkConditions();
        List<Event> events = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Candidate candidate : candidates.all()) {
            Optional<String> key = Optional.empty();
            if (!dropped.containsKey(candidate)) {
                Event event = event(candidate);
                if (event.actors().isEmpty()
                        && event.recipients().isEmpty()
                        && event.place().isEmpty()) {
                    drop(candidate, "neither actor nor recipient found");
                } else {
                    events.add(event);
                    key = Optional.of(event.key());
                }
            }
            verdicts.add(
                    new Verdict(
                            sentence.index(),
                            candidate.token().span(),
                            candidate.trigger().where(),
                            key,
                            key.isPresent()
                                    ? candidate.trigger().type().orElseThrow().name()
                                    : dropped.get(candidate)));
        }
        return new Reading(events, verdicts);
    }

    private void drop(Candidate candidate, String reason) {
        dropped.putIfAbsent(candidate, reason);
    }

    /**
     * A word that another row claims as its part makes no event of its own: "sanctions" in "impose
     * sanctions".
     */
    private void dropParts(Candidate candidate) {
        for (Token part : candidate.parts()) {
            candidates
                    .at(part)
                    .ifPresent(
                            c ->
                                    drop(
                                            c,
                                            "part of '"
                                                    + candidate.token().form()
                                                    + "' ("
                                                    + candidate.trigger().where()
                                                    + ")"));
        }
        if (candidate.trigger().type().isEmpty()) {
            drop(candidate, "this sense is no event");
        }
    }

    private void linkContent(Candidate candidate) {
        for (Token filler : fillers(candidate, Role.ABSORB)) {
            for (Candidate inner : within(filler)) {
                if (!inner.equals(candidate)) {
                    drop(
                            inner,
                            "told as part of '"
                                    + candidate.token().form()
                                    + "' ("
                                    + candidate.trigger().where()
                                    + ")");
                }
            }
        }
        for (Token filler : fillers(candidate, Role.CONTENT)) {
            within(filler).stream()
                    .filter(c -> !c.equals(candidate) && !dropped.containsKey(c))
                    .findFirst()
                    .ifPresent(c -> contentOf.putIfAbsent(c, candidate));
        }
    }

    private List<Token> fillers(Candidate candidate, Role role) {
        Set<Token> fillers = new LinkedHashSet<>();
        candidate
                .slots(role)
                .forEach(slot -> fillers.addAll(arguments.of(candidate.token(), slot)));
        return new ArrayList<>(fillers);
    }

    /** The candidates at a word and below it, the nearest first. */
    private List<Candidate> within(Token top) {
        List<Candidate> found = new ArrayList<>();
        List<Token> level = List.of(top);
        while (!level.isEmpty()) {
            List<Token> next = new ArrayList<>();
            for (Token token : level) {
                candidates.at(token).ifPresent(found::add);
                next.addAll(sentence.children(token));
            }
            level = next;
        }
        return found;
    }

    /** "the attack" after "attacked" refers back and is no event of its own. */
    private void dropEchoes() {
        List<Candidate> all = candidates.all();
        for (Candidate noun : all) {
            boolean definite =
                    sentence.children(noun.token()).stream()
                            .anyMatch(
                                    c ->
                                            c.is("det")
                                                    && Set.of("the", "this", "that", "such")
                                                            .contains(c.lemma()));
            boolean bare =
                    fillers(noun, Role.ACTOR).isEmpty() && fillers(noun, Role.RECIPIENT).isEmpty();
            if (noun.token().upos().equals("NOUN")
                    && definite
                    && bare
                    && !dropped.containsKey(noun)) {
                all.stream()
                        .filter(
                                c ->
                                        !c.equals(noun)
                                                && !dropped.containsKey(c)
                                                && c.token().index() < noun.token().index())
                        .filter(c -> c.isOf(noun.trigger().type().orElseThrow().top()))
                        .findFirst()
                        .ifPresent(c -> drop(noun, "refers back to '" + c.token().form() + "'"));
            }
        }
    }

    private void linkConditions() {
        for (Candidate candidate : candidates.all()) {
            if (dropped.containsKey(candidate)) {
                continue;
            }
            for (Clauses.Condition condition : clauses.conditions(candidate.token())) {
                within(condition.predicate()).stream()
                        .filter(c -> !dropped.containsKey(c))
                        .findFirst()
                        .ifPresent(c -> conditionOf.put(c, outermost(candidate)));
            }
        }
    }

    private Candidate outermost(Candidate candidate) {
        return contentOf.containsKey(candidate) ? contentOf.get(candidate) : candidate;
    }

    // ---- one event

    private Event event(Candidate candidate) {
        Optional<Candidate> outer = Optional.ofNullable(contentOf.get(candidate));
        List<Candidate> contents = linked(contentOf, candidate);
        List<Actor> actors = actors(candidate);
        if (actors.isEmpty() && outer.isPresent()) {
            actors = actors(outer.get());
        }
        List<Actor> recipients = roleActors(candidate, Role.RECIPIENT);
        if (recipients.isEmpty()) {
            recipients =
                    contents.stream()
                            .map(c -> roleActors(c, Role.RECIPIENT))
                            .filter(r -> !r.isEmpty())
                            .findFirst()
                            .orElse(List.of());
        }
        List<Actor> acting = actors;
        recipients = recipients.stream().filter(r -> !acting.contains(r)).toList();
        Factuality factuality = candidate.factuality();
        if (outer.isPresent()) {
            factuality = outer.get().trigger().contentFactuality().over(factuality);
        } else if (conditionOf.containsKey(candidate)) {
            factuality = Factuality.POSSIBLE.over(factuality);
        }
        EventType type = candidate.trigger().type().orElseThrow();
        Optional<Intents.When> intent = outer.isPresent() ? Optional.empty() : intent(candidate);
        Optional<EventType> instead = intent.flatMap(w -> intents.instead(type, w));
        if (instead.isPresent() && intent.get() == Intents.When.REFUSED) {
            factuality = Factuality.ASSERTED;
        }
        Span clause = clause(candidate.token());
        return new Event(
                key(candidate),
                candidate.trigger().type().orElseThrow(),
                candidate
                        .trigger()
                        .mode()
                        .or(() -> candidate.trigger().type().orElseThrow().defaultMode()),
                List.of(),
                actors,
                recipients,
                List.of(),
                place(candidate.token()),
                date(candidate.token()),
                factuality,
                contents.stream().map(this::key).toList(),
                linked(conditionOf, candidate).stream().map(this::key).toList(),
                attributions(candidate.token()),
                OptionalInt.empty(),
                Quantities.NONE,
                List.of(
                        new Evidence(
                                clause,
                                clause.of(article.text()),
                                candidate.token().span(),
                                Optional.of(candidate.trigger().where()))),
                0.8);
    }

    private Optional<Intents.When> intent(Candidate candidate) {
        if (candidate.factuality() == Factuality.PLANNED) {
            return Optional.of(Intents.When.PLANNED);
        }
        boolean refused =
                clauses.negated(candidate.token())
                        && clauses.tense(candidate.token()) == Clauses.Tense.FUTURE;
        return refused ? Optional.of(Intents.When.REFUSED) : Optional.empty();
    }

    private static List<Candidate> linked(Map<Candidate, Candidate> links, Candidate outer) {
        return links.entrySet().stream()
                .filter(e -> e.getValue().equals(outer))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String key(Candidate candidate) {
        return "s" + sentence.index() + "t" + candidate.token().index();
    }

    private List<Actor> actors(Candidate candidate) {
        return candidate.slots(Role.PARTY).isEmpty()
                ? roleActors(candidate, Role.ACTOR)
                : participants.of(fillers(candidate, Role.PARTY));
    }

    /** The actors in the first slot of the role that gives any. */
    private List<Actor> roleActors(Candidate candidate, Role role) {
        for (String slot : candidate.slots(role)) {
            List<Actor> found = participants.of(arguments.of(candidate.token(), slot));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
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
        return attributions.stream().distinct().toList();
    }

    private static final Set<String> PLACE_PREPOSITIONS =
            Set.of(
                    "in",
                    "at",
                    "near",
                    "outside",
                    "across",
                    "on",
                    "inside",
                    "around",
                    "throughout",
                    "off",
                    "along",
                    "over");

    private Optional<Place> place(Token trigger) {
        Token word = trigger;
        while (true) {
            Optional<Place> here = placeBelow(word, 0);
            if (here.isPresent()
                    || word.isRoot()
                    || word.is("ccomp", "advcl", "acl", "parataxis")) {
                return here;
            }
            word = sentence.token(word.head());
        }
    }

    private Optional<Place> placeBelow(Token word, int depth) {
        for (Token child : sentence.children(word)) {
            if (child.is("obl", "nmod")
                    && PLACE_PREPOSITIONS.contains(clauses.preposition(child))) {
                Optional<Place> place = participants.mention(child).flatMap(m -> m.place());
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        if (depth < 2) {
            for (Token child : sentence.children(word)) {
                if (child.is("obj", "nsubj:pass", "obl", "nmod")) {
                    Optional<Place> place = placeBelow(child, depth + 1);
                    if (place.isPresent()) {
                        return place;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<EventDate> date(Token trigger) {
        Token word = trigger;
        while (true) {
            Token top = word;
            Optional<TimeExpression> found =
                    times.stream().filter(t -> dependsOn(headOf(t), top)).findFirst();
            if (found.isPresent()
                    || word.isRoot()
                    || word.is("ccomp", "advcl", "acl", "parataxis")) {
                return found.map(TimeExpression::date);
            }
            word = sentence.token(word.head());
        }
    }

    /** The token of the expression that the others depend on. */
    private Token headOf(TimeExpression time) {
        for (int i = time.from(); i < time.to(); i++) {
            Token token = sentence.token(i);
            if (token.isRoot() || !time.covers(token.head())) {
                return token;
            }
        }
        return sentence.token(time.from());
    }

    private boolean dependsOn(Token low, Token top) {
        Token word = low;
        while (!word.equals(top)) {
            if (word.isRoot() || word.is("ccomp", "advcl", "acl", "parataxis", "conj")) {
                return false;
            }
            word = sentence.token(word.head());
        }
        return true;
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
}
