package org.demarche.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.article.Block;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Finds the gazetteer's names in the sentences of an article and settles what each means: Georgia
 * is the one that the rest of the article speaks of, Bush the one who governed on its date.
 */
final class NameFinder {
    private static final Set<String> MONTH_WORDS =
            Set.of("in", "on", "since", "until", "by", "during", "early", "late", "mid", "last");
    private static final Set<String> CALENDAR = Set.of("may", "march", "august", "april", "june");

    /** Words that the names of parties and fronts of any country are made of. */
    private static final Set<String> WORDS_OF_PARTIES =
            Set.of(
                    "National",
                    "Liberation",
                    "Front",
                    "Democratic",
                    "Party",
                    "People",
                    "'s",
                    "People's",
                    "Socialist",
                    "Communist",
                    "Labor",
                    "Labour",
                    "Liberal",
                    "Conservative",
                    "Republican",
                    "Popular",
                    "United",
                    "Union",
                    "Movement",
                    "Alliance",
                    "Congress",
                    "Patriotic",
                    "Unity",
                    "Justice",
                    "Development",
                    "Christian",
                    "Social",
                    "Progressive",
                    "Freedom",
                    "Revolutionary",
                    "Workers",
                    "New",
                    "Forces",
                    "Army",
                    "Rally",
                    "Green",
                    "Action",
                    "Salvation",
                    "Civic",
                    "Nationalist",
                    "Resistance",
                    "Defense",
                    "Independent",
                    "and",
                    "for",
                    "of");

    /** How English adjectives end, which begin sentences: "Republican", "Democratic". */
    private static final Pattern USUAL_WORD =
            Pattern.compile("(al|ic|an|ive|ous|ary|ful|ed|ent|ant|ing|er|y)$");

    /** A name with all the senses that it can have here. */
    private record Candidate(
            Sentence sentence, int from, int to, String text, List<Sense> senses) {}

    private final Gazetteer gazetteer;
    private final Optional<LocalDate> day;
    private final Map<String, Set<String>> textsOfCountry = new HashMap<>();
    private final Map<String, Integer> placesOfCountry = new HashMap<>();
    private final Set<String> personsNamedInFull = new HashSet<>();
    private final Set<String> lastNames = new HashSet<>();

    NameFinder(Gazetteer gazetteer, Optional<LocalDate> day) {
        this.gazetteer = gazetteer;
        this.day = day;
    }

    /** The names of each sentence, in reading order. */
    List<List<Name>> find(List<Sentence> sentences, List<Pieces> pieces) {
        List<List<Candidate>> candidates = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            candidates.add(candidates(sentences.get(i), pieces.get(i)));
        }
        candidates.forEach(list -> list.forEach(this::note));
        List<List<Name>> names = new ArrayList<>();
        for (List<Candidate> list : candidates) {
            List<Name> settled = new ArrayList<>();
            for (Candidate candidate : list) {
                settle(candidate).ifPresent(settled::add);
            }
            names.add(settled);
        }
        return names;
    }

    // ---- what could be a name

    private List<Candidate> candidates(Sentence sentence, Pieces pieces) {
        boolean shouting = isShouting(sentence);
        List<Candidate> found = new ArrayList<>();
        int at = 0;
        while (at < pieces.size()) {
            NameIndex.Hit<Sense> hit = gazetteer.name(pieces, at, shouting);
            if (hit.values().isEmpty()) {
                at++;
                continue;
            }
            int from = pieces.token(hit.from());
            int to = pieces.token(hit.to() - 1) + 1;
            List<Sense> senses =
                    hit.values().stream()
                            .filter(s -> fits(s, sentence, from, to, shouting))
                            .toList();
            if (!senses.isEmpty()) {
                String text =
                        sentence.tokens().subList(from, to).stream()
                                .map(Token::form)
                                .collect(Collectors.joining(" "));
                found.add(new Candidate(sentence, from, to, text, senses));
            }
            at = senses.isEmpty() ? at + 1 : hit.to();
        }
        return found;
    }

    static boolean isShouting(Sentence sentence) {
        if (sentence.kind() != Block.Kind.HEADLINE) {
            return false;
        }
        return sentence.tokens().stream()
                .noneMatch(
                        t ->
                                t.form().length() > 1
                                        && t.form().chars().anyMatch(Character::isLowerCase));
    }

    /** Whether the part of speech and the neighbours allow the sense. */
    private boolean fits(Sense sense, Sentence sentence, int from, int to, boolean shouting) {
        Token first = sentence.token(from);
        if (shouting) {
            return !(first.xpos().startsWith("PRP") || first.form().length() < 2);
        }
        if (to - from == 1
                && !isName(first)
                && !(sense.isDemonym() && isNominal(first))
                && !isWrittenAsName(sense, first)) {
            return false;
        }
        boolean lastName = sense.kind() == Sense.Kind.SURNAME || sense.kind() == Sense.Kind.FAMILY;
        if (lastName && to - from == 1) {
            return fitsSurname(sentence, first);
        }
        if (to < sentence.tokens().size()
                && sense.place().isPresent()
                && isPartOfThing(sentence, to)) {
            return false;
        }
        if (sense.kind() == Sense.Kind.ORGANIZATION
                && to - from == 1
                && isPartOfBody(sentence, first)) {
            return false;
        }
        if (sense.kind() == Sense.Kind.ORGANIZATION
                && (isEndOfLongerName(sentence, from, to)
                        || isStartOfLongerName(sense, sentence, from, to))) {
            return false;
        }
        boolean isLand = sense.kind() == Sense.Kind.STATE || sense.place().isPresent();
        return !(isLand && to - from == 1 && isPartOfPersonName(sentence, first));
    }

    /** "Democratic Party" in "Social Democratic Party" is another party. */
    private boolean isEndOfLongerName(Sentence sentence, int from, int to) {
        if (from == 0 || to - from < 2 || !isOrganizationEnding(sentence.token(to - 1))) {
            return false;
        }
        Token before = sentence.token(from - 1);
        Pieces pieces = Pieces.of(before.form());
        return (isName(before) || isNominal(before))
                && Character.isUpperCase(before.form().charAt(0))
                && before.index() > 0
                && before.head() >= from
                && before.head() < to
                && pieces.size() == 1
                && gazetteer.name(pieces, 0, false).values().isEmpty()
                && gazetteer.role(pieces, 0).values().stream()
                        .noneMatch(r -> r.role().kind() == Role.Kind.OFFICE);
    }

    /** "National Liberation Front" in "National Liberation Front of Tripura" is another front. */
    private boolean isStartOfLongerName(Sense sense, Sentence sentence, int from, int to) {
        if (to - from < 2
                || to + 1 >= sentence.tokens().size()
                || sense.country().isEmpty()
                || !sentence.token(to).form().matches("of|for")
                || !isOrganizationEnding(sentence.token(to - 1))) {
            return false;
        }
        int at = sentence.token(to + 1).lemma().equals("the") ? to + 2 : to + 1;
        if (at >= sentence.tokens().size()
                || !isName(sentence.token(at))
                || !Character.isUpperCase(sentence.token(at).form().charAt(0))
                || ItemFinder.isCalendarWord(sentence.token(at))) {
            return false;
        }
        Token after = sentence.token(at);
        Pieces pieces = Pieces.of(after.form());
        List<Sense> senses =
                pieces.size() == 0 ? List.of() : gazetteer.name(pieces, 0, false).values();
        boolean person =
                senses.stream().anyMatch(Sense::isPerson)
                        || gazetteer.isGivenName(after.form())
                        || pieces.size() > 0 && !gazetteer.role(pieces, 0).values().isEmpty();
        return !person && senses.stream().noneMatch(s -> s.country().equals(sense.country()));
    }

    private boolean isOrganizationEnding(Token token) {
        return gazetteer.ending(token.form()).equals(Optional.of(NameEnding.Kind.ORGANIZATION));
    }

    /** "Liberation" in "Savanna Liberation Front" is no newspaper. */
    private boolean isPartOfBody(Sentence sentence, Token token) {
        int after = token.index() + 1;
        return after < sentence.tokens().size()
                && isName(sentence.token(after))
                && isOrganizationEnding(sentence.token(after));
    }

    /** "Vienna" in "Vienna Convention" is no place. */
    private boolean isPartOfThing(Sentence sentence, int after) {
        Token token = sentence.token(after);
        return isName(token)
                && Character.isUpperCase(token.form().charAt(0))
                && gazetteer.ending(token.form()).equals(Optional.of(NameEnding.Kind.THING));
    }

    private static boolean isName(Token token) {
        return token.upos().equals("PROPN") || token.xpos().startsWith("NNP");
    }

    /**
     * "OPEC" and "Taleban" within a sentence and "Houthi" of "Houthi rebels" before it, which the
     * tagger took for common words.
     */
    private static boolean isWrittenAsName(Sense sense, Token token) {
        String form = token.form();
        boolean apart =
                token.index() > 0
                        || token.is("amod", "compound") && !USUAL_WORD.matcher(form).find();
        boolean capital =
                NameIndex.isCapitals(form)
                        ? form.length() > 2
                        : apart && Character.isUpperCase(form.charAt(0));
        return sense.kind() == Sense.Kind.ORGANIZATION && capital && isNominal(token);
    }

    private static boolean isNominal(Token token) {
        return token.upos().equals("ADJ") || token.upos().equals("NOUN");
    }

    private static boolean fitsSurname(Sentence sentence, Token token) {
        int at = token.index();
        boolean month = CALENDAR.contains(token.form().toLowerCase(Locale.ROOT));
        if (month && at > 0 && MONTH_WORDS.contains(sentence.token(at - 1).lemma())) {
            return false;
        }
        return !(month
                && at + 1 < sentence.tokens().size()
                && sentence.token(at + 1).upos().equals("NUM"));
    }

    /** "Jordan" in "Michael Jordan" and in "Jordan Spieth" is no state. */
    private boolean isPartOfPersonName(Sentence sentence, Token token) {
        if (endsPersonName(sentence, token)) {
            lastNames.add(token.form());
            return true;
        }
        return opensPersonName(sentence, token);
    }

    private boolean endsPersonName(Sentence sentence, Token token) {
        int at = token.index();
        if (at > 0) {
            Token before = sentence.token(at - 1);
            if (isName(before) && gazetteer.isGivenName(before.form())) {
                return true;
            }
            boolean joined =
                    token.is("flat") && token.head() == at - 1
                            || before.is("compound")
                                    && (before.head() == at || before.head() == token.head());
            return joined && isUnknown(before);
        }
        return false;
    }

    private boolean opensPersonName(Sentence sentence, Token token) {
        int at = token.index();
        if (at + 1 < sentence.tokens().size()) {
            Token after = sentence.token(at + 1);
            return isName(after)
                    && after.relation().startsWith("flat")
                    && after.head() == at
                    && gazetteer.isGivenName(token.form());
        }
        return false;
    }

    /** "Copa" in "Copa America". */
    private boolean isUnknown(Token token) {
        Pieces pieces = Pieces.of(token.form());
        return isName(token)
                && Character.isUpperCase(token.form().charAt(0))
                && pieces.size() == 1
                && !Honorifics.isOne(token.form())
                && !ItemFinder.isCalendarWord(token)
                && gazetteer.name(pieces, 0, false).values().isEmpty()
                && gazetteer.role(pieces, 0).values().isEmpty();
    }

    // ---- what it means

    private void note(Candidate candidate) {
        Set<String> countries =
                candidate.senses().stream()
                        .filter(s -> s.kind() != Sense.Kind.FAMILY)
                        .flatMap(s -> s.country().stream())
                        .collect(Collectors.toSet());
        Sense first = candidate.senses().get(0);
        candidate.senses().stream()
                .filter(s -> s.kind() == Sense.Kind.PERSON)
                .map(s -> s.person().orElseThrow())
                .min(Comparator.comparingLong(p -> day.map(p::yearsFromOffice).orElse(0L)))
                .ifPresent(p -> personsNamedInFull.add(p.key()));
        if (countries.size() != 1 || first.kind() == Sense.Kind.SURNAME) {
            return;
        }
        String country = countries.iterator().next();
        textsOfCountry.computeIfAbsent(country, c -> new HashSet<>()).add(candidate.text());
        if (candidate.senses().stream().allMatch(s -> s.kind() == Sense.Kind.PLACE)) {
            placesOfCountry.merge(country, 1, Integer::sum);
        }
    }

    private Optional<Name> settle(Candidate candidate) {
        List<Sense> senses =
                candidate.senses().stream().filter(s -> isBorneOut(s, candidate)).toList();
        if (senses.isEmpty()) {
            return Optional.empty();
        }
        Sense best = senses.get(0);
        double bestScore = score(best, candidate);
        for (Sense sense : senses) {
            double score = score(sense, candidate);
            if (score > bestScore) {
                best = sense;
                bestScore = score;
            }
        }
        return Optional.of(
                new Name(candidate.from(), candidate.to(), best, why(candidate, senses, best)));
    }

    /** A last name alone needs a title before it, the full name elsewhere, or the office. */
    private boolean isBorneOut(Sense sense, Candidate candidate) {
        if (isLastNameOfAnother(sense, candidate) || isForeignParty(sense, candidate)) {
            return false;
        }
        if (sense.kind() != Sense.Kind.SURNAME && sense.kind() != Sense.Kind.FAMILY) {
            return true;
        }
        KnownPerson person = sense.person().orElseThrow();
        if (sense.kind() == Sense.Kind.FAMILY) {
            boolean alsoPlace = candidate.senses().stream().anyMatch(s -> s.place().isPresent());
            boolean named =
                    personsNamedInFull.contains(person.key())
                            && (!alsoPlace || followsTitle(candidate));
            if (!named && !isTitledHolder(person, sense, candidate)) {
                return false;
            }
        }
        Sentence sentence = candidate.sentence();
        if (contradictsTitle(person, sense, candidate)) {
            return false;
        }
        int before = candidate.from() - 1;
        while (before > 0 && ItemFinder.isParticle(sentence.token(before))) {
            before--;
        }
        if (before >= 0 && isOtherGivenName(sentence.token(before))) {
            return false;
        }
        if (candidate.to() < sentence.tokens().size()) {
            Token after = sentence.token(candidate.to());
            if (isName(after)
                    && after.relation().startsWith("flat")
                    && !personsNamedInFull.contains(person.key())) {
                return false;
            }
        }
        return true;
    }

    /** "Shannon" after "Thomas Shannon" is no town, unless the words say where. */
    private boolean isLastNameOfAnother(Sense sense, Candidate candidate) {
        return sense.kind() == Sense.Kind.PLACE
                && candidate.to() - candidate.from() == 1
                && lastNames.contains(candidate.text())
                && !Syntax.isPlacePhrase(
                        candidate.sentence(), candidate.sentence().token(candidate.from()));
    }

    /**
     * A party or front whose name any country could have is not that of a country that the article
     * leaves out while it names others.
     */
    private boolean isForeignParty(Sense sense, Candidate candidate) {
        if (sense.kind() != Sense.Kind.ORGANIZATION || sense.country().isEmpty()) {
            return false;
        }
        String className = sense.actor().map(Actor::className).orElse("");
        String country = sense.country().get();
        boolean named =
                textsOfCountry.getOrDefault(country, Set.of()).stream()
                        .anyMatch(t -> !t.equals(candidate.text()));
        boolean others = textsOfCountry.keySet().stream().anyMatch(c -> !c.equals(country));
        return className.matches("PoliticalParty|ArmedGroup")
                && !named
                && others
                && candidate.to() - candidate.from() > 1
                && Arrays.stream(candidate.text().split(" ", -1))
                        .allMatch(WORDS_OF_PARTIES::contains);
    }

    /** Whether another first name stands before the last name: "Laura" before "Bush". */
    private boolean isOtherGivenName(Token before) {
        if (!isName(before) || !Character.isUpperCase(before.form().charAt(0))) {
            return false;
        }
        Pieces pieces = Pieces.of(before.form());
        boolean title =
                pieces.size() > 0
                        && (Honorifics.isOne(before.form())
                                || !gazetteer.role(pieces, 0).values().isEmpty()
                                || gazetteer.name(pieces, 0, false).values().stream()
                                        .anyMatch(s -> !s.isPerson()));
        return !title || gazetteer.isGivenName(before.form());
    }

    /**
     * Whether "President Abbas" or "Mr. Abbas" can mean the person: in office on the day, and the
     * title is that office or the article speaks of the country.
     */
    private boolean isTitledHolder(KnownPerson person, Sense sense, Candidate candidate) {
        if (!followsTitle(candidate) || !person.holdsOfficeOn(day)) {
            return false;
        }
        boolean ofCountry = sense.country().map(textsOfCountry::containsKey).orElse(false);
        return ofCountry || day.isPresent() && bearsOffice(person, candidate);
    }

    /** "Corporal Payne" is no minister of a country that the article does not name. */
    private boolean contradictsTitle(KnownPerson person, Sense sense, Candidate candidate) {
        if (!followsTitle(candidate) || personsNamedInFull.contains(person.key())) {
            return false;
        }
        String before = candidate.sentence().token(candidate.from() - 1).form();
        boolean ofCountry = sense.country().map(textsOfCountry::containsKey).orElse(true);
        return !Honorifics.isOne(before) && !ofCountry && !bearsOffice(person, candidate);
    }

    private boolean bearsOffice(KnownPerson person, Candidate candidate) {
        String before = candidate.sentence().token(candidate.from() - 1).lemma();
        return person.term(day)
                .office()
                .map(o -> o.toLowerCase(Locale.ROOT).endsWith(before.toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    private double score(Sense sense, Candidate candidate) {
        double score =
                switch (sense.kind()) {
                    case STATE, CAPITAL, ADJECTIVE, NATIONAL, NATIONALS, ORGANIZATION, PERSON -> 3;
                    case PLACE -> 2;
                    case SURNAME, FAMILY -> 1;
                };
        if (sense.person().isPresent()) {
            KnownPerson person = sense.person().get();
            score += personsNamedInFull.contains(person.key()) ? 4 : 0;
            score += person.holdsOfficeOn(day) ? 1 : 0;
            score += followsTitle(candidate) ? 3 : 0;
            score -= day.map(d -> Math.min(0.9, person.yearsFromOffice(d) / 100.0)).orElse(0.0);
        }
        if (candidate.senses().size() > 1 && sense.country().isPresent()) {
            String country = sense.country().get();
            long others =
                    textsOfCountry.getOrDefault(country, Set.of()).stream()
                            .filter(t -> !t.equals(candidate.text()))
                            .count();
            score +=
                    sense.kind() == Sense.Kind.PLACE && country.equals("USA")
                            ? Math.min(3, placesOfCountry.getOrDefault(country, 0))
                            : Math.min(3, others);
        }
        return score;
    }

    private boolean followsTitle(Candidate candidate) {
        if (candidate.from() == 0) {
            return false;
        }
        String before = candidate.sentence().token(candidate.from() - 1).form();
        Pieces pieces = Pieces.of(before);
        return Honorifics.isOne(before)
                || (pieces.size() > 0
                        && gazetteer.role(pieces, 0).values().stream()
                                .anyMatch(r -> r.role().isPerson()));
    }

    /** Whom or what a sense means: the state for "Iraq" and for "Iraqi". */
    private static String meaning(Sense sense) {
        return sense.person()
                .map(KnownPerson::key)
                .or(() -> sense.actor().map(Actor::key))
                .or(() -> sense.place().map(Place::key))
                .orElse("");
    }

    private String why(Candidate candidate, List<Sense> senses, Sense best) {
        if (best.kind() != Sense.Kind.PERSON
                && best.person()
                        .map(KnownPerson::key)
                        .filter(personsNamedInFull::contains)
                        .isPresent()) {
            return "last name of a person named in full in the article";
        }
        long meanings = senses.stream().map(NameFinder::meaning).distinct().count();
        if (meanings == 1) {
            return best.kind() == Sense.Kind.SURNAME || best.kind() == Sense.Kind.FAMILY
                    ? "last name of a person of the gazetteer"
                    : "";
        }
        String country = best.country().orElse("");
        Set<String> others =
                textsOfCountry.getOrDefault(country, Set.of()).stream()
                        .filter(t -> !t.equals(candidate.text()))
                        .collect(Collectors.toCollection(TreeSet::new));
        return "one of "
                + meanings
                + " that bear the name, "
                + (others.isEmpty()
                        ? "the usual one"
                        : "because the article names "
                                + others.stream().limit(3).collect(Collectors.joining(", ")));
    }
}
