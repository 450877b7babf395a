package org.demarche.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the nodes of a network are drawn: linked nodes near each other, all apart from all. The
 * same network is always drawn the same.
 *
 * @param places of the nodes, each 0 to 1 to the right and downwards
 */
record Layout(List<Drawing.Point> places) {
    Layout {
        places = List.copyOf(places);
    }

    private static final int ROUNDS = 400;
    private static final double MARGIN = 0.06;
    private static final double GOLDEN_ANGLE = StrictMath.PI * (3 - Math.sqrt(5));

    /**
     * Springs and charges after Fruchterman and Reingold (1991), with a weak pull to the middle
     * that keeps parts without links to each other on the sheet.
     *
     * @param ratio of the sheet's width to its height
     */
    static Layout of(Network network, double ratio) {
        int size = network.vertices().size();
        double[] x = new double[size];
        double[] y = new double[size];
        // A sunflower: everybody has a place of his own from the start, with nothing by chance.
        for (int i = 0; i < size; i++) {
            double radius = Math.sqrt((i + 0.5) / size) / 2;
            x[i] = radius * StrictMath.cos(i * GOLDEN_ANGLE);
            y[i] = radius * StrictMath.sin(i * GOLDEN_ANGLE);
        }
        double ideal = 0.9 / Math.sqrt(Math.max(1, size));
        for (int round = 0; round < ROUNDS; round++) {
            step(network.edges(), x, y, ideal, 0.1 * (1 - (double) round / ROUNDS), ratio);
        }
        double[] across = fitted(x);
        double[] down = fitted(y);
        List<Drawing.Point> places = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            places.add(new Drawing.Point(across[i], down[i]));
        }
        return new Layout(places);
    }

    private static void step(
            List<Network.Edge> edges,
            double[] x,
            double[] y,
            double ideal,
            double heat,
            double ratio) {
        int size = x.length;
        double[] dx = new double[size];
        double[] dy = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                push(i, j, x, y, dx, dy, ideal);
            }
            dx[i] -= x[i] * 2;
            dy[i] -= y[i] * 2 * ratio;
        }
        for (Network.Edge edge : edges) {
            pull(edge.source(), edge.target(), x, y, dx, dy, ideal);
        }
        for (int i = 0; i < size; i++) {
            double length = Math.max(1e-9, Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]));
            double way = Math.min(length, heat);
            x[i] += dx[i] / length * way;
            y[i] += dy[i] / length * way;
        }
    }

    private static void push(
            int i, int j, double[] x, double[] y, double[] dx, double[] dy, double ideal) {
        double apartX = x[i] - x[j];
        double apartY = y[i] - y[j];
        double square = Math.max(1e-6, apartX * apartX + apartY * apartY);
        double force = ideal * ideal / square;
        dx[i] += apartX * force;
        dy[i] += apartY * force;
        dx[j] -= apartX * force;
        dy[j] -= apartY * force;
    }

    private static void pull(
            int i, int j, double[] x, double[] y, double[] dx, double[] dy, double ideal) {
        double apartX = x[i] - x[j];
        double apartY = y[i] - y[j];
        double force = Math.sqrt(apartX * apartX + apartY * apartY) / ideal / 2;
        dx[i] -= apartX * force;
        dy[i] -= apartY * force;
        dx[j] += apartX * force;
        dy[j] += apartY * force;
    }

    private static double[] fitted(double[] values) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double[] fitted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double part = most > least ? (values[i] - least) / (most - least) : 0.5;
            fitted[i] = MARGIN + part * (1 - 2 * MARGIN);
        }
        return fitted;
    }
}
