package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.text.Clauses.Oblique;

/**
 * Who does what to whom: subjects, agents and objects, also those shared, controlled or left out.
 */
final class CoreArguments {
    private static final Set<String> SUBJECTS = Set.of("nsubj", "nsubj:pass", "nsubj:outer");

    /** "promised Iraq to leave": it is the promiser that leaves. */
    private static final Set<String> SUBJECT_CONTROL =
            Set.of("promise", "vow", "pledge", "threaten", "swear", "agree", "offer", "refuse");

    /** "called on Iraq to leave", "appealed to Iraq to leave". */
    private static final Set<String> CONTROL_PREPOSITIONS =
            Set.of("on", "upon", "to", "with", "for");

    private static final Set<String> PREPOSITIONAL_CONTROL =
            Set.of(
                    "call",
                    "appeal",
                    "plead",
                    "press",
                    "push",
                    "wait",
                    "count",
                    "rely",
                    "lean",
                    "prevail",
                    "pressure",
                    "lobby",
                    "arrange",
                    "ask");

    /** "accused Iraq of arming them", "stopped Iraq from arming them". */
    private static final Set<String> OBJECT_GERUND_MARKS =
            Set.of("of", "from", "for", "into", "with", "against");

    private final Sentence sentence;
    private final SentenceTree tree;
    private final Obliques obliques;

    CoreArguments(Sentence sentence, SentenceTree tree, Obliques obliques) {
        this.sentence = sentence;
        this.tree = tree;
        this.obliques = obliques;
    }

    Optional<Token> subject(Token predicate) {
        return subjects(predicate).stream().findFirst();
    }

    List<Token> subjects(Token predicate) {
        return subjects(predicate, 0);
    }

    private List<Token> subjects(Token predicate, int depth) {
        if (depth > 12) {
            return List.of();
        }
        List<Token> own = ownSubjects(predicate);
        if (!own.isEmpty()) {
            return own;
        }
        Optional<Token> above = tree.head(predicate);
        if (above.isEmpty()) {
            return List.of();
        }
        Token head = above.get();
        return switch (SentenceTree.universal(predicate)) {
            case "conj" -> tree.predicative(predicate) ? subjects(head, depth + 1) : List.of();
            case "xcomp" -> controlled(predicate, head, depth);
            case "advcl" -> tree.finite(predicate) ? List.of() : adverbial(predicate, head, depth);
            case "ccomp" -> tree.finite(predicate) ? List.of() : controlled(predicate, head, depth);
            case "acl" -> adnominal(predicate, head, depth);
            case "parataxis", "dep" ->
                    tree.finite(predicate) ? List.of() : subjects(head, depth + 1);
            default -> List.of();
        };
    }

    List<Token> ownSubjects(Token predicate) {
        List<Token> found = new ArrayList<>();
        for (Token child : sentence.children(predicate)) {
            if (SUBJECTS.contains(child.relation()) && !child.xpos().equals("EX")) {
                found.addAll(tree.referents(child, predicate));
            }
        }
        if (found.isEmpty()) {
            for (Token child : sentence.children(predicate)) {
                if (child.is("csubj")) {
                    found.add(child);
                }
            }
        }
        return SentenceTree.distinct(found);
    }

    /**
     * Who does it in "Iraq urged Sweden to stop": of "stop" Sweden, but of "promised to stop" Iraq.
     */
    private List<Token> controlled(Token predicate, Token head, int depth) {
        String lemma = SentenceTree.lemma(head);
        if (!SUBJECT_CONTROL.contains(lemma) && !passive(head)) {
            List<Token> objects = ownObjects(head);
            if (objects.isEmpty()) {
                objects = indirectObjects(head);
            }
            if (!objects.isEmpty()) {
                return objects;
            }
            if (PREPOSITIONAL_CONTROL.contains(lemma)) {
                for (Oblique oblique : obliques.obliques(head)) {
                    if (CONTROL_PREPOSITIONS.contains(oblique.preposition())
                            && oblique.noun().index() < predicate.index()) {
                        return tree.conjuncts(oblique.noun());
                    }
                }
            }
        }
        return subjects(head, depth + 1);
    }

    private List<Token> adverbial(Token predicate, Token head, int depth) {
        String mark = tree.mark(predicate);
        if (OBJECT_GERUND_MARKS.contains(mark)) {
            List<Token> objects = passive(head) ? List.of() : ownObjects(head);
            if (!objects.isEmpty() && objects.get(0).index() < predicate.index()) {
                return objects;
            }
        }
        if (mark.equals("to") && PREPOSITIONAL_CONTROL.contains(SentenceTree.lemma(head))) {
            return controlled(predicate, head, depth);
        }
        return tree.verbal(head) || tree.predicative(head)
                ? receiversOrSubjects(head, mark.equals("to"), depth)
                : List.of();
    }

    private List<Token> adnominal(Token predicate, Token noun, int depth) {
        if (predicate.relation().equals("acl:relcl")) {
            // "people to see": only a finite clause leaves its subject out for the antecedent
            return tree.hasRelativePronoun(predicate) || sentence.children(predicate).isEmpty()
                    ? List.of()
                    : tree.conjuncts(noun);
        }
        boolean infinitive = tree.mark(predicate).equals("to");
        boolean gerund = !tree.mark(predicate).isEmpty();
        if (!infinitive && !gerund) {
            return List.of(noun);
        }
        // "Iraq's plan to leave", "Iraq has a plan to leave", "a plan by Iraq to leave"
        Optional<Token> owner = tree.possessor(noun);
        if (owner.isPresent()) {
            return tree.conjuncts(owner.get());
        }
        List<Token> by = obliques.modifiers(noun, "by", "of", "from");
        if (!by.isEmpty() && by.get(0).index() < predicate.index()) {
            return by;
        }
        return tree.head(noun)
                .filter(tree::verbal)
                .map(v -> receiversOrSubjects(v, infinitive, depth))
                .orElse(List.of());
    }

    /** "gave the guards ten days to leave": it is the guards who would. */
    private List<Token> receiversOrSubjects(Token verb, boolean infinitive, int depth) {
        List<Token> receivers =
                infinitive && !passive(verb) && !ownObjects(verb).isEmpty()
                        ? indirectObjects(verb)
                        : List.of();
        return receivers.isEmpty() ? subjects(verb, depth + 1) : receivers;
    }

    boolean passive(Token predicate) {
        return passive(predicate, 0);
    }

    private boolean passive(Token predicate, int depth) {
        for (Token child : sentence.children(predicate)) {
            if (child.relation().endsWith(":pass") || child.relation().equals("obl:agent")) {
                return true;
            }
        }
        if (!predicate.xpos().equals("VBN") || depth > 6) {
            return false;
        }
        boolean auxiliary = false;
        for (Token child : sentence.children(predicate)) {
            if (child.is("aux")) {
                auxiliary = true;
            }
        }
        if (auxiliary) {
            return false;
        }
        return switch (SentenceTree.universal(predicate)) {
            case "acl", "amod" -> true;
            case "advcl", "xcomp", "parataxis", "root", "ccomp" ->
                    ownSubjects(predicate).isEmpty() && ownObjects(predicate).isEmpty();
            case "conj" ->
                    tree.head(predicate)
                            .filter(h -> ownSubjects(predicate).isEmpty() && passive(h, depth + 1))
                            .isPresent();
            default -> false;
        };
    }

    List<Token> agents(Token predicate) {
        if (!passive(predicate)) {
            return List.of();
        }
        List<Token> own = ownAgents(predicate);
        if (!own.isEmpty()) {
            return own;
        }
        for (Token child : sentence.children(predicate)) {
            boolean shares =
                    child.is("conj") && child.xpos().equals("VBN") && ownSubjects(child).isEmpty();
            if (shares && !ownAgents(child).isEmpty()) {
                return ownAgents(child);
            }
        }
        for (Token child : sentence.children(predicate)) {
            if (child.index() > predicate.index() && child.is("obl", "obj", "xcomp")) {
                // "was sent home on Monday by Mali", "was found guilty by a court"
                List<Token> by = new ArrayList<>(obliques.modifiers(child, "by"));
                if (child.is("xcomp")) {
                    // the parser may hang it deeper: "persona non grata by Peru"
                    tree.subtree(child).forEach(t -> by.addAll(obliques.modifiers(t, "by")));
                }
                if (!by.isEmpty()) {
                    return by;
                }
            }
        }
        return List.of();
    }

    private List<Token> ownAgents(Token predicate) {
        List<Token> found = new ArrayList<>();
        for (Token child : sentence.children(predicate)) {
            boolean agent =
                    child.relation().equals("obl:agent")
                            || (child.is("obl")
                                    && tree.preposition(child).equals("by")
                                    && !child.upos().equals("NUM"));
            if (agent && !Obliques.isTime(child)) {
                found.addAll(tree.referents(child, predicate));
            }
        }
        return found;
    }

    List<Token> logicalSubjects(Token predicate) {
        return passive(predicate) ? agents(predicate) : subjects(predicate);
    }

    List<Token> logicalObjects(Token predicate) {
        if (!passive(predicate)) {
            return objects(predicate);
        }
        List<Token> given = ownObjects(predicate);
        if (!given.isEmpty()) {
            // "the inspectors were given access": what is given has no preposition either
            return given;
        }
        List<Token> subjects = subjects(predicate);
        return subjects.isEmpty() && SentenceTree.universal(predicate).equals("amod")
                ? tree.head(predicate).map(List::of).orElse(List.of())
                : subjects;
    }

    List<Token> objects(Token predicate) {
        List<Token> own = ownObjects(predicate);
        if (!own.isEmpty() || !tree.verbal(predicate)) {
            return own;
        }
        for (Token child : sentence.children(predicate)) {
            if (child.is("conj")
                    && ownSubjects(child).isEmpty()
                    && sharesObject(predicate, child)) {
                return ownObjects(child);
            }
        }
        if (predicate.is("conj")) {
            Optional<Token> first = tree.head(predicate).filter(tree::verbal);
            if (first.isPresent() && ownSubjects(predicate).isEmpty()) {
                List<Token> shared = ownObjects(first.get());
                if (!shared.isEmpty() && shared.get(0).index() > predicate.index()) {
                    return shared;
                }
            }
        }
        return gap(predicate);
    }

    /**
     * Nothing but the conjunction stands between the verbs of "condemned and rejected the attack".
     */
    private boolean sharesObject(Token first, Token second) {
        for (int i = first.index() + 1; i < second.index(); i++) {
            Token between = sentence.token(i);
            boolean light =
                    between.is("cc", "advmod", "punct", "aux", "compound")
                            && !between.upos().equals("VERB");
            if (!light) {
                return false;
            }
        }
        return true;
    }

    /**
     * "the embassy protesters stormed": a relative clause with neither pronoun nor object wants its
     * antecedent.
     */
    private List<Token> gap(Token predicate) {
        boolean reduced =
                predicate.is("acl")
                        && tree.finite(predicate)
                        && !ownSubjects(predicate).isEmpty()
                        && !tree.hasRelativePronoun(predicate)
                        && !passive(predicate)
                        && sentence.children(predicate).stream()
                                .noneMatch(c -> c.is("ccomp", "xcomp", "cop", "obl"));
        return reduced ? tree.head(predicate).map(tree::conjuncts).orElse(List.of()) : List.of();
    }

    private List<Token> ownObjects(Token predicate) {
        List<Token> found = new ArrayList<>();
        for (Token child : sentence.children(predicate)) {
            if (child.is("obj")) {
                found.addAll(tree.referents(child, predicate));
            }
        }
        return SentenceTree.distinct(found);
    }

    List<Token> indirectObjects(Token predicate) {
        List<Token> found = new ArrayList<>();
        if (passive(predicate) && !ownObjects(predicate).isEmpty()) {
            found.addAll(subjects(predicate));
        }
        for (Token child : sentence.children(predicate)) {
            if (child.is("iobj")) {
                found.addAll(tree.referents(child, predicate));
            }
        }
        return found;
    }
}
