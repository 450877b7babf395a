package org.demarche.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.article.Article;
import org.demarche.article.Span;
import org.demarche.entity.Actor;
import org.demarche.ontology.EventType;
import org.demarche.ontology.QuadClass;
import org.demarche.text.Clauses;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** Who does what to whom in one sentence: the fillers of a candidate's roles. */
final class RoleFinder {
    private final Article article;
    private final Sentence sentence;
    private final Clauses clauses;
    private final Arguments arguments;
    private final Participants participants;
    private final Selection selection;
    private final Grammar grammar;
    private final Story story;

    /**
     * Slots that name a counterpart: Oman is a party in "Iran met with Oman", and also whom Iran
     * met.
     */
    private static final Set<String> OF_STAY = Set.of("for", "on");

    private static final Set<String> COUNTERPARTS = Set.of("obj", "iobj", "with", "to");

    /**
     * "preparing for a test", "responded with an attack": the verb's subject is who would do it.
     */
    private static final Set<String> CARRYING = Set.of("for", "with", "of", "to");

    /** "the start of the raid", "claimed responsibility for the raid". */
    private static final Set<String> OF_PHASE = Set.of("of", "for");

    private static final Set<String> DEFINITE =
            Set.of("the", "this", "that", "these", "those", "such");

    RoleFinder(
            Article article,
            Sentence sentence,
            Clauses clauses,
            Arguments arguments,
            Participants participants,
            Selection selection,
            Grammar grammar,
            Story story) {
        this.grammar = grammar;
        this.article = article;
        this.sentence = sentence;
        this.clauses = clauses;
        this.arguments = arguments;
        this.participants = participants;
        this.selection = selection;
        this.story = story;
    }

    /**
     * Who acts; for mutual acts all parties. A content without an actor of its own has that of the
     * promise or threat.
     */
    List<Actor> actors(Candidate candidate) {
        List<Actor> own =
                candidate.slots(Role.PARTY).isEmpty()
                        ? actorsOrCarrier(candidate)
                        : parties(candidate);
        return own.isEmpty() ? promiser(candidate) : own;
    }

    private List<Actor> actorsOrCarrier(Candidate candidate) {
        List<Actor> own = owners(candidate);
        if (own.isEmpty()) {
            own = inFirstSlot(candidate, Role.ACTOR);
        }
        for (Candidate other : tellingTheSame(candidate)) {
            own = own.isEmpty() ? doersOf(other) : own;
        }
        if (own.isEmpty()) {
            own = participants.acting(carriers(candidate));
        }
        if (own.isEmpty()) {
            own = participants.acting(issuers(candidate.token()));
        }
        if (own.isEmpty()) {
            own = participants.acting(intenders(candidate.token()));
        }
        return own.isEmpty() ? companions(candidate.token()) : own;
    }

    /** Who acts by the words of the act alone; "killed in clashes between" them is all of them. */
    private List<Actor> doersOf(Candidate act) {
        return act.slots(Role.PARTY).isEmpty()
                ? inFirstSlot(act, Role.ACTOR)
                : participants.parties(arguments.fillers(act, Role.PARTY));
    }

    /**
     * China in "China's arrest of two Canadians": "his arrest" is of him, but beside who is
     * arrested the owner is who does it.
     */
    private List<Actor> owners(Candidate candidate) {
        List<String> slots = candidate.slots(Role.RECIPIENT);
        boolean beside =
                slots.contains("poss")
                        && slots.subList(0, slots.indexOf("poss")).stream()
                                .anyMatch(s -> !inSlot(candidate, s, Role.RECIPIENT).isEmpty());
        return beside ? participants.acting(arguments.of(candidate.token(), "poss")) : List.of();
    }

    /** The guards in "the guards opened fire to disperse the crowd": no fire disperses it. */
    private List<Token> intenders(Token infinitive) {
        return infinitive.is("xcomp") && clauses.mark(infinitive).equals("to")
                ? clauses.head(infinitive)
                        .filter(v -> !clauses.passive(v))
                        .map(clauses::subjects)
                        .orElse(List.of())
                : List.of();
    }

    /**
     * Who did what stood before: the protesters light the fire in "images of protesters storming
     * the embassy, lighting a fire".
     */
    private List<Actor> companions(Token participle) {
        boolean trailing =
                participle.is("advcl", "acl", "conj")
                        && participle.xpos().equals("VBG")
                        && clauses.mark(participle).isEmpty();
        if (!trailing) {
            return List.of();
        }
        return selection.kept().stream()
                .filter(c -> c.token().xpos().startsWith("VB"))
                .filter(c -> c.token().index() < participle.index())
                .filter(
                        c ->
                                clauses.contains(
                                        clauses.head(participle).orElse(participle), c.token()))
                .reduce((first, second) -> second)
                .map(c -> inFirstSlot(c, Role.ACTOR))
                .orElse(List.of());
    }

    private List<Actor> parties(Candidate candidate) {
        if (isUnknownSubject(candidate.token())) {
            return List.of();
        }
        Set<Actor> all =
                new LinkedHashSet<>(participants.parties(arguments.fillers(candidate, Role.PARTY)));
        if (all.size() < 2) {
            all.addAll(participants.of(carriers(candidate)));
        }
        return new ArrayList<>(all);
    }

    /** Whether somebody acts whom nothing tells of: "he" without anybody before. */
    private boolean isUnknownSubject(Token verb) {
        List<Token> subjects =
                verb.xpos().startsWith("VB") ? clauses.logicalSubjects(verb) : List.of();
        return !subjects.isEmpty() && participants.parties(subjects).isEmpty();
    }

    /**
     * The subject of the verb that carries an event noun: Iran in "Iran made threats", "after talks
     * in Rome, Iran said".
     */
    private List<Token> carriers(Candidate candidate) {
        Token noun = candidate.token();
        if (!noun.upos().equals("NOUN")) {
            return List.of();
        }
        List<Token> own = clauses.subjects(noun);
        if (!own.isEmpty()) {
            // "Rice is on a tour of the Gulf"
            return own;
        }
        Optional<Token> phase = clauses.head(noun).filter(h -> isPhase(noun, h));
        if (phase.isPresent()) {
            // the visit in "at the start of a visit"
            return carriers(candidate, phase.get());
        }
        return carriers(candidate, noun);
    }

    private boolean isPhase(Token noun, Token head) {
        return head.upos().equals("NOUN")
                && OF_PHASE.contains(clauses.preposition(noun))
                && (grammar.phases().contains(head.lemma())
                        || grammar.counters().contains(head.lemma()));
    }

    private List<Token> carriers(Candidate candidate, Token noun) {
        Optional<Token> head = clauses.head(noun);
        if (head.filter(h -> h.upos().equals("ADJ")).isPresent()
                && CARRYING.contains(clauses.preposition(noun))) {
            // "the two are close to an agreement"
            return clauses.subjects(head.get());
        }
        if (noun.is("obl", "nmod")
                && OF_STAY.contains(clauses.preposition(noun))
                && head.filter(h -> !h.upos().equals("VERB")).isPresent()
                && !clauses.subjects(head.get()).isEmpty()) {
            // "is in Rome for talks", "is in Rome on a visit"
            return clauses.subjects(head.get());
        }
        Optional<Token> verb = head.filter(v -> v.xpos().startsWith("VB"));
        if (verb.isEmpty()) {
            return List.of();
        }
        if (isOf(QuadClass.MATERIAL_CONFLICT, candidate)
                && grammar.bystandingVerbs().contains(verb.get().lemma())) {
            // "the guards prevented an attack"
            return List.of();
        }
        boolean mutual = !candidate.slots(Role.PARTY).isEmpty();
        boolean carried =
                noun.is("nsubj:pass")
                        || noun.is("obl") && isInvolved(noun, verb.get())
                        || !clauses.passive(verb.get())
                                && (!selection.isAct(verb.get()) || isSpokenOf(verb.get()))
                                && (noun.is("obj")
                                        || noun.is("obl")
                                                && (mutual
                                                        || CARRYING.contains(
                                                                clauses.preposition(noun))));
        if (!carried) {
            return List.of();
        }
        List<Token> subjects =
                isInvolved(noun, verb.get())
                        ? clauses.subjects(verb.get())
                        : clauses.logicalSubjects(verb.get());
        // "the visit follows two days of riots"
        return subjects.stream().anyMatch(s -> selection.at(s).isPresent()) ? List.of() : subjects;
    }

    /** "discussed new sanctions": who talks of an act would do it. */
    private boolean isSpokenOf(Token verb) {
        return selection.at(verb).filter(c -> c.isOf("Consultation")).isPresent();
    }

    /** "were involved in clashes", "took part in the raid". */
    private boolean isInvolved(Token noun, Token verb) {
        return clauses.preposition(noun).equals("in")
                && grammar.involvingVerbs().contains(verb.lemma());
    }

    /**
     * To or against whom; a threat or promise without one has that of its content. Who acts is left
     * out.
     */
    List<Actor> recipients(Candidate candidate, List<Actor> actors) {
        List<Actor> found = List.of();
        if (!candidate.slots(Role.PARTY).isEmpty()) {
            found = counterparts(candidate, actors);
            if (!found.isEmpty() || actors.size() > 1) {
                return found;
            }
        }
        for (Candidate content : selection.contents(candidate)) {
            if (found.isEmpty() && !hasDirectRecipient(candidate)) {
                found = concerned(candidate, content);
            }
        }
        if (found.isEmpty()) {
            found = inFirstSlot(candidate, Role.RECIPIENT);
        }
        if (found.isEmpty()) {
            found = toldBefore(candidate);
        }
        for (Candidate other : tellingTheSame(candidate)) {
            found = found.isEmpty() ? inFirstSlot(other, Role.RECIPIENT) : found;
        }
        if (found.isEmpty() && !isAboutDeed(candidate)) {
            found = named(candidate);
        }
        if (found.isEmpty()) {
            found = coordinated(candidate);
        }
        if (found.isEmpty()) {
            found = told(candidate, actors);
        }
        if (found.isEmpty() && isOf(QuadClass.MATERIAL_CONFLICT, candidate)) {
            found = scenes(candidate);
        }
        if (found.isEmpty() && isOf(QuadClass.VERBAL_CONFLICT, candidate)) {
            found = answerers(candidate);
        }
        List<Actor> others = found.stream().filter(r -> !actors.contains(r)).toList();
        return others.isEmpty() && !found.isEmpty() ? neighbors(candidate) : others;
    }

    /**
     * Whom a promise or threat is about: whoever its content is done to or with, and of what is
     * alleged whoever does it.
     */
    private List<Actor> concerned(Candidate candidate, Candidate content) {
        if (isOfRecipient(candidate)) {
            return inFirstSlot(content, Role.ACTOR);
        }
        return doneTo(content);
    }

    /** Whom an act is done to or with. */
    private List<Actor> doneTo(Candidate act) {
        List<Actor> found =
                act.slots(Role.PARTY).isEmpty()
                        ? inFirstSlot(act, Role.RECIPIENT)
                        : counterparts(act, actors(act));
        List<Token> part = clauses.subtree(act.token());
        for (Candidate other : tellingTheSame(act)) {
            if (found.isEmpty() && part.contains(other.token())) {
                found = inFirstSlot(other, Role.RECIPIENT);
            }
        }
        return found;
    }

    /**
     * The other words of the act: its harm, nouns for it, its parts and its purpose. Any may name
     * who does it or to whom: "an explosion outside the Jordanian embassy tore a hole in the wall",
     * "ten were killed in Israeli attacks".
     */
    private List<Candidate> tellingTheSame(Candidate candidate) {
        Optional<String> top = candidate.trigger().type().map(EventType::top);
        List<Candidate> others = new ArrayList<>(selection.harms(candidate));
        others.addAll(selection.echoes(candidate));
        candidate.parts().stream()
                .flatMap(part -> selection.at(part).stream())
                .filter(c -> top.filter(c::isOf).isPresent())
                .forEach(others::add);
        others.addAll(selection.purposes(candidate));
        return others;
    }

    /** Malawi in "Zambia told Malawi it would retaliate": whom one tells what one will do. */
    private List<Actor> told(Candidate candidate, List<Actor> actors) {
        List<Actor> tellers = participants.of(arguments.of(candidate.token(), "speaker"));
        boolean inWords =
                quad(candidate).isVerbal() || candidate.factuality() == Factuality.PLANNED;
        return inWords && !tellers.isEmpty() && actors.containsAll(tellers)
                ? participants.named(arguments.of(candidate.token(), "hearer"))
                : List.of();
    }

    /** Chad in "Chad rejected Sudan's demand": who answers a demand is whom it was put to. */
    private List<Actor> answerers(Candidate candidate) {
        return arguments
                .verb(candidate.token())
                .flatMap(selection::at)
                .filter(c -> candidate.token().is("obj") && selection.isKept(c.token()))
                .map(c -> inFirstSlot(c, Role.ACTOR))
                .orElse(List.of());
    }

    /** India in "the Mumbai attacks". */
    private List<Actor> scenes(Candidate candidate) {
        return candidate.token().upos().equals("NOUN")
                ? arguments.of(candidate.token(), "mod").stream()
                        .flatMap(t -> participants.scene(t).stream())
                        .flatMap(p -> story.stateOf(p).stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Who is on the other side of what is the actor's own: Mali of "its frontier with Mali". */
    private List<Actor> neighbors(Candidate candidate) {
        return candidate.slots(Role.RECIPIENT).stream()
                .flatMap(slot -> arguments.of(candidate.token(), slot).stream())
                .map(noun -> participants.named(arguments.of(noun, "with")))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Whom a like act beside it is done to: Peru in "recalled its envoy and severed ties with
     * Peru".
     */
    private List<Actor> coordinated(Candidate candidate) {
        Token verb = candidate.token();
        return selection.kept().stream()
                .filter(c -> isConjoined(verb, c.token()) || isConjoined(c.token(), verb))
                .filter(c -> quad(c).equals(quad(candidate)))
                .map(c -> inFirstSlot(c, Role.RECIPIENT))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private boolean isConjoined(Token first, Token second) {
        return second.is("conj")
                && second.head() == first.index()
                && second.xpos().startsWith("VB")
                && clauses.subjects(second).equals(clauses.subjects(first));
    }

    private static QuadClass quad(Candidate candidate) {
        return candidate.trigger().type().orElseThrow().quad();
    }

    /**
     * "threatened Sweden with a boycott" names its recipient; "threatened to cut ties with Sweden"
     * leaves it to the content.
     */
    private boolean hasDirectRecipient(Candidate candidate) {
        return candidate.slots(Role.RECIPIENT).stream()
                .filter(slot -> slot.equals("obj") || slot.equals("iobj"))
                .anyMatch(
                        slot -> !participants.of(arguments.of(candidate.token(), slot)).isEmpty());
    }

    /** The actors in the first slot of the role that gives any. */
    private List<Actor> inFirstSlot(Candidate candidate, Role role) {
        for (String slot : candidate.slots(role)) {
            List<Actor> found = inSlot(candidate, slot, role);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Of a clause its subject: Israel for "withdraw" in "demanded that Israel withdraw". */
    private List<Actor> inSlot(Candidate candidate, String slot, Role role) {
        List<Token> fillers = arguments.of(candidate.token(), slot);
        if (role == Role.RECIPIENT && isOf(QuadClass.VERBAL_CONFLICT, candidate)) {
            Optional<Candidate> deed = fillers.stream().flatMap(f -> deed(f).stream()).findFirst();
            if (deed.isPresent()) {
                return inFirstSlot(deed.get(), Role.ACTOR);
            }
        }
        if (slot.equals("speaker") && fillers.isEmpty()) {
            return story.quoted(sentence, candidate.token());
        }
        if (role == Role.ACTOR
                && slot.equals("mod")
                && isOf(QuadClass.MATERIAL_CONFLICT, candidate)) {
            // "the Mumbai attacks" are no attacks by India
            fillers = fillers.stream().filter(f -> participants.scene(f).isEmpty()).toList();
        }
        if (!slot.endsWith("comp")) {
            return role == Role.ACTOR && slot.equals("subj")
                    ? participants.acting(fillers)
                    : participants.of(fillers);
        }
        List<Token> own = new ArrayList<>(clauses.logicalSubjects(candidate.token()));
        if (role == Role.RECIPIENT) {
            own.addAll(arguments.fillers(candidate, Role.ACTOR));
        }
        List<Actor> subjects =
                participants.of(
                        fillers.stream()
                                .flatMap(c -> subjectsOf(c, candidate.token()).stream())
                                .filter(t -> !own.contains(t))
                                .toList());
        return subjects.isEmpty() && role == Role.RECIPIENT
                ? ofInfinitives(below(candidate.token(), fillers))
                : subjects;
    }

    /** Who does what a clause tells; of "a plot to kill" no subject of a verb above it. */
    private List<Token> subjectsOf(Token predicate, Token above) {
        return clauses.subjects(predicate).stream()
                .filter(s -> above.xpos().startsWith("VB") || s.index() > above.index())
                .toList();
    }

    /** Those of the words that are a part of what the word says, not what it is a part of. */
    private List<Token> below(Token word, List<Token> words) {
        List<Token> part = clauses.subtree(word);
        return words.stream().filter(w -> !w.equals(word) && part.contains(w)).toList();
    }

    /** The hostile act that a noun tells of: who condemns an attack condemns the attackers. */
    private Optional<Candidate> deed(Token noun) {
        return selection
                .at(noun)
                .filter(c -> noun.upos().equals("NOUN"))
                .filter(c -> isOf(QuadClass.MATERIAL_CONFLICT, c));
    }

    /** Whether whoever is named beside it is the victim: "condemned the attack on the embassy". */
    private boolean isAboutDeed(Candidate candidate) {
        return isOf(QuadClass.VERBAL_CONFLICT, candidate)
                && arguments.of(candidate.token(), "obj").stream()
                        .anyMatch(o -> deed(o).isPresent());
    }

    private static boolean isOf(QuadClass quad, Candidate candidate) {
        return candidate.trigger().type().filter(t -> t.quad() == quad).isPresent();
    }

    /**
     * Whom the clause itself is to be done to, where its subject is the same: Jordan in "refused to
     * meet the king of Jordan".
     */
    private List<Actor> ofInfinitives(List<Token> predicates) {
        for (Token predicate : predicates) {
            Optional<Candidate> inner = selection.at(predicate);
            List<Actor> found = inner.isPresent() ? doneTo(inner.get()) : receivers(predicate);
            for (String slot : OTHER_SLOTS) {
                found = found.isEmpty() ? participants.named(arguments.of(predicate, slot)) : found;
            }
            if (found.isEmpty() && inner.isPresent()) {
                found = receivers(predicate);
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Kenya in "offered to hand its nationals over to Kenya", else whoever is the object. */
    private List<Actor> receivers(Token predicate) {
        List<Actor> receivers = participants.named(arguments.of(predicate, "to"));
        return receivers.isEmpty() ? participants.of(arguments.of(predicate, "obj")) : receivers;
    }

    /** What is acted on and is no actor: "a copy of the Quran" in "burned a copy of the Quran". */
    List<Thing> objects(Candidate candidate) {
        List<Thing> things = new ArrayList<>();
        Set<Token> heads = new LinkedHashSet<>(arguments.fillers(candidate, Role.OBJECT));
        if (candidate.token().xpos().startsWith("VB")) {
            heads.addAll(arguments.of(candidate.token(), "obj"));
        } else {
            heads.addAll(arguments.of(candidate.token(), "of"));
        }
        for (Token head : heads) {
            boolean noun = head.upos().equals("NOUN") || head.upos().equals("PROPN");
            if (noun && participants.mention(head).isEmpty()) {
                Span span = phrase(head);
                Optional<Actor> owner = participants.of(head).stream().findFirst();
                things.add(new Thing(span.of(article.text()), owner, span));
            }
        }
        return things;
    }

    /** The words of a noun with what describes it closely, without article or clause. */
    private Span phrase(Token head) {
        Token first = head;
        Token last = head;
        for (Token child : sentence.children(head)) {
            boolean before =
                    child.is("amod", "compound", "nummod", "flat") && child.index() < first.index();
            boolean after =
                    child.is("flat")
                            || child.relation().equals("nmod")
                                    && clauses.preposition(child).equals("of");
            if (before) {
                first = child;
            } else if (after && child.index() > last.index()) {
                last = lastOf(child);
            }
        }
        return first.span().union(last.span());
    }

    private Token lastOf(Token noun) {
        Token last = noun;
        for (Token child : sentence.children(noun)) {
            if (child.is("flat", "compound") && child.index() > last.index()) {
                last = child;
            }
        }
        return last;
    }

    private List<Actor> counterparts(Candidate candidate, List<Actor> actors) {
        List<Token> tokens = new ArrayList<>();
        candidate.slots(Role.PARTY).stream()
                .filter(COUNTERPARTS::contains)
                .forEach(slot -> tokens.addAll(arguments.of(candidate.token(), slot)));
        List<Actor> met = participants.parties(tokens);
        return met.size() < actors.size() ? met : List.of();
    }

    /**
     * Whose "the allegations" are in "denied the allegations": those of whoever made such before.
     */
    private List<Actor> toldBefore(Candidate candidate) {
        for (Token object : arguments.of(candidate.token(), "obj")) {
            Optional<Event> before =
                    selection
                            .at(object)
                            .filter(c -> isDefinite(object))
                            .flatMap(c -> c.trigger().type())
                            .filter(t -> !candidate.isOf(t.top()))
                            .flatMap(story::last);
            if (before.isPresent()) {
                return before.get().actors();
            }
        }
        return List.of();
    }

    /**
     * Who threatens is who would sever ties in "threatened to sever ties"; a passive has no such
     * actor.
     */
    private List<Actor> promiser(Candidate candidate) {
        Optional<Candidate> outer = selection.outer(candidate);
        boolean controlled =
                outer.isPresent()
                        && !clauses.passive(candidate.token())
                        && isContent(candidate.token(), outer.get());
        if (!controlled) {
            return List.of();
        }
        List<Actor> actors = actors(outer.get());
        return isOfRecipient(outer.get()) ? recipients(outer.get(), actors) : actors;
    }

    /** "the killing" in "accused Syria of the killing" and "of involvement in the killing". */
    private boolean isContent(Token word, Candidate outer) {
        List<Token> contents = arguments.fillers(outer, Role.CONTENT);
        return contents.contains(word)
                || contents.stream()
                        .filter(c -> grammar.sharesOfDeeds().contains(c.lemma()))
                        .anyMatch(c -> arguments.of(c, "in").contains(word));
    }

    private boolean isOfRecipient(Candidate candidate) {
        return candidate.trigger().type().filter(grammar.types()::isOfRecipient).isPresent();
    }

    /** Who would do what the act depends on: Chad in "threatened to retaliate if Chad attacks". */
    List<Actor> conditioned(Candidate candidate) {
        return selection.conditionClauses(candidate).stream()
                .flatMap(c -> participants.acting(clauses.logicalSubjects(c.predicate())).stream())
                .distinct()
                .toList();
    }

    private boolean isDefinite(Token noun) {
        return sentence.children(noun).stream()
                .anyMatch(
                        c -> c.is("det") && DEFINITE.contains(c.lemma().toLowerCase(Locale.ROOT)));
    }

    /** Where a recipient may stand that the row did not foresee; there it must be named itself. */
    private static final List<String> OTHER_SLOTS =
            List.of(
                    "iobj",
                    "against",
                    "on",
                    "to",
                    "with",
                    "toward",
                    "towards",
                    "at",
                    "over",
                    "outside",
                    "in front of");

    private List<Actor> named(Candidate candidate) {
        for (String slot : OTHER_SLOTS) {
            List<Actor> found = participants.named(arguments.of(candidate.token(), slot));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** "The group issued a statement demanding talks": it is the group that demands. */
    private List<Token> issuers(Token participle) {
        boolean adnominal = participle.is("acl") && participle.xpos().equals("VBG");
        return clauses.head(participle)
                .filter(noun -> adnominal && noun.is("obj"))
                .flatMap(clauses::head)
                .map(clauses::logicalSubjects)
                .orElse(List.of());
    }
}
