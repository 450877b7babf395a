package org.demarche.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A network as one page that asks nothing of any server: the drawing, which can be filtered by
 * name, kind of act and date, and a table of what is drawn.
 */
final class NetworkPage implements NetworkExport.Writing {
    @Override
    public void write(Network network, OutputStream out) throws IOException {
        Drawing drawing = Drawing.of(network);
        String style = resource("network.css");
        String script = resource("network.js");
        Writer page = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        page.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        // Only what is in this file may run, and nothing is fetched.
        page.write(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                        + hash(style)
                        + "'; script-src 'sha256-"
                        + hash(script)
                        + "'\">\n");
        page.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.write("<title>Who acts on whom in the news</title>\n");
        page.write("<style>" + style + "</style>\n</head>\n<body>\n");
        page.write("<h1>Who acts on whom in the news</h1>\n");
        form(drawing, page);
        page.write("<div id=\"frame\">\n" + Svg.element(drawing) + "</div>\n");
        table(drawing, page);
        page.write("<script>" + script + "</script>\n</body>\n</html>\n");
        page.flush();
    }

    private static void form(Drawing drawing, Writer page) throws IOException {
        page.write("<form id=\"filter\">\n");
        page.write(
                "<label>Name <input type=\"search\" id=\"name\" autocomplete=\"off\"></label>\n");
        for (Map.Entry<String, String> each : Palette.QUAD_CLASSES.entrySet()) {
            page.write(
                    "<label class=\"quad "
                            + each.getKey()
                            + "\"><input type=\"checkbox\" checked value=\""
                            + each.getKey()
                            + "\"> "
                            + each.getValue()
                            + "</label>\n");
        }
        page.write("<label>From <input type=\"date\" id=\"from\"></label>\n");
        page.write("<label>To <input type=\"date\" id=\"to\"></label>\n");
        page.write("<button type=\"reset\">All</button>\n");
        page.write("<output id=\"count\">" + Svg.escaped(drawing.note()) + "</output>\n</form>\n");
    }

    private static void table(Drawing drawing, Writer page) throws IOException {
        page.write("<table>\n<caption>What is drawn</caption>\n<thead><tr>");
        for (String head : new String[] {"From", "Act", "To", "Events", "First", "Last"}) {
            page.write("<th scope=\"col\">" + head + "</th>");
        }
        page.write("</tr></thead>\n<tbody id=\"rows\">\n");
        for (Network.Edge edge : drawing.network().edges()) {
            page.write("<tr>");
            cell(page, drawing.network().vertices().get(edge.source()).label());
            cell(page, edge.label());
            cell(page, drawing.network().vertices().get(edge.target()).label());
            cell(page, Long.toString(edge.weight()));
            Optional<Period> all = edge.periods().stream().reduce(Period::with);
            cell(page, all.map(period -> period.first().toString()).orElse(""));
            cell(page, all.map(period -> period.last().toString()).orElse(""));
            page.write("</tr>\n");
        }
        page.write("</tbody>\n</table>\n");
    }

    private static void cell(Writer page, String text) throws IOException {
        page.write("<td dir=\"auto\">" + Svg.escaped(text) + "</td>");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = NetworkPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
