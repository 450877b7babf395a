package org.demarche.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.article.Span;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Reads the noun phrases of a sentence that name somebody: names, roles with whom they belong to
 * ("Israeli army spokesman"), titles with names, pronouns. It goes by the words from left to right;
 * the tree tells the heads and what follows them.
 */
final class PhraseReader {
    private static final Set<String> COUNTRY_NOUNS =
            Set.of("country", "nation", "capital", "neighbor", "neighbour", "republic", "kingdom");

    private static final Set<String> UTTERANCES =
            Set.of("statement", "communique", "announcement", "declaration", "letter");

    /** Words that end the field of an office, behind which a name begins. */
    private static final Set<String> FIELDS =
            Set.of(
                    "Affairs",
                    "Security",
                    "Policy",
                    "Operations",
                    "Rights",
                    "Planning",
                    "Intelligence",
                    "Treasury",
                    "Defense",
                    "Defence",
                    "Cooperation",
                    "Development",
                    "Environment",
                    "Commerce",
                    "Energy",
                    "Relations");

    private static final Set<String> JOINED = Set.of("lead", "link", "affiliate");

    private static final Set<String> SIDES = Set.of("pro", "anti", "non", "ex", "post", "pre");

    private static final Set<String> PRONOUNS =
            Set.of(
                    "he",
                    "him",
                    "his",
                    "himself",
                    "she",
                    "her",
                    "hers",
                    "herself",
                    "it",
                    "its",
                    "itself",
                    "they",
                    "them",
                    "their",
                    "theirs",
                    "themselves",
                    "who",
                    "whom",
                    "whose",
                    "which",
                    "that",
                    "i",
                    "me",
                    "my",
                    "we",
                    "us",
                    "our",
                    "ours",
                    "both",
                    "myself",
                    "ourselves");

    private final Gazetteer gazetteer;

    private final String text;

    private final Sentence sentence;

    private final int size;

    private final List<Optional<ItemFinder.Item>> items;

    private final List<Draft> drafts = new ArrayList<>();

    // the phrase being read
    private int start = -1;

    private List<Draft> owners = new ArrayList<>();

    private boolean coordinated;

    PhraseReader(
            Gazetteer gazetteer,
            String text,
            Sentence sentence,
            List<Optional<ItemFinder.Item>> items) {
        this.gazetteer = gazetteer;
        this.text = text;
        this.sentence = sentence;
        this.size = sentence.tokens().size();
        this.items = items;
    }

    private Optional<ItemFinder.Item> itemAt(int token) {
        return token < size ? items.get(token) : Optional.empty();
    }

    /** The phrases in reading order. */
    List<Draft> read() {
        int at = 0;
        while (at < size) {
            Optional<ItemFinder.Item> item = itemAt(at);
            at = item.isPresent() ? readItem(at, item.get()) : passToken(at);
        }
        drafts.sort(
                Comparator.comparingInt((Draft d) -> d.from)
                        .thenComparing(Comparator.comparingInt((Draft d) -> d.to).reversed()));
        return drafts;
    }

    private void reset() {
        start = -1;
        owners = new ArrayList<>();
        coordinated = false;
    }

    private int passToken(int at) {
        Token token = sentence.token(at);
        String form = token.form().toLowerCase(Locale.ROOT);
        if (PRONOUNS.contains(form) && isPronoun(token)) {
            readPronoun(token);
        } else if (token.is("mark")) {
            reset();
        } else if (token.upos().equals("DET") && !token.is("nmod")) {
            reset();
            start = at;
        } else if (isPossessiveMark(token) && !owners.isEmpty()) {
            owners = new ArrayList<>(List.of(owners.get(owners.size() - 1)));
        } else if (COUNTRY_NOUNS.contains(token.lemma())
                && token.upos().equals("NOUN")
                && !Syntax.followsHyphen(sentence, token)) {
            readPlain(at, Draft.Form.COUNTRY);
        } else if (UTTERANCES.contains(token.lemma()) && token.upos().equals("NOUN")) {
            readPlain(at, Draft.Form.UTTERANCE);
        } else if (joinsDemonyms(at)) {
            coordinated = true;
        } else if (joinsModifiers(at)) {
            return at + 1;
        } else if (!continuesPhrase(token)) {
            reset();
        } else if (token.upos().equals("VERB")
                && Syntax.followsHyphen(sentence, token)
                && !JOINED.contains(token.lemma())) {
            owners = ownersBefore(at - 1);
        } else if (start < 0 && !token.upos().equals("PUNCT")) {
            start = at;
        }
        return at + 1;
    }

    /** China's in "China's government-run media", none in "Iranian-backed militia". */
    private List<Draft> ownersBefore(int hyphen) {
        List<Draft> left = new ArrayList<>();
        for (Draft owner : owners) {
            left.addAll(owner.to < hyphen ? List.of(owner) : owner.owners);
        }
        return left;
    }

    private static boolean isPronoun(Token token) {
        return token.upos().equals("PRON")
                || token.upos().equals("DET") && token.lemma().equals("both") && !token.is("det");
    }

    private void readPronoun(Token token) {
        int at = token.index();
        Draft draft = new Draft(sentence, Draft.Form.PRONOUN, at, at + 1, at);
        drafts.add(draft);
        boolean possessive =
                token.xpos().equals("PRP$") || token.xpos().equals("WP$") || token.is("nmod");
        reset();
        if (possessive) {
            start = at;
            owners.add(draft);
        }
    }

    private void readPlain(int at, Draft.Form form) {
        int from = start < 0 ? at : start;
        Draft draft = new Draft(sentence, form, from, at + 1, at);
        draft.owners = chosenOwners();
        drafts.add(draft);
        boolean owns = at + 1 < size && isPossessiveMark(sentence.token(at + 1));
        reset();
        if (owns || continuesAsCompound(at + 1)) {
            start = from;
            owners.add(draft);
        }
    }

    static boolean isPossessiveMark(Token token) {
        return token.xpos().equals("POS")
                || token.upos().equals("PART") && token.form().matches("['’]s?");
    }

    private boolean continuesPhrase(Token token) {
        return switch (token.upos()) {
            case "ADJ", "NOUN", "NUM" -> true;
            case "PROPN" -> !ItemFinder.isCalendarWord(token);
            case "ADV" ->
                    token.is("advmod")
                            && token.head() > token.index()
                            && !token.xpos().equals("WRB");
            case "VERB" ->
                    token.is("amod", "compound") && token.head() > token.index()
                            || Syntax.followsHyphen(sentence, token);
            case "PUNCT", "SYM" ->
                    token.form().equals("-") && isJoint(token)
                            || token.is("punct") && isQuote(token) && start >= 0;
            default -> false;
        };
    }

    /** A hyphen within a word, not a dash between phrases. */
    private boolean isJoint(Token hyphen) {
        return hyphen.index() > 0
                && sentence.token(hyphen.index() - 1).span().end() == hyphen.span().start();
    }

    private static boolean isQuote(Token token) {
        return token.form().equals("\"") || token.form().equals("“") || token.form().equals("”");
    }

    /** "and" in "Hungarian and Romanian officials", the comma in "French, German and British". */
    private boolean joinsDemonyms(int at) {
        Token token = sentence.token(at);
        boolean comma = token.form().equals(",");
        if (owners.isEmpty() || !(comma || token.upos().equals("CCONJ"))) {
            return false;
        }
        Draft last = owners.get(owners.size() - 1);
        int next = at + 1;
        if (comma && next < size && sentence.token(next).upos().equals("CCONJ")) {
            next++;
        }
        boolean afterName = last.to == at || (last.to == at - 1 && coordinated);
        if (!afterName || itemAt(next).flatMap(ItemFinder.Item::name).isEmpty()) {
            return false;
        }
        Sense right = itemAt(next).flatMap(ItemFinder.Item::name).orElseThrow().sense();
        return last.sense.isPresent()
                && (last.sense.get().isDemonym() || isShort(last.from, last.to))
                && (right.isDemonym() || isShort(next, itemAt(next).orElseThrow().to()))
                && (last.sense.get().isDemonym() || right.isDemonym());
    }

    /** "and" in "Ukraine's penitentiary and security service officials". */
    private boolean joinsModifiers(int at) {
        if (start < 0 || at == 0 || at + 1 >= size || !sentence.token(at).upos().equals("CCONJ")) {
            return false;
        }
        Token before = sentence.token(at - 1);
        return before.is("compound", "amod")
                && before.head() > at + 1
                && sentence.children(before).stream()
                        .anyMatch(c -> c.is("conj") && c.index() > at && c.index() < before.head());
    }

    /** Abbreviations stand before nouns as adjectives do: "U.S. and British forces". */
    private boolean isShort(int from, int to) {
        return to - from == 1 && NameIndex.isCapitals(sentence.token(from).form());
    }

    private int readItem(int at, ItemFinder.Item item) {
        if (start < 0) {
            start = at;
        }
        if (item.role().isPresent()) {
            return readRole(at, item);
        }
        if (item.name().isPresent()) {
            return readName(at, item.name().get());
        }
        return readUnknown(at, item);
    }

    private int readName(int at, Name name) {
        Draft draft = new Draft(sentence, Draft.Form.KNOWN, at, name.to(), headOf(at, name.to()));
        draft.sense = Optional.of(name.sense());
        draft.why = name.why();
        if (at > 0) {
            draft.gender = Honorifics.gender(sentence.token(at - 1).form());
        }
        if (isSided(at)) {
            return name.to();
        }
        drafts.add(draft);
        goOn(draft, name.to());
        return name.to();
    }

    /** "pro-Russian" and "anti-American" are of neither. */
    private boolean isSided(int at) {
        return at > 1
                && sentence.token(at - 1).form().equals("-")
                && SIDES.contains(sentence.token(at - 2).form().toLowerCase(Locale.ROOT));
    }

    /** Where "Kenyan Liberation Front" begins, whose known part is an adjective. */
    private int openingOfName(int at) {
        int from = at;
        while (from > Math.max(start, 0)
                && Syntax.isProper(sentence.token(from - 1))
                && Character.isUpperCase(sentence.token(from - 1).form().charAt(0))) {
            from--;
        }
        return from;
    }

    /** Behind "Brigade" in "Sumud Brigade", where "Sumud" ends before {@code at}. */
    private int endOfNamedBody(int at) {
        boolean body =
                itemAt(at)
                                .flatMap(ItemFinder.Item::role)
                                .map(r -> r.role().kind() == Role.Kind.BODY)
                                .orElse(false)
                        && Syntax.isProper(sentence.token(at));
        return body ? itemAt(at).orElseThrow().to() : at;
    }

    private int readUnknown(int at, ItemFinder.Item item) {
        int to = endOfNamedBody(item.to());
        boolean body = to > item.to();
        Draft draft = new Draft(sentence, Draft.Form.UNKNOWN, at, to, headOf(at, to));
        draft.ending = body ? Optional.of(NameEnding.Kind.ORGANIZATION) : kindOf(at, to);
        boolean whole = draft.ending.equals(Optional.of(NameEnding.Kind.ORGANIZATION));
        draft.name = nameText(whole ? openingOfName(at) : at, to);
        draft.owners = chosenOwners();
        if (at > 0) {
            draft.gender = Honorifics.gender(sentence.token(at - 1).form());
        }
        drafts.add(draft);
        goOn(draft, to);
        return to;
    }

    /**
     * What the words of an unknown name tell: a thing for "Hurricane Katrina" and "World War I".
     */
    private Optional<NameEnding.Kind> kindOf(int from, int to) {
        for (int i = from; i < to - 1; i++) {
            if (gazetteer.opensThing(sentence.token(i).form())) {
                return Optional.of(NameEnding.Kind.THING);
            }
        }
        boolean numbered =
                to - from > 1 && sentence.token(to - 1).form().matches("[IVX]+|One|Two|Three");
        return gazetteer.ending(sentence.token(numbered ? to - 2 : to - 1).form());
    }

    private int readRole(int at, ItemFinder.Item item) {
        RoleName role = item.role().orElseThrow();
        int to = item.to();
        Optional<ItemFinder.Item> next = itemAt(to);
        int named = role.role().kind() == Role.Kind.OFFICE ? nameAfterField(to) : -1;
        if (named > 0) {
            return readTitledWithField(to, named, role);
        }
        if (next.isEmpty() && to + 1 < size && Honorifics.isOne(sentence.token(to).form())) {
            next = itemAt(to + 1);
            to = next.map(ItemFinder.Item::canBePersonName).orElse(false) ? to + 1 : to;
        }
        if (next.isPresent()
                && role.role().isPerson()
                && next.get().canBePersonName()
                && fitsTitle(at, to, next.get())) {
            return readTitled(at, to, role, next.get());
        }
        to = item.to();
        Draft.Form form =
                COUNTRY_NOUNS.contains(role.role().noun()) ? Draft.Form.COUNTRY : Draft.Form.ROLE;
        Draft draft = new Draft(sentence, form, start, to, headOf(at, to));
        draft.role = Optional.of(role);
        draft.gender = role.role().gender();
        draft.owners = chosenOwners();
        drafts.add(draft);
        if (role.role().kind() == Role.Kind.BODY && followsName(at)) {
            Draft name = owners.get(owners.size() - 1);
            name.bodyRole = draft.role;
            draft.owners = new ArrayList<>();
            draft.twin = Optional.of(name);
        }
        if (next.isPresent() && describes(role, next.get(), to)) {
            return readItemAfterBody(draft, to, next.get());
        }
        goOn(draft, to);
        return to;
    }

    /** Whether the name behind the role is that of the body it speaks of. */
    private boolean describes(RoleName role, ItemFinder.Item name, int to) {
        return role.role().kind() == Role.Kind.BODY && isBodyName(name, to)
                || role.role().kind() == Role.Kind.PERSON
                        && !role.plural()
                        && namesOrganization(name)
                        && !continuesAsCompound(name.to());
    }

    /** What "rebel" in "rebel Lord's Resistance Army" only describes. */
    private boolean namesOrganization(ItemFinder.Item item) {
        return item.name().map(n -> n.sense().kind() == Sense.Kind.ORGANIZATION).orElse(false);
    }

    /** "Sumud" before "militant group" names the group. */
    private boolean followsName(int at) {
        if (owners.isEmpty()) {
            return false;
        }
        Draft last = owners.get(owners.size() - 1);
        return last.form == Draft.Form.UNKNOWN && last.to == at && last.ending.isEmpty();
    }

    /** "YLE" after "public broadcaster", but no further noun of the compound. */
    private boolean isBodyName(ItemFinder.Item item, int at) {
        boolean organization =
                item.name().map(n -> n.sense().kind() == Sense.Kind.ORGANIZATION).orElse(false);
        int end = item.isUnknown() ? endOfNamedBody(item.to()) : item.to();
        boolean ends = !continuesAsCompound(end);
        return ends
                && (organization || item.isUnknown() && !Syntax.isProper(sentence.token(at - 1)))
                && !(end < size && isPossessiveMark(sentence.token(end)));
    }

    private int readItemAfterBody(Draft body, int at, ItemFinder.Item item) {
        List<Draft> owners = body.owners;
        reset();
        start = at;
        if (item.name().isPresent()) {
            readName(at, item.name().get());
        } else {
            readUnknown(at, item);
        }
        Draft name = drafts.get(drafts.size() - 1);
        if (name.form == Draft.Form.UNKNOWN) {
            name.bodyRole = body.role;
            name.owners = owners;
        }
        body.twin = Optional.of(name);
        reset();
        return name.to;
    }

    /**
     * Where the name begins in "Assistant Secretary of State for African Affairs Connie Newman",
     * whose office ends before {@code at}; -1 where no name follows the field of the office.
     */
    private int nameAfterField(int at) {
        if (at + 2 >= size || !sentence.token(at).form().matches("of|for")) {
            return -1;
        }
        for (int i = at + 1; i < Math.min(size - 1, at + 9); i++) {
            Token token = sentence.token(i);
            boolean proper =
                    Syntax.isProper(token) && Character.isUpperCase(token.form().charAt(0));
            if (!proper && !token.form().matches("of|for|the|and|African|Asian|European|Arab")) {
                return -1;
            }
            boolean knownPerson =
                    itemAt(i)
                            .flatMap(ItemFinder.Item::name)
                            .map(n -> n.sense().kind() == Sense.Kind.PERSON)
                            .orElse(false);
            boolean given =
                    gazetteer.isGivenName(token.form())
                            && Syntax.isProper(sentence.token(i + 1))
                            && Character.isUpperCase(sentence.token(i + 1).form().charAt(0));
            Token before = sentence.token(i - 1);
            boolean afterField = Syntax.isProper(before);
            boolean endsField =
                    FIELDS.contains(before.form())
                            && Syntax.isProper(sentence.token(i + 1))
                            && Character.isUpperCase(sentence.token(i + 1).form().charAt(0));
            if (proper && afterField && (knownPerson || (given || endsField) && isUnknownFrom(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether no known name or role begins at the token, so that an unknown run goes over it. */
    private boolean isUnknownFrom(int at) {
        return itemAt(at).map(ItemFinder.Item::isUnknown).orElse(true);
    }

    private int readTitledWithField(int fieldFrom, int nameFrom, RoleName role) {
        int to = nameFrom;
        while (to < size
                && Syntax.isProper(sentence.token(to))
                && Character.isUpperCase(sentence.token(to).form().charAt(0))) {
            to++;
        }
        Draft draft = new Draft(sentence, Draft.Form.TITLED, start, to, headOf(start, fieldFrom));
        draft.role = Optional.of(role);
        draft.name = nameText(nameFrom, to);
        draft.sense = itemAt(nameFrom).flatMap(ItemFinder.Item::name).map(Name::sense);
        draft.gender = role.role().gender();
        draft.owners = chosenOwners();
        drafts.add(draft);
        goOn(draft, to);
        return to;
    }

    /** A run after a role that is a person's name, not the next noun of a compound. */
    private boolean fitsTitle(int at, int to, ItemFinder.Item name) {
        if (name.name().isPresent()) {
            return true;
        }
        Optional<NameEnding.Kind> ending = gazetteer.ending(sentence.token(name.to() - 1).form());
        boolean nounFollows =
                itemAt(name.to()).flatMap(ItemFinder.Item::role).isPresent()
                        && Syntax.isProper(sentence.token(name.to()));
        return ending.isEmpty() && !nounFollows && to > at;
    }

    private int readTitled(int at, int nameFrom, RoleName role, ItemFinder.Item name) {
        int to = name.to();
        Draft draft = new Draft(sentence, Draft.Form.TITLED, start, to, headOf(start, to));
        draft.role = Optional.of(role);
        draft.name = nameText(nameFrom, to);
        draft.sense = name.name().map(Name::sense);
        draft.why = name.name().map(Name::why).orElse("");
        draft.gender =
                role.role().gender().isPresent()
                        ? role.role().gender()
                        : nameFrom > at
                                ? Honorifics.gender(sentence.token(nameFrom - 1).form())
                                : Optional.empty();
        draft.owners = chosenOwners();
        drafts.add(draft);
        goOn(draft, to);
        return to;
    }

    /** After a draft: it may own what follows, or the phrase ends. */
    private void goOn(Draft draft, int to) {
        boolean possessive = to < size && isPossessiveMark(sentence.token(to));
        if (!possessive && !continuesAsCompound(to) && !joinsAfter(draft, to)) {
            reset();
            return;
        }
        boolean keeps = draft.form == Draft.Form.KNOWN && !possessive;
        if (!keeps) {
            owners = new ArrayList<>();
            coordinated = false;
        }
        owners.add(draft);
    }

    private boolean joinsAfter(Draft draft, int to) {
        owners.add(draft);
        boolean joins = to < size && joinsDemonyms(to);
        owners.remove(owners.size() - 1);
        return joins;
    }

    private boolean continuesAsCompound(int at) {
        if (at >= size) {
            return false;
        }
        Token token = sentence.token(at);
        if (itemAt(at).isPresent()) {
            return true;
        }
        return !token.upos().equals("NUM") && continuesPhrase(token) && !isQuote(token);
    }

    /**
     * Of several modifiers the body, organisation or adjective of a state last named ("his Japanese
     * counterpart"), else the first; of coordinated all.
     */
    private List<Draft> chosenOwners() {
        if (owners.size() < 2) {
            return new ArrayList<>(owners);
        }
        if (coordinated) {
            return owners.stream()
                    .filter(o -> o.sense.isPresent())
                    .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        }
        for (int i = owners.size() - 1; i > 0; i--) {
            Draft owner = owners.get(i);
            if (owner.sense.map(s -> s.kind() == Sense.Kind.ADJECTIVE).orElse(false)) {
                return new ArrayList<>(List.of(owner));
            }
            boolean body =
                    owner.form == Draft.Form.ROLE
                            || owner.sense
                                    .map(s -> s.kind() == Sense.Kind.ORGANIZATION)
                                    .orElse(false);
            if (body) {
                return new ArrayList<>(List.of(owner));
            }
        }
        return new ArrayList<>(List.of(owners.get(0)));
    }

    private String nameText(int from, int to) {
        Span span = sentence.token(from).span().union(sentence.token(to - 1).span());
        return span.of(text).replaceAll("\\s+", " ");
    }

    /** The token of the range that the rest depends on. */
    private int headOf(int from, int to) {
        int best = to - 1;
        boolean found = false;
        for (int i = to - 1; i >= from; i--) {
            Token token = sentence.token(i);
            boolean outside = token.isRoot() || token.head() < from || token.head() >= to;
            if (outside && !token.is("punct", "case", "det", "cc")) {
                boolean argument = !token.is("amod", "compound", "flat", "nmod:desc", "nummod");
                if (!found || argument) {
                    best = i;
                    found = true;
                }
            }
        }
        return best;
    }
}
