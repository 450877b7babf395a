package org.demarche.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.demarche.export.Drawing.Arrow;
import org.demarche.export.Drawing.Disc;
import org.demarche.export.Drawing.Point;

/**
 * A network as a picture, twice as fine as the drawing. The letters are those of the machine's
 * sans-serif font; all else is the same everywhere.
 */
final class Png implements NetworkExport.Writing {
    private static final int SCALE = 2;

    @Override
    public void write(Network network, OutputStream out) throws IOException {
        Drawing drawing = Drawing.of(network);
        BufferedImage image =
                new BufferedImage(
                        drawing.width() * SCALE,
                        (drawing.height() + 40) * SCALE,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        try {
            paint.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paint.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            paint.setColor(Color.WHITE);
            paint.fillRect(0, 0, image.getWidth(), image.getHeight());
            paint.scale(SCALE, SCALE);
            drawing.arrows().forEach(arrow -> paint(arrow, paint));
            drawing.discs().forEach(disc -> paint(disc, paint));
            legend(drawing, paint);
        } finally {
            paint.dispose();
        }
        ImageIO.write(image, "png", out);
        out.flush();
    }

    private static void paint(Arrow arrow, Graphics2D paint) {
        Color colour = Color.decode(arrow.edge().colour());
        paint.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 190));
        paint.setStroke(
                new BasicStroke(
                        (float) arrow.thickness(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        paint.draw(
                new QuadCurve2D.Double(
                        arrow.from().x(),
                        arrow.from().y(),
                        arrow.control().x(),
                        arrow.control().y(),
                        arrow.to().x(),
                        arrow.to().y()));
        Path2D head = new Path2D.Double();
        head.moveTo(arrow.head().get(0).x(), arrow.head().get(0).y());
        head.lineTo(arrow.head().get(1).x(), arrow.head().get(1).y());
        head.lineTo(arrow.head().get(2).x(), arrow.head().get(2).y());
        head.closePath();
        paint.setColor(colour);
        paint.fill(head);
        write(arrow.caption(), arrow.middle(), 10, colour, paint);
    }

    private static void paint(Disc disc, Graphics2D paint) {
        double size = 2 * disc.radius();
        Shape circle =
                new Ellipse2D.Double(
                        disc.x() - disc.radius(), disc.y() - disc.radius(), size, size);
        paint.setColor(Color.decode(disc.vertex().colour()));
        paint.fill(circle);
        paint.setColor(Color.WHITE);
        paint.setStroke(new BasicStroke(1.5f));
        paint.draw(circle);
        Point below = new Point(disc.x(), disc.y() + disc.radius() + 13);
        write(Drawing.shortened(disc.vertex().label()), below, 13, new Color(0x1c1c1c), paint);
    }

    /** Centred, with a white rim that keeps it readable above lines. */
    private static void write(String text, Point at, int size, Color colour, Graphics2D paint) {
        if (text.isBlank()) {
            return;
        }
        TextLayout line = line(text, size, paint);
        Rectangle2D bounds = line.getBounds();
        Shape letters =
                line.getOutline(
                        AffineTransform.getTranslateInstance(at.x() - bounds.getCenterX(), at.y()));
        paint.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        paint.setColor(Color.WHITE);
        paint.draw(letters);
        paint.setColor(colour);
        paint.fill(letters);
    }

    private static TextLayout line(String text, int size, Graphics2D paint) {
        return new TextLayout(
                text, new Font(Font.SANS_SERIF, Font.PLAIN, size), paint.getFontRenderContext());
    }

    private static void legend(Drawing drawing, Graphics2D paint) {
        int x = 20;
        int y = drawing.height() + 20;
        for (Map.Entry<String, String> each : Palette.QUAD_CLASSES.entrySet()) {
            paint.setColor(Color.decode(Palette.quadClass(each.getKey())));
            paint.fill(new Rectangle2D.Double(x, y - 9, 22, 6));
            paint.setColor(new Color(0x444444));
            line(each.getValue(), 13, paint).draw(paint, x + 28, y);
            x += 175;
        }
        TextLayout note = line(drawing.note(), 11, paint);
        paint.setColor(new Color(0x666666));
        note.draw(paint, drawing.width() - 20 - note.getAdvance(), y);
    }
}
