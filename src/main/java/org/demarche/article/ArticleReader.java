package org.demarche.article;

import java.io.InputStream;

/** Reads the articles of one stream in one format. */
public interface ArticleReader {
    /**
     * Reads to the end of the stream, holding one article in memory at a time. What cannot be read
     * goes to the sink as a problem; nothing is thrown for it.
     *
     * @param name what messages call the stream: the file's name
     */
    void read(InputStream in, String name, ArticleSink sink);
}
