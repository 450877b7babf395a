package org.demarche.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * What stands around a word, by slot: around "condemned" in "Sweden was condemned by Iraq" the
 * logical subject "Iraq" and the logical object "Sweden". Slots: {@code subj obj iobj comp prt adv
 * poss mod verb} and every preposition.
 */
final class Arguments {
    private static final int MAX_CLIMB = 6;

    private final Sentence sentence;

    Arguments(Sentence sentence) {
        this.sentence = sentence;
    }

    /** The heads of what fills a slot of the word, conjoined ones included, in reading order. */
    List<Token> of(Token word, String slot) {
        Set<Token> found = new LinkedHashSet<>();
        switch (slot) {
            case "subj" -> subject(word, 0).ifPresent(found::add);
            case "obj" -> object(word, 0).ifPresent(found::add);
            case "iobj" -> found.addAll(children(word, "iobj"));
            case "comp" -> found.addAll(complements(word));
            case "prt" -> found.addAll(particles(word));
            case "adv" -> found.addAll(children(word, "advmod"));
            case "poss" -> found.addAll(children(word, "nmod:poss"));
            case "mod" -> found.addAll(modifiers(word));
            case "verb" -> verb(word).ifPresent(found::add);
            default -> found.addAll(prepositional(word, slot));
        }
        List<Token> all = new ArrayList<>();
        for (Token each : found) {
            all.add(each);
            if (!slot.equals("prt") && !slot.equals("adv") && !slot.equals("verb")) {
                all.addAll(conjuncts(each));
            }
        }
        return all;
    }

    // ---- subject and object

    private Optional<Token> subject(Token word, int climbed) {
        if (climbed > MAX_CLIMB) {
            return Optional.empty();
        }
        if (isVerbal(word)) {
            if (isPassive(word)) {
                return children(word, "obl:agent").stream()
                        .findFirst()
                        .or(() -> withCase(word, "by").stream().findFirst());
            }
            Optional<Token> own = surfaceSubject(word);
            if (own.isPresent()) {
                return own.map(this::antecedent);
            }
            return inheritedSubject(word, climbed);
        }
        // An adjective or noun that is a predicate: "Iran is ready to talk".
        Optional<Token> own = surfaceSubject(word);
        return own.isPresent() ? own.map(this::antecedent) : inheritedSubject(word, climbed);
    }

    private Optional<Token> inheritedSubject(Token word, int climbed) {
        if (word.isRoot()) {
            return Optional.empty();
        }
        Token head = sentence.token(word.head());
        if (word.is("conj")) {
            return isPassive(head) && !isPassive(word)
                    ? surfaceSubject(head).map(this::antecedent)
                    : subject(head, climbed + 1);
        }
        if (word.is("xcomp")) {
            // Object control: "urged Iran to stop"; the verb's object is who would stop.
            Optional<Token> object = object(head, 0);
            return object.isPresent() ? object : subject(head, climbed + 1);
        }
        if (word.is("advcl", "ccomp", "parataxis")) {
            return isPassive(head)
                    ? surfaceSubject(head).map(this::antecedent)
                    : subject(head, climbed + 1);
        }
        if (word.is("acl")) {
            if (word.xpos().equals("VBG") || word.is("acl:relcl")) {
                return Optional.of(head);
            }
            // "Iran's threat to close the strait", "a plan by Turkey to attack"
            return children(head, "nmod:poss").stream()
                    .findFirst()
                    .or(() -> withCase(head, "by").stream().findFirst())
                    .or(() -> verb(head).flatMap(v -> subject(v, climbed + 1)));
        }
        if (word.is("amod") && word.xpos().equals("VBG")) {
            return Optional.of(head);
        }
        return Optional.empty();
    }

    private Optional<Token> object(Token word, int climbed) {
        if (climbed > MAX_CLIMB) {
            return Optional.empty();
        }
        if (!isVerbal(word)) {
            return Optional.empty();
        }
        if (isPassive(word)) {
            Optional<Token> own = surfaceSubject(word);
            if (own.isPresent()) {
                return own.map(this::antecedent);
            }
            if (word.is("acl", "amod")) {
                return Optional.of(sentence.token(word.head()));
            }
            if (word.is("conj", "xcomp", "advcl") && !word.isRoot()) {
                Token head = sentence.token(word.head());
                return isPassive(head)
                        ? object(head, climbed + 1)
                        : surfaceSubject(head).map(this::antecedent);
            }
            return Optional.empty();
        }
        Optional<Token> own = children(word, "obj").stream().findFirst();
        if (own.isPresent()) {
            return own.map(this::antecedent);
        }
        // "the embassy that protesters stormed": the antecedent is the object where no other is.
        if (word.is("acl:relcl") && surfaceSubject(word).filter(s -> !isRelative(s)).isPresent()) {
            return Optional.of(sentence.token(word.head()));
        }
        // "condemned and rejected the attack"
        for (Token conjunct : children(word, "conj")) {
            if (isVerbal(conjunct) && surfaceSubject(conjunct).isEmpty()) {
                Optional<Token> shared = children(conjunct, "obj").stream().findFirst();
                if (shared.isPresent() && children(word, "obl").isEmpty()) {
                    return shared;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Token> surfaceSubject(Token word) {
        return children(word, "nsubj").stream().findFirst();
    }

    /** "who" in "protesters who stormed" stands for the protesters. */
    private Token antecedent(Token token) {
        if (!isRelative(token)) {
            return token;
        }
        Token up = token;
        for (int i = 0; i < MAX_CLIMB && !up.isRoot(); i++) {
            if (up.is("acl:relcl")) {
                return sentence.token(up.head());
            }
            up = sentence.token(up.head());
        }
        return token;
    }

    private static boolean isRelative(Token token) {
        return token.xpos().startsWith("W") && !token.xpos().equals("WRB");
    }

    boolean isPassive(Token word) {
        if (!word.xpos().equals("VBN") && !word.xpos().equals("VBD")) {
            return false;
        }
        boolean marked = false;
        for (Token child : sentence.children(word)) {
            marked |= child.is("aux:pass") || child.is("nsubj:pass");
        }
        if (marked) {
            return true;
        }
        boolean reduced = word.is("acl") || word.is("amod");
        return reduced
                && !word.is("acl:relcl")
                && word.xpos().equals("VBN")
                && sentence.children(word).stream().noneMatch(c -> c.is("aux", "obj"));
    }

    private static boolean isVerbal(Token word) {
        return word.upos().equals("VERB")
                || word.upos().equals("AUX")
                || word.xpos().startsWith("VB");
    }

    // ---- the rest

    private List<Token> complements(Token word) {
        List<Token> found = new ArrayList<>();
        for (Token child : sentence.children(word)) {
            if (child.is("xcomp", "ccomp") || child.is("acl") && !child.is("acl:relcl")) {
                found.add(child);
            } else if (child.is("advcl") && child.index() > word.index() && isInfinitive(child)) {
                found.add(child);
            }
        }
        return found;
    }

    private boolean isInfinitive(Token word) {
        return sentence.children(word).stream()
                .anyMatch(c -> c.is("mark") && c.lemma().equals("to"));
    }

    private List<Token> particles(Token word) {
        return sentence.children(word).stream()
                .filter(c -> c.is("compound:prt") || c.is("advmod") && c.index() > word.index())
                .toList();
    }

    /** Everything that stands before a noun and describes it: "Israeli", "car", "nuclear". */
    private List<Token> modifiers(Token word) {
        return sentence.children(word).stream()
                .filter(c -> c.index() < word.index())
                .filter(
                        c ->
                                c.is("amod", "compound", "nummod", "flat")
                                        || c.relation().equals("nmod"))
                .toList();
    }

    /**
     * The verb whose subject or object a noun is: "launched" for "attack" in "launched an attack".
     */
    Optional<Token> verb(Token noun) {
        if (noun.isRoot()) {
            return Optional.empty();
        }
        Token head = sentence.token(noun.head());
        if (noun.is("obj", "nsubj") && isVerbal(head)) {
            return Optional.of(head);
        }
        return noun.is("conj") && !isVerbal(noun) ? verb(head) : Optional.empty();
    }

    /**
     * What follows a preposition at the word; else at the word's object or at the verb that the
     * noun hangs on, where the parser may have put it: "launched an attack on the town".
     */
    private List<Token> prepositional(Token word, String preposition) {
        List<Token> own = withCase(word, preposition);
        if (!own.isEmpty()) {
            return own;
        }
        if (isVerbal(word)) {
            return children(word, "obj", "nsubj:pass").stream()
                    .flatMap(o -> withCase(o, preposition).stream())
                    .filter(t -> t.index() > word.index())
                    .toList();
        }
        return preposition.equals("by") || preposition.equals("of")
                ? List.of()
                : verb(word).stream()
                        .flatMap(v -> withCase(v, preposition).stream())
                        .filter(t -> t.index() > word.index())
                        .toList();
    }

    /** Dependents of the word that the preposition introduces. */
    List<Token> withCase(Token word, String preposition) {
        List<Token> found = new ArrayList<>();
        for (Token child : sentence.children(word)) {
            if ((child.is("obl", "nmod", "advcl", "acl", "xcomp", "advmod"))
                    && !child.is("nmod:poss")
                    && preposition.equals(preposition(child))) {
                found.add(child);
            }
        }
        return found;
    }

    /** The preposition before a word, those of several words joined: "according_to"; else "". */
    String preposition(Token word) {
        StringBuilder all = new StringBuilder();
        for (Token child : sentence.children(word)) {
            if ((child.is("case") || child.is("mark") && child.upos().equals("SCONJ"))
                    && child.index() < word.index()) {
                append(all, child);
                sentence.children(child).stream()
                        .filter(c -> c.is("fixed"))
                        .forEach(c -> append(all, c));
            }
        }
        return all.toString();
    }

    private static void append(StringBuilder all, Token token) {
        if (!all.isEmpty()) {
            all.append('_');
        }
        all.append(token.form().toLowerCase(Locale.ROOT));
    }

    List<Token> conjuncts(Token word) {
        List<Token> all = new ArrayList<>();
        for (Token conjunct : children(word, "conj")) {
            all.add(conjunct);
            all.addAll(conjuncts(conjunct));
        }
        return all;
    }

    List<Token> children(Token word, String... relations) {
        return sentence.children(word).stream().filter(c -> c.is(relations)).toList();
    }
}
