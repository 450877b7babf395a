package org.demarche.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of the pages, which are in the program: {@code /} is {@code explorer/index.html},
 * {@code /webjars/d3/7.9.0/dist/d3.min.js} is d3's. Below {@code /explore/} every path is the
 * explorer, whose views have addresses of their own.
 */
final class StaticFiles extends ReadServlet {
    private static final long serialVersionUID = 1L;
    private static final String WEBJARS = "/webjars/";
    private static final String VIEWS = "/explore";
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9._@+-]*)+");
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html;charset=utf-8"),
                    Map.entry("css", "text/css;charset=utf-8"),
                    Map.entry("js", "text/javascript;charset=utf-8"),
                    Map.entry("mjs", "text/javascript;charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("geojson", "application/geo+json"),
                    Map.entry("map", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("txt", "text/plain;charset=utf-8"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"));

    private final transient Map<String, Optional<Content>> known = new ConcurrentHashMap<>();

    private static final class Content {
        private final byte[] bytes;
        private final String tag;

        Content(byte[] bytes) {
            this.bytes = bytes;
            this.tag = Tags.of(bytes);
        }
    }

    @Override
    void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        boolean view = path.equals("/") || path.equals(VIEWS) || path.startsWith(VIEWS + "/");
        String file = view ? "/index.html" : path;
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        Optional<Content> content =
                type == null || !PATH.matcher(file).matches()
                        ? Optional.empty()
                        : known.computeIfAbsent(file, StaticFiles::load);
        if (content.isEmpty()) {
            throw Problem.notFound(
                            "nothing is at this path; the explorer is at /, the saved queries are at /queries, SPARQL is at /demarche/sparql")
                    .refusal();
        }
        if (file.startsWith(WEBJARS)) {
            // Their version is in the path.
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
        send(request, response, type, content.get().tag, content.get().bytes);
    }

    private static Optional<Content> load(String file) {
        String resource =
                file.startsWith(WEBJARS) ? "/META-INF/resources" + file : "/explorer" + file;
        try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(new Content(in.readAllBytes()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
