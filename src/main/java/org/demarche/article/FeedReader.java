package org.demarche.article;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.source.InputException;

/** Reads the items of an RSS or Atom feed: their full text, or else the summary. */
public final class FeedReader implements ArticleReader {
    @Override
    public void read(InputStream in, String name, ArticleSink sink) {
        SyndFeed feed;
        try (XmlReader text =
                new XmlReader(new ByteArrayInputStream(Bounded.all(in, name)), true, "UTF-8")) {
            // Entities of a DOCTYPE could unfold without end: rome refuses a feed that has one.
            feed = new SyndFeedInput().build(text);
        } catch (InputException e) {
            sink.problem(e);
            return;
        } catch (FeedException | IOException | IllegalArgumentException e) {
            sink.problem(
                    new InputException(
                            name
                                    + ": not a feed that can be read ("
                                    + e.getMessage().lines().findFirst().orElse("")
                                    + ")",
                            e));
            return;
        }
        Optional<String> publisher = text(feed.getTitle());
        int summaries = 0;
        for (SyndEntry item : feed.getEntries()) {
            if (sink.isFull()) {
                return;
            }
            Optional<String> full =
                    item.getContents().stream()
                            .flatMap(content -> story(content).stream())
                            .findFirst();
            Optional<String> text =
                    full.or(
                            () ->
                                    Optional.ofNullable(item.getDescription())
                                            .flatMap(FeedReader::story));
            if (text.isPresent()) {
                summaries += full.isEmpty() ? 1 : 0;
                sink.article(article(item, text.get(), publisher));
            } else {
                sink.problem(
                        new InputException(
                                name
                                        + ": item '"
                                        + text(item.getTitle()).orElse("")
                                        + "' has no text"));
            }
        }
        if (summaries > 0) {
            sink.warning(
                    name + ": of " + summaries + " items only the summary was there to be read");
        }
    }

    private static Article article(SyndEntry item, String text, Optional<String> publisher) {
        Optional<LocalDate> published =
                Stream.of(
                                Optional.ofNullable(item.getPublishedDate()),
                                Optional.ofNullable(item.getUpdatedDate()))
                        .flatMap(Optional::stream)
                        .map(FeedReader::day)
                        .findFirst();
        return new Article(
                text(item.getUri())
                        .map(ArticleIds::own)
                        .orElseGet(() -> ArticleIds.of(published, text)),
                text(item.getTitle()),
                published,
                publisher,
                text(item.getLink()).filter(link -> link.matches("https?://[^\\s<>\"{}|\\\\^`]+")),
                text);
    }

    // rome gives an instant; the offset that the feed wrote is lost, so the day is UTC's.
    @SuppressWarnings("JavaUtilDate")
    private static LocalDate day(Date date) {
        return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Optional<String> story(SyndContent content) {
        return text(content.getValue()).map(HtmlReader::textOf).filter(text -> !text.isBlank());
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
    }
}
