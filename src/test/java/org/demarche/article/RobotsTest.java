package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {
    private static Robots parse(String... lines) {
        return Robots.parse(String.join("\n", lines), "demarche");
    }

    @Test
    void ownGroupCountsAndNotThatOfAll() {
        Robots robots =
                parse(
                        "User-agent: *",
                        "Disallow: /",
                        "",
                        "# those that write to us first",
                        "User-agent: otherbot",
                        "User-Agent: Demarche",
                        "Disallow: /drafts/ # not yet",
                        "Crawl-delay: 2");

        assertThat(robots.allows("/news/1.html")).isTrue();
        assertThat(robots.allows("/drafts/1.html")).isFalse();
    }

    @Test
    void groupOfAllCountsWhereThereIsNoneOfOnesOwn() {
        Robots robots =
                parse("User-agent: otherbot", "Disallow:", "User-agent: *", "Disallow: /search");

        assertThat(robots.allows("/search?q=oslo")).isFalse();
        assertThat(robots.allows("/news")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b.pdf, false", "/a/b.pdf?x, true", "/img/a, false", "/img/public/a, true",
        "/x/1/y/2/z, false", "/x/1/z, true", "/same, true", "/, true"
    })
    void longestRuleThatFitsDecides(String path, boolean allowed) {
        Robots robots =
                parse(
                        "User-agent: *",
                        "Disallow: /*.pdf$",
                        "Disallow: /img/",
                        "Allow: /img/public/",
                        "Disallow: /x/*/y/*/z",
                        "Disallow: /same",
                        "Allow: /same");

        assertThat(robots.allows(path)).isEqualTo(allowed);
    }

    @Test
    void whatIsNoRobotsTxtForbidsNothing() {
        assertThat(parse("<html>Not found</html>", ":", "Disallow: /").allows("/news")).isTrue();
        assertThat(Robots.ALLOW_NOTHING.allows("/")).isFalse();
    }
}
