package org.demarche.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.TokenContextGenerator;
import opennlp.tools.tokenize.TokenizerFactory;

/**
 * What OpenNLP's tokenizer looks at between two chars of "don't": clitics, hyphens, abbreviations.
 * Public because OpenNLP makes one by its name.
 */
public final class TokenizerFeatures extends TokenizerFactory {
    public TokenizerFeatures() {
        super("eng", null, true, Pattern.compile("[\\p{L}\\p{M}]+|[0-9]+"));
    }

    @Override
    public TokenContextGenerator getContextGenerator() {
        return TokenizerFeatures::context;
    }

    private static final int LONGEST = 64;

    private static final Set<String> CLITICS =
            Set.of("'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "nt");

    /** What stands about a place between two chars of a run without white space. */
    private static String[] context(String run, int at) {
        List<String> f = new ArrayList<>(32);
        int n = run.length();
        String before = normal(run, Math.max(0, at - 8), at);
        String after = normal(run, at, Math.min(n, at + 8));
        boolean allBefore = at <= 8;
        boolean allAfter = n - at <= 8;
        f.add("p" + (allBefore ? "^" : "") + before);
        f.add("s" + after + (allAfter ? "$" : ""));
        String a = kind(run, at - 1);
        String b = kind(run, at);
        String a2 = kind(run, at - 2);
        String b2 = kind(run, at + 1);
        String a3 = kind(run, at - 3);
        String b3 = kind(run, at + 2);
        f.add("a" + a);
        f.add("b" + b);
        f.add("ab" + a + b);
        f.add("aab" + a2 + a + b);
        f.add("abb" + a + b + b2);
        f.add("aabb" + a2 + a + b + b2);
        f.add("aaabbb" + a3 + a2 + a + b + b2 + b3);
        f.add("aa" + a2 + a);
        f.add("bb" + b + b2);
        f.add("bbb" + b + b2 + b3);
        f.add("ca" + run.charAt(at - 1) + (at > 1 ? run.charAt(at - 2) : '^'));
        f.add("cb" + run.charAt(at) + (at + 1 < n ? run.charAt(at + 1) : '$'));
        f.add("cab" + run.charAt(at - 1) + run.charAt(at));
        f.add("end" + b + Math.min(3, n - at) + a);
        if (n - at <= 3 && CLITICS.contains(after)) {
            f.add("clitic" + after);
        }
        if (at + 3 < n && after.startsWith("n't")) {
            f.add("clitic+");
        }
        String look = shape(run);
        f.add("look" + look);
        f.add("look" + look + "@" + Math.min(at, 12) + a + b);
        if (n <= 14) {
            f.add("whole" + normal(run, 0, n) + "@" + at);
        }
        f.add(web(run) ? "web" + a + b : "plain" + b);
        boolean hyphen = run.charAt(at) == '-' || run.charAt(at - 1) == '-';
        if (hyphen) {
            int h = run.charAt(at) == '-' ? at : at - 1;
            f.add("h" + normal(run, Math.max(0, h - 6), h));
            f.add("g" + normal(run, h + 1, Math.min(n, h + 7)));
        }
        return f.toArray(String[]::new);
    }

    private static boolean web(String run) {
        String head = run.length() > 12 ? run.substring(0, 12) : run;
        return head.contains("://") || head.startsWith("www.") || head.contains("@");
    }

    private static String normal(String run, int start, int end) {
        StringBuilder s = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = run.charAt(i);
            s.append(
                    Character.isDigit(c)
                            ? '0'
                            : c == '\u2019' || c == '\u2018' ? '\'' : Character.toLowerCase(c));
        }
        return s.toString();
    }

    private static String kind(String run, int i) {
        if (i < 0) {
            return "^";
        }
        if (i >= run.length()) {
            return "$";
        }
        char c = run.charAt(i);
        if (Character.isUpperCase(c)) {
            return "X";
        }
        if (Character.isLetter(c)) {
            return "x";
        }
        if (Character.isDigit(c)) {
            return "0";
        }
        return c == '\u2019' || c == '\u2018' ? "'" : String.valueOf(c);
    }

    /** The kinds of chars that follow each other, of the start of a run as long as words can be. */
    private static String shape(String run) {
        StringBuilder shape = new StringBuilder();
        int end = Math.min(run.length(), LONGEST);
        for (int i = 0; i < end && shape.length() < 10; i++) {
            String kind = kind(run, i);
            if (shape.length() == 0 || shape.charAt(shape.length() - 1) != kind.charAt(0)) {
                shape.append(kind);
            }
        }
        return shape.toString();
    }
}
