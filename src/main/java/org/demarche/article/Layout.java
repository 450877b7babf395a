package org.demarche.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.demarche.source.DataFiles;
import org.demarche.source.Problems;
import org.demarche.source.Table;

/**
 * Tells an article's paragraphs apart: the story's prose, headlines set between its paragraphs, and
 * the furniture of the page such as "CLICK HERE TO GET THE APP" and "PARIS (AP) -" before a
 * sentence. What counts as furniture stands in {@code data/article}.
 */
public final class Layout {
    private static final int LONGEST_FURNITURE = 400;
    private static final int LONGEST_HEADLINE = 250;
    private static final Pattern FINISHED =
            Pattern.compile(".*[.!?:;…][\"'”’)\\]]*\\s*", Pattern.DOTALL);
    private static final Pattern ABBREVIATED =
            Pattern.compile(
                    "(?s).*\\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Sen|Rep|Gov|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.\\s*");

    private final List<Pattern> furniture;
    private final List<Pattern> datelines;

    private Layout(List<Pattern> furniture, List<Pattern> datelines) {
        this.furniture = List.copyOf(furniture);
        this.datelines = List.copyOf(datelines);
    }

    /** Reads the tables of furniture and datelines; bad patterns are reported together. */
    public static Layout load(DataFiles files) {
        Problems problems = new Problems();
        Layout layout =
                new Layout(
                        patterns(files, "data/article/furniture.tsv", false, problems),
                        patterns(files, "data/article/datelines.tsv", true, problems));
        problems.throwIfAny();
        return layout;
    }

    /** The patterns of a table, each tried on its example, of which some match only up to a bar. */
    private static List<Pattern> patterns(
            DataFiles files, String table, boolean upToBar, Problems problems) {
        List<Pattern> patterns = new ArrayList<>();
        for (Table.Row row :
                Table.read(files, table, List.of("pattern", "example"), problems).rows()) {
            try {
                Pattern pattern = Pattern.compile(row.cell("pattern"));
                String example = row.cell("example");
                Matcher matcher = pattern.matcher(example.replace("|", ""));
                boolean fits =
                        upToBar
                                ? matcher.lookingAt() && matcher.end() == example.indexOf('|')
                                : pattern.matcher(example).matches();
                if (!fits) {
                    problems.add(row.where(), "the pattern does not match its example");
                }
                patterns.add(pattern);
            } catch (PatternSyntaxException e) {
                problems.add(row.where(), "bad pattern: " + e.getDescription());
            }
        }
        return patterns;
    }

    /** The article's paragraphs in reading order, without the white space around them. */
    public List<Block> blocks(Article article) {
        String text = article.text();
        List<Span> paragraphs = paragraphs(text);
        List<Block> blocks = new ArrayList<>();
        boolean first = true;
        for (Span paragraph : paragraphs) {
            Block.Kind kind = kind(paragraph.of(text), first && paragraphs.size() > 1);
            first = first && kind == Block.Kind.FURNITURE;
            int opening = kind == Block.Kind.PROSE ? dateline(paragraph.of(text)) : 0;
            if (opening > 0) {
                Span dateline = trimmed(text, paragraph.start(), paragraph.start() + opening);
                blocks.add(new Block(dateline, Block.Kind.FURNITURE));
            }
            blocks.add(new Block(new Span(paragraph.start() + opening, paragraph.end()), kind));
        }
        return blocks;
    }

    /** How many chars of a paragraph stand before its first sentence: "PARIS (AP) - ". */
    private int dateline(String paragraph) {
        for (Pattern pattern : datelines) {
            Matcher matcher = pattern.matcher(paragraph);
            if (matcher.lookingAt() && matcher.end() < paragraph.length()) {
                return matcher.end();
            }
        }
        return 0;
    }

    /**
     * A paragraph ends at an empty line, at a line whose last sentence is finished, and before and
     * after a line in capitals; other line ends are only wrapping.
     */
    private List<Span> paragraphs(String text) {
        List<Span> paragraphs = new ArrayList<>();
        int start = -1;
        int end = -1;
        int at = 0;
        while (at <= text.length()) {
            int newline = text.indexOf('\n', at);
            int lineEnd = newline < 0 ? text.length() : newline;
            Span line = trimmed(text, at, lineEnd);
            boolean own = line.length() > 0 && standsAlone(line.of(text));
            if (start >= 0 && (line.length() == 0 || own)) {
                paragraphs.add(new Span(start, end));
                start = -1;
            }
            if (line.length() > 0) {
                start = start < 0 ? line.start() : start;
                end = line.end();
                if (own || isFinished(text, line)) {
                    paragraphs.add(new Span(start, end));
                    start = -1;
                }
            }
            at = lineEnd + 1;
        }
        if (start >= 0) {
            paragraphs.add(new Span(start, end));
        }
        return paragraphs;
    }

    private boolean standsAlone(String line) {
        return isCapitals(line) || isFurniture(line);
    }

    private static boolean isFinished(String text, Span line) {
        String tail = text.substring(Math.max(line.start(), line.end() - 12), line.end());
        return FINISHED.matcher(tail).matches() && !ABBREVIATED.matcher(tail).matches();
    }

    private static Span trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B' || c == '\uFEFF';
    }

    private Block.Kind kind(String paragraph, boolean opensArticle) {
        if (isFurniture(paragraph)) {
            return Block.Kind.FURNITURE;
        }
        if (isCapitals(paragraph)) {
            return Block.Kind.HEADLINE;
        }
        boolean untidy = !FINISHED.matcher(tail(paragraph)).matches();
        return opensArticle && untidy && paragraph.length() <= LONGEST_HEADLINE
                ? Block.Kind.HEADLINE
                : Block.Kind.PROSE;
    }

    private static String tail(String paragraph) {
        return paragraph.substring(Math.max(0, paragraph.length() - 12));
    }

    private boolean isFurniture(String paragraph) {
        return paragraph.length() <= LONGEST_FURNITURE
                && furniture.stream().anyMatch(p -> p.matcher(paragraph).matches());
    }

    /** Whether at least three words in capitals and none in small letters stand in it. */
    private static boolean isCapitals(String line) {
        if (line.length() > LONGEST_HEADLINE) {
            return false;
        }
        int words = 0;
        int small = 0;
        boolean inCapitals = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            small += Character.isLowerCase(c) ? 1 : 0;
            words += Character.isUpperCase(c) && !inCapitals ? 1 : 0;
            inCapitals = !Character.isWhitespace(c) && (inCapitals || Character.isUpperCase(c));
        }
        return words >= 3 && small * 20 <= line.length();
    }
}
