package org.demarche.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who may ask: this machine's own pages and programs, the sites that were named, the users
 * with a password.
 */
final class AccessFilter implements Filter {
    /**
     * What every answer says to browsers: nothing from elsewhere, no guessing of types, no frame.
     */
    static final Map<String, String> HEADERS = headers();

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OPEN = Set.of("/$/ping", "/health");
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String SPARQL = "/demarche/";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Settings settings;

    AccessFilter(Settings settings) {
        this.settings = settings;
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                        + "font-src 'self'; connect-src 'self'; manifest-src 'self'; "
                        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        return headers;
    }

    @Override
    public void doFilter(
            ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        HEADERS.forEach(response::setHeader);
        checkName(request);
        boolean known = sharesWith(request, response);
        if (known && isPreflight(request)) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE");
            response.setHeader(
                    "Access-Control-Allow-Headers", "Accept, Authorization, Content-Type");
            response.setHeader("Access-Control-Max-Age", "600");
            response.setStatus(204);
            return;
        }
        checkOrigin(request);
        checkPassword(request);
        checkLength(request);
        chain.doFilter(request, response);
    }

    private void checkLength(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length > settings.maxRequest()) {
            throw Problem.tooLarge(settings.maxRequest()).refusal();
        }
        // Other bodies are counted while they are read; forms are read by Jetty.
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (length < 0 && type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            throw Problem.of(411, "a form is sent with its Content-Length").refusal();
        }
    }

    /**
     * A page of another site can have its own name point to this machine and so read what only this
     * machine's programs should: a server of this machine answers to this machine's names.
     */
    private void checkName(HttpServletRequest request) {
        if (!settings.isLoopback() && settings.names().isEmpty()) {
            return;
        }
        String name =
                Optional.ofNullable(request.getServerName()).orElse("").toLowerCase(Locale.ROOT);
        boolean local = LOCAL.contains(name) || name.equals(settings.host());
        if (!local && !settings.names().contains(name)) {
            throw Problem.of(421, "this server is not '" + name + "'; see --allow-host").refusal();
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** Tells the browser that a page of the request's origin may read the answer. */
    private boolean sharesWith(HttpServletRequest request, HttpServletResponse response) {
        if (settings.origins().isEmpty()) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        String origin = Optional.ofNullable(request.getHeader("Origin")).orElse("");
        boolean named = settings.origins().contains(origin);
        if (!named && !settings.origins().contains("*")) {
            return false;
        }
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Access-Control-Allow-Origin", named ? origin : "*");
        response.setHeader("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After");
        if (named && settings.passwords().isPresent()) {
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
        return true;
    }

    /** A browser sends a form of any site here, with the user's password: not to change things. */
    private void checkOrigin(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod()) || request.getRequestURI().startsWith(SPARQL)) {
            return;
        }
        Optional<String> origin = Optional.ofNullable(request.getHeader("Origin"));
        String own = request.getScheme() + "://" + request.getHeader("Host");
        boolean foreign =
                origin.isPresent()
                        ? !origin.get().equals(own) && !settings.origins().contains(origin.get())
                        : "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        if (foreign) {
            throw Problem.of(403, "pages of other sites cannot change anything here").refusal();
        }
    }

    private void checkPassword(HttpServletRequest request) {
        if (settings.passwords().isEmpty() || OPEN.contains(request.getRequestURI())) {
            return;
        }
        String given = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        if (!settings.passwords().get().accept(given)) {
            throw Problem.of(
                            401,
                            given.isEmpty()
                                    ? "this server asks for a user and password"
                                    : "the user or the password is wrong; they are lines 'user: password' of the server's --password-file")
                    .withHeader("WWW-Authenticate", "Basic realm=\"demarche\", charset=\"UTF-8\"")
                    .refusal();
        }
    }
}
