package org.demarche.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.article.Block;
import org.demarche.text.Sentence;
import org.demarche.text.Token;

/**
 * Where an article turns to another story, as round-ups and agency digests do: "police" after the
 * turn are not those of the country before it. A sentence begins a story where it names a country,
 * hardly any of its names, nouns and verbs were in the story so far, which was of a country too,
 * nothing in it points back, and the next three sentences stay with it and do not return.
 */
final class Topics {
    private static final int AHEAD = 3;

    /** How much a name in common ties a sentence to the story, and how much a common word. */
    private static final double NAME = 1.5;

    private static final double WORD = 0.5;

    /** Ties above this keep a sentence that names a country in the story. */
    private static final double ENOUGH = 1;

    /** The countries that stand in news of every other country. */
    private static final Set<String> EVERYWHERE = Set.of("USA");

    private static final Set<String> POINTING =
            Set.of(
                    "he",
                    "she",
                    "it",
                    "they",
                    "his",
                    "her",
                    "him",
                    "its",
                    "their",
                    "them",
                    "this",
                    "these",
                    "those",
                    "that",
                    "both",
                    "other",
                    "another",
                    "also",
                    "however",
                    "but",
                    "meanwhile",
                    "and",
                    "such",
                    "still",
                    "then",
                    "later",
                    "separately",
                    "earlier");

    /** Words of any story. */
    private static final Set<String> COMMON =
            Set.of(
                    "say",
                    "tell",
                    "have",
                    "be",
                    "do",
                    "make",
                    "take",
                    "go",
                    "come",
                    "get",
                    "give",
                    "see",
                    "call",
                    "report",
                    "year",
                    "month",
                    "week",
                    "day",
                    "time",
                    "people",
                    "percent",
                    "number",
                    "country",
                    "official",
                    "president",
                    "minister",
                    "leader",
                    "government",
                    "group",
                    "state",
                    "city",
                    "part",
                    "world",
                    "area",
                    "news",
                    "agency",
                    "statement",
                    "spokesman",
                    "other",
                    "new",
                    "last",
                    "first",
                    "one",
                    "two",
                    "three",
                    "former",
                    "recent",
                    "early",
                    "late",
                    "many",
                    "several",
                    "more",
                    "most",
                    "next",
                    "own",
                    "such",
                    "use",
                    "hold",
                    "include",
                    "begin",
                    "national",
                    "foreign",
                    "prime",
                    "top",
                    "senior",
                    "million",
                    "least",
                    "plan",
                    "member",
                    "kill",
                    "end",
                    "move",
                    "lead",
                    "meet",
                    "meeting",
                    "expect",
                    "work",
                    "help",
                    "international",
                    "large",
                    "high",
                    "big",
                    "long",
                    "good",
                    "man",
                    "head",
                    "chief",
                    "authority",
                    "announce",
                    "add",
                    "ask",
                    "accuse",
                    "continue",
                    "find",
                    "follow",
                    "show",
                    "set",
                    "town",
                    "region",
                    "southern",
                    "northern",
                    "western",
                    "eastern",
                    "capital",
                    "mr.",
                    "mrs.",
                    "ms.",
                    "dr.",
                    "general",
                    "united",
                    "states",
                    "nations",
                    "south",
                    "north",
                    "middle",
                    "east",
                    "west",
                    "security",
                    "council",
                    "parliament",
                    "ministry",
                    "secretary",
                    "department");

    /** What a sentence speaks of. */
    private record Content(Set<String> countries, Set<String> names, Set<String> words) {
        static Content of(Sentence sentence, List<Draft> drafts) {
            Set<String> countries = new HashSet<>();
            for (Draft draft : drafts) {
                draft.sense.flatMap(Sense::country).ifPresent(countries::add);
            }
            Set<String> names = new HashSet<>();
            Set<String> words = new HashSet<>();
            for (Token token : sentence.tokens()) {
                String word = token.lemma().toLowerCase(Locale.ROOT);
                if (Syntax.isProper(token)) {
                    if (!ItemFinder.isCalendarWord(token)
                            && word.length() > 2
                            && !COMMON.contains(word)) {
                        names.add(word);
                    }
                } else if (token.upos().matches("NOUN|VERB|ADJ") && !COMMON.contains(word)) {
                    words.add(word);
                }
            }
            return new Content(countries, names, words);
        }

        /** What is new against the other, but the countries that are everywhere. */
        Set<String> countriesAndNamesBut(Content other) {
            Set<String> rest = new HashSet<>(countries);
            rest.addAll(names);
            rest.removeAll(other.countries);
            rest.removeAll(other.names);
            rest.removeAll(EVERYWHERE);
            return rest;
        }

        void add(Content other) {
            countries.addAll(other.countries);
            names.addAll(other.names);
            words.addAll(other.words);
        }
    }

    private Topics() {}

    /** For each sentence the index of the sentence that its story begins with. */
    static List<Integer> starts(List<Sentence> sentences, List<List<Draft>> drafts) {
        List<Content> contents = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            contents.add(Content.of(sentences.get(i), drafts.get(i)));
        }
        List<Integer> starts = new ArrayList<>();
        Content story = new Content(new HashSet<>(), new HashSet<>(), new HashSet<>());
        int start = 0;
        for (int i = 0; i < sentences.size(); i++) {
            if (i > 0 && begins(sentences.get(i), contents, i, story)) {
                start = i;
                story = new Content(new HashSet<>(), new HashSet<>(), new HashSet<>());
            }
            story.add(contents.get(i));
            starts.add(start);
        }
        return starts;
    }

    private static boolean begins(
            Sentence sentence, List<Content> contents, int at, Content story) {
        Content here = contents.get(at);
        if (sentence.kind() != Block.Kind.PROSE
                || here.countries().isEmpty()
                || story.countries().isEmpty()
                || pointsBack(sentence)
                || !staysWith(here, contents, at)) {
            return false;
        }
        double ties = NAME * common(here.names(), story.names());
        ties += WORD * common(here.words(), story.words());
        for (String country : here.countries()) {
            boolean slight = EVERYWHERE.contains(country) && here.countries().size() > 1;
            ties += story.countries().contains(country) ? slight ? WORD : NAME : 0;
        }
        for (int i = at + 1; i <= at + AHEAD && i < contents.size(); i++) {
            ties += NAME * common(contents.get(i).countriesAndNamesBut(here), story.names());
            ties += NAME * common(contents.get(i).countriesAndNamesBut(here), story.countries());
        }
        return ties <= ENOUGH;
    }

    /** Whether the next sentences speak of what is named here. */
    private static boolean staysWith(Content here, List<Content> contents, int at) {
        for (int i = at + 1; i <= at + AHEAD && i < contents.size(); i++) {
            if (common(contents.get(i).countries(), here.countries()) > 0
                    || common(contents.get(i).names(), here.names()) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean pointsBack(Sentence sentence) {
        String first = sentence.token(0).form().toLowerCase(Locale.ROOT);
        for (int i = 0; i < Math.min(5, sentence.tokens().size()); i++) {
            if (sentence.token(i).lemma().equals("also")) {
                return true;
            }
        }
        boolean definite =
                first.equals("the")
                        && sentence.tokens().size() > 1
                        && !Character.isUpperCase(sentence.token(1).form().charAt(0));
        return definite || POINTING.contains(first);
    }

    private static long common(Set<String> one, Set<String> two) {
        return one.stream().filter(two::contains).count();
    }
}
