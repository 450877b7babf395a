package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.text.Clauses.Condition;
import org.demarche.text.Clauses.Report;

/** Clauses in clauses: what depends on a word, whose word a clause is, under which condition. */
final class Embedding {
    private static final Set<String> CONDITIONAL =
            Set.of(
                    "if",
                    "unless",
                    "provided",
                    "providing",
                    "lest",
                    "supposing",
                    "assuming",
                    "whether");

    private static final Set<String> CONDITIONAL_PHRASES =
            Set.of("in case", "as long as", "so long as", "on condition", "even if", "only if");

    /** "Had they left, …". */
    private static final Set<String> INVERTING = Set.of("should", "had", "were");

    /** Verbs whose clause can stand beside what is said: "They met, he said." */
    private static final Set<String> SAYING =
            Set.of(
                    "say",
                    "tell",
                    "add",
                    "repeat",
                    "disclose",
                    "hint",
                    "claim",
                    "report",
                    "announce",
                    "state",
                    "declare",
                    "note",
                    "warn",
                    "stress",
                    "write",
                    "explain",
                    "insist",
                    "argue",
                    "believe",
                    "think",
                    "confirm",
                    "reply",
                    "ask",
                    "quote",
                    "cite",
                    "tweet",
                    "post",
                    "maintain",
                    "admit",
                    "acknowledge",
                    "allege",
                    "assert",
                    "suggest",
                    "predict",
                    "recall",
                    "continue",
                    "comment",
                    "remark",
                    "vow",
                    "pledge",
                    "promise",
                    "threaten",
                    "conclude",
                    "complain",
                    "observe",
                    "emphasize",
                    "emphasise",
                    "underline",
                    "reiterate",
                    "affirm",
                    "assure",
                    "charge",
                    "contend",
                    "deny",
                    "know",
                    "estimate",
                    "expect",
                    "indicate",
                    "hope",
                    "seem",
                    "appear",
                    "urge");

    private final Sentence sentence;
    private final SentenceTree tree;
    private final CoreArguments arguments;

    Embedding(Sentence sentence, SentenceTree tree, CoreArguments arguments) {
        this.sentence = sentence;
        this.tree = tree;
        this.arguments = arguments;
    }

    List<Token> complements(Token predicate) {
        return sentence.children(predicate).stream()
                .filter(c -> c.is("ccomp", "xcomp"))
                .flatMap(c -> tree.conjuncts(c).stream())
                .toList();
    }

    List<Token> governors(Token predicate) {
        List<Token> found = new ArrayList<>();
        Token at = predicate;
        Optional<Token> above = tree.head(at);
        while (above.isPresent() && found.size() < 24) {
            Token head = above.get();
            if (!at.is("conj") && (tree.verbal(head) || tree.predicative(head))) {
                found.add(head);
            }
            at = head;
            above = tree.head(at);
        }
        return found;
    }

    List<Report> reports(Token word) {
        List<Report> found = new ArrayList<>();
        Token at = tree.predicate(word);
        for (int i = 0; i < 24; i++) {
            reportsBeside(at, found);
            Optional<Token> above = tree.head(at);
            if (above.isEmpty()) {
                break;
            }
            Token head = above.get();
            boolean content =
                    at.is("ccomp")
                            || (at.is("xcomp", "parataxis", "dep")
                                    && SAYING.contains(SentenceTree.lemma(head)));
            if (content
                    && tree.verbal(head)
                    && (at.is("ccomp") || tree.finite(at))
                    && inversion(head).isEmpty()) {
                found.add(new Report(arguments.logicalSubjects(head).stream().findFirst(), head));
            }
            at = head;
        }
        return found;
    }

    private void reportsBeside(Token predicate, List<Report> found) {
        for (Token child : sentence.children(predicate)) {
            if (child.is("parataxis", "advcl", "dep")
                    && SAYING.contains(SentenceTree.lemma(child))
                    && sentence.children(child).stream().noneMatch(c -> c.is("obj", "ccomp"))
                    && (child.is("parataxis", "dep") || tree.mark(child).equals("as"))) {
                found.add(new Report(arguments.logicalSubjects(child).stream().findFirst(), child));
            }
            if (child.is("obl", "nmod", "advcl", "advmod")) {
                String preposition = tree.preposition(child);
                if (preposition.equals("according to") || preposition.equals("according")) {
                    found.add(new Report(Optional.of(child), caseWord(child)));
                }
            }
        }
    }

    private Token caseWord(Token noun) {
        return sentence.children(noun).stream().filter(c -> c.is("case")).findFirst().orElse(noun);
    }

    List<Condition> conditions(Token predicate) {
        List<Condition> found = new ArrayList<>();
        Token at = predicate;
        for (int i = 0; i < 12; i++) {
            for (Token child : sentence.children(at)) {
                if (child.is("advcl", "parataxis") && !tree.contains(child, predicate)) {
                    conditionMarker(child).ifPresent(m -> found.add(new Condition(m, child)));
                }
            }
            Optional<Token> above = tree.head(at);
            if (above.isEmpty() || !at.is("xcomp", "conj", "ccomp", "parataxis")) {
                break;
            }
            Token head = above.get();
            if (at.is("ccomp", "parataxis") && at.index() > head.index()) {
                // the parser takes the condition for the main clause: "Should they fail, Iran will
                // …"
                Optional<String> marker = inversion(head);
                if (marker.isPresent()) {
                    found.add(new Condition(marker.get(), head));
                    break;
                }
            }
            if (at.is("parataxis")) {
                break;
            }
            at = head;
        }
        return found;
    }

    Optional<Condition> within(Token word) {
        Token at = tree.predicate(word);
        for (int i = 0; i < 24; i++) {
            if (at.isRoot() || at.is("advcl", "ccomp", "parataxis", "acl")) {
                Optional<String> marker = conditionMarker(at);
                if (marker.isPresent()) {
                    return Optional.of(new Condition(marker.get(), at));
                }
            }
            Optional<Token> above = tree.head(at);
            if (above.isEmpty()
                    || (at.is("ccomp", "parataxis") && inversion(above.get()).isPresent())) {
                break;
            }
            at = above.get();
        }
        return Optional.empty();
    }

    private Optional<String> conditionMarker(Token clause) {
        for (Token child : sentence.children(clause)) {
            if (child.index() > clause.index()) {
                break;
            }
            String form = child.form().toLowerCase(Locale.ROOT);
            if (child.is("mark", "advmod", "case") && CONDITIONAL.contains(form)) {
                return Optional.of(form);
            }
            if (child.is("mark") && CONDITIONAL_PHRASES.contains(tree.words(child))) {
                return Optional.of(tree.words(child));
            }
        }
        return inversion(clause);
    }

    /**
     * "Should the talks fail, …": a helper before its subject opens the clause and nothing is
     * asked.
     */
    private Optional<String> inversion(Token clause) {
        Token end = sentence.token(sentence.tokens().size() - 1);
        if (end.form().equals("?")) {
            return Optional.empty();
        }
        Optional<Token> subject = tree.first(clause, "nsubj", "nsubj:pass");
        return sentence.children(clause).stream()
                .filter(c -> c.is("aux", "cop"))
                .filter(c -> subject.isPresent() && c.index() < subject.get().index())
                .map(c -> c.form().toLowerCase(Locale.ROOT))
                .filter(INVERTING::contains)
                .findFirst();
    }
}
