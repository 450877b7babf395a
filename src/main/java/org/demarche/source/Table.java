package org.demarche.source;

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
        String[] lines = files.text(name).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line =
                    lines[i].endsWith("\r")
                            ? lines[i].substring(0, lines[i].length() - 1)
                            : lines[i];
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            SourceLine where = new SourceLine(name, i + 1);
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
