package org.demarche.event;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.article.Article;
import org.demarche.article.Span;

/** An article with the events that a reader found in it. */
public record GoldArticle(Article article, List<GoldEvent> events) {
    private static final Pattern BLANK_LINES = Pattern.compile("\r?\n(?:[ \t]*\r?\n)+");

    public GoldArticle {
        events = List.copyOf(events);
    }

    /** The stretches of a text between blank lines. */
    static List<Span> paragraphs(String text) {
        List<Span> paragraphs = new ArrayList<>();
        int start = 0;
        Matcher gap = BLANK_LINES.matcher(text);
        while (gap.find()) {
            add(paragraphs, text, new Span(start, gap.start()));
            start = gap.end();
        }
        add(paragraphs, text, new Span(start, text.length()));
        return paragraphs;
    }

    private static void add(List<Span> paragraphs, String text, Span span) {
        if (!span.of(text).isBlank()) {
            paragraphs.add(span);
        }
    }
}
