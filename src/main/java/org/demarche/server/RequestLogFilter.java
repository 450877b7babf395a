package org.demarche.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A line for each request: {@code 2023-07-20T10:15:30Z 127.0.0.1 GET /queries/timeline 200 12ms}.
 */
final class RequestLogFilter implements Filter {
    private static final int LONGEST = 1000;

    private final Clock clock;
    private final Consumer<String> lines;

    RequestLogFilter(Clock clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            lines.accept(
                    line(
                            (HttpServletRequest) request,
                            (HttpServletResponse) response,
                            (System.nanoTime() - start) / 1_000_000));
        }
    }

    private String line(HttpServletRequest request, HttpServletResponse response, long millis) {
        String query = Optional.ofNullable(request.getQueryString()).map(q -> "?" + q).orElse("");
        return clock.instant().truncatedTo(ChronoUnit.SECONDS)
                + " "
                + request.getRemoteAddr()
                + " "
                + plain(request.getMethod())
                + " "
                + plain(request.getRequestURI() + query)
                + " "
                + response.getStatus()
                + " "
                + millis
                + "ms";
    }

    // A client must not be able to write lines of its own into the log.
    private static String plain(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.replaceAll("[\\p{Cntrl}\\s]", "?");
    }
}
