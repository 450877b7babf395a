package org.demarche.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.demarche.graph.Prefixes;

/** Rows for the eye: aligned columns under their names, IRIs with prefixes, long cells cut. */
final class RowTable {
    // Rows beyond these keep the widths that these need.
    private static final int SAMPLE = 500;
    private static final int WIDTH = 150;
    private static final int NARROWEST = 12;
    private static final String GAP = "  ";

    private final PrefixMapping prefixes;

    RowTable(PrefixMapping prefixes) {
        this.prefixes = prefixes;
    }

    void write(RowSet rows, OutputStream out) {
        List<Var> columns = rows.getResultVars();
        List<String[]> sample = new ArrayList<>();
        boolean[] numbers = new boolean[columns.size()];
        Arrays.fill(numbers, true);
        while (rows.hasNext() && sample.size() < SAMPLE) {
            Binding row = rows.next();
            sample.add(cells(columns, row));
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] &= isNumber(row.get(columns.get(i)));
            }
        }
        String[] names = columns.stream().map(Var::getVarName).toArray(String[]::new);
        int[] widths = widths(names, sample);
        line(aligned(names, widths, numbers), out);
        line(rule(widths), out);
        sample.forEach(cells -> line(aligned(cells, widths, numbers), out));
        while (rows.hasNext()) {
            line(aligned(cells(columns, rows.next()), widths, numbers), out);
        }
    }

    private String[] cells(List<Var> columns, Binding row) {
        return columns.stream()
                .map(column -> row.contains(column) ? cell(row.get(column)) : "")
                .toArray(String[]::new);
    }

    private String cell(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm().replaceAll("\\s+", " ").strip();
        }
        return node.isURI() ? shortName(node.getURI()) : "_:" + node.getBlankNodeLabel();
    }

    private String shortName(String iri) {
        String own = prefixes.shortForm(iri);
        if (!own.equals(iri)) {
            return own;
        }
        for (Map.Entry<String, String> each : Prefixes.ALL.entrySet()) {
            if (iri.startsWith(each.getValue()) && iri.length() > each.getValue().length()) {
                return each.getKey() + ":" + iri.substring(each.getValue().length());
            }
        }
        return iri;
    }

    // A column without values in some rows is still one of numbers.
    private static boolean isNumber(Node node) {
        return node == null
                || (node.isLiteral()
                        && node.getLiteralDatatype().getJavaClass() != null
                        && Number.class.isAssignableFrom(node.getLiteralDatatype().getJavaClass()));
    }

    /** As wide as the widest cell, but the widest columns give way until the line fits. */
    private static int[] widths(String[] names, List<String[]> sample) {
        int[] widths = new int[names.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = length(names[i]);
            for (String[] cells : sample) {
                widths[i] = Math.max(widths[i], length(cells[i]));
            }
        }
        while (total(widths) > WIDTH) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = 0;
        for (int width : widths) {
            total += width + GAP.length();
        }
        return total;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static String aligned(String[] cells, int[] widths, boolean[] numbers) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (length(cell) > widths[i]) {
                cell = cell.substring(0, cell.offsetByCodePoints(0, widths[i] - 1)) + "…";
            }
            String space = " ".repeat(widths[i] - length(cell));
            line.append(numbers[i] ? space + cell : cell + space).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
            rule.append("─".repeat(width)).append(GAP);
        }
        return rule.toString().stripTrailing();
    }

    static void line(String text, OutputStream out) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
