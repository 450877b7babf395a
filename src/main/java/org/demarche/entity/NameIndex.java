package org.demarche.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of several words, found in a sentence by longest match. */
final class NameIndex<T> {
    /** How capitals count. */
    enum Capitals {
        /** "Who" is not the WHO. */
        MATTER,
        /** "Foreign Ministry" is a foreign ministry. */
        DO_NOT_MATTER
    }

    private record Entry<T>(Pieces name, T value) {}

    /**
     * The names that begin with one word. They are taken apart when a text first has that word, so
     * that a start of the program does not pay for the names that its texts lack.
     */
    private static final class Bucket<T> {
        private final List<String> written = new ArrayList<>(2);
        private final List<T> values = new ArrayList<>(2);
        private volatile List<Entry<T>> entries = List.of();

        private List<Entry<T>> entries() {
            if (entries.isEmpty()) {
                List<Entry<T>> made = new ArrayList<>(written.size());
                for (int i = 0; i < written.size(); i++) {
                    made.add(new Entry<>(Pieces.of(written.get(i)), values.get(i)));
                }
                made.sort(LONGEST_FIRST);
                entries = made;
            }
            return entries;
        }
    }

    /**
     * What stands at a place: pieces {@code from} to before {@code to}, and all that bear the name.
     */
    record Hit<T>(int from, int to, List<T> values) {}

    private static final Comparator<Entry<?>> LONGEST_FIRST =
            Comparator.comparingInt((Entry<?> e) -> e.name().size()).reversed();

    private final Map<String, Bucket<T>> byFirst = new HashMap<>();
    private final Capitals capitals;

    NameIndex(Capitals capitals) {
        this.capitals = capitals;
    }

    /** To be called before the first look-up only. */
    void add(String name, T value) {
        String first = Pieces.firstKey(name);
        if (!first.isEmpty()) {
            Bucket<T> bucket = byFirst.computeIfAbsent(first, k -> new Bucket<>());
            bucket.written.add(name);
            bucket.values.add(value);
        }
    }

    /**
     * The longest name that begins at the piece.
     *
     * @param shouting whether the text is in capitals, so that IRAQ is Iraq
     */
    Hit<T> longest(Pieces text, int at, boolean shouting) {
        List<T> values = List.of();
        int length = 0;
        Bucket<T> bucket = byFirst.get(text.key(at));
        for (Entry<T> entry : bucket == null ? List.<Entry<T>>of() : bucket.entries()) {
            if (entry.name().size() < length) {
                break;
            }
            if (matches(entry.name(), text, at, shouting)) {
                if (values.isEmpty()) {
                    values = new ArrayList<>(2);
                    length = entry.name().size();
                }
                if (!values.contains(entry.value())) {
                    values.add(entry.value());
                }
            }
        }
        return new Hit<>(at, at + length, values);
    }

    private boolean matches(Pieces name, Pieces text, int at, boolean shouting) {
        if (at + name.size() > text.size()) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            if (!name.key(i).equals(text.key(at + i))
                    || (capitals == Capitals.MATTER
                            && !sameCapitals(
                                    name.form(i), text.form(at + i), shouting, at + i == 0))) {
                return false;
            }
        }
        return endsWithToken(text, at + name.size() - 1) && beginsToken(text, at);
    }

    private static boolean beginsToken(Pieces text, int at) {
        return at == 0 || text.token(at - 1) != text.token(at);
    }

    private static boolean endsWithToken(Pieces text, int last) {
        return last + 1 == text.size() || text.token(last + 1) != text.token(last);
    }

    private static boolean sameCapitals(
            String name, String text, boolean shouting, boolean opensSentence) {
        if (name.equals(text)) {
            return true;
        }
        boolean inCapitals = isCapitals(text);
        if (inCapitals && (shouting || text.length() >= 4)) {
            return true;
        }
        char first = name.charAt(0);
        boolean small = Character.isLowerCase(first) || name.equals("The");
        boolean restEqual = name.regionMatches(1, text, 1, name.length() - 1);
        return small && restEqual && (opensSentence || name.length() <= 4);
    }

    static boolean isCapitals(String word) {
        boolean upper = false;
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLowerCase(word.charAt(i))) {
                return false;
            }
            upper |= Character.isUpperCase(word.charAt(i));
        }
        return upper;
    }
}
