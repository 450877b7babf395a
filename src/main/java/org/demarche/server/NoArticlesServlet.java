package org.demarche.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What stands where articles would be taken by a server that was not told to take any. */
final class NoArticlesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        throw Problem.notFound(
                        "this server takes no articles; one that was started with --accept-articles does")
                .refusal();
    }
}
