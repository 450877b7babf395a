package org.demarche.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.eclipse.jetty.http.HttpStatus;

/**
 * What a client is told when a request fails, as RFC 9457 has it.
 *
 * @param type names the kind of problem, {@code query-timeout}; empty where the status says all
 * @param title the same for all problems of the type
 * @param detail what it is this time
 * @param headers of the answer
 */
record Problem(int status, String type, String title, String detail, Map<String, String> headers) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://w3id.org/demarche/problem#";
    private static final String ATTRIBUTE = Problem.class.getName();

    /** Ends the handling of a request with this problem. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refusal(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    static Problem of(int status, String detail) {
        String title = Optional.ofNullable(HttpStatus.getMessage(status)).orElse("Error " + status);
        return new Problem(status, "", title, detail, Map.of());
    }

    static Problem badRequest(String detail) {
        return of(400, detail);
    }

    static Problem notFound(String detail) {
        return of(404, detail);
    }

    static Problem methodNotAllowed(String method, String allowed) {
        return of(405, method + " is not possible here; possible: " + allowed)
                .withHeader("Allow", allowed);
    }

    static Problem notAcceptable(List<String> offered) {
        return of(406, "this can be had as " + String.join(", ", offered));
    }

    static Problem tooLarge(int maxRequest) {
        return new Problem(
                413,
                "request-too-large",
                "The request is too large",
                "the body may have "
                        + maxRequest
                        + " bytes; send less, or start the server with a larger --max-request",
                Map.of());
    }

    static Problem timeout(long seconds) {
        return new Problem(
                503,
                "query-timeout",
                "The query took too long",
                "it was given up after "
                        + seconds
                        + " seconds; ask for less, or start the server with a longer --timeout",
                Map.of());
    }

    static Problem tooManyRows(int maxRows) {
        return new Problem(
                422,
                "too-many-rows",
                "The answer is too long",
                "it has more than "
                        + maxRows
                        + " rows; ask for less or in parts with LIMIT and OFFSET, or start the server with more --max-rows",
                Map.of());
    }

    static Problem tooManyStatements(int maxRows) {
        return new Problem(
                422,
                "too-many-rows",
                "The answer is too long",
                "it has more than "
                        + maxRows
                        + " statements; ask for one article with ?graph=IRI, write all to a file with demarche export, or start the server with more --max-rows",
                Map.of());
    }

    static Problem serviceOff() {
        return of(
                422,
                "SERVICE is off: this server asks no other one; ask that one yourself and join the answers");
    }

    static Problem busy() {
        return new Problem(
                503,
                "busy",
                "The server is busy",
                "too much is being asked at once; try again in a moment",
                Map.of("Retry-After", "2"));
    }

    Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, type, title, detail, more);
    }

    Refusal refusal() {
        return new Refusal(this);
    }

    /** Ends an action of Fuseki, which knows only a status and a text, with this problem. */
    ActionErrorException endOf(HttpAction action) {
        action.getRequest().setAttribute(ATTRIBUTE, this);
        return new ActionErrorException(status, detail, null);
    }

    /** The problem that an action of Fuseki ended with. */
    static Optional<Problem> endedWith(ServletRequest request) {
        return Optional.ofNullable((Problem) request.getAttribute(ATTRIBUTE));
    }

    byte[] json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!type.isEmpty()) {
            json.put("type", TYPES + type);
        }
        json.put("title", title).put("status", status).put("detail", detail);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes it in the place of whatever was written before. */
    void writeTo(HttpServletResponse response) throws IOException {
        byte[] body = json();
        response.resetBuffer();
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding((String) null);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
