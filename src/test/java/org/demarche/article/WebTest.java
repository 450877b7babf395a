package org.demarche.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.demarche.source.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {
    private record Page(int status, String type, String content) {}

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private ExecutorService threads;
    private HttpServer server;
    private String site;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(
                            exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("User-Agent"));
                    Page page =
                            pages.getOrDefault(
                                    exchange.getRequestURI().getPath(),
                                    new Page(404, "text/plain", "no such page"));
                    if (page.status() / 100 == 3) {
                        exchange.getResponseHeaders().add("Location", page.type());
                    } else {
                        exchange.getResponseHeaders().add("Content-Type", page.type());
                    }
                    exchange.sendResponseHeaders(page.status(), 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(
                                page.content()
                                        .getBytes(
                                                page.type().contains("8859")
                                                        ? StandardCharsets.ISO_8859_1
                                                        : StandardCharsets.UTF_8));
                        if (page.type().equals("slow")) {
                            out.flush();
                            never.await();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        server.start();
        site = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void page(String path, String type, String content) {
        pages.put(path, new Page(200, type, content));
    }

    private void redirect(String path, String target) {
        pages.put(path, new Page(302, target, ""));
    }

    private static Found read(Web web, String address) {
        Found found = new Found();
        new ArticleFiles(InputStream.nullInputStream(), FieldNames.OWN, Optional.of(web))
                .read(List.of(address), found);
        return found;
    }

    private Found read(String path) {
        return read(new Web("demarche/1.0", true, Duration.ofSeconds(20)), site + path);
    }

    @Test
    void pageIsReadWithItsAddressAndTheCharsetOfTheServer() {
        pages.put(
                "/2021/03/04/a",
                new Page(
                        200,
                        "text/html; charset=ISO-8859-1",
                        "<title>A</title><p>Envoys met in Malm\u00f6.</p>"));

        Found found = read("/2021/03/04/a");

        assertThat(found.problems).isEmpty();
        Article article = found.articles.get(0);
        assertThat(article.text()).isEqualTo("Envoys met in Malmö.");
        assertThat(article.url()).contains(site + "/2021/03/04/a");
        assertThat(article.published()).contains(LocalDate.of(2021, 3, 4));
        assertThat(asked).containsExactly("/robots.txt demarche/1.0", "/2021/03/04/a demarche/1.0");
    }

    @Test
    void feedIsFollowedToWhereItMoved() {
        redirect("/feed", "/moved");
        redirect("/moved", site + "/feed.xml");
        page(
                "/feed.xml",
                "application/rss+xml",
                "<rss version='2.0'><channel><title>N</title><link>x</link><description>d</description><item>"
                        + "<title>Envoys meet</title><description>Envoys met in Oslo.</description></item></channel></rss>");

        assertThat(read("/feed").articles)
                .extracting(Article::text)
                .containsExactly("Envoys met in Oslo.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://127.0.0.1/a", "jar:file:///a!/b", "gopher:x"})
    void redirectOutOfTheWebIsRefused(String target) {
        redirect("/feed", target);

        Found found = read("/feed");

        assertThat(found.articles).isEmpty();
        assertThat(found.problems)
                .singleElement()
                .asString()
                .contains("neither http nor https; only these are fetched");
    }

    @Test
    void redirectsHaveAnEnd() {
        redirect("/a", "/b");
        redirect("/b", "/a");

        assertThat(read("/a").problems)
                .singleElement()
                .asString()
                .contains("more than 5 redirects");
    }

    @Test
    void robotsTxtIsObeyedAlsoAfterARedirect() {
        page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\n");
        page("/private/a", "text/html", "<p>Envoys met in Oslo.</p>");
        redirect("/open", "/private/a");

        assertThat(read("/private/a").problems)
                .singleElement()
                .asString()
                .contains("robots.txt of 127.0.0.1")
                .contains("does not allow /private/a");
        assertThat(read("/open").problems).hasSize(1);
        assertThat(asked).noneMatch(line -> line.startsWith("/private"));
    }

    @Test
    void siteWhoseRobotsTxtFailsIsLeftAlone() {
        pages.put("/robots.txt", new Page(503, "text/plain", "later"));
        page("/a", "text/html", "<p>Envoys met in Oslo.</p>");

        assertThat(read("/a").problems).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://localhost:1/",
                "http://[::1]:1/",
                "http://10.1.2.3/",
                "http://192.168.0.1/",
                "http://169.254.169.254/latest",
                "http://0.0.0.0/",
                "http://100.64.0.1/",
                "http://[fd00::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://2130706433/",
                "http://172.16.0.1/"
            })
    void addressesOfOnesOwnNetworkAreRefused(String address) {
        Found found = read(new Web("demarche/1.0", false, Duration.ofSeconds(5)), address);

        assertThat(found.articles).isEmpty();
        assertThat(found.problems).singleElement().asString().contains("cannot be fetched");
        assertThat(asked).isEmpty();
    }

    @Test
    void refusalSaysHowToAllowIt() {
        Web web = new Web("demarche/1.0", false, Duration.ofSeconds(5));

        assertThat(read(web, site + "/a").problems)
                .singleElement()
                .asString()
                .contains("--allow-private");
        assertThat(asked).isEmpty();
    }

    @Test
    void answerThatDoesNotEndIsGivenUp() {
        pages.put("/slow", new Page(200, "slow", "<p>Envoys"));
        Web web = new Web("demarche/1.0", true, Duration.ofSeconds(1));

        assertThat(read(web, site + "/slow").problems)
                .singleElement()
                .asString()
                .contains("no answer in 1 s");
    }

    @Test
    void answerThatIsTooLargeIsRefused() {
        pages.put("/robots.txt", new Page(200, "text/plain", "#".repeat(600 << 10)));

        assertThat(read("/a").problems).singleElement().asString().contains("more than 500 KB");
    }

    @Test
    void whatIsMissingOrNoAddressIsAProblem() {
        assertThat(read("/nothing").problems).singleElement().asString().contains("answers 404");
        Web web = new Web("demarche/1.0", true, Duration.ofSeconds(5));
        assertThat(read(web, "http://a b/").problems)
                .singleElement()
                .asString()
                .contains("no address");
        assertThat(read(web, "http://me:secret@127.0.0.1/").problems).hasSize(1);
        assertThat(read(web, "http:///a").problems).hasSize(1);
        assertThatThrownBy(() -> new Web("a\r\nb: c", false, Duration.ofSeconds(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("user agent");
    }

    @Test
    void withoutTheWebAddressesAreProblems() {
        Found found = new Found();

        new ArticleFiles(InputStream.nullInputStream()).read(List.of(site), found);

        assertThat(found.problems).containsExactly(site + ": addresses are not fetched here");
    }
}
