package org.minimis.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minimis.batch.Batches;
import org.minimis.ledger.AttemptTable;
import org.minimis.ledger.Book;

/**
 * Shows who works on which slice: again and again where a person looks, until the batches that workers clear are complete;
 * once where nobody does.
 */
final class WorkWatch {

    private static final int REFRESH_MILLIS = 1000;
    private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";

    private final Book book;
    private final PrintWriter out;
    private final TextOrJson format;
    private final boolean refreshes;
    private final boolean plain;

    /**
     * @param refreshes does a person look?
     * @param plain may nothing but text be printed?
     */
    WorkWatch(Book book, PrintWriter out, TextOrJson format, boolean refreshes, boolean plain) {
        this.book = book;
        this.out = out;
        this.format = format;
        this.refreshes = refreshes;
        this.plain = plain;
    }

    void watch() throws InterruptedException {
        var rows = Batches.work(book);
        print(rows);
        while (refreshes && !rows.isEmpty()) {
            Thread.sleep(REFRESH_MILLIS);
            rows = Batches.work(book);
            out.print(plain ? System.lineSeparator() : HOME_AND_CLEAR);
            print(rows);
        }
    }

    private void print(List<AttemptTable.Row> rows) {
        if (format == TextOrJson.JSON) {
            slices(rows).print(out, format);
            return;
        }
        if (rows.isEmpty()) {
            out.println("workers clear no batch at this moment");
            return;
        }
        steps(rows).forEach((step, counts) -> out.println(step + ": " + counts));
        var slices = slices(rows);
        if (!slices.isEmpty()) {
            out.println();
            slices.print(out, format);
        }
        out.flush();
    }

    /** Those that somebody has. */
    private static Table slices(List<AttemptTable.Row> rows) {
        var table = new Table("worker", "batch", "step", "slice", "attempt", "records", "quiet seconds");
        for (var row : rows) {
            if (row.state().equals(AttemptTable.TAKEN)) {
                table.row(
                        row.worker(),
                        row.batch(),
                        row.step(),
                        row.slice(),
                        row.attempt(),
                        row.records(),
                        row.quietSeconds());
            }
        }
        return table;
    }

    private static Map<String, String> steps(List<AttemptTable.Row> rows) {
        var counts = new LinkedHashMap<String, TreeMap<String, Integer>>();
        for (var row : rows) {
            counts.computeIfAbsent(row.batch() + " " + row.step(), step -> new TreeMap<>())
                    .merge(word(row.state()), 1, Integer::sum);
        }
        var texts = new LinkedHashMap<String, String>();
        counts.forEach((step, states) -> {
            var all = states.values().stream().mapToInt(Integer::intValue).sum();
            texts.put(
                    step,
                    "%,d of %,d slices done, %,d taken, %,d open"
                            .formatted(
                                    states.getOrDefault(DONE, 0),
                                    all,
                                    states.getOrDefault(TAKEN, 0),
                                    states.getOrDefault(OPEN, 0)));
        });
        return texts;
    }

    private static final String DONE = "done";
    private static final String TAKEN = "taken";
    private static final String OPEN = "open";

    private static String word(String state) {
        return switch (state) {
            case AttemptTable.TAKEN -> TAKEN;
            case AttemptTable.OPEN, AttemptTable.REFUSED -> OPEN;
            default -> DONE;
        };
    }
}
