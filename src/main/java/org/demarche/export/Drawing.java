package org.demarche.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network laid out on a sheet: discs for nodes, bent arrows for edges. Of a large network only
 * the nodes with the most events are drawn.
 *
 * @param left how many nodes are left out
 */
record Drawing(
        Network network, int width, int height, int left, List<Disc> discs, List<Arrow> arrows) {
    /** More nodes than these make a picture black. */
    private static final int MOST = 120;

    /** Below so many edges each says what it is. */
    private static final int FEW = 60;

    private static final double BEND = 26;

    /** A node. */
    record Disc(Network.Vertex vertex, double x, double y, double radius) {}

    /**
     * An edge: a quadratic curve from the rim of one disc to the rim of another, and the three
     * corners of its head.
     *
     * @param caption empty where there are too many to be read
     * @param middle where the caption is
     */
    record Arrow(
            Network.Edge edge,
            Point from,
            Point control,
            Point to,
            List<Point> head,
            double thickness,
            String caption,
            Point middle) {}

    record Point(double x, double y) {}

    static Drawing of(Network whole) {
        Network network = whole.core(MOST);
        int nodes = network.vertices().size();
        int width = Math.max(900, Math.min(2400, 240 * (int) Math.ceil(Math.sqrt(nodes))));
        int height = width * 2 / 3;
        Layout layout = Layout.of(network, (double) width / height);
        int[] degrees = network.degrees();
        List<Disc> discs = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            discs.add(
                    new Disc(
                            network.vertices().get(i),
                            layout.places().get(i).x() * width,
                            layout.places().get(i).y() * height,
                            Math.min(24, 6 + 2 * Math.sqrt(degrees[i]))));
        }
        return new Drawing(
                network,
                width,
                height,
                whole.vertices().size() - nodes,
                discs,
                arrows(network, discs));
    }

    private static List<Arrow> arrows(Network network, List<Disc> discs) {
        Map<List<Integer>, Integer> between = new HashMap<>();
        network.edges().forEach(edge -> between.merge(pair(edge), 1, Integer::sum));
        Map<List<Integer>, Integer> drawn = new HashMap<>();
        List<Arrow> arrows = new ArrayList<>();
        for (Network.Edge edge : network.edges()) {
            List<Integer> pair = pair(edge);
            int place = drawn.merge(pair, 1, Integer::sum) - 1;
            double bend = (place - (between.get(pair) - 1) / 2.0) * BEND;
            // Seen from the other end, left is right.
            double side = edge.source() < edge.target() ? bend : -bend;
            boolean captioned = network.edges().size() <= FEW;
            arrows.add(
                    arrow(
                            edge,
                            discs.get(edge.source()),
                            discs.get(edge.target()),
                            side,
                            captioned ? edge.caption() : ""));
        }
        return arrows;
    }

    private static List<Integer> pair(Network.Edge edge) {
        return List.of(
                Math.min(edge.source(), edge.target()), Math.max(edge.source(), edge.target()));
    }

    private static Arrow arrow(
            Network.Edge edge, Disc source, Disc target, double bend, String caption) {
        double dx = target.x() - source.x();
        double dy = target.y() - source.y();
        double length = Math.max(1, Math.sqrt(dx * dx + dy * dy));
        Point control =
                new Point(
                        (source.x() + target.x()) / 2 - dy / length * bend * 2,
                        (source.y() + target.y()) / 2 + dx / length * bend * 2);
        double thickness = Math.min(6, 1.2 + StrictMath.log((double) edge.weight()));
        double headLength = 7 + thickness * 1.5;
        Point from = towards(new Point(source.x(), source.y()), control, source.radius());
        Point tip = towards(new Point(target.x(), target.y()), control, target.radius() + 1);
        Point to =
                towards(new Point(target.x(), target.y()), control, target.radius() + headLength);
        double hx = (tip.x() - to.x()) / headLength * (2 + thickness);
        double hy = (tip.y() - to.y()) / headLength * (2 + thickness);
        return new Arrow(
                edge,
                from,
                control,
                to,
                List.of(
                        tip,
                        new Point(to.x() - hy, to.y() + hx),
                        new Point(to.x() + hy, to.y() - hx)),
                thickness,
                caption,
                new Point(
                        (from.x() + 2 * control.x() + to.x()) / 4,
                        (from.y() + 2 * control.y() + to.y()) / 4));
    }

    /** The point so far from the start on the way to the end. */
    private static Point towards(Point start, Point end, double way) {
        double dx = end.x() - start.x();
        double dy = end.y() - start.y();
        double length = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
        return new Point(start.x() + dx / length * way, start.y() + dy / length * way);
    }

    /** A line below the picture: "12 of 340 actors: those with the most events". */
    String note() {
        int drawn = network.vertices().size();
        String edges = network.edges().size() + " edges";
        return left == 0
                ? drawn + " nodes, " + edges
                : drawn + " of " + (drawn + left) + " nodes, those with the most events, " + edges;
    }

    /** A label that does not run over its neighbours. */
    static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= 28
                ? label
                : label.substring(0, label.offsetByCodePoints(0, 27)) + "…";
    }
}
