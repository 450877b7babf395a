package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.sentdetect.EndOfSentenceScanner;
import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorFactory;

/**
 * Where OpenNLP's sentence detector looks for ends of sentences, at every white space, and what it
 * looks at there: the words about it, marks, capitals. Public because OpenNLP makes one by its
 * name.
 */
public final class SentenceFeatures extends SentenceDetectorFactory {
    /** Never the end of a sentence where a capital follows. */
    private static final Set<String> TITLES =
            Set.of(
                    "mr.", "mrs.", "ms.", "dr.", "gen.", "lt.", "col.", "maj.", "capt.", "sgt.",
                    "cpl.", "adm.", "cmdr.", "brig.", "sen.", "rep.", "gov.", "pres.", "prof.",
                    "rev.", "hon.", "st.", "ft.", "mt.", "amb.", "vs.", "e.g.", "i.e.", "supt.",
                    "messrs.", "pvt.", "det.", "sec.", "fr.", "sr.");

    /** Never the end of a sentence where a number follows: "Jan. 5". */
    private static final Set<String> COUNTED =
            Set.of(
                    "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.",
                    "nov.", "dec.", "no.", "nos.", "art.", "vol.", "pp.");

    public SentenceFeatures() {
        super("eng", true, null, new char[] {'.', '?', '!'});
    }

    @Override
    public EndOfSentenceScanner getEndOfSentenceScanner() {
        return new Scanner();
    }

    @Override
    public SDContextGenerator getSDContextGenerator() {
        return SentenceFeatures::context;
    }

    /** Offers the last char before white space, unless a small letter follows a word or comma. */
    private static final class Scanner implements EndOfSentenceScanner {
        @Override
        public Set<Character> getEOSCharacters() {
            return Set.of('.', '?', '!');
        }

        @Override
        public List<Integer> getPositions(CharSequence s) {
            List<Integer> positions = new ArrayList<>();
            int n = s.length();
            for (int i = 0; i + 1 < n; i++) {
                if (!space(s.charAt(i)) && space(s.charAt(i + 1))) {
                    int next = i + 1;
                    while (next < n && space(s.charAt(next))) {
                        next++;
                    }
                    if (next < n && possible(s, i, next)) {
                        positions.add(i);
                    }
                    i = next - 1;
                }
            }
            // OpenNLP takes the last place of a training sentence for its end
            if (n > 0 && !space(s.charAt(n - 1))) {
                positions.add(n - 1);
            }
            return positions;
        }

        private static boolean possible(CharSequence s, int last, int next) {
            char end = s.charAt(last);
            if (Character.isLowerCase(s.charAt(next))) {
                return !Character.isLetterOrDigit(end) && end != ',';
            }
            if (end == '.') {
                int start = wordStart(s, last);
                if (last - start > 6) {
                    return true;
                }
                String word = s.subSequence(start, last + 1).toString().toLowerCase(Locale.ROOT);
                return !TITLES.contains(word)
                        && !(COUNTED.contains(word) && Character.isDigit(s.charAt(next)));
            }
            return true;
        }

        @Override
        public List<Integer> getPositions(StringBuffer s) {
            return getPositions((CharSequence) s);
        }

        @Override
        public List<Integer> getPositions(char[] chars) {
            return getPositions(new String(chars));
        }
    }

    private static boolean space(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /**
     * Words are cut to this many chars, so that a long run of letters costs no more than a short.
     */
    private static final int LONGEST = 24;

    private static int wordStart(CharSequence s, int last) {
        int start = last;
        while (start > 0 && last - start < LONGEST && !space(s.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static String wordBefore(CharSequence s, int end) {
        int last = end - 1;
        while (last >= 0 && space(s.charAt(last))) {
            last--;
        }
        return last < 0 ? "^" : s.subSequence(wordStart(s, last), last + 1).toString();
    }

    private static int skip(CharSequence s, int from) {
        int i = from;
        while (i < s.length() && space(s.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int wordEnd(CharSequence s, int from) {
        int i = from;
        while (i < s.length() && i - from < LONGEST && !space(s.charAt(i))) {
            i++;
        }
        return i;
    }

    private static String[] context(CharSequence s, int last) {
        List<String> f = new ArrayList<>(32);
        int start = wordStart(s, last);
        String word = s.subSequence(start, last + 1).toString();
        String before = wordBefore(s, start);
        int nextStart = skip(s, last + 1);
        int nextEnd = wordEnd(s, nextStart);
        String next = nextStart >= s.length() ? "$" : s.subSequence(nextStart, nextEnd).toString();
        int next2Start = skip(s, nextEnd);
        String next2 =
                next2Start >= s.length()
                        ? "$"
                        : s.subSequence(next2Start, wordEnd(s, next2Start)).toString();
        String core = core(word);
        String tail = word.substring(Math.min(word.length(), word.indexOf(core) + core.length()));
        String mark = tail.isEmpty() ? "-" : tail;
        String lower = core.toLowerCase(Locale.ROOT);
        String nextLower = next.toLowerCase(Locale.ROOT);
        String look = look(core);
        String nextLook = look(next);
        String sort = sort(mark);
        f.add("m" + mark);
        f.add("w" + lower + sort);
        f.add("n" + nextLower);
        f.add("n" + nextLower + sort);
        f.add("l" + look + sort);
        f.add("k" + nextLook + sort);
        f.add("lk" + look + nextLook + sort);
        f.add("lmk" + look + mark + nextLook);
        f.add("len" + Math.min(core.length(), 5) + sort + look);
        f.add("wk" + lower + nextLook + sort);
        f.add("ln" + look + nextLower + sort);
        f.add("b" + before.toLowerCase(Locale.ROOT) + sort);
        f.add("bl" + look(before) + look + nextLook + sort);
        f.add("n2" + next2.toLowerCase(Locale.ROOT) + sort);
        f.add("k2" + nextLook + look(next2) + sort);
        f.add("nn" + nextLower + " " + look(next2) + sort);
        f.add("dots" + (core.indexOf('.') >= 0) + sort + nextLook);
        f.add("first" + next.charAt(0) + sort);
        f.add("lower2" + look + nextLook + look(next2) + sort);
        f.add("gap" + (nextStart - last > 2) + sort);
        f.add("line" + line(s, last + 1, nextStart) + sort);
        return f.toArray(String[]::new);
    }

    private static boolean line(CharSequence s, int from, int to) {
        for (int i = from; i < to && i < s.length(); i++) {
            if (s.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** The word without opening and closing marks. */
    private static String core(String word) {
        int start = 0;
        int end = word.length();
        while (start < end - 1 && !Character.isLetterOrDigit(word.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(start, end);
    }

    private static String sort(String mark) {
        if (mark.equals("-")) {
            return "0";
        }
        boolean closed = mark.matches(".*[\"\u201D'\u2019)\\]]");
        char first = mark.charAt(0);
        return (".?!".indexOf(first) >= 0
                        ? String.valueOf(first)
                        : ",;:".indexOf(first) >= 0 ? ";" : mark.contains(".") ? "," : "x")
                + (closed ? "\"" : "");
    }

    private static String look(String word) {
        if (word.isEmpty()) {
            return "e";
        }
        char c = word.charAt(0);
        if (Character.isUpperCase(c)) {
            boolean all = word.length() > 1;
            for (int i = 1; i < word.length(); i++) {
                all &= !Character.isLowerCase(word.charAt(i));
            }
            return word.length() == 1 ? "I" : all ? "X" : "Xx";
        }
        return Character.isLetter(c) ? "x" : Character.isDigit(c) ? "0" : String.valueOf(c);
    }
}
