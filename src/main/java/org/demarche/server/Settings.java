package org.demarche.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.demarche.source.InputException;

/**
 * How a server behaves: where it listens, what it lets one client have, who may use it.
 *
 * @param host name or address of this machine to listen at
 * @param port 0 for any free one
 * @param timeout after which a query is given up
 * @param maxRows rows or triples of one answer; more are refused, not cut
 * @param maxQueries queries that run at once; others wait for their turn
 * @param maxRequest bytes of a request's body
 * @param acceptArticles whether articles can be sent to be read and kept
 * @param passwords users that are let in; without it everybody is
 * @param origins web sites whose pages may ask this server, {@code *} for all
 * @param names further names that clients may know this server by
 */
public record Settings(
        String host,
        int port,
        Duration timeout,
        int maxRows,
        int maxQueries,
        int maxRequest,
        boolean acceptArticles,
        Optional<Passwords> passwords,
        List<String> origins,
        List<String> names) {

    public Settings {
        origins = List.copyOf(origins);
        names = List.copyOf(names);
        if (port < 0 || port > 65535) {
            throw new InputException("port " + port + " is not in 0..65535");
        }
        requireSome("--timeout", timeout.toMillis());
        requireSome("--max-rows", maxRows);
        requireSome("--max-queries", maxQueries);
        requireSome("--max-request", maxRequest);
        for (String origin : origins) {
            if (!origin.equals("*") && !origin.matches("https?://[^/?#\\s]+")) {
                throw new InputException(
                        "'"
                                + origin
                                + "' is not the origin of a web site such as https://news.example.org");
            }
        }
        if (acceptArticles && passwords.isEmpty() && !isLoopback(host)) {
            throw new InputException(
                    "articles from everybody who reaches "
                            + host
                            + "? Give a --password-file, or listen at 127.0.0.1");
        }
    }

    private static void requireSome(String option, long limit) {
        if (limit < 1) {
            throw new InputException(option + " " + limit + ": the least is 1");
        }
    }

    /** What a user gets who says nothing: for this machine only, articles are not taken. */
    public static Settings standard() {
        return new Settings(
                "127.0.0.1",
                3030,
                Duration.ofSeconds(30),
                50_000,
                16,
                1 << 20,
                false,
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Whether only programs of this machine can connect. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new InputException("'" + host + "' is no name or address of this machine", e);
        }
    }

    public Settings withPort(int other) {
        return new Settings(
                host,
                other,
                timeout,
                maxRows,
                maxQueries,
                maxRequest,
                acceptArticles,
                passwords,
                origins,
                names);
    }

    public Settings withLimits(Duration time, int rows, int queries, int request) {
        return new Settings(
                host,
                port,
                time,
                rows,
                queries,
                request,
                acceptArticles,
                passwords,
                origins,
                names);
    }

    public Settings withArticles() {
        return new Settings(
                host,
                port,
                timeout,
                maxRows,
                maxQueries,
                maxRequest,
                true,
                passwords,
                origins,
                names);
    }

    public Settings withPasswords(Passwords some) {
        return new Settings(
                host,
                port,
                timeout,
                maxRows,
                maxQueries,
                maxRequest,
                acceptArticles,
                Optional.of(some),
                origins,
                names);
    }

    public Settings withOrigins(List<String> some) {
        return new Settings(
                host,
                port,
                timeout,
                maxRows,
                maxQueries,
                maxRequest,
                acceptArticles,
                passwords,
                some,
                names);
    }
}
