package org.demarche.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.source.InputException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the article of a saved web page: the story without menus, captions, related links, cookie
 * notes and advertisements. The character set is found as browsers find it.
 */
public final class HtmlReader implements ArticleReader {
    private static final Pattern FURNITURE =
            Pattern.compile(
                    "(?i)(?:^|[\\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|footer|sidebar|related|recommended"
                            + "|more-(?:on|from|stories|news)|most-(?:read|popular|viewed)|trending|promo|newsletter|sign-?up"
                            + "|subscri(?:be|ption)|paywall|cookies?|consent|gdpr|share|sharing|social|advert(?:isement|s)?|ads?|ad-slot|sponsor(?:ed)?"
                            + "|captions?|credits?|comments?|disqus|tags?|topics?|byline|author(?:-bio)?|read-?more|teasers?"
                            + "|popup|modal|banner|skip-link|copyright|disclaimer|editors?-note|correction)(?:$|[\\s_-])");
    private static final String NEVER =
            "script, style, noscript, template, iframe, svg, nav, aside, footer, form, button, select,"
                    + " figure, figcaption, table, video, audio, dialog, [hidden], [aria-hidden=true], [role=navigation],"
                    + " [role=complementary], [role=contentinfo], [role=dialog], [role=banner], [style*=display:none]";
    private static final Pattern NOT_STORY =
            Pattern.compile(
                    "(?i)(?:©|copyright\\b|all rights reserved|advertisement\\b|read (?:more|also|next)\\b|"
                            + "(?:click|tap) here\\b|sign up\\b|subscribe\\b|follow us\\b|share this\\b|photo(?:graph)?:|"
                            + "(?:this|our) (?:web)?site uses cookies|we use cookies).*");
    // The part of the page that is the story has nearly all of its prose.
    private static final double MOST = .8;
    // What has more than this of all prose is the story, whatever its class says.
    private static final double FURNITURE_SHARE = .5;

    @Override
    public void read(InputStream in, String name, ArticleSink sink) {
        read(in, name, Optional.empty(), Optional.empty(), sink);
    }

    /**
     * Reads a page that came from the web.
     *
     * @param address where it was found, if the page does not say it
     * @param charset what the server said of it
     */
    void read(
            InputStream in,
            String name,
            Optional<String> address,
            Optional<String> charset,
            ArticleSink sink) {
        Article article;
        try {
            byte[] bytes = Bounded.all(in, name);
            Document page =
                    Jsoup.parse(
                            new ByteArrayInputStream(bytes),
                            charset.orElse(null),
                            address.orElse(""));
            article = articleOf(page, name, address);
        } catch (InputException e) {
            sink.problem(e);
            return;
        } catch (IOException e) {
            sink.problem(new InputException(name + ": cannot be read (" + e.getMessage() + ")", e));
            return;
        }
        sink.article(article);
    }

    private static Article articleOf(Document page, String name, Optional<String> address) {
        PageFacts facts = PageFacts.of(page);
        page.select(NEVER).remove();
        Map<Element, Integer> chars = charsWithin(prose(page.body()));
        int all = chars.getOrDefault(page.body(), 0);
        for (Element element : page.select("[class], [id]")) {
            if (!element.is("html, body, main, article")
                    && chars.getOrDefault(element, 0) <= FURNITURE_SHARE * all
                    && FURNITURE.matcher(element.className() + " " + element.id()).find()
                    && element.select("h1").isEmpty()) {
                element.remove();
            }
        }
        String dom = text(story(page));
        Optional<String> stated = facts.body().filter(body -> body.length() > 2 * dom.length());
        String text = stated.orElse(dom);
        if (text.isBlank()) {
            throw new InputException(name + ": no story found in the page");
        }
        Optional<LocalDate> published =
                facts.published().or(() -> PageDates.inAddress(facts.url().or(() -> address)));
        return new Article(
                ArticleIds.of(published, text),
                facts.title(),
                published,
                facts.publisher(),
                facts.url().or(() -> address),
                text);
    }

    /** The blocks of prose in the part of the page that has most of it. */
    private static List<Blocks.Found> story(Document page) {
        Element root =
                page.select("[itemprop=articleBody]").stream()
                        .findFirst()
                        .or(
                                () ->
                                        Optional.of(page.select("article"))
                                                .filter(a -> a.size() == 1)
                                                .map(a -> a.get(0)))
                        .or(() -> Optional.ofNullable(page.selectFirst("main, [role=main]")))
                        .orElse(page.body());
        List<Blocks.Found> prose = prose(root);
        if (prose.isEmpty()) {
            root = page.body();
            prose = prose(root);
        }
        Map<Element, Integer> chars = charsWithin(prose);
        Element chosen = root;
        Optional<Element> narrower = Optional.of(root);
        while (narrower.isPresent()) {
            chosen = narrower.get();
            double most = MOST * chars.getOrDefault(root, 0);
            narrower =
                    chosen.children().stream()
                            .filter(child -> !child.is("p, blockquote, li"))
                            .filter(child -> chars.getOrDefault(child, 0) > most)
                            .findFirst();
        }
        Element story = chosen;
        return prose.stream().filter(block -> isWithin(block.owner(), story)).toList();
    }

    /** How many chars of the blocks stand in each element. */
    private static Map<Element, Integer> charsWithin(List<Blocks.Found> prose) {
        Map<Element, Integer> chars = new HashMap<>();
        for (Blocks.Found block : prose) {
            Element at = block.owner();
            while (at != null) {
                chars.merge(at, block.text().length(), Integer::sum);
                at = at.parent();
            }
        }
        return chars;
    }

    private static List<Blocks.Found> prose(Element root) {
        return Blocks.of(root).stream()
                .filter(Blocks.Found::isProse)
                .filter(block -> !NOT_STORY.matcher(block.text()).matches())
                .toList();
    }

    private static boolean isWithin(Element element, Element outer) {
        Element at = element;
        while (at != null && !at.equals(outer)) {
            at = at.parent();
        }
        return at != null;
    }

    private static String text(List<Blocks.Found> blocks) {
        return String.join("\n\n", blocks.stream().map(Blocks.Found::text).toList());
    }

    /** The paragraphs of a piece of HTML that is nothing but a story, as in a feed. */
    static String textOf(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.select(NEVER).remove();
        return text(Blocks.of(page.body()));
    }
}
