package org.demarche.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.Table;
import org.demarche.text.Clauses;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Tells how real an event is from the words above it in the tree: in "denied that it would attack"
 * the attack is planned by "would" and denied by "denied".
 */
final class FactualityRules {
    static final String FILE = "data/grammar/factuality.tsv";
    private static final Set<String> NONE = Set.of("no", "neither");

    private static final Set<String> NOBODY = Set.of("nobody", "none", "nothing");

    private static final Set<String> NEGATIONS =
            Set.of("not", "n't", "never", "no", "neither", "nor", "without", "hardly");
    private static final Set<String> FUTURE = Set.of("will", "shall", "'ll", "wo");
    private static final Set<String> MODALS =
            Set.of("would", "could", "may", "might", "can", "should", "must", "ought", "'d", "ca");
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether", "lest");

    /**
     * @param spared nouns that the effect leaves alone: a rejected offer was made all the same
     */
    private record Effect(String slot, Factuality factuality, Set<List<String>> spared) {}

    private final Map<WordKey, List<Effect>> effects;
    private final Set<String> transparent;
    private final Set<String> announcing;

    private FactualityRules(
            Map<WordKey, List<Effect>> effects, Set<String> transparent, Set<String> announcing) {
        this.effects = effects;
        this.transparent = transparent;
        this.announcing = announcing;
    }

    static FactualityRules load(DataFiles files, NounClasses nouns, Problems problems) {
        Map<WordKey, List<Effect>> effects = new HashMap<>();
        for (Table.Row row :
                Table.read(
                                files,
                                FILE,
                                List.of("word", "slots", "effect", "spares", "example"),
                                problems)
                        .rows()) {
            Optional<Factuality> factuality = Factuality.parse(row.cell("effect"));
            if (factuality.isEmpty()) {
                problems.add(
                        row.where(),
                        "effect '" + row.cell("effect") + "' is not Planned, Possible or Denied");
                continue;
            }
            Set<List<String>> spared = new HashSet<>();
            for (String name : row.list("spares")) {
                nouns.members(name)
                        .ifPresentOrElse(
                                spared::addAll,
                                () ->
                                        problems.add(
                                                row.where(),
                                                "no class of nouns '"
                                                        + name
                                                        + "' in "
                                                        + NounClasses.FILE));
            }
            for (WordKey word : WordKey.parse(row.cell("word"), "word", row.where(), problems)) {
                for (String slot : row.cell("slots").split(",")) {
                    effects.computeIfAbsent(word, w -> new ArrayList<>())
                            .add(new Effect(slot, factuality.get(), spared));
                }
            }
        }
        Set<String> transparent = new HashSet<>(nouns.singleWords("QUANTITY"));
        transparent.addAll(nouns.singleWords("PHASE"));
        return new FactualityRules(effects, transparent, nouns.singleWords("ANNOUNCING"));
    }

    /**
     * Whether the word is an infinitive of purpose, which nobody announces: "halt" in "was sent to
     * halt the fighting", not "send" in "a decision to send troops".
     */
    boolean isPurpose(Sentence sentence, Token word) {
        boolean infinitive =
                word.is("advcl", "acl")
                        && !word.is("acl:relcl")
                        && hasChild(sentence, word, "mark", "to");
        return infinitive
                && effect(sentence, word, sentence.token(word.head()), "comp")
                        == Factuality.ASSERTED;
    }

    /**
     * Whether who would do it says so: "will seal", "said it would seal", "plans to seal", not
     * "wants to seal".
     */
    boolean isAnnounced(Sentence sentence, Token word) {
        boolean future =
                sentence.children(word).stream()
                        .filter(c -> c.is("aux"))
                        .map(c -> c.form().toLowerCase(Locale.ROOT))
                        .anyMatch(f -> FUTURE.contains(f) || f.equals("would"));
        boolean intended =
                word.is("xcomp", "ccomp")
                        && announcing.contains(sentence.token(word.head()).lemma());
        boolean shared = word.is("conj") && sharesModality(sentence, word);
        return future
                || isToDo(sentence, word)
                || intended
                || shared && isAnnounced(sentence, sentence.token(word.head()));
    }

    /** How real the event of a word is. */
    Factuality of(Sentence sentence, Token trigger) {
        return of(sentence, trigger, Set.of());
    }

    /**
     * How real the event of a word is.
     *
     * @param parts what belongs to the trigger; a refusal whose "not" or "no" does is real: "will
     *     not accept the plan", "saw no need for it"
     */
    Factuality of(Sentence sentence, Token trigger, Set<Token> parts) {
        return isOfNobody(sentence, trigger, parts)
                ? Factuality.DENIED
                : told(sentence, trigger, parts);
    }

    private Factuality told(Sentence sentence, Token trigger, Set<Token> parts) {
        boolean refusal =
                sentence.children(trigger).stream()
                        .anyMatch(c -> parts.contains(c) && NEGATIONS.contains(c.lemma()));
        Factuality result = Factuality.ASSERTED;
        Optional<Token> next = Optional.of(trigger);
        while (next.isPresent()) {
            Token word = next.get();
            if (!refusal || !word.equals(trigger)) {
                result = own(sentence, word).over(result);
            }
            Step step = step(sentence, word);
            next = step.next();
            if (step.effect() == Factuality.DENIED
                    && next.isPresent()
                    && told(sentence, next.get(), Set.of()) == Factuality.DENIED) {
                // "did not prevent the storming": it took place
                return result;
            }
            result = step.effect().over(result);
        }
        return asks(sentence) ? Factuality.POSSIBLE.over(result) : result;
    }

    /**
     * What the word above does to the one below, and where to look on; nowhere when a new voice or
     * time begins.
     */
    private record Step(Factuality effect, Optional<Token> next) {
        static final Step STOP = new Step(Factuality.ASSERTED, Optional.empty());
    }

    private Step step(Sentence sentence, Token word) {
        if (word.isRoot()) {
            return Step.STOP;
        }
        Token head = sentence.token(word.head());
        if (word.is("conj")) {
            return sharesModality(sentence, word)
                    ? new Step(Factuality.ASSERTED, Optional.of(head))
                    : step(sentence, head);
        }
        if (word.is("xcomp")) {
            return new Step(effect(sentence, word, head, "comp"), Optional.of(head));
        }
        if (word.is("ccomp", "parataxis")) {
            return new Step(effect(sentence, word, head, "comp"), Optional.empty());
        }
        if (word.is("acl:relcl")) {
            return Step.STOP;
        }
        if (word.is("acl")) {
            boolean finite = !hasMark(sentence, word);
            return finite
                    ? Step.STOP
                    : new Step(effect(sentence, word, head, "comp"), Optional.of(head));
        }
        if (word.is("advcl")) {
            if (hasChild(sentence, word, "mark", "to")) {
                Factuality named = effect(sentence, word, head, "comp");
                return new Step(
                        named == Factuality.ASSERTED ? Factuality.PLANNED : named,
                        Optional.of(head));
            }
            String preposition = Clauses.of(sentence).mark(word);
            Factuality named = effect(sentence, word, head, preposition);
            return new Step(
                    named, named == Factuality.DENIED ? Optional.of(head) : Optional.empty());
        }
        if (word.is("obj") || word.is("nsubj:pass")) {
            return new Step(effect(sentence, word, head, "obj"), Optional.of(head));
        }
        if (word.is("nsubj")) {
            return new Step(effect(sentence, word, head, "subj"), Optional.of(head));
        }
        if (word.is("obl", "nmod")) {
            String preposition = Clauses.of(sentence).preposition(word);
            Factuality named = effect(sentence, word, head, preposition);
            boolean goesOn =
                    named != Factuality.ASSERTED
                            || preposition.equals("of") && transparent.contains(head.lemma());
            return goesOn ? new Step(named, Optional.of(head)) : Step.STOP;
        }
        return Step.STOP;
    }

    private Factuality effect(Sentence sentence, Token event, Token word, String slot) {
        return effects.getOrDefault(key(sentence, word), List.of()).stream()
                .filter(e -> e.slot().equals(slot))
                .filter(e -> !e.spared().contains(List.of(event.lemma())))
                .map(Effect::factuality)
                .findFirst()
                .orElse(Factuality.ASSERTED);
    }

    /** With its particle: "call_off"; before a noun as an adjective: "planned". */
    private static WordKey key(Sentence sentence, Token word) {
        WordKey key = WordKey.of(word);
        if (word.is("amod") && word.xpos().startsWith("VB")) {
            return new WordKey(
                    word.form().toLowerCase(Locale.ROOT), Trigger.PartOfSpeech.ADJECTIVE);
        }
        return sentence.children(word).stream()
                .filter(c -> c.is("compound:prt"))
                .findFirst()
                .map(c -> new WordKey(key.lemma() + "_" + c.lemma(), key.partOfSpeech()))
                .orElse(key);
    }

    /** What stands at the word itself: negation, modals, "if", "planned". */
    private Factuality own(Sentence sentence, Token word) {
        Factuality result = isToDo(sentence, word) ? Factuality.PLANNED : Factuality.ASSERTED;
        boolean negated = false;
        for (Token child : sentence.children(word)) {
            String form = child.form().toLowerCase(Locale.ROOT);
            if (NEGATIONS.contains(form)
                    && child.is("advmod", "det", "case", "mark", "cc:preconj", "cc")) {
                negated = !negated;
            } else if (child.is("aux") && FUTURE.contains(form)) {
                result = Factuality.PLANNED.over(result);
            } else if (child.is("aux") && MODALS.contains(form)) {
                result =
                        (isFutureInThePast(sentence, word, form)
                                        ? Factuality.PLANNED
                                        : Factuality.POSSIBLE)
                                .over(result);
            } else if (child.is("mark") && CONDITIONS.contains(form)) {
                result = Factuality.POSSIBLE.over(result);
            } else if (child.index() < word.index()
                    && child.is("amod", "advmod", "compound", "det")) {
                result = effect(sentence, word, child, "mod").over(result);
            }
        }
        return negated ? Factuality.DENIED.over(result) : result;
    }

    /**
     * "reached no accord", "endorsed neither candidate", "no party signed", "nobody was killed".
     */
    private static boolean isOfNobody(Sentence sentence, Token verb, Set<Token> parts) {
        return verb.xpos().startsWith("VB")
                && sentence.children(verb).stream()
                        .filter(c -> c.is("obj", "nsubj", "nsubj:pass"))
                        .anyMatch(
                                noun ->
                                        NOBODY.contains(lower(noun))
                                                || sentence.children(noun).stream()
                                                        .anyMatch(
                                                                c ->
                                                                        NONE.contains(lower(c))
                                                                                && !parts.contains(
                                                                                        c)));
    }

    private static String lower(Token token) {
        return token.form().toLowerCase(Locale.ROOT);
    }

    /** "is to send": what the parser may read as a copula before the infinitive. */
    private static boolean isToDo(Sentence sentence, Token word) {
        return hasChild(sentence, word, "mark", "to")
                && (hasChild(sentence, word, "cop", "be") || hasChild(sentence, word, "aux", "be"))
                && word.xpos().equals("VB")
                && word.is("ccomp", "root", "conj", "parataxis");
    }

    /** "said it would send troops" tells of a plan. */
    private static boolean isFutureInThePast(Sentence sentence, Token word, String modal) {
        return modal.equals("would")
                && word.is("ccomp")
                && sentence.token(word.head()).xpos().matches("VBD|VBN");
    }

    /** Whether a conjunct stands under the auxiliaries of the first: "will arrest and try them". */
    private static boolean sharesModality(Sentence sentence, Token conjunct) {
        return sentence.children(conjunct).stream().noneMatch(c -> c.is("nsubj", "aux"));
    }

    private static boolean hasMark(Sentence sentence, Token word) {
        return sentence.children(word).stream().anyMatch(c -> c.is("mark", "case"));
    }

    private static boolean hasChild(Sentence sentence, Token word, String relation, String lemma) {
        return sentence.children(word).stream()
                .anyMatch(c -> c.is(relation) && c.lemma().equals(lemma));
    }

    private static boolean asks(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).form().equals("?");
    }
}
