package org.demarche.server;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problem documents for requests that are so bad that no filter ever sees them. */
final class JettyErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Problem problem = problem(status, request.getAttribute(ERROR_MESSAGE));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        AccessFilter.HEADERS.forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(problem.json()), callback);
        return true;
    }

    private static Problem problem(int status, Object reason) {
        Problem plain = Problem.of(status, "");
        return Problem.of(
                status, Optional.ofNullable(reason).map(Object::toString).orElse(plain.title()));
    }
}
