package org.demarche.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * The dataset's own address, {@code /demarche}, where nothing is answered but much is asked: who
 * looks at it is shown the description of the dataset, who queries it is told where to.
 */
final class DatasetAddress implements Filter {
    private static final Set<String> PATHS = Set.of("/demarche", "/demarche/");
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (!PATHS.contains(asked.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (LOOKING.contains(asked.getMethod()) && asked.getQueryString() == null) {
            HttpServletResponse answer = (HttpServletResponse) response;
            answer.setStatus(303);
            answer.setHeader("Location", "/.well-known/void");
        } else {
            throw Problem.notFound(
                            "nothing is answered here; queries go to /demarche/sparql, whole graphs are at /demarche/data, and /.well-known/void describes the dataset")
                    .refusal();
        }
    }
}
