package org.demarche.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * The state of those whose own words tell none: of "police", "the government", "two hundred
 * protesters", "ethnic Albanians". It never goes by what is likely in the world, only by what the
 * article says around them, and tells which rule gave it.
 */
final class StateInference {
    private static final Set<String> OF_MANY_COUNTRIES =
            Set.of(
                    "international",
                    "foreign",
                    "multinational",
                    "western",
                    "world",
                    "global",
                    "coalition",
                    "allied",
                    "overseas");

    private static final Set<String> CONTINENTAL = Set.of("european", "arab", "african", "asian");

    /** Who alone may be of any country, but many of them are of the one of the story. */
    private static final Set<String> ANYBODY =
            Set.of("people", "person", "man", "woman", "child", "member", "journalist", "reporter");

    /** Who is seldom of the country in which the news finds them. */
    private static final Set<String> STRANGERS =
            Set.of(
                    "refugee",
                    "asylum-seeker",
                    "asylum seeker",
                    "migrant",
                    "illegal migrant",
                    "economic migrant",
                    "immigrant",
                    "illegal immigrant",
                    "boat person",
                    "stowaway",
                    "tourist",
                    "foreigner",
                    "expatriate",
                    "foreign worker",
                    "foreign national",
                    "foreign fighter",
                    "foreign correspondent",
                    "mercenary",
                    "peacekeeper",
                    "blue helmet",
                    "weapons inspector",
                    "Westerner");

    private static final Set<String> LEAVING =
            Set.of("flee", "escape", "come", "arrive", "stream", "pour", "cross", "return");

    private static final Set<String> SENDING =
            Set.of(
                    "have",
                    "send",
                    "deploy",
                    "withdraw",
                    "recall",
                    "dispatch",
                    "keep",
                    "station",
                    "contribute",
                    "pull",
                    "commit",
                    "mass");

    /** What one state is accused of doing for fighters in another. */
    private static final Set<String> BACKING =
            Set.of("arm", "back", "support", "fund", "train", "finance", "shelter", "harbor");

    private static final Set<String> FIGHTING = Set.of("REB", "UAF", "PRM");
    private static final Set<String> OF_STATE = Set.of("GOV", "MIL", "COP", "LEG", "JUD", "SPY");

    /** Sectors whose unnamed bodies are of the country of the story. */
    private static final Set<String> AT_HOME =
            Set.of("PTY", "OPP", "CRM", "REB", "UAF", "LAB", "AGR", "LEG", "GOV");

    /** Persons that the article's country does not explain: they may be of any. */
    private static final Set<String> OF_NO_COUNTRY =
            Set.of(
                    "analyst",
                    "expert",
                    "observer",
                    "people",
                    "person",
                    "man",
                    "woman",
                    "child",
                    "group",
                    "public",
                    "world leader",
                    "world power",
                    "western power",
                    "ally",
                    "power",
                    "partner",
                    "enemy",
                    "rival",
                    "media",
                    "website",
                    "news agency",
                    "international community",
                    "major power",
                    "foe",
                    "adversary",
                    "journalist",
                    "reporter",
                    "correspondent",
                    "donor",
                    "world body",
                    "superpower",
                    "member",
                    "side",
                    "counterpart",
                    "tourist",
                    "foreigner",
                    "westerner",
                    "office",
                    "team",
                    "diplomat",
                    "coalition forces",
                    "coalition troops",
                    "critic",
                    "scientist",
                    "researcher",
                    "economist",
                    "trader",
                    "investor",
                    "men and women");

    private static final Set<String> SPOKESMEN = Set.of("spokesman", "spokeswoman", "spokesperson");

    private final Gazetteer gazetteer;

    private final Discourse discourse;

    private final DefinitePhrases definites;

    StateInference(Gazetteer gazetteer, Discourse discourse, DefinitePhrases definites) {
        this.gazetteer = gazetteer;
        this.discourse = discourse;
        this.definites = definites;
    }

    /**
     * The state of somebody whose words tell none, the first of these that there is: the one that
     * alone has the office; of a spokesman and of officials that of whoever spoke before; that of a
     * place beside it; that of the same noun before, if it is definite, or for a definite body of
     * government that of the story, which is the one that the article speaks of most, else that of
     * its dateline, else that of its first sentence; that in which the sentence places something;
     * for crowds and rebels that of the scene of the two sentences before, else that of the same
     * noun before; the only one of the sentence; that of the story; that of the subject of the
     * sentence before and the only one of one of the two sentences before, if the sentence names no
     * others; that of the same noun before; that of whoever was named last, up to three sentences
     * before.
     */
    Optional<Actor> of(Draft draft) {
        boolean ownerUnknown =
                draft.owners.stream()
                        .anyMatch(
                                o ->
                                        o.actors.isEmpty()
                                                && (o.form == Draft.Form.UNKNOWN
                                                        || o.form == Draft.Form.PRONOUN
                                                                && isKin(draft)));
        int sentence = draft.sentence.index();
        boolean anybody =
                draft.role.map(r -> ANYBODY.contains(r.role().noun()) && r.plural()).orElse(false);
        Optional<String> own = draft.role.flatMap(r -> r.role().of());
        if (own.isPresent()) {
            draft.explain("'" + draft.role.get().role().noun() + "', of it alone");
            return own.flatMap(gazetteer::actor);
        }
        if (isStranger(draft)) {
            return homeOfStrangers(draft);
        }
        Optional<Draft> speaker = speakerBefore(draft);
        if (speaker.isPresent()) {
            Actor actor = speaker.get().actors.get(0);
            draft.explain("of whom '" + speaker.get().words() + "' was said to speak (inferred)");
            return isMany(draft) ? actor.state() : Optional.of(actor);
        }
        if (isOfManyCountries(draft)) {
            draft.explain("of several countries: '" + ofMany(draft) + "'");
            return Optional.empty();
        }
        if (ownerUnknown || !anybody && !mayInfer(draft)) {
            draft.explain("of no country that the article tells");
            return Optional.empty();
        }
        Optional<Actor> sender = senderOf(draft);
        if (sender.isPresent()) {
            draft.explain("had or sent by " + sender.get().name());
            return sender;
        }
        Optional<String> beside = draft.location.flatMap(l -> l.sense).flatMap(Sense::country);
        if (beside.isPresent()) {
            draft.explain("country of the place beside it");
            return beside.flatMap(gazetteer::actor);
        }
        if (isFaith(draft)) {
            draft.explain("a faith, of no country that the article tells");
            return Optional.empty();
        }
        if ((anybody || isOfNoState(draft)) && discourse.isInRegion(sentence)) {
            draft.explain("placed in a region of several countries");
            return Optional.empty();
        }
        Optional<Actor> before = definites.sameDefiniteBefore(draft);
        if (before.isPresent()) {
            draft.explain("same noun of " + before.get().name() + " before (inferred)");
            return before;
        }
        Set<String> here = discourse.states(sentence);
        Optional<Actor> teller =
                draft.role.isPresent()
                                && DefinitePhrases.isDefinite(draft)
                                && draft.role.get().role().className().equals("GovernmentBody")
                        ? teller(draft)
                        : Optional.empty();
        if (teller.isPresent()) {
            draft.explain("country of who speaks, the only one of the sentence (inferred)");
            return teller;
        }
        Optional<Actor> body = government(draft);
        if (body.isPresent()) {
            draft.explain("country of the body that acts in the sentence (inferred)");
            return body;
        }
        Optional<String> story = discourse.story(draft);
        if (story.isPresent()
                && draft.role.isPresent()
                && !isOfNoState(draft)
                && DefinitePhrases.isDefinite(draft)) {
            draft.explain(mainCountry(sentence));
            return story.flatMap(gazetteer::actor);
        }
        Optional<String> place = discourse.onlyPlace(sentence);
        if (place.isPresent()) {
            draft.explain("country in which the sentence places something (inferred)");
            return place.flatMap(gazetteer::actor);
        }
        Optional<String> scene =
                isOfNoState(draft) ? discourse.sceneBefore(sentence) : Optional.empty();
        if (scene.isPresent()) {
            draft.explain("country in which the sentence before places something (inferred)");
            return scene.flatMap(gazetteer::actor);
        }
        Optional<Actor> alike =
                isOfNoState(draft) ? definites.sameNounBefore(draft) : Optional.empty();
        if (alike.isPresent()) {
            draft.explain("same noun of " + alike.get().name() + " before (inferred)");
            return alike;
        }
        Optional<String> only = discourse.onlyState(sentence);
        if (only.isPresent()) {
            draft.explain("only country of the sentence (inferred)");
            return only.flatMap(gazetteer::actor);
        }
        boolean anothers =
                draft.role.flatMap(r -> r.role().sector()).map(FIGHTING::contains).orElse(false)
                        && here.size() > 1
                        && !DefinitePhrases.isDefinite(draft)
                        && draft.headToken().is("obj")
                        && BACKING.contains(draft.sentence.token(draft.headToken().head()).lemma());
        if (anothers) {
            draft.explain("of none of the countries of the sentence alone");
            return Optional.empty();
        }
        if (story.isPresent() && (here.isEmpty() || here.contains(story.get()))) {
            draft.explain(mainCountry(sentence));
            return story.flatMap(gazetteer::actor);
        }
        Optional<String> subject =
                discourse.subjectBefore(sentence).filter(s -> here.isEmpty() || here.contains(s));
        if (subject.isPresent() && !isOfNoState(draft)) {
            draft.explain("subject of the sentence before (inferred)");
            return subject.flatMap(gazetteer::actor);
        }
        Optional<String> last =
                discourse.onlyBefore(sentence).filter(s -> here.isEmpty() || here.contains(s));
        if (last.isPresent()) {
            draft.explain("only country of the sentence before (inferred)");
            return last.flatMap(gazetteer::actor);
        }
        Optional<Actor> near = definites.sameNounBefore(draft).or(() -> discourse.stateNear(draft));
        if (near.isPresent()) {
            draft.explain("of " + near.get().name() + " as what was named last (inferred)");
            return near;
        }
        draft.explain("of no country that the article tells");
        return Optional.empty();
    }

    /**
     * The state of a person of whom the article tells only the name: that of a place beside it;
     * that of the story, if the sentence names no other; that in which the sentence places
     * something.
     */
    Optional<Actor> ofPerson(Draft draft) {
        int sentence = draft.sentence.index();
        Optional<String> beside = draft.location.flatMap(l -> l.sense).flatMap(Sense::country);
        if (beside.isPresent()) {
            draft.explain("country of the place beside it");
            return beside.flatMap(gazetteer::actor);
        }
        if (discourse.isInRegion(sentence)) {
            return Optional.empty();
        }
        Set<String> here = discourse.states(sentence);
        Optional<String> story =
                discourse.story(draft).filter(s -> here.isEmpty() || here.equals(Set.of(s)));
        if (story.isPresent()) {
            draft.explain(mainCountry(sentence));
            return story.flatMap(gazetteer::actor);
        }
        Optional<String> place = discourse.onlyPlace(sentence);
        place.ifPresent(
                p -> draft.explain("country in which the sentence places something (inferred)"));
        return place.flatMap(gazetteer::actor);
    }

    private String mainCountry(int sentence) {
        return discourse.hasMain(sentence)
                ? "country that the story speaks of most (inferred)"
                : "country that the story begins with (inferred)";
    }

    /**
     * Who spoke in one of the two sentences before, of a spokesman and of officials who speak on:
     * the army of "the army says" for "a spokesman said", Kenya's for "officials said".
     */
    private Optional<Draft> speakerBefore(Draft draft) {
        boolean spokesman = draft.role.map(r -> SPOKESMEN.contains(r.role().noun())).orElse(false);
        boolean officials = isMany(draft) && Syntax.isSpeaker(draft.sentence, draft.headToken());
        if (!(spokesman || officials) || !draft.owners.isEmpty() || draft.location.isPresent()) {
            return Optional.empty();
        }
        return discourse.before(draft).stream()
                .filter(d -> d.sentence.index() < draft.sentence.index())
                .filter(d -> draft.sentence.index() - d.sentence.index() <= 2)
                .filter(d -> Syntax.isSpeaker(d.sentence, d.headToken()))
                .filter(d -> d.actors.size() == 1 && d.form != Draft.Form.PRONOUN)
                .filter(d -> d.actors.get(0).state().isPresent())
                .filter(d -> officials ? isMany(d) : isBody(d.actors.get(0)))
                .findFirst()
                .filter(d -> !isElsewhere(draft, d.actors.get(0)));
    }

    /** Whether it is of another country than the news, or of several. */
    boolean isAbroad(Draft draft) {
        return isStranger(draft) || isOfManyCountries(draft);
    }

    private static boolean isStranger(Draft draft) {
        return draft.role.map(r -> STRANGERS.contains(r.role().noun())).orElse(false);
    }

    /** "his brother": of nobody's country where nobody knows whose. */
    private static boolean isKin(Draft draft) {
        return draft.role
                .map(
                        r ->
                                r.role().isPerson()
                                        && r.role().kind() != Role.Kind.OFFICE
                                        && r.role().sector().equals(Optional.of("CVL")))
                .orElse(false);
    }

    /**
     * The state of who says the sentence, where it names no other: Afghanistan for "the government"
     * in "an Afghan spokesman said the government agreed".
     */
    private Optional<Actor> teller(Draft draft) {
        Optional<String> only = discourse.onlyState(draft.sentence.index());
        return draft.sentence.tokens().stream()
                .filter(t -> Syntax.isSpeaker(draft.sentence, t))
                .filter(t -> draft.sentence.token(t.head()).isRoot() && t.index() < draft.from)
                .flatMap(t -> discourse.at(draft.sentence.index(), t.index()).stream())
                .filter(d -> d.form != Draft.Form.PRONOUN && d.actors.size() == 1)
                .flatMap(d -> d.actors.get(0).state().stream())
                .filter(s -> s.code().equals(only))
                .findFirst();
    }

    /**
     * Israel for "the government" in "Israel's parliament approved the government's plan": who acts
     * before it is another body of the same state.
     */
    private Optional<Actor> government(Draft draft) {
        boolean government =
                DefinitePhrases.isDefinite(draft)
                        && draft.role.get().role().className().equals("GovernmentBody");
        return government
                ? draft.sentence.tokens().stream()
                        .filter(t -> t.is("nsubj") && t.index() < draft.from)
                        .flatMap(t -> discourse.at(draft.sentence.index(), t.index()).stream())
                        .filter(d -> d.form == Draft.Form.ROLE && !d.owners.isEmpty())
                        .filter(d -> d.actors.size() == 1)
                        .map(d -> d.actors.get(0))
                        .filter(a -> a.className().equals("GovernmentBody"))
                        .flatMap(a -> a.state().stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Where refugees come from: "fled to Uganda from Congo", or as the same noun before. */
    private Optional<Actor> homeOfStrangers(Draft draft) {
        Sentence sentence = draft.sentence;
        Optional<Token> origin =
                draft.location
                        .map(Draft::headToken)
                        .filter(t -> Syntax.preposition(sentence, t).equals("from"));
        Token head = draft.headToken();
        if (origin.isEmpty() && !head.isRoot()) {
            Token verb = sentence.token(head.head());
            origin =
                    sentence.children(verb).stream()
                            .filter(t -> head.is("nsubj") && LEAVING.contains(verb.lemma()))
                            .filter(t -> t.is("obl"))
                            .filter(t -> Syntax.preposition(sentence, t).equals("from"))
                            .findFirst();
        }
        Optional<Actor> from = origin.flatMap(this::countryOf);
        if (from.isPresent()) {
            draft.explain("from " + from.get().name());
            return from;
        }
        Optional<Actor> alike =
                definites.sameNounBefore(draft).filter(a -> draft.location.isEmpty());
        draft.explain(
                alike.map(a -> "same noun of " + a.name() + " before (inferred)")
                        .orElse("of another country than the one they are in, not told"));
        return alike;
    }

    private Optional<Actor> countryOf(Token token) {
        Pieces pieces = Pieces.of(token.form());
        return pieces.size() == 0
                ? Optional.empty()
                : gazetteer.name(pieces, 0, false).values().stream()
                        .filter(s -> !s.isPerson())
                        .flatMap(s -> s.country().stream())
                        .findFirst()
                        .flatMap(gazetteer::actor);
    }

    /** "Muslims" and "Christians" live in every country. */
    private static boolean isFaith(Draft draft) {
        return draft.role
                .map(
                        r ->
                                r.role().kind() == Role.Kind.GROUP
                                        && r.role().sector().equals(Optional.of("REL"))
                                        && r.role().of().isEmpty())
                .orElse(false);
    }

    /** "In Indonesia, officials say" after officials of China. */
    private boolean isElsewhere(Draft draft, Actor speaker) {
        Optional<String> place = discourse.onlyPlace(draft.sentence.index());
        return place.isPresent() && !place.equals(speaker.state().flatMap(Actor::code));
    }

    private static boolean isMany(Draft draft) {
        return draft.role
                .map(r -> r.plural() && r.role().headWord().equals("official"))
                .orElse(false);
    }

    private static boolean isBody(Actor actor) {
        return !actor.className().matches("Person|Group|NewsOutlet");
    }

    /** Denmark for the troops in "Denmark has 500 troops in Iraq". */
    private Optional<Actor> senderOf(Draft draft) {
        Token head = draft.headToken();
        boolean sent =
                head.is("obj")
                        && draft.owners.isEmpty()
                        && SENDING.contains(draft.sentence.token(head.head()).lemma())
                        && draft.role
                                .flatMap(r -> r.role().sector())
                                .map(OF_STATE::contains)
                                .orElse(false);
        return sent
                ? Syntax.subject(draft.sentence, draft.sentence.token(head.head()))
                        .flatMap(s -> discourse.at(draft.sentence.index(), s.index()))
                        .filter(s -> s.actors.size() == 1)
                        .flatMap(s -> s.actors.get(0).state())
                : Optional.empty();
    }

    /** "international monitors", "foreign troops", "coalition forces" are not the country's own. */
    private static boolean isOfManyCountries(Draft draft) {
        return !ofMany(draft).isEmpty();
    }

    /** "European" of "European ministers"; empty where no such word stands there. */
    static String ofMany(Draft draft) {
        if (!draft.owners.isEmpty() || draft.role.isEmpty()) {
            return "";
        }
        String noun = draft.role.get().role().noun();
        for (int i = draft.from; i < draft.head; i++) {
            String word = draft.sentence.token(i).lemma().toLowerCase(Locale.ROOT);
            boolean many =
                    OF_MANY_COUNTRIES.contains(word)
                            || CONTINENTAL.contains(word) && draft.role.get().plural();
            if (many && !noun.contains(word)) {
                return CONTINENTAL.contains(word) ? draft.sentence.token(i).form() : word;
            }
        }
        return "";
    }

    /** Militants, crowds, civilians: of the place of the story rather than of the state named. */
    private static boolean isOfNoState(Draft draft) {
        Role role = draft.role.orElseThrow().role();
        return role.className().equals("ArmedGroup")
                || role.isPerson()
                        && (role.kind() != Role.Kind.OFFICE || draft.role.get().plural())
                        && !role.sector().map(OF_STATE::contains).orElse(false);
    }

    /** The country that an ethnic group of the nation lives in: by the words nearest to it. */
    Actor homeOf(Actor nation, Draft draft) {
        String country = nation.code().orElseThrow();
        return draft.location
                .flatMap(l -> l.sense)
                .flatMap(Sense::country)
                .or(() -> discourse.onlyPlace(draft.sentence.index()))
                .or(() -> discourse.otherBefore(country, draft))
                .or(() -> discourse.otherThan(country, draft.sentence.index()))
                .flatMap(gazetteer::actor)
                .orElse(nation);
    }

    /**
     * Whether the role is one that the article's country explains: police, protesters, officials.
     */
    private static boolean mayInfer(Draft draft) {
        if (draft.role.isEmpty()) {
            return false;
        }
        Role role = draft.role.get().role();
        if (role.kind() == Role.Kind.BODY
                && !draft.role.get().plural()
                && DefinitePhrases.isIndefinite(draft)) {
            return false;
        }
        if (role.noun().equals("government") && draft.role.get().plural()) {
            return false;
        }
        boolean organization =
                role.className().equals("InternationalOrganization")
                        || role.className().equals("Organization")
                                && !role.sector().map(AT_HOME::contains).orElse(false)
                        || role.className().equals("NewsOutlet");
        boolean definiteDiplomats =
                role.noun().equals("diplomat") && DefinitePhrases.isDefinite(draft);
        return definiteDiplomats || !OF_NO_COUNTRY.contains(role.noun()) && !organization;
    }
}
