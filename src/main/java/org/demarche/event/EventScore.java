package org.demarche.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demarche.article.Span;

/**
 * How well extracted events agree with those that a reader found. Each event of either side is
 * matched with at most one of the other, the best agreements first.
 */
public final class EventScore {
    private final AcceptedTypes accepted;
    private final Map<ScoreLevel, Integer> right = new EnumMap<>(ScoreLevel.class);
    private final SortedMap<String, Figures> types = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private int articles;
    private int gold;
    private int extracted;
    private int rightFactuality;

    public EventScore(AcceptedTypes accepted) {
        this.accepted = accepted;
        for (ScoreLevel level : ScoreLevel.values()) {
            right.put(level, 0);
        }
    }

    private record Pair(int gold, int found, ScoreLevel level) {}

    /** Counts one article with the events that the program found in it. */
    public void add(GoldArticle article, List<Event> found) {
        List<Span> paragraphs = GoldArticle.paragraphs(article.article().text());
        List<Integer> places = found.stream().map(e -> paragraph(paragraphs, e)).toList();
        articles++;
        gold += article.events().size();
        extracted += found.size();
        found.forEach(e -> count(e.type().plover(), new Figures(0, 0, 1, 0)));
        article.events().forEach(g -> count(g.type(), new Figures(1, 0, 0, 0)));

        Map<Integer, Pair> byGold = new TreeMap<>();
        Map<Integer, Pair> byFound = new TreeMap<>();
        for (Pair pair : pairs(article.events(), found, places)) {
            if (!byGold.containsKey(pair.gold()) && !byFound.containsKey(pair.found())) {
                byGold.put(pair.gold(), pair);
                byFound.put(pair.found(), pair);
            }
        }

        Differences noted = new Differences(article, paragraphs);
        for (int i = 0; i < article.events().size(); i++) {
            GoldEvent wanted = article.events().get(i);
            Optional<Pair> pair = Optional.ofNullable(byGold.get(i));
            if (pair.isEmpty()) {
                noted.add(Difference.Kind.MISSED, Optional.of(wanted), Optional.empty());
            } else {
                match(wanted, found.get(pair.get().found()), pair.get().level(), noted);
            }
        }
        for (int i = 0; i < found.size(); i++) {
            if (!byFound.containsKey(i)) {
                noted.add(
                        Difference.Kind.EXTRA,
                        places.get(i),
                        Optional.empty(),
                        Optional.of(found.get(i)));
            }
        }
        differences.addAll(noted.inOrderOfText());
    }

    private static int paragraph(List<Span> paragraphs, Event event) {
        int start = event.evidence().get(0).span().start();
        int last = 0;
        for (int i = 0; i < paragraphs.size() && paragraphs.get(i).start() <= start; i++) {
            last = i;
        }
        return last;
    }

    /** All pairs that may be one event, the best agreements first. */
    private List<Pair> pairs(List<GoldEvent> golds, List<Event> found, List<Integer> places) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < golds.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                if (golds.get(i).paragraph() == places.get(j)
                        && accepted.accepts(golds.get(i), found.get(j).type().plover())) {
                    pairs.add(new Pair(i, j, golds.get(i).agreement(found.get(j))));
                }
            }
        }
        pairs.sort(Comparator.comparing(Pair::level).reversed());
        return pairs;
    }

    private void match(GoldEvent wanted, Event event, ScoreLevel level, Differences noted) {
        count(wanted.type(), new Figures(0, 1, 0, 0));
        count(event.type().plover(), new Figures(0, 0, 0, 1));
        for (ScoreLevel each : ScoreLevel.values()) {
            if (each.compareTo(level) <= 0) {
                right.merge(each, 1, Integer::sum);
            }
        }
        if (level == ScoreLevel.EVENT) {
            noted.add(Difference.Kind.ACTOR, Optional.of(wanted), Optional.of(event));
        } else if (level == ScoreLevel.ACTOR) {
            noted.add(Difference.Kind.RECIPIENT, Optional.of(wanted), Optional.of(event));
        }
        if (event.factuality() == wanted.factuality()) {
            rightFactuality++;
        } else {
            noted.add(Difference.Kind.FACTUALITY, Optional.of(wanted), Optional.of(event));
        }
    }

    private void count(String type, Figures figures) {
        types.merge(type, figures, Figures::plus);
    }

    private static final class Differences {
        private final List<Difference> list = new ArrayList<>();
        private final GoldArticle article;
        private final List<Span> paragraphs;

        Differences(GoldArticle article, List<Span> paragraphs) {
            this.article = article;
            this.paragraphs = paragraphs;
        }

        void add(Difference.Kind kind, Optional<GoldEvent> gold, Optional<Event> event) {
            add(kind, gold.orElseThrow().paragraph(), gold, event);
        }

        void add(
                Difference.Kind kind,
                int paragraph,
                Optional<GoldEvent> gold,
                Optional<Event> event) {
            list.add(
                    new Difference(
                            kind,
                            article.article(),
                            paragraph,
                            paragraphs.get(paragraph).of(article.article().text()).strip(),
                            gold,
                            event));
        }

        List<Difference> inOrderOfText() {
            list.sort(Comparator.comparingInt(Difference::paragraph));
            return list;
        }
    }

    public int articles() {
        return articles;
    }

    /** Counts of all types, with what is right up to the level. */
    public Figures figures(ScoreLevel level) {
        return new Figures(gold, right.get(level), extracted, right.get(level));
    }

    /** How many events were extracted that a reader found too. */
    public int matched() {
        return right.get(ScoreLevel.EVENT);
    }

    /** How many of {@link #matched} are as real as the reader has them. */
    public int rightFactuality() {
        return rightFactuality;
    }

    /** The same as a share; 0 where nothing matches. */
    public double factuality() {
        return matched() == 0 ? 0 : (double) rightFactuality / matched();
    }

    /** The counts of each type that either side has, by name. */
    public SortedMap<String, Figures> types() {
        return new TreeMap<>(types);
    }

    /** All that is wrong, article by article in the order of the text. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }
}
