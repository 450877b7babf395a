package org.demarche.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of tab-separated values as the data files use it: lines that begin with {@code #} and
 * empty lines are skipped, the first other line names the columns, cells at a line's end may be
 * left out, lists in a cell are separated by {@code |}.
 */
public final class Table {
    private final List<Row> rows;

    private Table(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * Reads the file; a column missing from {@code columns}, an unknown one or a line with too many
     * cells is a problem.
     */
    public static Table read(
            DataFiles files, String name, List<String> columns, Problems problems) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> positions = null;
        byte[] text = files.bytes(name);
        int number = 0;
        for (int start = 0, end; start < text.length; start = end + 1) {
            end = lineEnd(text, start);
            number++;
            String line = line(text, start, end);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            SourceLine where = new SourceLine(name, number);
            String[] cells = line.split("\t", -1);
            if (positions == null) {
                positions = header(cells, columns, where, problems);
            } else if (cells.length > columns.size()) {
                problems.add(
                        where,
                        cells.length + " cells, but the table has " + columns.size() + " columns");
            } else {
                rows.add(new Row(where, positions, cells));
            }
        }
        return new Table(Collections.unmodifiableList(rows));
    }

    private static int lineEnd(byte[] text, int start) {
        int end = start;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    /**
     * One line at a time, since lines in ASCII are quicker to read than a file with any accents.
     */
    private static String line(byte[] text, int start, int end) {
        int length = end - start - (end > start && text[end - 1] == '\r' ? 1 : 0);
        return new String(text, start, length, StandardCharsets.UTF_8);
    }

    private static Map<String, Integer> header(
            String[] cells, List<String> columns, SourceLine where, Problems problems) {
        if (!Arrays.asList(cells).equals(columns)) {
            problems.add(
                    where,
                    "the columns are "
                            + String.join(" ", cells)
                            + ", expected "
                            + String.join(" ", columns));
        }
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i), i);
        }
        return positions;
    }

    public List<Row> rows() {
        return rows;
    }

    /** One line of the table. */
    public static final class Row {
        private final SourceLine where;
        private final Map<String, Integer> positions;
        private final String[] cells;

        private Row(SourceLine where, Map<String, Integer> positions, String[] cells) {
            this.where = where;
            this.positions = positions;
            this.cells = cells;
        }

        public SourceLine where() {
            return where;
        }

        /** The trimmed cell, empty where the line has none. */
        public String cell(String column) {
            int position = positions.get(column);
            return position < cells.length ? cells[position].strip() : "";
        }

        /** The cell's list: {@code "U.S.|United States"} is two. */
        public List<String> list(String column) {
            String cell = cell(column);
            if (cell.isEmpty()) {
                return List.of();
            }
            if (cell.indexOf('|') < 0) {
                return List.of(cell);
            }
            List<String> list = new ArrayList<>();
            for (String each : cell.split("\\|", -1)) {
                String stripped = each.strip();
                if (!stripped.isEmpty()) {
                    list.add(stripped);
                }
            }
            return Collections.unmodifiableList(list);
        }
    }
}
