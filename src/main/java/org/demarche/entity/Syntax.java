package org.demarche.entity;

import java.util.Optional;
import java.util.Set;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/** What the tree says of a mention's place in its sentence. */
final class Syntax {
    private static final Set<String> PLACE_PREPOSITIONS =
            Set.of(
                    "in",
                    "at",
                    "near",
                    "across",
                    "inside",
                    "outside",
                    "within",
                    "throughout",
                    "around",
                    "off",
                    "along",
                    "into",
                    "through",
                    "onto",
                    "beyond",
                    "via",
                    "above",
                    "beneath");

    /** Of place only beside what moves: "flew over Iraq", but not "concern over Iraq". */
    private static final Set<String> OVERHEAD = Set.of("over", "toward", "towards", "under");

    private static final Set<String> MOTION =
            Set.of(
                    "fly",
                    "flight",
                    "shoot",
                    "explode",
                    "circle",
                    "crash",
                    "pass",
                    "patrol",
                    "airspace",
                    "plane",
                    "jet",
                    "drone",
                    "overflight",
                    "drop",
                    "sail",
                    "march",
                    "advance",
                    "drive",
                    "travel",
                    "move",
                    "head",
                    "flee",
                    "launch",
                    "fire");
    private static final Set<String> DIRECTIONS =
            Set.of(
                    "northern",
                    "southern",
                    "eastern",
                    "western",
                    "central",
                    "northeastern",
                    "northwestern",
                    "southeastern",
                    "southwestern",
                    "downtown",
                    "nearby",
                    "rural",
                    "neighboring",
                    "neighbouring",
                    "upper",
                    "lower",
                    "mainland");
    private static final Set<String> DIRECTION_NOUNS =
            Set.of(
                    "north",
                    "south",
                    "east",
                    "west",
                    "northeast",
                    "northwest",
                    "southeast",
                    "southwest",
                    "outskirts",
                    "suburb",
                    "city",
                    "town",
                    "village",
                    "province",
                    "region",
                    "district",
                    "area",
                    "part",
                    "port",
                    "coast",
                    "capital",
                    "side",
                    "kilometer",
                    "kilometre",
                    "mile",
                    "island",
                    "center",
                    "centre");

    /** What a town before it tells the place of: "the Kabul bombing", "Madrid train blasts". */
    private static final Set<String> HAPPENINGS =
            Set.of(
                    "attack",
                    "bombing",
                    "blast",
                    "explosion",
                    "shooting",
                    "massacre",
                    "killing",
                    "siege",
                    "raid",
                    "ambush",
                    "crash",
                    "fire",
                    "earthquake",
                    "riot",
                    "unrest",
                    "uprising",
                    "clash",
                    "protest",
                    "rally",
                    "demonstration",
                    "march",
                    "funeral",
                    "festival",
                    "trial",
                    "mine",
                    "airport",
                    "station",
                    "hospital",
                    "hotel",
                    "university",
                    "school",
                    "stadium",
                    "mosque",
                    "church",
                    "prison",
                    "jail",
                    "market",
                    "suburb",
                    "neighborhood",
                    "neighbourhood",
                    "district",
                    "street",
                    "courtroom",
                    "headquarters",
                    "office",
                    "residence",
                    "home",
                    "apartment",
                    "bureau",
                    "subway",
                    "train",
                    "marathon");

    private static final Set<String> HUMAN =
            Set.of(
                    "deny",
                    "reject",
                    "condemn",
                    "denounce",
                    "vow",
                    "pledge",
                    "refuse",
                    "resign",
                    "threaten",
                    "demand",
                    "visit",
                    "meet",
                    "apologize",
                    "welcome",
                    "praise",
                    "criticize",
                    "flee");

    private static final Set<String> SPEECH =
            Set.of(
                    "say",
                    "tell",
                    "add",
                    "warn",
                    "announce",
                    "state",
                    "note",
                    "explain",
                    "claim",
                    "declare",
                    "insist",
                    "argue",
                    "report",
                    "write",
                    "describe",
                    "stress",
                    "ask",
                    "reply",
                    "comment",
                    "call",
                    "accuse",
                    "urge",
                    "confirm",
                    "acknowledge");

    private Syntax() {}

    /** The preposition before the phrase of the head; empty where there is none. */
    static String preposition(Sentence sentence, Token head) {
        String found = "";
        for (Token child : sentence.children(head)) {
            if (child.is("case") && !child.xpos().equals("POS") && child.index() < head.index()) {
                found = child.lemma();
            }
        }
        return found;
    }

    /** Whether the phrase says where: "in Baghdad", "southern Iraq", "the city of Basra". */
    static boolean isPlacePhrase(Sentence sentence, Token head) {
        String preposition = preposition(sentence, head);
        if (PLACE_PREPOSITIONS.contains(preposition)) {
            return true;
        }
        if (OVERHEAD.contains(preposition)) {
            return !head.isRoot() && MOTION.contains(sentence.token(head.head()).lemma());
        }
        for (Token child : sentence.children(head)) {
            if (child.is("amod") && DIRECTIONS.contains(child.lemma())) {
                return true;
            }
        }
        if (isBase(sentence, head)) {
            return true;
        }
        if (head.isRoot()) {
            return false;
        }
        Token above = sentence.token(head.head());
        if (head.is("compound")
                && head.index() < above.index()
                && !above.xpos().startsWith("NNP")
                && HAPPENINGS.contains(above.lemma())) {
            return true;
        }
        if (preposition.equals("of") && DIRECTION_NOUNS.contains(above.lemma())) {
            return true;
        }
        boolean besideTown =
                head.is("appos", "flat", "nmod:desc", "conj")
                        && preposition.isEmpty()
                        && DIRECTION_NOUNS.contains(above.lemma())
                        && above.index() < head.index()
                        && (above.index() + 1 == head.index()
                                || above.lemma().matches("capital|cent(er|re)|port"));
        if (besideTown && isPlacePhrase(sentence, above)) {
            return true;
        }
        boolean besidePlace =
                head.is("appos", "conj", "nmod:poss", "list", "flat", "nmod")
                        && preposition.isEmpty()
                        && Character.isUpperCase(above.form().charAt(0))
                        && above.index() < head.index()
                        && !head.is("nmod:poss");
        return besidePlace && isPlacePhrase(sentence, above)
                || head.is("nmod:poss") && DIRECTION_NOUNS.contains(above.lemma());
    }

    /** "Washington" in "a Washington-based institute" and "the London-born minister". */
    private static boolean isBase(Sentence sentence, Token head) {
        int at = head.index();
        return at + 2 < sentence.tokens().size()
                && sentence.token(at + 1).form().equals("-")
                && sentence.token(at + 2).form().matches("based|born|bound|area");
    }

    /** "town", "province", "border area". */
    static boolean isTown(Token token) {
        return DIRECTION_NOUNS.contains(token.lemma());
    }

    /** "led" in "U.S.-led". */
    static boolean followsHyphen(Sentence sentence, Token token) {
        return token.index() > 0
                && sentence.token(token.index() - 1).form().equals("-")
                && sentence.token(token.index() - 1).span().end() == token.span().start();
    }

    /** Whether the tagger took it for a name. */
    static boolean isProper(Token token) {
        return token.upos().equals("PROPN") || token.xpos().startsWith("NNP");
    }

    static boolean isSubject(Token token) {
        return token.is("nsubj");
    }

    static boolean isSpeech(Token token) {
        return SPEECH.contains(token.lemma());
    }

    /** Whether only somebody does so: "denied", "resigned". */
    static boolean isHuman(Token token) {
        return HUMAN.contains(token.lemma());
    }

    /** Whether it is the subject of a verb of speech. */
    static boolean isSpeaker(Sentence sentence, Token head) {
        return isSubject(head) && isSpeech(sentence.token(head.head()));
    }

    /** The verb or other predicate of the clause that the token stands in. */
    static Token clause(Sentence sentence, Token token) {
        Token at = token;
        for (int i = sentence.tokens().size(); i > 0 && !at.isRoot(); i--) {
            if (at.is("nsubj", "csubj", "ccomp", "xcomp", "advcl", "acl", "parataxis")) {
                return at.is("nsubj", "csubj") ? sentence.token(at.head()) : at;
            }
            at = sentence.token(at.head());
        }
        return at;
    }

    static Optional<Token> subject(Sentence sentence, Token predicate) {
        return sentence.children(predicate).stream().filter(c -> c.is("nsubj")).findFirst();
    }

    static boolean followsQuotation(Sentence sentence, Token token) {
        return sentence.tokens().subList(0, token.index()).stream()
                .anyMatch(t -> "\"“”``''«»".contains(t.form()));
    }

    /** Whether the token stands between quotation marks. */
    static boolean isQuoted(Sentence sentence, Token token) {
        boolean open = false;
        for (Token each : sentence.tokens()) {
            if (each.index() == token.index()) {
                return open || closesLater(sentence, token);
            }
            switch (each.form()) {
                case "“", "``", "«" -> open = true;
                case "”", "''", "»" -> open = false;
                case "\"" -> open = !open;
                default -> {}
            }
        }
        return open;
    }

    /** A sentence inside a quotation of several: only its end carries the mark. */
    private static boolean closesLater(Sentence sentence, Token token) {
        for (int i = token.index() + 1; i < sentence.tokens().size(); i++) {
            switch (sentence.token(i).form()) {
                case "“", "``", "«" -> {
                    return false;
                }
                case "”", "''", "»" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
