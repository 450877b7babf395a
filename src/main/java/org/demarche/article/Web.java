package org.demarche.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.source.InputException;

/**
 * Fetches pages and feeds from addresses such as {@code https://herald.example/feed.xml}: http and
 * https only, five redirects at most, 64 MB, a minute, no addresses of one's own network unless
 * they are allowed, and only what the site's robots.txt lets programs have.
 */
public final class Web {
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_ROBOTS = 500 << 10;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");
    private static final Pattern CHARSET =
            Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");

    private final String agent;
    private final boolean allowPrivate;
    private final Duration time;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();
    private final Map<String, Robots> robots = new HashMap<>();

    /** What an address gave. */
    private record Answer(URI from, int status, String type, InputStream body) {}

    /**
     * A way to the web.
     *
     * @param agent what the program calls itself to sites; its first word is looked for in their
     *     robots.txt
     * @param allowPrivate whether addresses of this machine and its network are fetched too
     * @param time that one address may take
     */
    public Web(String agent, boolean allowPrivate, Duration time) {
        if (!agent.matches("[A-Za-z][A-Za-z_-]*(?:[/ ][\\x20-\\x7e]*)?")) {
            throw new InputException(
                    "user agent '"
                            + agent
                            + "': use a name such as demarche/1.0 (me@herald.example)");
        }
        this.agent = agent;
        this.allowPrivate = allowPrivate;
        this.time = time;
    }

    /** Whether a name is an address of the web and not a file's. */
    static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    /** Reads what is found at the address; what cannot be had is a problem. */
    void read(String address, AnyReader reader, ArticleSink sink) {
        Answer answer;
        try {
            answer = fetch(uri(address), Bounded.MOST_BYTES, true);
            if (answer.status() != 200) {
                throw new IOException("the server answers " + answer.status());
            }
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            sink.problem(new InputException(address + ": cannot be fetched (" + why + ")", e));
            return;
        }
        reader.read(
                answer.body(),
                address,
                Optional.of(answer.from().toString()),
                charset(answer.type()),
                sink);
    }

    private static Optional<String> charset(String type) {
        Matcher charset = CHARSET.matcher(type);
        return charset.find()
                ? Optional.of(charset.group(1)).filter(WarcArticles::isCharset)
                : Optional.empty();
    }

    private static URI uri(String address) throws IOException {
        try {
            URI uri = new URI(address);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            if (!scheme.toLowerCase(Locale.ROOT).matches("https?")) {
                throw new IOException(
                        "'" + address + "' is neither http nor https; only these are fetched");
            }
            if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                throw new IOException("'" + address + "' names no host, or a user");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IOException("'" + address + "' is no address", e);
        }
    }

    private Answer fetch(URI address, int mostBytes, boolean asRobot) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            requirePublic(at);
            if (asRobot && !robotsOf(at).allows(path(at))) {
                throw new IOException(
                        "the robots.txt of "
                                + at.getRawAuthority()
                                + " does not allow "
                                + path(at));
            }
            Answer answer = ask(at, mostBytes, end);
            if (answer.status() / 100 != 3 || answer.type().isEmpty()) {
                return answer;
            }
            at = uri(at.resolve(target(answer.type())).toString());
        }
        throw new IOException("more than " + MOST_REDIRECTS + " redirects");
    }

    private static URI target(String location) throws IOException {
        try {
            return new URI(location);
        } catch (URISyntaxException e) {
            throw new IOException("redirected to '" + location + "', which is no address", e);
        }
    }

    private static String path(URI address) {
        String path = Optional.ofNullable(address.getRawPath()).orElse("");
        return (path.isEmpty() ? "/" : path)
                + Optional.ofNullable(address.getRawQuery()).map(q -> "?" + q).orElse("");
    }

    private Robots robotsOf(URI address) throws IOException {
        String site =
                address.getScheme().toLowerCase(Locale.ROOT) + "://" + address.getRawAuthority();
        Robots known = robots.get(site);
        if (known == null) {
            known = fetchRobots(site);
            robots.put(site, known);
        }
        return known;
    }

    private Robots fetchRobots(String site) throws IOException {
        Answer answer;
        try {
            answer = fetch(uri(site + "/robots.txt"), MOST_ROBOTS, false);
        } catch (IOException e) {
            throw new IOException("robots.txt: " + e.getMessage(), e);
        }
        return switch (answer.status() / 100) {
            case 2 ->
                    Robots.parse(
                            new String(answer.body().readAllBytes(), StandardCharsets.UTF_8),
                            agent.split("[/ ]", 2)[0]);
            case 5 -> Robots.ALLOW_NOTHING;
            default -> Robots.ALLOW_ALL;
        };
    }

    /** One request; of a redirect the type is where it leads. */
    private Answer ask(URI address, int mostBytes, long end) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("User-Agent", agent)
                        .header("Accept", "text/html, application/xml;q=0.9, */*;q=0.5")
                        .build();
        HttpResponse<InputStream> response =
                inTime(client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()), end);
        try (InputStream body = response.body()) {
            if (response.statusCode() / 100 == 3) {
                return new Answer(
                        address,
                        response.statusCode(),
                        response.headers().firstValue("Location").orElse(""),
                        InputStream.nullInputStream());
            }
            byte[] bytes = inTime(CompletableFuture.supplyAsync(() -> bytes(body, mostBytes)), end);
            if (bytes.length > mostBytes) {
                throw new IOException("more than " + (mostBytes >> 10) + " KB; refused");
            }
            return new Answer(
                    address,
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    new ByteArrayInputStream(bytes));
        }
    }

    private static byte[] bytes(InputStream body, int most) {
        try {
            return body.readNBytes(most + 1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private <T> T inTime(CompletableFuture<T> work, long end) throws IOException {
        try {
            return work.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            work.cancel(true);
            throw new IOException("no answer in " + time.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IOException(
                    cause.getMessage() == null ? "no connection" : cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    // The name is looked up again for the connection; Java keeps the answer for half a minute, so
    // that a server of names cannot say something else in between.
    private void requirePublic(URI address) throws IOException {
        if (allowPrivate) {
            return;
        }
        List<InetAddress> hosts;
        try {
            hosts = List.of(InetAddress.getAllByName(address.getHost()));
        } catch (UnknownHostException e) {
            throw new IOException("there is no host '" + address.getHost() + "'", e);
        }
        for (InetAddress host : hosts) {
            if (isPrivate(host)) {
                throw new IOException(
                        "'"
                                + address.getHost()
                                + "' is an address of one's own network; --allow-private fetches from there");
            }
        }
    }

    private static boolean isPrivate(InetAddress host) {
        byte[] bytes = host.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean ofTheProvider = bytes.length == 4 && first == 100 && (second & 0xc0) == 64;
        boolean uniqueLocal = bytes.length == 16 && (first & 0xfe) == 0xfc;
        boolean reserved = bytes.length == 4 && (first == 0 || first >= 240);
        // 64:ff9b::/96 and 2002::/16 carry an address of the other kind in them.
        boolean translated =
                bytes.length == 16
                        && ((first == 0 && second == 0x64) || (first == 0x20 && second == 0x02));
        return host.isAnyLocalAddress()
                || host.isLoopbackAddress()
                || host.isLinkLocalAddress()
                || host.isSiteLocalAddress()
                || host.isMulticastAddress()
                || ofTheProvider
                || uniqueLocal
                || reserved
                || translated;
    }
}
