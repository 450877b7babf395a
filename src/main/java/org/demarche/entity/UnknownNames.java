package org.demarche.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demarche.text.Token;

/**
 * Reads names that no table has by their shape and place: "Matti Lassila" is a person, "Savanna
 * Liberation Front" an organisation, "in Kilju" a place, "the two Koreas" two states.
 */
final class UnknownNames {
    private final Gazetteer gazetteer;

    private final LocalActors locals;

    private final Discourse discourse;

    private final NamesSoFar names;

    private final Ownership ownership;

    private final StateInference inference;

    UnknownNames(
            Gazetteer gazetteer,
            LocalActors locals,
            Discourse discourse,
            NamesSoFar names,
            Ownership ownership,
            StateInference inference) {
        this.gazetteer = gazetteer;
        this.locals = locals;
        this.discourse = discourse;
        this.names = names;
        this.ownership = ownership;
        this.inference = inference;
    }

    /** Links the name to whom it named before; false where it is new. */
    boolean resolveAgain(Draft draft) {
        if (names.isThing(draft.name)) {
            return true;
        }
        Optional<Actor> half = halfOfCountry(draft);
        if (half.isPresent()) {
            draft.actors = List.of(half.get());
            draft.explain("short for " + half.get().name() + ", which the article names");
            return true;
        }
        Optional<Actor> body =
                draft.to - draft.from == 1 && isNamed(draft)
                        ? names.shortFor(draft.name)
                        : Optional.empty();
        if (body.isPresent()) {
            draft.actors = List.of(body.get());
            draft.explain("short for " + body.get().name() + ", named before");
            return true;
        }
        Optional<Actor> earlier = names.namedBefore(draft.name);
        if (earlier.isEmpty()) {
            return false;
        }
        draft.actors = List.of(earlier.get());
        draft.explain(NamesSoFar.why(draft.name, earlier.get()));
        return true;
    }

    /** Not first in its sentence, or a subject: there a capital alone tells nothing. */
    private static boolean isNamed(Draft draft) {
        return draft.from > 0 || draft.headToken().is("nsubj");
    }

    /** North Korea for "the North" where the article names it. */
    private Optional<Actor> halfOfCountry(Draft draft) {
        boolean half =
                draft.name.matches("North|South")
                        && draft.from > 0
                        && draft.sentence.token(draft.from - 1).lemma().equals("the");
        if (!half) {
            return Optional.empty();
        }
        List<Actor> states =
                gazetteer.states().stream()
                        .filter(s -> s.name().startsWith(draft.name + " "))
                        .filter(s -> discourse.named().contains(s.code().orElse("")))
                        .toList();
        return states.size() == 1 ? Optional.of(states.get(0)) : Optional.empty();
    }

    /**
     * Notes under which words a body of the gazetteer may be named later: "Amnesty" and "the Post"
     * after "Amnesty International" and "The Washington Post".
     */
    void heard(Draft draft, Actor body) {
        String[] words = draft.words().split(" ", -1);
        boolean outlet = body.className().equals("NewsOutlet");
        boolean group =
                body.className()
                        .matches("NonGovernmentalOrganization|ArmedGroup|PoliticalParty|Company");
        if (words.length < 2 || !outlet && !group) {
            return;
        }
        String last = words[words.length - 1];
        boolean telling = outlet || gazetteer.ending(last).isEmpty();
        if (telling && Character.isUpperCase(last.charAt(0))) {
            names.shortened(last, body);
        }
        if (group && isOnlyAName(words[0])) {
            names.shortened(words[0], body);
        }
    }

    /** "Amnesty", but neither "Islamic" nor "National". */
    private static boolean isOnlyAName(String word) {
        return Character.isUpperCase(word.charAt(0))
                && !word.matches(".*(ic|al|an|ed|ish|ese|ary|ist)")
                && !word.matches(
                        "The|Free|Social|New|People|World|United|Human|First|Red|North|South");
    }

    /** Resolves a name that is new in the article. */
    void resolve(Draft draft) {
        String text = draft.name;
        if (draft.bodyRole.isPresent()) {
            Actor body =
                    locals.named(
                            text, draft.bodyRole.get().role().className(), ownership.owner(draft));
            draft.actors = List.of(body);
            draft.explain("named after '" + draft.bodyRole.get().role().noun() + "'");
            names.remember(text, body);
            return;
        }
        if (draft.ending.equals(Optional.of(NameEnding.Kind.THING)) || isSymbol(draft)) {
            if (gazetteer.opensThing(draft.sentence.token(draft.from).form())) {
                names.rememberThing(text);
            }
            return;
        }
        List<Actor> namesakes = namesakes(draft);
        if (!namesakes.isEmpty()) {
            draft.actors = namesakes;
            draft.explain("all states of the name");
            return;
        }
        Token head = draft.headToken();
        boolean place =
                draft.ending.equals(Optional.of(NameEnding.Kind.PLACE))
                        || draft.ending.isEmpty() && Syntax.isPlacePhrase(draft.sentence, head);
        if (place) {
            localPlace(draft);
        } else if (draft.ending.isPresent() || isAcronym(draft)) {
            localOrganization(draft);
        } else if (looksLikePerson(draft)) {
            draft.explain("a name of no table, of the shape of a person's");
            Optional<Actor> affiliation =
                    ownership.owner(draft).or(() -> inference.ofPerson(draft));
            Actor person = locals.person(text, Optional.empty(), affiliation, Optional.empty());
            draft.actors = List.of(person);
            names.remember(text, person);
        } else if (head.is("nsubj", "obl:agent", "nmod:poss")
                || draft.to - draft.from > 1 && !head.is("compound")) {
            localOrganization(draft);
        }
    }

    /** North and South Korea for "the two Koreas". */
    private List<Actor> namesakes(Draft draft) {
        if (draft.to - draft.from > 1 || draft.ending.isPresent() || !draft.name.endsWith("s")) {
            return List.of();
        }
        String one = " " + draft.name.substring(0, draft.name.length() - 1);
        List<Actor> states =
                gazetteer.states().stream().filter(s -> (" " + s.name()).endsWith(one)).toList();
        return states.size() > 1 ? states : List.of();
    }

    private boolean looksLikePerson(Draft draft) {
        String first = draft.sentence.token(draft.from).form();
        if (draft.gender.isPresent() || gazetteer.isGivenName(first) || isWho(draft)) {
            return true;
        }
        int words = draft.to - draft.from;
        boolean flat = false;
        for (int i = draft.from; i < draft.to; i++) {
            flat |= draft.sentence.token(i).is("flat");
        }
        Token head = draft.headToken();
        boolean speaks =
                head.is("nsubj")
                        && (Syntax.isSpeech(draft.sentence.token(head.head()))
                                || Syntax.isHuman(draft.sentence.token(head.head())));
        return words > 1 && flat || words <= 4 && speaks;
    }

    /** "Kennedy, who fell ill" is a person. */
    private static boolean isWho(Draft draft) {
        Token head = draft.headToken();
        return draft.sentence.children(head).stream()
                .filter(c -> c.relation().equals("acl:relcl"))
                .flatMap(
                        c -> draft.sentence.tokens().stream().filter(t -> t.index() > head.index()))
                .findFirst()
                .map(t -> t.form().equals(",") ? draft.sentence.token(t.index() + 1) : t)
                .map(t -> t.lemma().matches("who|whom|whose"))
                .orElse(false);
    }

    /** "H5N1" and "B.C." stand for no body. */
    private static boolean isSymbol(Draft draft) {
        return draft.to - draft.from == 1
                && draft.name.matches("[A-Z]+[0-9][A-Z0-9]*|(?:[A-Z]\\.)+");
    }

    private static boolean isAcronym(Draft draft) {
        return draft.to - draft.from == 1
                && draft.name.length() >= 3
                && draft.name.chars().allMatch(Character::isUpperCase);
    }

    private void localPlace(Draft draft) {
        Optional<String> country =
                draft.owners.stream()
                        .flatMap(o -> o.sense.stream())
                        .flatMap(s -> s.country().stream())
                        .findFirst()
                        .or(() -> countryBeside(draft));
        draft.place =
                Optional.of(
                        new Place(
                                "local/" + Gazetteer.slug(draft.name),
                                draft.name,
                                List.of(),
                                country,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Optional.empty(),
                                false));
        draft.explain(
                "a name of no table, where something is"
                        + country.map(c -> ", in " + c).orElse(""));
    }

    /** Iraq in "Kilju, Iraq". */
    private Optional<String> countryBeside(Draft draft) {
        for (Token child : draft.sentence.children(draft.headToken())) {
            if (child.is("appos", "nmod", "flat", "compound", "conj", "list")) {
                Pieces pieces = Pieces.of(child.form());
                if (pieces.size() > 0) {
                    Optional<String> country =
                            gazetteer.name(pieces, 0, false).values().stream()
                                    .flatMap(s -> s.country().stream())
                                    .findFirst();
                    if (country.isPresent()) {
                        return country;
                    }
                }
            }
        }
        return discourse.onlyState(draft.sentence.index());
    }

    private void localOrganization(Draft draft) {
        Actor organization = locals.named(draft.name, "Organization", ownership.owner(draft));
        draft.actors = List.of(organization);
        draft.explain("a name of no table, taken for a body by its words and place");
        names.remember(draft.name, organization);
        acronymAfter(draft).ifPresent(a -> names.alias(a, organization));
    }

    /** PDF in "People's Democratic Front (PDF)". */
    private static Optional<String> acronymAfter(Draft draft) {
        List<Token> tokens = draft.sentence.tokens();
        int at = draft.to;
        return at + 2 < tokens.size()
                        && tokens.get(at).form().equals("(")
                        && tokens.get(at + 2).form().equals(")")
                        && NameIndex.isCapitals(tokens.get(at + 1).form())
                ? Optional.of(tokens.get(at + 1).form())
                : Optional.empty();
    }
}
