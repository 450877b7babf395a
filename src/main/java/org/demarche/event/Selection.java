package org.demarche.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.entity.Actor;
import org.demarche.ontology.EventType;
import org.demarche.text.Clauses;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Which candidates of a sentence become events, and how those hang together: in "threatened to
 * sever ties if the talks fail" the severance is the content of the threat, the talks its
 * condition, and "ties" a part of "sever".
 */
final class Selection {
    private static final Set<String> POINTERS =
            Set.of("the", "this", "that", "these", "those", "such", "their", "its", "his", "her");

    private final Sentence sentence;
    private final Clauses clauses;
    private final Arguments arguments;
    private final Candidates candidates;
    private final Participants participants;
    private final TypeRules types;
    private final Set<String> lightVerbs;
    private final QuantityRules quantities;
    private final Set<Candidate> carrying = new HashSet<>();
    private final Map<Candidate, List<Candidate>> harms = new LinkedHashMap<>();
    private final Map<Candidate, List<Candidate>> purposes = new LinkedHashMap<>();
    private final Map<Candidate, List<Candidate>> echoes = new LinkedHashMap<>();
    private final Set<Candidate> nameless = new HashSet<>();
    private final Map<Candidate, String> dropped = new LinkedHashMap<>();
    private final Map<Candidate, Candidate> contentOf = new LinkedHashMap<>();
    private final Map<Candidate, Candidate> conditionOf = new LinkedHashMap<>();

    Selection(
            Sentence sentence,
            Clauses clauses,
            Arguments arguments,
            Candidates candidates,
            Participants participants,
            Grammar grammar) {
        this.participants = participants;
        this.types = grammar.types();
        this.lightVerbs = grammar.lightVerbs();
        this.quantities = grammar.quantities();
        this.sentence = sentence;
        this.clauses = clauses;
        this.arguments = arguments;
        this.candidates = candidates;
        List<Candidate> narrowestFirst =
                candidates.all().stream()
                        .sorted(Comparator.comparingInt(c -> -c.specificity()))
                        .toList();
        narrowestFirst.forEach(this::dropParts);
        candidates.all().stream()
                .filter(c -> c.trigger().type().isEmpty())
                .forEach(c -> drop(c, "this sense is no event"));
        if (!kept().isEmpty()) {
            dropOthersWords(grammar.registers().in(sentence));
        }
        kept().forEach(this::dropWithoutDoer);
        candidates.all().stream()
                .filter(this::isDescription)
                .forEach(
                        c ->
                                drop(
                                        c,
                                        "only describes '"
                                                + clauses.head(c.token())
                                                        .map(Token::form)
                                                        .orElse("")
                                                + "'"));
        kept().forEach(this::absorb);
        kept().forEach(this::linkContent);
        kept().forEach(this::dropHarm);
        kept().forEach(this::dropPurpose);
        kept().forEach(this::dropEcho);
        kept().forEach(this::linkConditions);
    }

    /**
     * Verbs before a noun and event nouns in a compound only say which: "accused" in "the accused
     * officer", "protest" in "protest areas". A noun that is an event itself or counts them is
     * nothing else: "peace talks", "a wave of protest marches".
     */
    private boolean isDescription(Candidate candidate) {
        Token word = candidate.token();
        if (word.is("amod")) {
            return word.xpos().startsWith("VB");
        }
        return word.is("compound")
                && clauses.head(word)
                        .filter(h -> h.index() > word.index())
                        .filter(h -> candidates.at(h).isEmpty())
                        .isPresent();
    }

    /** What the kind of prose means otherwise: an attack where a goalkeeper stands. */
    private void dropOthersWords(Registers.In registers) {
        kept().forEach(
                        c ->
                                registers
                                        .against(c.trigger().type().orElseThrow())
                                        .ifPresent(reason -> drop(c, reason)));
    }

    /** "A tiger killed two farmers": what does it can do no such act. */
    private void dropWithoutDoer(Candidate candidate) {
        Optional<Filler> means = types.means(candidate.trigger().type().orElseThrow());
        if (means.isEmpty() || !candidate.token().upos().equals("VERB")) {
            return;
        }
        List<Token> doers =
                arguments.of(candidate.token(), "subj").stream()
                        .filter(d -> isDoer(d, candidate.token()))
                        .toList();
        if (!doers.isEmpty() && doers.stream().noneMatch(d -> canDo(d, means.get()))) {
            drop(candidate, "'" + doers.get(0).form() + "' does no such act");
        }
    }

    /** Whether the noun is somebody, a means, an event, or an amount of those. */
    private boolean canDo(Token noun, Filler means) {
        return !noun.upos().equals("NOUN")
                || participants.isA(noun, "ACTOR")
                || means.weight(sentence, noun, (t, kind) -> false) > 0
                || at(noun).flatMap(c -> c.trigger().type()).isPresent()
                || arguments.of(noun, "of").stream().anyMatch(n -> canDo(n, means));
    }

    /** Whether the tree itself says that the noun does it, and no rule on who is meant. */
    private static boolean isDoer(Token noun, Token verb) {
        boolean direct = noun.head() == verb.index();
        return noun.is("nsubj")
                        && !noun.relation().endsWith(":pass")
                        && (direct || verb.is("conj") && noun.head() == verb.head())
                || noun.is("obl") && direct
                || verb.is("acl:relcl") && verb.head() == noun.index() && !noun.is("nmod", "obl");
    }

    /** Those that become events, in reading order. */
    List<Candidate> kept() {
        return candidates.all().stream().filter(c -> !dropped.containsKey(c)).toList();
    }

    /** Those that do not, each with the reason in words. */
    Map<Candidate, String> dropped() {
        return dropped;
    }

    /** What the event of the candidate is threatened, promised or alleged by. */
    Optional<Candidate> outer(Candidate candidate) {
        return Optional.ofNullable(contentOf.get(candidate))
                .filter(c -> !dropped.containsKey(c) || nameless.contains(c));
    }

    List<Candidate> contents(Candidate outer) {
        return linked(contentOf, outer);
    }

    /** The words that tell what harm the event did: "killing" in "struck a convoy, killing 24". */
    List<Candidate> harms(Candidate candidate) {
        return harms.getOrDefault(candidate, List.of());
    }

    /** The verbs that tell what the event was for: "demand" in "marched to demand". */
    List<Candidate> purposes(Candidate candidate) {
        return purposes.getOrDefault(candidate, List.of());
    }

    /** The nouns that tell of the same event: "attack" after "attacked". */
    List<Candidate> echoes(Candidate candidate) {
        return echoes.getOrDefault(candidate, List.of());
    }

    List<Candidate> conditions(Candidate outer) {
        return linked(conditionOf, outer);
    }

    /** The candidate at a word, dropped or not. */
    Optional<Candidate> at(Token token) {
        return candidates.at(token);
    }

    /**
     * Whether the word tells of an act of its own, coded or not, and does not only carry that of a
     * noun as "hold" does in "hold talks".
     */
    boolean isAct(Token token) {
        return at(token)
                .filter(c -> c.trigger().type().isPresent() && !carrying.contains(c))
                .isPresent();
    }

    /** Whether the word makes an event of its own. */
    boolean isKept(Token token) {
        return at(token).filter(c -> !dropped.containsKey(c)).isPresent();
    }

    boolean isCondition(Candidate candidate) {
        return conditionOf.containsKey(candidate);
    }

    /** Drops an act of which nobody is named; what it was about stays its content. */
    void dropNameless(Candidate candidate) {
        drop(candidate, "no actor found");
        nameless.add(candidate);
    }

    void drop(Candidate candidate, String reason) {
        dropped.putIfAbsent(candidate, reason);
    }

    private List<Candidate> linked(Map<Candidate, Candidate> links, Candidate outer) {
        return links.entrySet().stream()
                .filter(e -> e.getValue().equals(outer) && !dropped.containsKey(e.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * A word that a row claims as its part makes no event of its own: "sanctions" in "impose
     * sanctions". Where the noun's own row says more, the verb is light: "hold joint exercises".
     */
    private void dropParts(Candidate candidate) {
        if (dropped.containsKey(candidate)) {
            return;
        }
        for (Token part : candidate.parts()) {
            Optional<Candidate> other = candidates.at(part).filter(c -> !dropped.containsKey(c));
            if (other.isEmpty()) {
                continue;
            }
            if (isLightFor(candidate, other.get())) {
                drop(candidate, "only carries " + name(other.get()));
                carrying.add(candidate);
                return;
            }
            if (!isAnothersAct(other.get(), candidate)) {
                drop(other.get(), "part of " + name(candidate));
            }
        }
    }

    /**
     * "rejected Tokyo's demand": what one does about an act of somebody else is an act beside it.
     */
    private boolean isAnothersAct(Candidate part, Candidate whole) {
        Optional<EventType> own = part.trigger().type();
        if (own.isEmpty()
                || whole.trigger().type().filter(t -> !t.top().equals(own.get().top())).isEmpty()) {
            return false;
        }
        List<Actor> doers =
                Stream.of("poss", "mod")
                        .flatMap(s -> participants.acting(arguments.of(part.token(), s)).stream())
                        .toList();
        return !doers.isEmpty()
                && !doers.equals(participants.acting(arguments.of(whole.token(), "subj")));
    }

    private boolean isLightFor(Candidate verb, Candidate noun) {
        return lightVerbs.contains(verb.token().lemma())
                && verb.trigger().type().isPresent()
                && noun.trigger().type().isPresent()
                && noun.specificity() > verb.specificity();
    }

    private void absorb(Candidate candidate) {
        if (dropped.containsKey(candidate)) {
            return;
        }
        for (Token filler : arguments.fillers(candidate, Role.ABSORB)) {
            for (Candidate inner : within(filler, false)) {
                if (!inner.equals(candidate)) {
                    drop(inner, "told as part of " + name(candidate));
                }
            }
        }
    }

    private void linkContent(Candidate candidate) {
        for (Token filler : arguments.fillers(candidate, Role.CONTENT)) {
            Set<Token> conditional = conditionalWords(filler);
            within(filler, false).stream()
                    .filter(c -> !c.equals(candidate) && !dropped.containsKey(c))
                    .filter(c -> !conditional.contains(c.token()) && !isOver(c, candidate))
                    .findFirst()
                    .ifPresent(c -> contentOf.putIfAbsent(c, candidate));
        }
    }

    /** Whether one is what the other is the content of, through any others between. */
    private boolean isOver(Candidate outer, Candidate inner) {
        Candidate at = inner;
        while (contentOf.containsKey(at)) {
            at = contentOf.get(at);
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** What stands in conditions of a clause: "if the radar is built" is no part of the threat. */
    private Set<Token> conditionalWords(Token predicate) {
        Set<Token> words = new HashSet<>();
        clauses.conditions(predicate).forEach(c -> words.addAll(clauses.subtree(c.predicate())));
        return words;
    }

    /** The candidates at a word and below it, the nearest first. */
    private List<Candidate> within(Token top) {
        return within(top, true);
    }

    /**
     * The same.
     *
     * @param relative whether also in relative clauses, which tell of something else
     */
    private List<Candidate> within(Token top, boolean relative) {
        List<Candidate> found = new ArrayList<>();
        List<Token> level = List.of(top);
        while (!level.isEmpty()) {
            List<Token> next = new ArrayList<>();
            for (Token token : level) {
                candidates.at(token).ifPresent(found::add);
                sentence.children(token).stream()
                        .filter(c -> relative || !c.is("acl:relcl"))
                        .forEach(next::add);
            }
            level = next;
        }
        return found;
    }

    /**
     * A noun that tells of an event already told in the sentence: "the attack" after "attacked",
     * "blast" in "were killed in a blast", "talks" in "a round of talks".
     */
    private void dropEcho(Candidate noun) {
        if (!noun.token().upos().equals("NOUN") || dropped.containsKey(noun)) {
            return;
        }
        for (Candidate other : kept()) {
            boolean same =
                    !other.equals(noun) && other.isOf(noun.trigger().type().orElseThrow().top());
            if (same && (hangsOn(noun, other) || pointsBack(noun, other))) {
                drop(noun, "tells of the same as " + name(other));
                echoes.computeIfAbsent(other, o -> new ArrayList<>()).add(noun);
                return;
            }
        }
    }

    private boolean hangsOn(Candidate noun, Candidate other) {
        Token word = noun.token();
        while (word.is("conj")) {
            word = sentence.token(word.head());
        }
        return word.head() == other.token().index()
                && word.is("obl", "nmod", "obj", "nsubj", "compound");
    }

    private boolean pointsBack(Candidate noun, Candidate other) {
        boolean definite =
                sentence.children(noun.token()).stream()
                        .anyMatch(
                                c ->
                                        c.is("det", "nmod:poss")
                                                && POINTERS.contains(
                                                        c.lemma().toLowerCase(Locale.ROOT)));
        return definite && other.token().index() < noun.token().index();
    }

    /** "struck a convoy, killing 24 and wounding 28" is one attack with its harm. */
    private void dropHarm(Candidate harm) {
        if (!quantities.isHarm(harm.token())) {
            return;
        }
        Token word = harm.token();
        boolean done = false;
        while (!done) {
            boolean conjoined = word.is("conj");
            boolean result =
                    word.is("advcl", "acl")
                            && word.xpos().equals("VBG")
                            && clauses.mark(word).isEmpty();
            Optional<Token> above = clauses.head(word);
            if (!(conjoined || result) || above.isEmpty()) {
                return;
            }
            word = above.get();
            Optional<Candidate> cause =
                    at(word).filter(c -> !dropped.containsKey(c))
                            .filter(c -> !conjoined || quantities.isHarm(c.token()))
                            .filter(c -> c.isOf(harm.trigger().type().orElseThrow().top()));
            if (cause.isPresent()) {
                drop(harm, "harm done by " + name(cause.get()));
                harms.computeIfAbsent(cause.get(), c -> new ArrayList<>()).add(harm);
                done = true;
            }
        }
    }

    /** The conditions that an act or what it is about stands under. */
    List<Clauses.Condition> conditionClauses(Candidate candidate) {
        List<Clauses.Condition> conditions = new ArrayList<>(clauses.conditions(candidate.token()));
        arguments
                .fillers(candidate, Role.CONTENT)
                .forEach(content -> conditions.addAll(clauses.conditions(content)));
        return conditions;
    }

    private void linkConditions(Candidate candidate) {
        for (Clauses.Condition condition : conditionClauses(candidate)) {
            within(condition.predicate()).stream()
                    .filter(c -> !dropped.containsKey(c) && !c.equals(candidate))
                    .findFirst()
                    .ifPresent(c -> conditionOf.putIfAbsent(c, outer(candidate).orElse(candidate)));
        }
    }

    private static String name(Candidate candidate) {
        return "'" + candidate.token().form() + "' (" + candidate.trigger().where() + ")";
    }

    /**
     * "marched to demand lower fees", "a meeting to discuss trade": the purpose is part of the act.
     */
    private void dropPurpose(Candidate purpose) {
        Token verb = purpose.token();
        boolean clause =
                verb.is("advcl", "acl", "xcomp")
                        && !verb.is("acl:relcl")
                        && !contentOf.containsKey(purpose);
        boolean purposive =
                clause && (clauses.mark(verb).equals("to") || verb.xpos().equals("VBG"));
        Optional<Token> head = clauses.head(verb);
        // the purpose may hang on what the light verb carries: "staged demonstrations to demand"
        int steps = verb.is("xcomp") ? 1 : 2;
        for (int i = 0; purposive && head.isPresent() && i < steps; i++) {
            Optional<Candidate> act = at(head.get()).filter(c -> c.trigger().type().isPresent());
            if (act.isPresent()
                    && types.absorbs(
                            act.get().trigger().type().get(),
                            purpose.trigger().type().orElseThrow())) {
                drop(purpose, "purpose of " + name(act.get()));
                purposes.computeIfAbsent(act.get(), a -> new ArrayList<>()).add(purpose);
                return;
            }
            head = clauses.head(head.get());
        }
    }
}
