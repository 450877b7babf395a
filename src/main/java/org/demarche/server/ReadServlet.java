package org.demarche.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Something that can only be read. */
abstract class ReadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String method = request.getMethod();
        if (method.equals("OPTIONS")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(204);
        } else if (method.equals("GET") || method.equals("HEAD")) {
            read(request, response);
        } else {
            throw Problem.methodNotAllowed(method, "GET, HEAD").refusal();
        }
    }

    abstract void read(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Sends bytes, or only says that they have not changed since the client had them. */
    static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            String type,
            String tag,
            byte[] body)
            throws IOException {
        if (isKnown(request, response, tag)) {
            return;
        }
        response.setContentType(type);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** Whether the client has what the tag stands for; then the answer is given. */
    static boolean isKnown(HttpServletRequest request, HttpServletResponse response, String tag) {
        String quoted = "\"" + tag + "\"";
        response.setHeader("ETag", quoted);
        if (response.getHeader("Cache-Control") == null) {
            response.setHeader("Cache-Control", "no-cache");
        }
        for (String each :
                Optional.ofNullable(request.getHeader("If-None-Match")).orElse("").split(",")) {
            String known = each.strip().replaceFirst("^W/", "");
            if (known.equals(quoted) || known.equals("*")) {
                response.setStatus(304);
                return true;
            }
        }
        return false;
    }
}
