package org.demarche.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence's tree read as clauses: who does what to whom in "Iraq, which condemned the burning,
 * is threatening to sever ties": "Iraq" is the subject of "condemned", "threatening" and "sever". A
 * predicate is the head of a clause: a verb, or a noun or adjective with "be".
 *
 * <p>All methods read the tree only; tokens given must be of this sentence. Nouns come with what is
 * coordinated with them, relative pronouns as what they stand for.
 */
public final class Clauses {
    private static final Set<String> SUBJECTS = Set.of("nsubj", "nsubj:pass", "nsubj:outer");
    private static final Set<String> CLAUSAL =
            Set.of("ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj");
    private static final Set<String> RELATIVE = Set.of("who", "whom", "which", "that", "whose");

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

    private static final Set<String> NEGATIONS =
            Set.of("not", "n't", "never", "nt", "no", "neither", "nor", "hardly", "barely");

    private static final Set<String> NOBODY =
            Set.of("no", "none", "nobody", "nothing", "neither", "no-one");

    private static final Set<String> MODALS =
            Set.of(
                    "will", "would", "shall", "should", "may", "might", "can", "could", "must",
                    "ought", "wo", "'ll", "'d", "ca");

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

    /** "released by Friday": when, not by whom. */
    private static final Set<String> TIMES =
            Set.of(
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "january",
                    "february",
                    "march",
                    "april",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "now",
                    "then",
                    "today",
                    "tomorrow",
                    "dawn",
                    "noon",
                    "midnight",
                    "night",
                    "morning",
                    "evening",
                    "end",
                    "year",
                    "month",
                    "week",
                    "day",
                    "hour",
                    "deadline",
                    "percent");

    private final Sentence sentence;

    private Clauses(Sentence sentence) {
        this.sentence = sentence;
    }

    public static Clauses of(Sentence sentence) {
        return new Clauses(sentence);
    }

    /** When a predicate's clause places it. */
    public enum Tense {
        /** "condemned", "has condemned", "was condemned". */
        PAST,
        /** "condemns", "is condemning", also with a modal but will: "may condemn". */
        PRESENT,
        /** "will condemn", "is going to condemn". */
        FUTURE,
        /** "to condemn". */
        INFINITIVE,
        /** "condemning", "condemned" with no auxiliary, as in "condemning it, he left". */
        PARTICIPLE
    }

    /**
     * A noun with the preposition that ties it to its predicate or noun: "with"/"Sweden" in "ties
     * with Sweden", "according to"/"officials"; the preposition is lower case, empty for "Thursday"
     * in "met Thursday".
     */
    public record Oblique(String preposition, Token noun) {}

    /**
     * Whose word a clause is: in "Iraq left, officials said" the verb "said" and the speaker
     * "officials". "According to Reuters" has the speaker "Reuters" and "According" as its word.
     */
    public record Report(Optional<Token> speaker, Token word) {}

    /** "if"/"goes" in "if a burning goes ahead"; "should" where inversion says it. */
    public record Condition(String marker, Token predicate) {}

    // ---- who

    /**
     * The subject as the clause has it, active or passive, with those it shares or is controlled
     * by.
     */
    public Optional<Token> subject(Token predicate) {
        return subjects(predicate).stream().findFirst();
    }

    /**
     * All subjects: "Hungary" and "Romania" of "said" in "Hungary and Romania said", also of "left"
     * in "Hungary and Romania condemned it and left", and of "sever" in "Iraq threatens to sever
     * ties".
     */
    public List<Token> subjects(Token predicate) {
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
        Optional<Token> above = head(predicate);
        if (above.isEmpty()) {
            return List.of();
        }
        Token head = above.get();
        return switch (universal(predicate)) {
            case "conj" -> predicative(predicate) ? subjects(head, depth + 1) : List.of();
            case "xcomp" -> controlled(predicate, head, depth);
            case "advcl" -> finite(predicate) ? List.of() : adverbial(predicate, head, depth);
            case "ccomp" -> finite(predicate) ? List.of() : controlled(predicate, head, depth);
            case "acl" -> adnominal(predicate, head, depth);
            case "parataxis", "dep" -> finite(predicate) ? List.of() : subjects(head, depth + 1);
            default -> List.of();
        };
    }

    private List<Token> ownSubjects(Token predicate) {
        List<Token> found = new ArrayList<>();
        for (Token child : sentence.children(predicate)) {
            if (SUBJECTS.contains(child.relation()) && !child.xpos().equals("EX")) {
                found.addAll(referents(child, predicate));
            }
        }
        if (found.isEmpty()) {
            for (Token child : sentence.children(predicate)) {
                if (child.is("csubj")) {
                    found.add(child);
                }
            }
        }
        return distinct(found);
    }

    /**
     * What a noun stands for in a clause: itself and its conjuncts, or a relative pronoun's
     * antecedents.
     */
    private List<Token> referents(Token noun, Token predicate) {
        if (isRelativePronoun(noun)) {
            Optional<Token> antecedent = antecedent(predicate);
            if (antecedent.isPresent()) {
                return conjuncts(antecedent.get());
            }
        }
        return conjuncts(noun);
    }

    private static boolean isRelativePronoun(Token token) {
        return (token.xpos().startsWith("W") || token.form().equalsIgnoreCase("that"))
                && token.upos().equals("PRON")
                && RELATIVE.contains(token.form().toLowerCase(Locale.ROOT));
    }

    /**
     * Who does it in "Iraq urged Sweden to stop": of "stop" Sweden, but of "promised to stop" Iraq.
     */
    private List<Token> controlled(Token predicate, Token head, int depth) {
        String lemma = lemma(head);
        if (!SUBJECT_CONTROL.contains(lemma) && !passive(head)) {
            List<Token> objects = ownObjects(head);
            if (objects.isEmpty()) {
                objects = indirectObjects(head);
            }
            if (!objects.isEmpty()) {
                return objects;
            }
            if (PREPOSITIONAL_CONTROL.contains(lemma)) {
                for (Oblique oblique : obliques(head)) {
                    if (CONTROL_PREPOSITIONS.contains(oblique.preposition())
                            && oblique.noun().index() < predicate.index()) {
                        return conjuncts(oblique.noun());
                    }
                }
            }
        }
        return subjects(head, depth + 1);
    }

    private List<Token> adverbial(Token predicate, Token head, int depth) {
        String mark = mark(predicate);
        if (OBJECT_GERUND_MARKS.contains(mark)) {
            List<Token> objects = passive(head) ? List.of() : ownObjects(head);
            if (!objects.isEmpty() && objects.get(0).index() < predicate.index()) {
                return objects;
            }
        }
        if (mark.equals("to") && PREPOSITIONAL_CONTROL.contains(lemma(head))) {
            return controlled(predicate, head, depth);
        }
        return verbal(head) || predicative(head) ? subjects(head, depth + 1) : List.of();
    }

    private List<Token> adnominal(Token predicate, Token noun, int depth) {
        if (predicate.relation().equals("acl:relcl")) {
            // "people to see": only a finite clause leaves its subject out for the antecedent
            return hasRelativePronoun(predicate) || sentence.children(predicate).isEmpty()
                    ? List.of()
                    : conjuncts(noun);
        }
        boolean infinitive = mark(predicate).equals("to");
        boolean gerund = !mark(predicate).isEmpty();
        if (!infinitive && !gerund) {
            return List.of(noun);
        }
        // "Iraq's plan to leave", "Iraq has a plan to leave", "a plan by Iraq to leave"
        Optional<Token> owner = possessor(noun);
        if (owner.isPresent()) {
            return conjuncts(owner.get());
        }
        List<Token> by = modifiers(noun, "by", "of", "from");
        if (!by.isEmpty() && by.get(0).index() < predicate.index()) {
            return by;
        }
        return head(noun).filter(this::verbal).map(v -> subjects(v, depth + 1)).orElse(List.of());
    }

    /**
     * The noun that a relative clause tells of: "Iraq" for "condemned" in "Iraq, which condemned
     * it"; also for a verb coordinated with it.
     */
    public Optional<Token> antecedent(Token predicate) {
        Token at = predicate;
        for (int i = 0; i < 12; i++) {
            if (at.relation().startsWith("acl") || at.relation().equals("advcl:relcl")) {
                return head(at);
            }
            boolean climbs = at.is("conj", "xcomp", "ccomp");
            Optional<Token> above = head(at);
            if (!climbs || above.isEmpty()) {
                return Optional.empty();
            }
            at = above.get();
        }
        return Optional.empty();
    }

    /** The predicates of a noun's relative clauses. */
    public List<Token> relativeClauses(Token noun) {
        return sentence.children(noun).stream()
                .filter(c -> c.relation().equals("acl:relcl"))
                .flatMap(c -> conjuncts(c).stream())
                .toList();
    }

    /**
     * Whether a clause is passive: "was stormed", "stormed by protesters", "the embassy stormed in
     * July".
     */
    public boolean passive(Token predicate) {
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
        return switch (universal(predicate)) {
            case "acl", "amod" -> true;
            case "advcl", "xcomp", "parataxis", "root", "ccomp" ->
                    ownSubjects(predicate).isEmpty() && ownObjects(predicate).isEmpty();
            case "conj" ->
                    head(predicate)
                            .filter(h -> ownSubjects(predicate).isEmpty() && passive(h, depth + 1))
                            .isPresent();
            default -> false;
        };
    }

    /** The "by" of a passive: "protesters" in "was stormed by protesters". */
    public List<Token> agents(Token predicate) {
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
            if (child.index() > predicate.index() && child.is("obl", "obj")) {
                List<Token> by = modifiers(child, "by");
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
                                    && preposition(child).equals("by")
                                    && !child.upos().equals("NUM"));
            if (agent && !TIMES.contains(lemma(child))) {
                found.addAll(referents(child, predicate));
            }
        }
        return found;
    }

    /**
     * Who does it, whatever the voice: "protesters" in "protesters stormed it" and "stormed by
     * protesters".
     */
    public List<Token> logicalSubjects(Token predicate) {
        return passive(predicate) ? agents(predicate) : subjects(predicate);
    }

    /**
     * Whom it is done to, whatever the voice: "it" and "embassy" in "stormed it", "the embassy was
     * stormed".
     */
    public List<Token> logicalObjects(Token predicate) {
        if (!passive(predicate)) {
            return objects(predicate);
        }
        List<Token> subjects = subjects(predicate);
        return subjects.isEmpty() && universal(predicate).equals("amod")
                ? head(predicate).map(List::of).orElse(List.of())
                : subjects;
    }

    /**
     * Direct objects, shared ones too: "attack" of "condemned" in "condemned and rejected the
     * attack".
     */
    public List<Token> objects(Token predicate) {
        List<Token> own = ownObjects(predicate);
        if (!own.isEmpty() || !verbal(predicate)) {
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
            Optional<Token> first = head(predicate).filter(this::verbal);
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
                        && finite(predicate)
                        && !ownSubjects(predicate).isEmpty()
                        && !hasRelativePronoun(predicate)
                        && !passive(predicate)
                        && sentence.children(predicate).stream()
                                .noneMatch(c -> c.is("ccomp", "xcomp", "cop", "obl"));
        return reduced ? head(predicate).map(this::conjuncts).orElse(List.of()) : List.of();
    }

    private boolean hasRelativePronoun(Token predicate) {
        return clause(predicate).stream()
                .anyMatch(t -> t.xpos().startsWith("W") || isRelativePronoun(t));
    }

    private List<Token> ownObjects(Token predicate) {
        List<Token> found = new ArrayList<>();
        for (Token child : sentence.children(predicate)) {
            if (child.is("obj")) {
                found.addAll(referents(child, predicate));
            }
        }
        return distinct(found);
    }

    /** "Iraq" in "gave Iraq time". */
    public List<Token> indirectObjects(Token predicate) {
        List<Token> found = new ArrayList<>();
        for (Token child : sentence.children(predicate)) {
            if (child.is("iobj")) {
                found.addAll(referents(child, predicate));
            }
        }
        return found;
    }

    // ---- with what, where, when

    /**
     * The prepositional and bare nouns of a predicate, conjuncts each on their own; agents left
     * out.
     */
    public List<Oblique> obliques(Token predicate) {
        List<Oblique> found = new ArrayList<>();
        for (Token child : sentence.children(predicate)) {
            boolean agent = child.relation().equals("obl:agent") && !TIMES.contains(lemma(child));
            if (child.is("obl") && !agent) {
                spread(child, predicate, found);
            }
        }
        return found;
    }

    /** The nouns that a predicate has with one of some prepositions: "Sweden" of ties "with". */
    public List<Token> obliques(Token predicate, String... prepositions) {
        return those(obliques(predicate), prepositions);
    }

    /**
     * As {@link #obliques(Token, String...)}, or if there are none what hangs on the predicate's
     * objects: "to Baghdad" in "sent a letter to Baghdad" can be read with either.
     */
    public List<Token> adjuncts(Token predicate, String... prepositions) {
        List<Token> direct = obliques(predicate, prepositions);
        if (!direct.isEmpty()) {
            return direct;
        }
        List<Token> found = new ArrayList<>();
        for (Token child : sentence.children(predicate)) {
            if (child.is("obj", "obl", "xcomp") && child.index() > predicate.index()) {
                found.addAll(modifiers(child, prepositions));
            }
        }
        return found;
    }

    /** The prepositional nouns of a noun: "with"/"Sweden" of "ties". */
    public List<Oblique> modifiers(Token noun) {
        List<Oblique> found = new ArrayList<>();
        for (Token child : sentence.children(noun)) {
            if (child.relation().equals("nmod") || child.is("obl")) {
                spread(child, noun, found);
            }
        }
        return found;
    }

    public List<Token> modifiers(Token noun, String... prepositions) {
        return those(modifiers(noun), prepositions);
    }

    private void spread(Token child, Token head, List<Oblique> found) {
        String preposition = preposition(child);
        for (Token noun : referents(child, head)) {
            String own = preposition(noun);
            found.add(new Oblique(own.isEmpty() ? preposition : own, noun));
        }
    }

    private static List<Token> those(List<Oblique> obliques, String... prepositions) {
        Set<String> wanted = Set.of(prepositions);
        return obliques.stream()
                .filter(o -> wanted.contains(o.preposition()))
                .map(Oblique::noun)
                .toList();
    }

    /**
     * The preposition of a noun in lower case, all its words: "in front of"; empty if it has none.
     */
    public String preposition(Token noun) {
        StringBuilder words = new StringBuilder();
        for (Token child : sentence.children(noun)) {
            if (child.is("case") && !child.xpos().equals("POS")) {
                append(words, child);
                for (Token part : sentence.children(child)) {
                    if (part.is("fixed")) {
                        append(words, part);
                    }
                }
            }
        }
        return words.toString();
    }

    private static void append(StringBuilder words, Token token) {
        words.append(words.isEmpty() ? "" : " ").append(token.form().toLowerCase(Locale.ROOT));
    }

    // ---- nouns

    /** "Sweden" for "embassy" in "Sweden's embassy"; "its" in "its embassy". */
    public Optional<Token> possessor(Token noun) {
        return sentence.children(noun).stream()
                .filter(
                        c ->
                                c.relation().equals("nmod:poss")
                                        || (c.is("nmod") && c.xpos().equals("PRP$")))
                .findFirst();
    }

    /** Nouns and adjectives before a noun: "Swedish" and "Foreign" of "Ministry". */
    public List<Token> premodifiers(Token noun) {
        return sentence.children(noun).stream()
                .filter(c -> c.is("amod", "compound", "nummod") && c.index() < noun.index())
                .toList();
    }

    /** The other names of a noun: "leader" of "Sadr" in "Sadr, a leader of the movement,". */
    public List<Token> appositions(Token noun) {
        return sentence.children(noun).stream().filter(c -> c.is("appos")).toList();
    }

    /** A word and all that is coordinated with it, in reading order: "Hungary", "Romania". */
    public List<Token> conjuncts(Token first) {
        List<Token> found = new ArrayList<>();
        gather(first, found);
        found.sort(Comparator.comparingInt(Token::index));
        return found;
    }

    private void gather(Token token, List<Token> found) {
        found.add(token);
        boolean nominal = nominal(token);
        for (Token child : sentence.children(token)) {
            // a clause is never coordinated with a name: "Iraq … and said" is the parser's slip
            if (child.is("conj") && (!nominal || nominal(child) || !verbal(child))) {
                gather(child, found);
            }
        }
    }

    // ---- clauses

    /**
     * The content of saying or wanting: "left" of "said" in "said that Iraq left", "sever" of
     * "threatens".
     */
    public List<Token> complements(Token predicate) {
        return sentence.children(predicate).stream()
                .filter(c -> c.is("ccomp", "xcomp"))
                .flatMap(c -> conjuncts(c).stream())
                .toList();
    }

    /**
     * The predicates above one, nearest first, with the first of coordinated verbs standing for its
     * place: for "sever" in "Officials said Iraq is threatening to sever ties": threatening, said.
     */
    public List<Token> governors(Token predicate) {
        List<Token> found = new ArrayList<>();
        Token at = predicate;
        Optional<Token> above = head(at);
        while (above.isPresent() && found.size() < 24) {
            Token head = above.get();
            if (!at.is("conj") && (verbal(head) || predicative(head))) {
                found.add(head);
            }
            at = head;
            above = head(at);
        }
        return found;
    }

    /** The predicate that a word's clause has at its head; the word itself if it is one. */
    public Token predicate(Token word) {
        Token at = word;
        while (!heads(at)) {
            Optional<Token> above = head(at);
            if (above.isEmpty()) {
                return at;
            }
            at = above.get();
        }
        return at;
    }

    private boolean heads(Token token) {
        return token.isRoot()
                || CLAUSAL.contains(universal(token))
                || (token.is("conj") && predicative(token));
    }

    /**
     * The words of a predicate's own clause, without those of clauses inside it, in reading order.
     */
    public List<Token> clause(Token predicate) {
        List<Token> found = new ArrayList<>();
        Deque<Token> open = new ArrayDeque<>(List.of(predicate));
        while (!open.isEmpty()) {
            Token token = open.pop();
            found.add(token);
            for (Token child : sentence.children(token)) {
                if (!heads(child)) {
                    open.push(child);
                }
            }
        }
        found.sort(Comparator.comparingInt(Token::index));
        return found;
    }

    /** A word with everything below it, in reading order. */
    public List<Token> subtree(Token top) {
        List<Token> found = new ArrayList<>();
        Deque<Token> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            Token token = open.pop();
            found.add(token);
            sentence.children(token).forEach(open::push);
        }
        found.sort(Comparator.comparingInt(Token::index));
        return found;
    }

    /** Who says what a word's clause says, innermost first; empty where only the article speaks. */
    public List<Report> reports(Token word) {
        List<Report> found = new ArrayList<>();
        Token at = predicate(word);
        for (int i = 0; i < 24; i++) {
            reportsBeside(at, found);
            Optional<Token> above = head(at);
            if (above.isEmpty()) {
                break;
            }
            Token head = above.get();
            boolean content =
                    at.is("ccomp")
                            || (at.is("xcomp", "parataxis", "dep") && SAYING.contains(lemma(head)));
            if (content
                    && verbal(head)
                    && (at.is("ccomp") || finite(at))
                    && inversion(head).isEmpty()) {
                found.add(new Report(logicalSubjects(head).stream().findFirst(), head));
            }
            at = head;
        }
        return found;
    }

    private void reportsBeside(Token predicate, List<Report> found) {
        for (Token child : sentence.children(predicate)) {
            if (child.is("parataxis", "advcl", "dep")
                    && SAYING.contains(lemma(child))
                    && sentence.children(child).stream().noneMatch(c -> c.is("obj", "ccomp"))
                    && (child.is("parataxis", "dep") || mark(child).equals("as"))) {
                found.add(new Report(logicalSubjects(child).stream().findFirst(), child));
            }
            if (child.is("obl", "nmod", "advcl", "advmod")) {
                String preposition = preposition(child);
                if (preposition.equals("according to") || preposition.equals("according")) {
                    found.add(new Report(Optional.of(child), caseWord(child)));
                }
            }
        }
    }

    private Token caseWord(Token noun) {
        return sentence.children(noun).stream().filter(c -> c.is("case")).findFirst().orElse(noun);
    }

    /**
     * The conditions that a predicate's clause is under: "if"/"goes" of "sever" in "will sever ties
     * if it goes ahead".
     */
    public List<Condition> conditions(Token predicate) {
        List<Condition> found = new ArrayList<>();
        Token at = predicate;
        for (int i = 0; i < 12; i++) {
            for (Token child : sentence.children(at)) {
                if (child.is("advcl", "parataxis") && !contains(child, predicate)) {
                    conditionMarker(child).ifPresent(m -> found.add(new Condition(m, child)));
                }
            }
            Optional<Token> above = head(at);
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

    /** Whether a word stands at or below another in the tree. */
    public boolean contains(Token top, Token below) {
        Token at = below;
        while (true) {
            if (at.index() == top.index()) {
                return true;
            }
            Optional<Token> above = head(at);
            if (above.isEmpty()) {
                return false;
            }
            at = above.get();
        }
    }

    /** The conditional clause that a word stands in: of "goes" itself in "if it goes ahead". */
    public Optional<Condition> within(Token word) {
        Token at = predicate(word);
        for (int i = 0; i < 24; i++) {
            if (at.isRoot() || at.is("advcl", "ccomp", "parataxis", "acl")) {
                Optional<String> marker = conditionMarker(at);
                if (marker.isPresent()) {
                    return Optional.of(new Condition(marker.get(), at));
                }
            }
            Optional<Token> above = head(at);
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
            if (child.is("mark") && CONDITIONAL_PHRASES.contains(words(child))) {
                return Optional.of(words(child));
            }
        }
        return inversion(clause);
    }

    private String words(Token first) {
        StringBuilder words = new StringBuilder(first.form().toLowerCase(Locale.ROOT));
        for (Token part : sentence.children(first)) {
            if (part.is("fixed")) {
                append(words, part);
            }
        }
        return words.toString();
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
        Optional<Token> subject = first(clause, "nsubj", "nsubj:pass");
        return sentence.children(clause).stream()
                .filter(c -> c.is("aux", "cop"))
                .filter(c -> subject.isPresent() && c.index() < subject.get().index())
                .map(c -> c.form().toLowerCase(Locale.ROOT))
                .filter(INVERTING::contains)
                .findFirst();
    }

    private Optional<Token> first(Token head, String... relations) {
        return sentence.children(head).stream().filter(c -> c.is(relations)).findFirst();
    }

    // ---- how

    /**
     * Whether a clause says that it is not so: "did not leave", "no troops left", "never left",
     * "without leaving".
     */
    public boolean negated(Token predicate) {
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
        if (mark(predicate).equals("without") || preposition(predicate).equals("without")) {
            return true;
        }
        // "did not confirm or deny": one negation for both
        return predicate.is("conj")
                && ownSubjects(predicate).isEmpty()
                && auxiliaries(predicate).isEmpty()
                && sentence.children(predicate).stream()
                        .anyMatch(
                                c ->
                                        c.is("cc")
                                                && (c.form().equalsIgnoreCase("or")
                                                        || c.form().equalsIgnoreCase("nor")))
                && head(predicate).filter(this::negated).isPresent();
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

    /** "is", "has been", "could have" of a predicate, shared ones of coordination left out. */
    public List<Token> auxiliaries(Token predicate) {
        return sentence.children(predicate).stream().filter(c -> c.is("aux")).toList();
    }

    /** "may", "would", "will" of a predicate, also where coordinated verbs share it. */
    public Optional<Token> modal(Token predicate) {
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
                        && ownSubjects(predicate).isEmpty()
                        && auxiliaries(predicate).isEmpty();
        return shares ? head(predicate).flatMap(this::modal) : Optional.empty();
    }

    /** When the clause places its predicate; a noun or adjective goes by its "be". */
    public Tense tense(Token predicate) {
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
        if (predicate.is("xcomp") && mark(predicate).equals("to")) {
            boolean going =
                    head(predicate)
                            .filter(h -> h.form().equalsIgnoreCase("going"))
                            .filter(h -> obliques(h).isEmpty())
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
                    mark(predicate).equals("to") || predicate.is("xcomp", "advcl", "acl")
                            ? Tense.INFINITIVE
                            : shared(predicate, Tense.PRESENT);
            default -> Tense.PRESENT;
        };
    }

    /** Coordinated verbs share their auxiliaries: "was arrested and jailed". */
    private Tense shared(Token predicate, Tense otherwise) {
        boolean shares = predicate.is("conj") && ownSubjects(predicate).isEmpty();
        return shares
                ? head(predicate)
                        .filter(h -> h.xpos().equals(predicate.xpos()))
                        .map(this::tense)
                        .orElse(otherwise)
                : otherwise;
    }

    /** "off" of "broke" in "broke off ties". */
    public Optional<Token> particle(Token predicate) {
        return sentence.children(predicate).stream()
                .filter(c -> c.relation().equals("compound:prt"))
                .findFirst();
    }

    /**
     * The word that opens a clause, in lower case: "that", "to", "if", "of"; empty if there is
     * none.
     */
    public String mark(Token predicate) {
        return sentence.children(predicate).stream()
                .filter(c -> c.is("mark") && c.index() < predicate.index())
                .findFirst()
                .map(c -> c.form().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    // ---- the tree

    /** The word that one depends on; none for the root. */
    public Optional<Token> head(Token token) {
        return token.isRoot() ? Optional.empty() : Optional.of(sentence.token(token.head()));
    }

    private static String universal(Token token) {
        int colon = token.relation().indexOf(':');
        return colon < 0 ? token.relation() : token.relation().substring(0, colon);
    }

    private static String lemma(Token token) {
        return token.lemma().toLowerCase(Locale.ROOT);
    }

    private boolean verbal(Token token) {
        return token.xpos().startsWith("VB");
    }

    private static boolean nominal(Token token) {
        return switch (token.upos()) {
            case "NOUN", "PROPN", "PRON", "NUM" -> true;
            default -> false;
        };
    }

    /** Whether a word can head a clause: a verb, or something with a subject or "be". */
    private boolean predicative(Token token) {
        return verbal(token)
                || sentence.children(token).stream().anyMatch(c -> c.is("cop", "nsubj", "csubj"));
    }

    /** Whether a clause has tense of its own. */
    private boolean finite(Token predicate) {
        if (Set.of("VBD", "VBZ", "VBP").contains(predicate.xpos())) {
            return true;
        }
        return sentence.children(predicate).stream()
                .anyMatch(
                        c ->
                                c.is("aux", "cop")
                                        && Set.of("VBD", "VBZ", "VBP", "MD").contains(c.xpos()));
    }

    private static List<Token> distinct(List<Token> tokens) {
        return List.copyOf(new LinkedHashSet<>(tokens));
    }
}
