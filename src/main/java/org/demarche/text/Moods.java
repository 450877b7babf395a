package org.demarche.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.text.Clauses.Tense;

/** How something is said to happen: denied, by a modal, in the past or to come. */
final class Moods {
    private static final Set<String> NEGATIONS =
            Set.of("not", "n't", "never", "nt", "no", "neither", "nor", "hardly", "barely");

    private static final Set<String> NOBODY =
            Set.of("no", "none", "nobody", "nothing", "neither", "no-one");

    private static final Set<String> MODALS =
            Set.of(
                    "will", "would", "shall", "should", "may", "might", "can", "could", "must",
                    "ought", "wo", "'ll", "'d", "ca");

    private final Sentence sentence;
    private final SentenceTree tree;
    private final Obliques obliques;
    private final CoreArguments arguments;

    Moods(Sentence sentence, SentenceTree tree, Obliques obliques, CoreArguments arguments) {
        this.sentence = sentence;
        this.tree = tree;
        this.obliques = obliques;
        this.arguments = arguments;
    }

    boolean negated(Token predicate) {
        for (Token child : sentence.children(predicate)) {
            if (negates(child)) {
                return true;
            }
            boolean argument = child.is("nsubj", "obj", "obl");
            if (argument
                    && (NOBODY.contains(child.form().toLowerCase(Locale.ROOT))
                            || sentence.children(child).stream()
                                    .anyMatch(
                                            d ->
                                                    d.is("det")
                                                            && NOBODY.contains(
                                                                    d.form()
                                                                            .toLowerCase(
                                                                                    Locale.ROOT))))
                    && !child.is("obl")) {
                return true;
            }
        }
        if (tree.mark(predicate).equals("without")
                || tree.preposition(predicate).equals("without")) {
            return true;
        }
        // "did not confirm or deny": one negation for both
        return predicate.is("conj")
                && arguments.ownSubjects(predicate).isEmpty()
                && tree.auxiliaries(predicate).isEmpty()
                && sentence.children(predicate).stream()
                        .anyMatch(
                                c ->
                                        c.is("cc")
                                                && (c.form().equalsIgnoreCase("or")
                                                        || c.form().equalsIgnoreCase("nor")))
                && tree.head(predicate).filter(this::negated).isPresent();
    }

    private boolean negates(Token child) {
        String form = child.form().toLowerCase(Locale.ROOT);
        if (!NEGATIONS.contains(form)
                || !child.is("advmod", "aux", "neg", "cc", "det", "discourse")) {
            return false;
        }
        int next = child.index() + 1;
        boolean merely =
                next < sentence.tokens().size()
                        && Set.of("only", "just", "merely")
                                .contains(sentence.token(next).form().toLowerCase(Locale.ROOT));
        return !merely && !(child.is("cc") && form.equals("no"));
    }

    Optional<Token> modal(Token predicate) {
        for (Token child : sentence.children(predicate)) {
            if (child.is("aux")
                    && (child.xpos().equals("MD")
                            || (MODALS.contains(child.form().toLowerCase(Locale.ROOT))
                                    && !child.xpos().startsWith("VBD")))) {
                return Optional.of(child);
            }
        }
        boolean shares =
                predicate.is("conj")
                        && predicate.xpos().equals("VB")
                        && arguments.ownSubjects(predicate).isEmpty()
                        && tree.auxiliaries(predicate).isEmpty();
        return shares ? tree.head(predicate).flatMap(this::modal) : Optional.empty();
    }

    Tense tense(Token predicate) {
        Optional<Token> modal = modal(predicate);
        if (modal.isPresent()) {
            String form = modal.get().form().toLowerCase(Locale.ROOT);
            boolean will =
                    form.equals("will")
                            || form.equals("wo")
                            || form.equals("'ll")
                            || form.equals("\u2019ll")
                            || form.equals("shall");
            return will ? Tense.FUTURE : Tense.PRESENT;
        }
        if (predicate.is("xcomp") && tree.mark(predicate).equals("to")) {
            boolean going =
                    tree.head(predicate)
                            .filter(h -> h.form().equalsIgnoreCase("going"))
                            .filter(h -> obliques.obliques(h).isEmpty())
                            .isPresent();
            return going ? Tense.FUTURE : Tense.INFINITIVE;
        }
        List<Token> helpers =
                sentence.children(predicate).stream().filter(c -> c.is("aux", "cop")).toList();
        for (Token helper : helpers) {
            if (helper.xpos().equals("VBD")) {
                return Tense.PAST;
            }
        }
        for (Token helper : helpers) {
            if (helper.lemma().equals("have") && !helper.xpos().equals("VB")) {
                return Tense.PAST;
            }
            if (helper.xpos().equals("VBZ") || helper.xpos().equals("VBP")) {
                return Tense.PRESENT;
            }
        }
        return switch (predicate.xpos()) {
            case "VBD" -> Tense.PAST;
            case "VBZ", "VBP" -> Tense.PRESENT;
            case "VBG", "VBN" -> shared(predicate, Tense.PARTICIPLE);
            case "VB" ->
                    tree.mark(predicate).equals("to") || predicate.is("xcomp", "advcl", "acl")
                            ? Tense.INFINITIVE
                            : shared(predicate, Tense.PRESENT);
            default -> Tense.PRESENT;
        };
    }

    /** Coordinated verbs share their auxiliaries: "was arrested and jailed". */
    private Tense shared(Token predicate, Tense otherwise) {
        boolean shares = predicate.is("conj") && arguments.ownSubjects(predicate).isEmpty();
        return shares
                ? tree.head(predicate)
                        .filter(h -> h.xpos().equals(predicate.xpos()))
                        .map(this::tense)
                        .orElse(otherwise)
                : otherwise;
    }
}
