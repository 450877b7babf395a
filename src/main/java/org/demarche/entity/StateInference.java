package org.demarche.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
                        .anyMatch(o -> o.form == Draft.Form.UNKNOWN && o.actors.isEmpty());
        int sentence = draft.sentence.index();
        boolean anybody =
                draft.role.map(r -> ANYBODY.contains(r.role().noun()) && r.plural()).orElse(false);
        Optional<String> own = draft.role.flatMap(r -> r.role().of());
        if (own.isPresent()) {
            draft.explain("which alone has it");
            return own.flatMap(gazetteer::actor);
        }
        Optional<Draft> speaker = speakerBefore(draft);
        if (speaker.isPresent()) {
            Actor actor = speaker.get().actors.get(0);
            draft.explain("of whom '" + speaker.get().words() + "' was said to speak (inferred)");
            return isMany(draft) ? actor.state() : Optional.of(actor);
        }
        if (ownerUnknown || isOfManyCountries(draft) || !anybody && !mayInfer(draft)) {
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
        Optional<Actor> before = definites.sameDefiniteBefore(draft);
        if (before.isPresent()) {
            draft.explain("same noun of " + before.get().name() + " before (inferred)");
            return before;
        }
        Set<String> here = discourse.states(sentence);
        Optional<String> story = discourse.story(draft);
        if (story.isPresent()
                && draft.role.isPresent()
                && !isOfNoState(draft)
                && DefinitePhrases.isDefinite(draft)) {
            draft.explain("country of the story (inferred)");
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
        if (story.isPresent() && (here.isEmpty() || here.contains(story.get()))) {
            draft.explain("country of the story (inferred)");
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
                .findFirst();
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
        if (!draft.owners.isEmpty() || draft.role.isEmpty()) {
            return false;
        }
        String noun = draft.role.get().role().noun();
        for (int i = draft.from; i < draft.head; i++) {
            String word = draft.sentence.token(i).lemma().toLowerCase(Locale.ROOT);
            boolean many =
                    OF_MANY_COUNTRIES.contains(word)
                            || CONTINENTAL.contains(word) && draft.role.get().plural();
            if (many && !noun.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Militants, crowds, civilians: of the place of the story rather than of the state named. */
    private static boolean isOfNoState(Draft draft) {
        Role role = draft.role.orElseThrow().role();
        return role.className().equals("ArmedGroup")
                || role.isPerson()
                        && role.kind() != Role.Kind.OFFICE
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
