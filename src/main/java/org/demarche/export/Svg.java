package org.demarche.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.demarche.export.Drawing.Arrow;
import org.demarche.export.Drawing.Disc;
import org.demarche.export.Drawing.Point;

/** A network as a drawing that browsers, Inkscape and word processors show. */
final class Svg implements NetworkExport.Writing {
    @Override
    public void write(Network network, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.write(element(Drawing.of(network)));
        text.flush();
    }

    /** The {@code svg} element; what a page wants to know of nodes and edges is in data-*. */
    static String element(Drawing drawing) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"picture\" role=\"img\"");
        svg.append(" viewBox=\"0 0 ").append(drawing.width()).append(' ');
        svg.append(drawing.height() + 40).append("\" width=\"").append(drawing.width());
        svg.append("\" height=\"").append(drawing.height() + 40);
        svg.append("\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\">\n");
        svg.append("<title>Who acts on whom in the news</title>\n");
        svg.append("<rect class=\"sheet\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        drawing.arrows().forEach(arrow -> arrow(drawing, arrow, svg));
        for (int i = 0; i < drawing.discs().size(); i++) {
            disc(i, drawing.discs().get(i), svg);
        }
        legend(drawing, svg);
        return svg.append("</svg>\n").toString();
    }

    private static void arrow(Drawing drawing, Arrow arrow, StringBuilder svg) {
        Network.Edge edge = arrow.edge();
        svg.append("<g class=\"edge\" data-s=\"").append(edge.source());
        svg.append("\" data-t=\"").append(edge.target());
        svg.append("\" data-q=\"").append(escaped(edge.quadClass()));
        if (!edge.periods().isEmpty()) {
            Period all = edge.periods().stream().reduce(Period::with).orElseThrow();
            svg.append("\" data-from=\"").append(all.first());
            svg.append("\" data-to=\"").append(all.last());
        }
        svg.append("\"><title>");
        svg.append(escaped(drawing.discs().get(edge.source()).vertex().label())).append(" — ");
        svg.append(escaped(edge.caption())).append(" → ");
        svg.append(escaped(drawing.discs().get(edge.target()).vertex().label()));
        svg.append("</title><path d=\"M").append(point(arrow.from()));
        svg.append('Q').append(point(arrow.control())).append(' ').append(point(arrow.to()));
        svg.append("\" fill=\"none\" stroke=\"").append(edge.colour());
        svg.append("\" stroke-width=\"").append(number(arrow.thickness()));
        svg.append("\" stroke-opacity=\"0.75\"/><path d=\"M").append(point(arrow.head().get(0)));
        svg.append('L').append(point(arrow.head().get(1)));
        svg.append('L').append(point(arrow.head().get(2)));
        svg.append("Z\" fill=\"").append(edge.colour()).append("\"/>");
        if (!arrow.caption().isEmpty()) {
            text(svg, "caption", arrow.middle(), 10, edge.colour(), arrow.caption());
        }
        svg.append("</g>\n");
    }

    private static void disc(int index, Disc disc, StringBuilder svg) {
        Network.Vertex vertex = disc.vertex();
        svg.append("<g class=\"node\" data-i=\"").append(index).append("\"><title>");
        svg.append(escaped(vertex.label() + " (" + vertex.kind() + ")"));
        svg.append("</title><circle cx=\"").append(number(disc.x()));
        svg.append("\" cy=\"").append(number(disc.y()));
        svg.append("\" r=\"").append(number(disc.radius()));
        svg.append("\" fill=\"").append(vertex.colour());
        svg.append("\" stroke=\"#ffffff\" stroke-width=\"1.5\"/>");
        Point below = new Point(disc.x(), disc.y() + disc.radius() + 13);
        text(svg, "label", below, 13, "#1c1c1c", Drawing.shortened(vertex.label()));
        svg.append("</g>\n");
    }

    private static void text(
            StringBuilder svg, String kind, Point at, int size, String colour, String text) {
        svg.append("<text class=\"").append(kind).append("\" x=\"").append(number(at.x()));
        svg.append("\" y=\"").append(number(at.y())).append("\" font-size=\"").append(size);
        svg.append("\" text-anchor=\"middle\" fill=\"").append(colour);
        svg.append("\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\"");
        svg.append(" stroke-linejoin=\"round\">").append(escaped(text)).append("</text>");
    }

    private static void legend(Drawing drawing, StringBuilder svg) {
        int x = 20;
        int y = drawing.height() + 20;
        svg.append("<g class=\"legend\">\n");
        for (Map.Entry<String, String> each : Palette.QUAD_CLASSES.entrySet()) {
            svg.append("<rect x=\"").append(x).append("\" y=\"").append(y - 9);
            svg.append("\" width=\"22\" height=\"6\" fill=\"");
            svg.append(Palette.quadClass(each.getKey())).append("\"/><text x=\"");
            svg.append(x + 28).append("\" y=\"").append(y).append("\" fill=\"#444444\">");
            svg.append(each.getValue()).append("</text>\n");
            x += 175;
        }
        svg.append("<text x=\"").append(drawing.width() - 20).append("\" y=\"").append(y);
        svg.append("\" text-anchor=\"end\" font-size=\"11\" fill=\"#666666\">");
        svg.append(escaped(drawing.note())).append("</text>\n</g>\n");
    }

    private static String point(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** For text and attribute values of XML and HTML alike. */
    static String escaped(String text) {
        return PlainText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
