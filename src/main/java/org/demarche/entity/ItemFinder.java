package org.demarche.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.text.CalendarWords;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Finds what a sentence's phrases are made of: the names that the gazetteer knows, the roles and
 * bodies ("foreign minister", "army"), and the runs of proper nouns that are neither.
 */
final class ItemFinder {
    private static final Set<String> PARTICLES =
            Set.of(
                    "al", "el", "bin", "ibn", "ben", "de", "la", "van", "von", "der", "den", "del",
                    "da", "dos", "du", "di", "ul", "ur", "abu", "of", "ould", "as", "ad", "ash");

    private static final Set<String> CALENDAR =
            Set.of("jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.");

    /** Nouns that as the first part of a compound name nobody: "power plant", "radio message". */
    private static final Set<String> SELDOM_ACTORS =
            Set.of(
                    "power",
                    "nuclear power",
                    "office",
                    "side",
                    "public",
                    "television",
                    "radio",
                    "website",
                    "cell",
                    "network",
                    "state",
                    "capital",
                    "member",
                    "business",
                    "head",
                    "family",
                    "school",
                    "team",
                    "press",
                    "union",
                    "industry",
                    "church",
                    "assembly",
                    "consumer",
                    "generation",
                    "reserve",
                    "refugee",
                    "voter",
                    "passenger",
                    "patient");

    /** A name, role or run of unknown proper nouns: tokens up to before {@code to}. */
    record Item(int to, Optional<Name> name, Optional<RoleName> role) {
        boolean isUnknown() {
            return name.isEmpty() && role.isEmpty();
        }

        boolean canBePersonName() {
            return isUnknown() || name.map(n -> n.sense().isPerson()).orElse(false);
        }
    }

    private final Gazetteer gazetteer;

    private final Sentence sentence;

    private final Pieces pieces;

    private final int size;

    private final Item[] items;

    private final Set<String> proper;

    private ItemFinder(Gazetteer gazetteer, Sentence sentence, Pieces pieces, Set<String> proper) {
        this.gazetteer = gazetteer;
        this.sentence = sentence;
        this.pieces = pieces;
        this.proper = proper;
        this.size = sentence.tokens().size();
        this.items = new Item[size];
    }

    /**
     * For each token the item that begins there, if one does.
     *
     * @param proper words that are names elsewhere in the article
     */
    static List<Optional<Item>> find(
            Gazetteer gazetteer,
            Sentence sentence,
            Pieces pieces,
            List<Name> names,
            Set<String> proper) {
        ItemFinder finder = new ItemFinder(gazetteer, sentence, pieces, proper);
        finder.placeItems(names);
        return Arrays.stream(finder.items).map(Optional::ofNullable).toList();
    }

    private void placeItems(List<Name> names) {
        boolean[] taken = new boolean[size];
        int from = 0;
        for (Name name : names) {
            if (name.from() < from) {
                continue;
            }
            NameIndex.Hit<RoleName> role = gazetteer.role(pieces, pieces.first(name.from()));
            boolean people =
                    !role.values().isEmpty()
                            && roleEnd(role) > name.to()
                            && role.values().get(0).role().kind() == Role.Kind.GROUP;
            if (people) {
                from = roleEnd(role);
            } else {
                place(taken, name.from(), new Item(name.to(), Optional.of(name), Optional.empty()));
            }
        }
        for (int at = 0; at < size; at++) {
            if (!taken[at] && hasPieces(at)) {
                placeRole(taken, at);
            }
        }
        for (int at = 0; at < size; at++) {
            if (!taken[at] && opensUnknown(sentence.token(at))) {
                int to = endOfUnknown(taken, at);
                if (to - at == 1 && opensSentence(at)) {
                    continue;
                }
                place(taken, at, new Item(to, Optional.empty(), Optional.empty()));
                at = to - 1;
            }
        }
    }

    private boolean hasPieces(int token) {
        return pieces.first(token) < pieces.first(token + 1);
    }

    private int roleEnd(NameIndex.Hit<RoleName> role) {
        return pieces.token(role.to() - 1) + 1;
    }

    private void place(boolean[] taken, int from, Item item) {
        items[from] = item;
        for (int i = from; i < item.to(); i++) {
            taken[i] = true;
        }
    }

    private void placeRole(boolean[] taken, int at) {
        NameIndex.Hit<RoleName> hit = gazetteer.role(pieces, pieces.first(at));
        if (hit.values().isEmpty()) {
            return;
        }
        int to = roleEnd(hit);
        for (int i = at; i < to; i++) {
            if (taken[i]) {
                return;
            }
        }
        String noun = hit.values().get(0).role().noun();
        boolean thing = SELDOM_ACTORS.contains(noun) && sentence.token(to - 1).is("compound");
        boolean small =
                Character.isUpperCase(noun.charAt(0))
                        && Character.isLowerCase(sentence.token(at).form().charAt(0));
        if (thing || small || followsNumber(at) || isCutShort(at, to)) {
            return;
        }
        if (isNominal(sentence.token(to - 1)) || isNominal(sentence.token(at))) {
            RoleName role = hit.values().get(0);
            Token last = sentence.token(to - 1);
            boolean adjective = last.upos().equals("ADJ") && to - at == 1;
            boolean faith =
                    role.role().kind() == Role.Kind.GROUP
                            && (last.is("amod", "compound") || modifiesNext(last))
                            && Character.isUpperCase(last.form().charAt(0))
                            && role.role().of().isEmpty();
            boolean fighter =
                    role.role().kind() == Role.Kind.PERSON
                            && role.role().sector().map(x -> x.equals("REB")).orElse(false)
                            && to < size
                            && sentence.token(to).upos().equals("NOUN");
            if (!faith && (!adjective || fighter || isAdjectivalHead(last))) {
                place(taken, at, new Item(to, Optional.empty(), Optional.of(role)));
            }
        }
    }

    /** "nation" in "34-nation summit". */
    private boolean followsNumber(int at) {
        return at > 1
                && Syntax.followsHyphen(sentence, sentence.token(at))
                && sentence.token(at - 2).upos().equals("NUM");
    }

    private boolean modifiesNext(Token token) {
        int next = token.index() + 1;
        return !token.xpos().endsWith("S")
                && next < size
                && sentence.token(next).upos().equals("NOUN");
    }

    /** Whether a longer role begins inside: "rebel movement" in "former rebel movement". */
    private boolean isCutShort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (hasPieces(i)) {
                NameIndex.Hit<RoleName> inner = gazetteer.role(pieces, pieces.first(i));
                if (!inner.values().isEmpty() && roleEnd(inner) > to) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "the wounded", but not "wounded soldiers". */
    private boolean isAdjectivalHead(Token token) {
        return !token.is("amod", "compound", "xcomp", "root", "advmod", "conj", "acl", "advcl")
                        && sentence.children(token).stream().noneMatch(c -> c.is("cop"))
                || Character.isUpperCase(token.form().charAt(0))
                        && token.index() + 1 < size
                        && Syntax.isProper(sentence.token(token.index() + 1));
    }

    private static boolean isNominal(Token token) {
        return token.upos().equals("NOUN") || token.upos().equals("ADJ") || Syntax.isProper(token);
    }

    private boolean opensUnknown(Token token) {
        return Syntax.isProper(token)
                && Character.isUpperCase(token.form().charAt(0))
                && !isCalendarWord(token)
                && !Honorifics.isOne(token.form())
                && !NameFinder.isShouting(sentence);
    }

    /** Whether a capital tells nothing here: one word first in the sentence, not in capitals. */
    private boolean opensSentence(int at) {
        Token token = sentence.token(at);
        boolean first = at == 0 || at == 1 && sentence.token(0).upos().equals("PUNCT");
        boolean speaks =
                token.is("nsubj")
                        && (Syntax.isSpeech(sentence.token(token.head()))
                                || token.xpos().equals("NNP")
                                        && Syntax.isHuman(sentence.token(token.head())));
        boolean known = token.is("nsubj") && proper.contains(token.form());
        return first && !speaks && !known && !NameIndex.isCapitals(token.form());
    }

    private int endOfUnknown(boolean[] taken, int from) {
        int to = from + 1;
        int at = to;
        while (at < size && !taken[at]) {
            Token token = sentence.token(at);
            boolean joint =
                    token.form().equals("-")
                            && token.span().start() == sentence.token(at - 1).span().end();
            if (opensUnknown(token)
                    || (Syntax.isProper(token) && Character.isDigit(token.form().charAt(0)))) {
                to = at + 1;
            } else if (joint
                    && at + 1 < size
                    && token.span().end() == sentence.token(at + 1).span().start()) {
                if (!Syntax.isProper(sentence.token(at + 1)) || taken[at + 1]) {
                    break;
                }
                to = at + 2;
                at++;
            } else if (!isParticle(token, at, taken)) {
                break;
            }
            at++;
        }
        return to;
    }

    private boolean isParticle(Token token, int at, boolean[] taken) {
        return PARTICLES.contains(token.form())
                && !token.form().equals("of")
                && at + 1 < size
                && !taken[at + 1]
                && (Syntax.isProper(sentence.token(at + 1))
                        || sentence.token(at + 1).form().equals("-"));
    }

    /** "de" and "al" within names. */
    static boolean isParticle(Token token) {
        return PARTICLES.contains(token.form()) && !token.form().equals("of");
    }

    static boolean isCalendarWord(Token token) {
        String form = token.form().toLowerCase(Locale.ROOT);
        return CALENDAR.contains(form) || CalendarWords.isName(form);
    }
}
