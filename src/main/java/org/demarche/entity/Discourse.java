package org.demarche.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.text.Token;

/**
 * What an article has spoken of so far and as a whole: its states by weight, the states and places
 * of each sentence, and the mentions already resolved.
 */
final class Discourse {
    private static final double DOMINANT = 0.4;
    private static final int REMEMBERED = 100;
    private static final int FAR = 8;

    private final Map<Integer, Map<String, Double>> weightsOfStory = new HashMap<>();
    private final Map<Integer, Set<String>> placesOfSentence = new HashMap<>();
    private final Map<Integer, Set<String>> statesOfSentence = new HashMap<>();
    private final Map<Integer, String> subjectOfSentence = new HashMap<>();
    private final Set<Integer> inRegion = new HashSet<>();
    private final Map<String, String> genders = new HashMap<>();
    private Optional<String> dateline = Optional.empty();
    private List<Integer> stories = List.of();
    private final List<Draft> resolved = new ArrayList<>();
    private final Map<Long, Draft> byHead = new HashMap<>();

    /** Notes the country of the dateline: Ecuador of "QUITO, Ecuador -". */
    void sentFrom(String country) {
        dateline = Optional.of(country);
        weights(0).merge(country, 1.0, Double::sum);
    }

    /** Notes for each sentence the one that its story begins with. */
    void turnsAt(List<Integer> starts) {
        stories = starts;
    }

    /** The first sentence of the story that the sentence belongs to. */
    private int start(int sentence) {
        return sentence < stories.size() ? stories.get(sentence) : 0;
    }

    /** The states of the story that the sentence belongs to, by weight. */
    private Map<String, Double> weights(int sentence) {
        return weightsOfStory.computeIfAbsent(start(sentence), s -> new LinkedHashMap<>());
    }

    /** Notes the states that a sentence names, before anything is resolved. */
    void note(int sentence, List<Draft> drafts) {
        Set<String> places = placesOfSentence.computeIfAbsent(sentence, s -> new LinkedHashSet<>());
        Set<String> states = statesOfSentence.computeIfAbsent(sentence, s -> new LinkedHashSet<>());
        for (Draft draft : drafts) {
            if (isRegion(draft)) {
                inRegion.add(sentence);
            }
            if (draft.sense.isEmpty() || draft.sense.get().country().isEmpty()) {
                continue;
            }
            String country = draft.sense.get().country().get();
            if (isPartOfParticiple(draft)) {
                continue;
            }
            boolean place =
                    draft.sense.get().place().isPresent()
                            && (draft.sense.get().kind() == Sense.Kind.PLACE
                                    || Syntax.isPlacePhrase(draft.sentence, draft.headToken()));
            if (place || draft.sense.get().isDemonym() && isOfPlace(draft)) {
                places.add(country);
            }
            states.add(country);
            if (Syntax.isSubject(draft.headToken()) || ownsSubject(draft)) {
                subjectOfSentence.putIfAbsent(sentence, country);
            }
            double subject = isActing(draft) ? 1.5 : 1;
            boolean first = sentence == start(sentence);
            weights(sentence).merge(country, first ? 2 * subject : subject, Double::sum);
        }
    }

    /** "in Asia", "in the Middle East". */
    private static boolean isRegion(Draft draft) {
        return draft.sense
                        .filter(s -> s.kind() == Sense.Kind.PLACE && s.country().isEmpty())
                        .isPresent()
                && Syntax.isPlacePhrase(draft.sentence, draft.headToken());
    }

    /** Whether the sentence places something in a region and in no country. */
    boolean isInRegion(int sentence) {
        return inRegion.contains(sentence)
                && placesOfSentence.getOrDefault(sentence, Set.of()).isEmpty();
    }

    /** "Dutch" in "Dutch-built fort". */
    private static boolean isPartOfParticiple(Draft draft) {
        List<Token> tokens = draft.sentence.tokens();
        return draft.to + 1 < tokens.size()
                && tokens.get(draft.to).form().equals("-")
                && tokens.get(draft.to + 1)
                        .form()
                        .matches("built|made|born|based|backed|trained|sponsored")
                && Syntax.followsHyphen(draft.sentence, tokens.get(draft.to + 1));
    }

    /** Subject of something but of what is only said. */
    private static boolean isActing(Draft draft) {
        Token head = draft.headToken();
        return Syntax.isSubject(head) && !Syntax.isSpeech(draft.sentence.token(head.head()));
    }

    /** The country that the article is about from its first sentence on. */
    private Optional<String> home(int sentence) {
        int first = start(sentence);
        return dateline.filter(d -> first == 0)
                .or(() -> onlyPlace(first))
                .or(() -> onlyState(first))
                .or(() -> Optional.ofNullable(subjectOfSentence.get(first)));
    }

    /**
     * The country that the article speaks of most or is about from its first sentence on, unless
     * neither this sentence nor the three before have to do with it.
     */
    Optional<String> story(Draft draft) {
        int sentence = draft.sentence.index();
        return dominant(sentence).or(() -> home(sentence)).filter(s -> isRecent(s, draft));
    }

    /** Whether the story speaks of a country more than of any other, not only begins with it. */
    boolean hasMain(int sentence) {
        return dominant(sentence).isPresent();
    }

    private boolean isRecent(String country, Draft draft) {
        int sentence = draft.sentence.index();
        if (sentence <= 3 && dateline.equals(Optional.of(country))) {
            return true;
        }
        for (int i = Math.max(start(sentence), sentence - 3); i <= sentence; i++) {
            if (states(i).contains(country)) {
                return true;
            }
        }
        return before(draft).stream()
                .filter(d -> sentence - d.sentence.index() <= 3)
                .flatMap(d -> d.actors.stream())
                .flatMap(a -> a.state().stream())
                .anyMatch(a -> a.code().equals(Optional.of(country)));
    }

    /** "German" in "in the German town of Kehl". */
    private static boolean isOfPlace(Draft draft) {
        Token head = draft.headToken();
        return head.is("amod", "compound")
                && Syntax.isTown(draft.sentence.token(head.head()))
                && Syntax.isPlacePhrase(draft.sentence, draft.sentence.token(head.head()));
    }

    /** "Iraqi" in "Iraqi officials said". */
    private static boolean ownsSubject(Draft draft) {
        return draft.headToken().is("amod", "compound", "nmod")
                && Syntax.isSubject(draft.sentence.token(draft.headToken().head()));
    }

    /** The country that the first subject of the sentence before is or belongs to. */
    Optional<String> subjectBefore(int sentence) {
        return sentence == start(sentence)
                ? Optional.empty()
                : Optional.ofNullable(subjectOfSentence.get(sentence - 1));
    }

    void resolved(Draft draft) {
        if (draft.isPerson()) {
            String key = draft.actors.get(0).key();
            draft.gender.ifPresent(g -> genders.putIfAbsent(key, g));
            draft.gender = draft.gender.or(() -> Optional.ofNullable(genders.get(key)));
        }
        resolved.add(draft);
        byHead.putIfAbsent(((long) draft.sentence.index() << 32) | draft.head, draft);
    }

    /** Notes that a person was called "he" or "she". */
    void called(Draft person, String gender) {
        genders.putIfAbsent(person.actors.get(0).key(), gender);
        person.gender = person.gender.or(() -> Optional.of(gender));
    }

    /** Whether the person was called "she" where now "he" is said. */
    boolean isOfOtherSex(Draft person, String gender) {
        return !genders.getOrDefault(person.actors.get(0).key(), gender).equals(gender);
    }

    /** The resolved mention whose head is the token. */
    Optional<Draft> at(int sentence, int token) {
        return Optional.ofNullable(byHead.get(((long) sentence << 32) | token));
    }

    /** The mentions of the same story not far before this one, nearest first. */
    List<Draft> before(Draft draft) {
        int first = start(draft.sentence.index());
        List<Draft> before = new ArrayList<>();
        for (int i = resolved.size() - 1; i >= 0 && before.size() < REMEMBERED; i--) {
            Draft each = resolved.get(i);
            if (draft.sentence.index() - each.sentence.index() > FAR
                    || each.sentence.index() < first) {
                break;
            }
            boolean earlier =
                    each.sentence.index() < draft.sentence.index()
                            || each.sentence.index() == draft.sentence.index()
                                    && each.head < draft.head
                                    && !each.covers(draft.head);
            if (earlier) {
                before.add(each);
            }
        }
        return before;
    }

    /** The only country in which the sentence places something. */
    Optional<String> onlyPlace(int sentence) {
        return only(placesOfSentence.getOrDefault(sentence, Set.of()));
    }

    /** The only country that the sentence names. */
    Optional<String> onlyState(int sentence) {
        return only(statesOfSentence.getOrDefault(sentence, Set.of()));
    }

    /** All states that the article names. */
    Set<String> named() {
        return weightsOfStory.values().stream()
                .flatMap(w -> w.keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The state named last before the mention in its sentence, but this one. */
    Optional<String> otherBefore(String country, Draft draft) {
        return before(draft).stream()
                .filter(d -> d.sentence.index() == draft.sentence.index())
                .filter(d -> d.form == Draft.Form.KNOWN)
                .flatMap(d -> d.sense.flatMap(Sense::country).stream())
                .filter(c -> !c.equals(country))
                .findFirst();
    }

    /** The country that the sentence or else the article speaks of besides this one. */
    Optional<String> otherThan(String country, int sentence) {
        Set<String> others = new LinkedHashSet<>(states(sentence));
        others.remove(country);
        return only(others).or(() -> heaviest(sentence, Set.of(country)));
    }

    /** The only country in which one of the two sentences before places something. */
    Optional<String> sceneBefore(int sentence) {
        for (int i = sentence - 1; i >= start(sentence) && i >= sentence - 2; i--) {
            Optional<String> only = onlyPlace(i);
            if (only.isPresent()) {
                return only;
            }
        }
        return Optional.empty();
    }

    /** The only country that one of the two sentences before places something in or names. */
    Optional<String> onlyBefore(int sentence) {
        for (int i = sentence - 1; i >= start(sentence) && i >= sentence - 2; i--) {
            Optional<String> only = onlyPlace(i);
            if (only.isPresent()) {
                return only;
            }
            Optional<String> named = onlyState(i);
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    /** The state of whoever was resolved last, up to three sentences back. */
    Optional<Actor> stateNear(Draft draft) {
        for (Draft each : before(draft)) {
            if (draft.sentence.index() - each.sentence.index() > 3) {
                break;
            }
            if (each.actors.size() == 1 && each.actors.get(0).state().isPresent()) {
                return each.actors.get(0).state();
            }
        }
        return Optional.empty();
    }

    Set<String> states(int sentence) {
        return statesOfSentence.getOrDefault(sentence, Set.of());
    }

    private static Optional<String> only(Set<String> codes) {
        return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
    }

    /** The country that the story speaks of most, if it has two fifths of all weight. */
    private Optional<String> dominant(int sentence) {
        Map<String, Double> weights = weights(sentence);
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        Optional<String> best = heaviest(sentence, Set.of());
        return best.filter(b -> weights.get(b) >= DOMINANT * sum);
    }

    private Optional<String> heaviest(int sentence, Set<String> without) {
        Map<String, Double> weights = weights(sentence);
        Optional<String> best = Optional.empty();
        for (Map.Entry<String, Double> each : weights.entrySet()) {
            if (!without.contains(each.getKey())
                    && (best.isEmpty() || each.getValue() > weights.get(best.get()))) {
                best = Optional.of(each.getKey());
            }
        }
        return best;
    }

    /**
     * The states that "the two countries" are: those of the sentence if it names just so many, else
     * those of which the article speaks at least twice as much as of any other, else those of the
     * nearest sentence back that names just so many, else the most named of the article.
     */
    Company company(int sentence, int number) {
        if (states(sentence).size() == number) {
            return new Company(List.copyOf(states(sentence)), "which this sentence names");
        }
        Map<String, Double> weights = weights(sentence);
        Set<String> top = mostNamed(sentence, number);
        double least = top.stream().mapToDouble(weights::get).min().orElse(0);
        double next = heaviest(sentence, top).map(weights::get).orElse(0.0);
        if (top.size() == number && least >= 2 * next) {
            return new Company(List.copyOf(top), "of which the story speaks most");
        }
        for (int i = sentence; i >= start(sentence) && i > sentence - 4; i--) {
            Set<String> states = states(i);
            if (states.size() == number) {
                return new Company(
                        List.copyOf(states), "which the nearest sentence with so many names");
            }
        }
        return new Company(
                top.size() == number ? List.copyOf(top) : List.of(), "most named in the story");
    }

    /**
     * The states of those who are one subject together, as Israel's and Egypt's in "the Israeli and
     * the Egyptian president met", in this sentence or up to three before, if this one names not
     * just so many.
     */
    Optional<Company> pair(Draft draft, int number) {
        int sentence = draft.sentence.index();
        if (states(sentence).size() == number) {
            return Optional.empty();
        }
        for (Draft each : before(draft)) {
            if (sentence - each.sentence.index() > 3) {
                break;
            }
            if (!Syntax.isSubject(each.headToken())) {
                continue;
            }
            Set<String> together = new LinkedHashSet<>(statesOf(each));
            for (Token child : each.sentence.children(each.headToken())) {
                if (child.is("conj")) {
                    at(each.sentence.index(), child.index())
                            .ifPresent(d -> together.addAll(statesOf(d)));
                }
            }
            if (together.size() == number) {
                return Optional.of(
                        new Company(List.copyOf(together), "that were one subject together"));
            }
        }
        return Optional.empty();
    }

    private static Set<String> statesOf(Draft draft) {
        return draft.actors.stream()
                .flatMap(a -> a.state().stream())
                .flatMap(s -> s.code().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * States that are meant together.
     *
     * @param why what tells so: "which this sentence names"
     */
    record Company(List<String> states, String why) {}

    private Set<String> mostNamed(int sentence, int number) {
        Set<String> most = new LinkedHashSet<>();
        for (int i = 0; i < number; i++) {
            heaviest(sentence, new HashSet<>(most)).ifPresent(most::add);
        }
        return most;
    }
}
