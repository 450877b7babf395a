package org.demarche.article;

import java.util.ArrayList;
import java.util.List;
import org.demarche.source.InputException;

/** What a reader found, for tests. */
final class Found implements ArticleSink {
    final List<Article> articles = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    @Override
    public void article(Article article) {
        articles.add(article);
    }

    @Override
    public void problem(InputException problem) {
        problems.add(problem.getMessage());
    }

    @Override
    public void warning(String line) {
        warnings.add(line);
    }
}
