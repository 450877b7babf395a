package org.demarche.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * What the tree says of the phrases of a sentence among themselves: whose spokesman one is ("of the
 * army"), where the crowd stands ("outside the embassy"), what the hundreds are hundreds of, and
 * which two name the same person ("Finland's ambassador, Matti Lassila"). Where the parser missed
 * such a link and the words leave no doubt, the words decide.
 */
final class PhraseRelations {
    private static final Set<String> BELONGING =
            Set.of("of", "for", "from", "at", "with", "within", "inside", "on");

    private static final Set<String> QUANTITIES =
            Set.of(
                    "thousands",
                    "hundreds",
                    "dozens",
                    "scores",
                    "tens of thousands",
                    "hundreds of thousands",
                    "millions",
                    "crowd",
                    "mob",
                    "group",
                    "member",
                    "majority",
                    "gathering",
                    "team",
                    "band",
                    "gang",
                    "panel",
                    "delegation",
                    "coalition",
                    "convoy",
                    "minority");

    private static final Set<String> PLACE_OF =
            Set.of(
                    "in",
                    "at",
                    "near",
                    "across",
                    "inside",
                    "outside",
                    "from",
                    "throughout",
                    "around");

    private static final Set<String> TIME =
            Set.of(
                    "Monday",
                    "Tuesday",
                    "Wednesday",
                    "Thursday",
                    "Friday",
                    "Saturday",
                    "Sunday",
                    "today",
                    "yesterday");

    private PhraseRelations() {}

    /** Relates the phrases of one sentence. */
    static void relate(List<Draft> drafts) {
        Map<Integer, Draft> byHead = new HashMap<>();
        drafts.forEach(d -> byHead.putIfAbsent(d.head, d));
        drafts.forEach(d -> relate(d, byHead, drafts));
    }

    private static void relate(Draft draft, Map<Integer, Draft> byHead, List<Draft> drafts) {
        if (draft.form == Draft.Form.PRONOUN
                || draft.form == Draft.Form.KNOWN && !draft.isPersonSense()) {
            return;
        }
        Sentence sentence = draft.sentence;
        if (draft.form == Draft.Form.COUNTRY) {
            placeBeside(draft, drafts);
        }
        for (Token child : sentence.children(draft.headToken())) {
            Draft other = byHead.get(child.index());
            if (other == null || other == draft || other.covers(draft.head)) {
                continue;
            }
            if (child.is("appos", "flat") && other.from >= draft.to) {
                pair(draft, other);
            } else if (child.is("nmod") && other.from >= draft.to) {
                relateOblique(draft, other, Syntax.preposition(sentence, child), byHead);
            }
        }
        if (draft.owners.isEmpty() && draft.role.isPresent()) {
            followingOwner(draft, drafts);
        }
        if (draft.location.isEmpty() && draft.role.isPresent()) {
            followingLocation(draft, drafts);
        }
        followingTwin(draft, drafts);
        followingRole(draft, drafts);
    }

    /** Islamabad for "the capital" in "the capital, Islamabad". */
    private static void placeBeside(Draft draft, List<Draft> drafts) {
        List<Token> tokens = draft.sentence.tokens();
        int next = draft.to < tokens.size() && tokens.get(draft.to).form().equals(",") ? 1 : 0;
        drafts.stream()
                .filter(d -> d.from == draft.to + next)
                .filter(d -> d.sense.map(x -> x.place().isPresent()).orElse(false))
                .findFirst()
                .ifPresent(d -> draft.location = Optional.of(d));
    }

    /** "Jan Berg, acting head of the party, said" where the parser missed the apposition. */
    private static void followingRole(Draft draft, List<Draft> drafts) {
        List<Token> tokens = draft.sentence.tokens();
        boolean name =
                draft.isPersonSense() && draft.role.isEmpty()
                        || draft.form == Draft.Form.UNKNOWN && draft.to - draft.from > 1;
        if (!name
                || draft.twin.isPresent()
                || draft.to >= tokens.size()
                || !tokens.get(draft.to).form().equals(",")) {
            return;
        }
        for (Draft other : drafts) {
            boolean role =
                    other.form == Draft.Form.ROLE
                            && other.from == draft.to + 1
                            && other.twin.isEmpty()
                            && !other.role.orElseThrow().plural()
                            && other.role.orElseThrow().role().isPerson();
            if (role && closesWithComma(tokens, other.to)) {
                draft.twin = Optional.of(other);
                other.twin = Optional.of(draft);
                return;
            }
        }
    }

    /** Whether the phrase runs to a comma or the sentence's end before any verb. */
    private static boolean closesWithComma(List<Token> tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.form().equals(",") || token.form().equals(".")) {
                return true;
            }
            if (token.upos().equals("VERB") || token.upos().equals("AUX")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBodyRole(Draft draft) {
        return draft.form == Draft.Form.ROLE
                && draft.role.map(r -> r.role().kind() == Role.Kind.BODY).orElse(false);
    }

    private static boolean isBodyName(Draft draft) {
        return draft.sense.map(s -> s.kind() == Sense.Kind.ORGANIZATION).orElse(false);
    }

    private static void pair(Draft one, Draft other) {
        boolean personAndRole =
                (one.role.isPresent() && one.form == Draft.Form.ROLE && other.canBePerson())
                        || (other.role.isPresent()
                                && other.form == Draft.Form.ROLE
                                && one.canBePerson());
        boolean bodyAndRole =
                isBodyRole(one) && isBodyName(other) || isBodyRole(other) && isBodyName(one);
        if ((personAndRole || bodyAndRole) && one.twin.isEmpty() && other.twin.isEmpty()) {
            one.twin = Optional.of(other);
            other.twin = Optional.of(one);
        }
    }

    /** Japan and South Korea in "the foreign ministers of Japan and South Korea". */
    private static List<Draft> withCoordinated(Draft first, Map<Integer, Draft> byHead) {
        List<Draft> all = new ArrayList<>(List.of(first));
        if (first.sense.isEmpty() || first.isPersonSense()) {
            return all;
        }
        for (Token child : first.sentence.children(first.headToken())) {
            Draft other = byHead.get(child.index());
            boolean joins =
                    child.is("conj")
                            && other != null
                            && other.sense.isPresent()
                            && !other.isPersonSense()
                            && Syntax.preposition(first.sentence, child).isEmpty();
            if (joins) {
                all.add(other);
            }
        }
        return all;
    }

    private static void relateOblique(
            Draft draft, Draft other, String preposition, Map<Integer, Draft> byHead) {
        boolean quantity =
                preposition.equals("of")
                        && draft.role
                                .map(
                                        r ->
                                                QUANTITIES.contains(r.role().noun())
                                                        || QUANTITIES.contains(r.role().plural()))
                                .orElse(false);
        boolean people = other.sense.map(Sense::isDemonym).orElse(false);
        if (quantity && (other.role.isPresent() || people)) {
            draft.counted = Optional.of(other);
        } else if ((draft.owners.isEmpty()
                        || preposition.equals("of")
                                && other.sense.isPresent()
                                && namesNoState(draft))
                && BELONGING.contains(preposition)
                && draft.role.isPresent()
                && !(preposition.equals("on") || preposition.equals("with"))) {
            draft.owners = new ArrayList<>(withCoordinated(other, byHead));
        }
        if (PLACE_OF.contains(preposition) && isLocated(other)) {
            draft.location = Optional.of(other);
        }
    }

    /** "Roman Catholic" in "the Roman Catholic archbishop of Lima" is no owner beside the town. */
    private static boolean namesNoState(Draft draft) {
        return draft.owners.stream()
                .allMatch(o -> o.form == Draft.Form.UNKNOWN || o.form == Draft.Form.ROLE);
    }

    /** "spokesman for the army" where the parser hung "for" elsewhere. */
    private static void followingOwner(Draft draft, List<Draft> drafts) {
        Sentence sentence = draft.sentence;
        if (draft.to + 1 >= sentence.tokens().size()
                || !sentence.token(draft.to).form().equals("of")
                || !draft.role.orElseThrow().role().isPerson()) {
            return;
        }
        for (Draft other : drafts) {
            if (other.from == draft.to + 1 && other.form != Draft.Form.PRONOUN) {
                draft.owners = new ArrayList<>(List.of(other));
                return;
            }
        }
    }

    /** "demonstrators at the embassy" where the parser hung "at" elsewhere. */
    private static void followingLocation(Draft draft, List<Draft> drafts) {
        List<Token> tokens = draft.sentence.tokens();
        if (draft.to >= tokens.size() || !PLACE_OF.contains(tokens.get(draft.to).form())) {
            return;
        }
        drafts.stream()
                .filter(other -> other.from == draft.to + 1 && isLocated(other))
                .findFirst()
                .ifPresent(other -> draft.location = Optional.of(other));
    }

    private static boolean isLocated(Draft draft) {
        return draft.sense.isPresent()
                || draft.role
                        .map(r -> r.role().className().equals("DiplomaticMission"))
                        .orElse(false);
    }

    /**
     * "Finland's ambassador to Iraq, Matti Lassila, said" where the parser missed the apposition.
     */
    private static void followingTwin(Draft draft, List<Draft> drafts) {
        if (draft.form != Draft.Form.ROLE
                || draft.twin.isPresent()
                || draft.isPlural()
                || !draft.role.orElseThrow().role().isPerson()) {
            return;
        }
        Sentence sentence = draft.sentence;
        for (Draft other : drafts) {
            boolean sameHolder =
                    other.form == Draft.Form.TITLED
                            && other.from == draft.to + 1
                            && sentence.token(draft.to).lemma().equals("and")
                            && Character.isLowerCase(sentence.token(other.from).form().charAt(0));
            if (sameHolder) {
                draft.twin = Optional.of(other);
                if (other.owners.isEmpty()) {
                    other.owners = draft.owners;
                }
                return;
            }
        }
        int comma = draft.to;
        for (Draft other : drafts) {
            boolean within =
                    draft.owners.contains(other)
                            || draft.location.equals(Optional.of(other))
                            || other.from == draft.to + 1 && sentence.token(draft.to).is("case");
            if (within && other.from >= draft.to) {
                comma = Math.max(comma, other.to);
            }
        }
        int at = comma;
        if (at + 1 >= sentence.tokens().size() || !sentence.token(at).form().equals(",")) {
            return;
        }
        for (Draft other : drafts) {
            boolean closed =
                    other.to >= sentence.tokens().size()
                            || sentence.token(other.to).upos().matches("PUNCT|VERB|AUX|ADV")
                            || TIME.contains(sentence.token(other.to).form());
            if (other.from == at + 1
                    && closed
                    && other.twin.isEmpty()
                    && (other.isPersonSense()
                            || other.form == Draft.Form.UNKNOWN && other.to - other.from > 1)) {
                draft.twin = Optional.of(other);
                other.twin = Optional.of(draft);
                return;
            }
        }
    }
}
