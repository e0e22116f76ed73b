package org.minimis.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of one house waybill together.
 *
 * <p>A broken row belongs to the house waybill around it when rows of that waybill come before and behind: a consignment
 * must not be cleared without one of its goods lines.
 */
final class CsvGroups implements Closeable {

    private static final int BROKEN_HELD_MAX = 64;

    private final CsvRows rows;
    private final int houseColumn;
    private final Deque<CsvRow> ahead = new ArrayDeque<>();
    private final Deque<CsvRow> spare = new ArrayDeque<>();
    private final List<CsvRow> group = new ArrayList<>();
    private final List<CsvRow> held = new ArrayList<>();
    private boolean tooMany;

    CsvGroups(CsvRows rows, int houseColumn) {
        this.rows = rows;
        this.houseColumn = houseColumn;
    }

    /** Collects the next group; false at the end. */
    boolean next() throws IOException {
        spare.addAll(group);
        group.clear();
        tooMany = false;
        var first = pull();
        if (first == null) {
            return false;
        }
        group.add(first);
        if (!first.isEmpty(houseColumn)) {
            collect(first);
        }
        return true;
    }

    private void collect(CsvRow first) throws IOException {
        for (var row = pull(); row != null; row = pull()) {
            if (row.agrees(houseColumn, first)) {
                held.forEach(this::add);
                held.clear();
                add(row);
            } else {
                held.add(row);
                if (!row.isBroken() || held.size() == BROKEN_HELD_MAX) {
                    break;
                }
            }
        }
        for (var i = held.size() - 1; i >= 0; i--) {
            ahead.addFirst(held.get(i));
        }
        held.clear();
    }

    private void add(CsvRow row) {
        if (group.size() < Draft.GOODS_MAX) {
            group.add(row);
        } else {
            tooMany = true;
            spare.add(row);
        }
    }

    private @Nullable CsvRow pull() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        var row = spare.isEmpty() ? new CsvRow() : spare.removeLast();
        return rows.next(row) ? row : null;
    }

    List<CsvRow> rows() {
        return group;
    }

    /** Were there more rows of this house waybill than a consignment may have? */
    boolean hasTooMany() {
        return tooMany;
    }

    long line() {
        return group.get(0).line();
    }

    long offset() {
        return group.get(0).offset();
    }

    /** Where the next group begins. */
    long nextOffset() {
        return ahead.isEmpty() ? rows.offset() : ahead.getFirst().offset();
    }

    /** The house waybill as written, or null. */
    @Nullable
    String houseWaybill() {
        return group.get(0).text(houseColumn);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
