package org.demarche.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.source.InputException;
import org.demarche.source.Nearest;

/** How an explanation is written: for a reader, for a treebank tool, for a program. */
public enum ExplainFormat {
    /** Lines for a reader. */
    TEXT,
    /** CoNLL-U with mentions, links and times in the last column. */
    CONLLU,
    /** JSON Lines, one object an article. */
    JSON;

    /**
     * The format of a name, in small or capital letters.
     *
     * @throws InputException with the nearest name where there is none
     */
    public static ExplainFormat require(String name) {
        Optional<ExplainFormat> format =
                Arrays.stream(values())
                        .filter(f -> f.toString().equals(name.toLowerCase(Locale.ROOT)))
                        .findFirst();
        return format.orElseThrow(
                () ->
                        new InputException(
                                "explain has no format '"
                                        + name
                                        + "'"
                                        + Nearest.hint(name, names())
                                        + "; there are "
                                        + String.join(", ", names())));
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(ExplainFormat::toString).toList();
    }

    /**
     * Who writes it.
     *
     * @param tokens whether the text shows every word too, as the others always do
     */
    public Explanation explanation(boolean tokens) {
        return switch (this) {
            case TEXT -> new TextExplanation(tokens);
            case CONLLU -> new ConlluExplanation();
            case JSON -> new JsonExplanation();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
