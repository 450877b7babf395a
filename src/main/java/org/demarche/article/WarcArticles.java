package org.demarche.article;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.demarche.source.InputException;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Reads the pages of a web archive (WARC, compressed or not): what servers answered with HTML. */
public final class WarcArticles implements ArticleReader {
    private final HtmlReader pages = new HtmlReader();

    @Override
    public void read(InputStream in, String name, ArticleSink sink) {
        int number = 0;
        try {
            WarcReader records = new WarcReader(in);
            Optional<WarcRecord> record = records.next();
            while (record.isPresent() && !sink.isFull()) {
                number++;
                Optional<String> target = target(record.get());
                if (target.isPresent() && record.get() instanceof WarcResponse response) {
                    read(response, target.get(), name + ":" + target.get(), sink);
                }
                record = records.next();
            }
        } catch (IOException | IllegalArgumentException e) {
            sink.problem(
                    new InputException(
                            name
                                    + ": cannot be read further after record "
                                    + number
                                    + " ("
                                    + e.getMessage()
                                    + ")",
                            e));
        }
    }

    /** The address of a page; a record may lack it, or be of something else. */
    private static Optional<String> target(WarcRecord record) {
        return record.headers()
                .first("WARC-Target-URI")
                .filter(target -> target.toLowerCase(Locale.ROOT).startsWith("http"));
    }

    private void read(WarcResponse response, String target, String name, ArticleSink sink)
            throws IOException {
        HttpResponse http = response.http();
        MediaType type = http.contentType();
        if (http.status() == 200
                && type.base().toString().matches("text/html|application/xhtml\\+xml")) {
            pages.read(
                    http.body().stream(),
                    name,
                    Optional.of(target).filter(url -> url.matches("https?://[^\\s<>\"{}|\\\\^`]+")),
                    Optional.ofNullable(type.parameters().get("charset"))
                            .filter(WarcArticles::isCharset),
                    sink);
        }
    }

    /** Whether Java knows a character set of that name. */
    static boolean isCharset(String name) {
        try {
            return java.nio.charset.Charset.isSupported(name);
        } catch (java.nio.charset.IllegalCharsetNameException e) {
            return false;
        }
    }
}
