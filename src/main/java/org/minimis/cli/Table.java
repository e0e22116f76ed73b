package org.minimis.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A small table: aligned columns for people, a list of objects for programs. */
final class Table {

    private final String[] heads;
    private final List<Object[]> rows = new ArrayList<>();

    Table(String... heads) {
        this.heads = heads;
    }

    void row(Object... cells) {
        rows.add(cells);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(PrintWriter out, TextOrJson format) {
        switch (format) {
            case TEXT -> text(out);
            case JSON -> json(out);
        }
    }

    private void text(PrintWriter out) {
        var widths = Arrays.stream(heads).mapToInt(String::length).toArray();
        for (var row : rows) {
            for (var i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].toString().length());
            }
        }
        out.println(line(heads, widths));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(Object[] cells, int[] widths) {
        var line = new StringBuilder();
        for (var i = 0; i < cells.length; i++) {
            var padding = " ".repeat(widths[i] - cells[i].toString().length());
            line.append(cells[i] instanceof Number ? padding + cells[i] : cells[i] + padding)
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }

    private void json(PrintWriter out) {
        var list = new ArrayList<LinkedHashMap<String, Object>>();
        for (var row : rows) {
            var object = new LinkedHashMap<String, Object>();
            for (var i = 0; i < heads.length; i++) {
                object.put(heads[i], row[i] instanceof Number ? row[i] : row[i].toString());
            }
            list.add(object);
        }
        out.println(JsonMapper.shared().writeValueAsString(list));
    }
}
