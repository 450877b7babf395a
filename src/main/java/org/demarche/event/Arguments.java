package org.demarche.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.text.Clauses;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * What stands around a word, by the slots that rows of the lexicon name: around "condemned" in
 * "Sweden was condemned by Iraq" the logical {@code subj} "Iraq" and the logical {@code obj}
 * "Sweden". Slots: {@code subj obj iobj comp inf prt adv poss mod verb main} and every preposition,
 * with {@code _} between the words of one.
 */
final class Arguments {
    private static final String[] NESTING = {
        "of", "by", "from", "with", "to", "on", "against", "in"
    };

    private static final Set<String> OF_PLACE = Set.of("in", "at", "near", "by", "of");

    private final Sentence sentence;
    private final Clauses clauses;
    private final Set<String> quantities;
    private final Set<String> naming;

    Arguments(Sentence sentence, Clauses clauses, Set<String> quantities, Set<String> namingVerbs) {
        this.quantities = quantities;
        this.naming = namingVerbs;
        this.sentence = sentence;
        this.clauses = clauses;
    }

    /**
     * The heads of what fills a slot of the word, conjoined ones included, and what is counted in
     * "a round of talks". {@code comp.aux} is the slot {@code aux} of what fills {@code comp}.
     */
    List<Token> of(Token word, String slot) {
        int dot = slot.indexOf('.');
        if (dot > 0) {
            return of(word, slot.substring(0, dot)).stream()
                    .flatMap(t -> of(t, slot.substring(dot + 1)).stream())
                    .toList();
        }
        List<Token> direct = direct(word, slot);
        if (direct.isEmpty()) {
            return direct;
        }
        List<Token> found = direct.stream().flatMap(t -> named(t).stream()).toList();
        Set<Token> counted = new LinkedHashSet<>(found);
        List<Token> counters = counters(found);
        while (!counters.isEmpty()) {
            // "tens of thousands of troops"
            List<Token> next =
                    counters.stream().flatMap(t -> clauses.modifiers(t, "of").stream()).toList();
            counted.addAll(next);
            counters = counters(next);
        }
        return List.copyOf(counted);
    }

    private List<Token> counters(List<Token> words) {
        return words.stream().filter(t -> quantities.contains(t.lemma())).toList();
    }

    /** What "what it called a violation" stands for: the violation. */
    private List<Token> named(Token word) {
        if (!word.lemma().equals("what")) {
            return List.of(word);
        }
        List<Token> names =
                sentence.children(word).stream()
                        .filter(c -> c.is("acl:relcl") && naming.contains(c.lemma()))
                        .flatMap(v -> sentence.children(v).stream())
                        .filter(c -> c.index() > word.index() && c.is("xcomp", "obj", "obl"))
                        .limit(1)
                        .toList();
        return names.isEmpty() ? List.of(word) : names;
    }

    private List<Token> direct(Token word, String slot) {
        return switch (slot) {
            case "subj" -> clauses.logicalSubjects(word);
            case "obj" -> clauses.logicalObjects(word);
            case "iobj" -> clauses.indirectObjects(word);
            case "comp" -> complements(word);
            case "inf" ->
                    complements(word).stream().filter(c -> clauses.mark(c).equals("to")).toList();
            case "prt" -> particles(word);
            case "aux" -> sentence.children(word).stream().filter(c -> c.is("aux", "cop")).toList();
            case "adv" -> sentence.children(word).stream().filter(c -> c.is("advmod")).toList();
            case "poss" -> clauses.possessor(word).map(clauses::conjuncts).orElse(List.of());
            case "mod" -> modifiers(word);
            case "verb" -> verb(word).stream().toList();
            case "main" -> main(word).stream().toList();
            case "speaker" -> teller(word).map(clauses::logicalSubjects).orElse(List.of());
            case "hearer" -> teller(word).map(this::hearers).orElse(List.of());
            default -> prepositional(word, slot.replace('_', ' '));
        };
    }

    private List<Token> hearers(Token teller) {
        List<Token> told = clauses.indirectObjects(teller);
        return told.isEmpty() ? clauses.logicalObjects(teller) : told;
    }

    /** All that fills the slots of a role of a candidate. */
    List<Token> fillers(Candidate candidate, Role role) {
        Set<Token> fillers = new LinkedHashSet<>();
        candidate.slots(role).forEach(slot -> fillers.addAll(of(candidate.token(), slot)));
        return new ArrayList<>(fillers);
    }

    /**
     * "to sever ties" of "threaten" and of "threat"; "arming rebels" in "accused Chad of arming
     * rebels".
     */
    private List<Token> complements(Token word) {
        List<Token> found = new ArrayList<>(clauses.complements(word));
        for (Token child : sentence.children(word)) {
            boolean adnominal = child.is("acl") && !child.is("acl:relcl");
            boolean infinitive =
                    child.is("advcl")
                            && child.index() > word.index()
                            && clauses.mark(child).equals("to");
            if (adnominal || infinitive) {
                found.addAll(clauses.conjuncts(child));
            }
        }
        return found;
    }

    /** Particles, and the adverbs that a parser takes them for: "off" in "called the talks off". */
    private List<Token> particles(Token word) {
        return sentence.children(word).stream()
                .filter(
                        c ->
                                c.is("compound:prt")
                                        || c.is("advmod") && c.index() > word.index()
                                        || c.is("case") && c.index() == word.index() + 1)
                .toList();
    }

    /** Everything that stands before a noun and describes it: "Israeli", "car", "nuclear". */
    private List<Token> modifiers(Token word) {
        return sentence.children(word).stream()
                .filter(c -> c.index() < word.index())
                .filter(
                        c ->
                                c.is("amod", "compound", "nummod")
                                        || c.relation().equals("nmod")
                                                && clauses.preposition(c).isEmpty())
                .flatMap(c -> clauses.conjuncts(c).stream())
                .toList();
    }

    /**
     * The verb whose subject or object a noun is: "launched" for "attack" in "launched an attack".
     */
    Optional<Token> verb(Token noun) {
        Optional<Token> head = clauses.head(noun);
        if (head.isEmpty()) {
            return head;
        }
        if (noun.is("obj", "nsubj")) {
            return head.filter(h -> h.xpos().startsWith("VB"));
        }
        return noun.is("conj") ? verb(head.get()) : Optional.empty();
    }

    /** The verb that a participle adds to: "crashed" for "killing" in "crashed, killing nine". */
    private Optional<Token> main(Token participle) {
        boolean added = participle.is("advcl", "conj") && participle.xpos().equals("VBG");
        return added ? clauses.head(participle) : Optional.empty();
    }

    /**
     * What follows a preposition at the word; else at a verb's object, or at the verb that a noun
     * hangs on, where the parser may have put it: "launched an attack on the town".
     */
    private List<Token> prepositional(Token word, String preposition) {
        List<Token> found = new ArrayList<>(clauses.adjuncts(word, preposition));
        found.addAll(clauses.modifiers(word, preposition));
        for (Token child : sentence.children(word)) {
            // "accused Chad of arming rebels", "before returning home"
            if (child.is("advcl", "acl") && clauses.mark(child).equals(preposition)) {
                found.addAll(clauses.conjuncts(child));
            }
        }
        if (found.isEmpty() && clauses.passive(word)) {
            clauses.logicalObjects(word).stream()
                    .filter(o -> o.index() > word.index())
                    .forEach(o -> found.addAll(clauses.modifiers(o, preposition)));
        }
        if (found.isEmpty() && word.is("conj") && word.upos().equals("NOUN")) {
            // "the kidnapping and killing of a nurse"
            clauses.head(word)
                    .filter(first -> first.upos().equals("NOUN"))
                    .ifPresent(
                            first ->
                                    clauses.modifiers(first, preposition).stream()
                                            .filter(m -> m.index() > word.index())
                                            .forEach(found::add));
        }
        if (found.isEmpty() && !word.xpos().startsWith("VB")) {
            // "an attack by rebels on the army": the second phrase may hang on the first
            found.addAll(nested(List.of(word), preposition, word.index()));
        }
        if (found.isEmpty() && word.xpos().startsWith("VB") && !OF_PLACE.contains(preposition)) {
            // "sent a load of rice to Kenya": the receiver may hang on the rice
            found.addAll(nested(clauses.objects(word), preposition, word.index()));
        }
        if (found.isEmpty() && preposition.equals("by") && !word.xpos().startsWith("VB")) {
            agentAfter(word).ifPresent(found::add);
        }
        if (found.isEmpty() && !preposition.equals("by") && !preposition.equals("of")) {
            verb(word)
                    .ifPresent(
                            v ->
                                    clauses.obliques(v, preposition).stream()
                                            .filter(t -> t.index() > word.index())
                                            .forEach(found::add));
        }
        return found.stream().distinct().toList();
    }

    /** What a preposition adds to phrases that hang on the nouns, the nearest first. */
    private List<Token> nested(List<Token> nouns, String preposition, int after) {
        List<Token> level =
                nouns.stream()
                        .flatMap(n -> clauses.modifiers(n, NESTING).stream())
                        .filter(n -> n.index() > after)
                        .toList();
        List<Token> found =
                level.stream().flatMap(n -> clauses.modifiers(n, preposition).stream()).toList();
        return found.isEmpty() && !level.isEmpty() ? nested(level, preposition, after) : found;
    }

    /**
     * Who follows "by" at an active verb above, which has no agent of its own: "spoke before the
     * burning of a flag by a student".
     */
    private Optional<Token> agentAfter(Token noun) {
        Optional<Token> above = clauses.head(noun);
        while (above.filter(a -> !a.xpos().startsWith("VB")).isPresent()) {
            above = above.flatMap(clauses::head);
        }
        return above.filter(v -> !clauses.passive(v)).stream()
                .flatMap(v -> clauses.obliques(v, "by").stream())
                .filter(t -> t.index() > noun.index())
                .findFirst();
    }

    /**
     * The verb above that tells the word's clause: "informed" in "informed Sweden that it would
     * mean a break".
     */
    private Optional<Token> teller(Token word) {
        return clauses.governors(word).stream().findFirst();
    }
}
