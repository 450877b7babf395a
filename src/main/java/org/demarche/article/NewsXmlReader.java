package org.demarche.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.source.InputException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads what agencies send: NITF documents, and NewsML-G2 news items with NITF or XHTML in them. Of
 * the XML only its tags are read; entities that a file declares are left as they stand.
 */
public final class NewsXmlReader implements ArticleReader {
    @Override
    public void read(InputStream in, String name, ArticleSink sink) {
        List<Article> articles = new ArrayList<>();
        try {
            Document xml =
                    Jsoup.parse(
                            new ByteArrayInputStream(Bounded.all(in, name)),
                            null,
                            "",
                            Parser.xmlParser());
            List<Element> items = xml.select("newsItem");
            for (Element item : items.isEmpty() ? xml.select("nitf") : items) {
                articles.add(articleOf(item, name));
            }
            if (articles.isEmpty()) {
                throw new InputException(name + ": no NITF or NewsML-G2 item in it");
            }
        } catch (InputException e) {
            sink.problem(e);
        } catch (IOException e) {
            sink.problem(new InputException(name + ": cannot be read (" + e.getMessage() + ")", e));
        }
        articles.forEach(sink::article);
    }

    private static Article articleOf(Element item, String name) {
        List<String> paragraphs = new ArrayList<>();
        for (Element p : item.select("body\\.content p, inlineXML body p, inlineXML > p")) {
            if (p.closest("media, table, caption") == null && !p.text().isBlank()) {
                paragraphs.add(p.text());
            }
        }
        if (paragraphs.isEmpty()) {
            item.select("inlineData").forEach(data -> paragraphs.add(data.wholeText().strip()));
        }
        String text = String.join("\n\n", paragraphs);
        if (text.isBlank()) {
            throw new InputException(name + ": an item has no paragraphs");
        }
        Optional<LocalDate> published =
                first(item, "norm", "date\\.issue", "story\\.date", "date\\.release")
                        .or(
                                () ->
                                        first(
                                                item,
                                                "",
                                                "contentCreated",
                                                "firstCreated",
                                                "versionCreated"))
                        .flatMap(PageDates::parse);
        return new Article(
                Optional.of(item.attr("guid"))
                        .filter(id -> !id.isEmpty())
                        .or(() -> first(item, "id-string", "doc-id"))
                        .map(ArticleIds::own)
                        .orElseGet(() -> ArticleIds.of(published, text)),
                first(item, "", "hl1", "contentMeta > headline", "headline", "head > title"),
                published,
                first(item, "", "provider > name", "distributor")
                        .or(() -> first(item, "name", "pubdata"))
                        .or(() -> first(item, "literal", "provider")),
                Optional.empty(),
                text);
    }

    /** The first value of an attribute, or of the text where the attribute's name is empty. */
    private static Optional<String> first(Element item, String attribute, String... selectors) {
        for (String selector : selectors) {
            for (Element element : item.select(selector)) {
                String value = attribute.isEmpty() ? element.text() : element.attr(attribute);
                if (!value.isBlank()) {
                    return Optional.of(value.strip());
                }
            }
        }
        return Optional.empty();
    }
}
