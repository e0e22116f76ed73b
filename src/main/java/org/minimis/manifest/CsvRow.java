package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of a CSV manifest with its own copy of its bytes, cut into cells but not yet decoded. */
final class CsvRow {

    private byte[] bytes = new byte[512];
    private int length;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] escaped = new boolean[64];
    private int cells;
    private long line;
    private long offset;
    private @Nullable String fault;

    void begin(long newLine, long newOffset) {
        line = newLine;
        offset = newOffset;
        cells = 0;
        length = 0;
        fault = null;
    }

    void forgetCells() {
        cells = 0;
    }

    /** @param hasQuotes whether two quotes in it stand for one */
    void addCell(int start, int end, boolean hasQuotes) {
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, 2 * cells);
            ends = Arrays.copyOf(ends, 2 * cells);
            escaped = Arrays.copyOf(escaped, 2 * cells);
        }
        starts[cells] = start;
        ends[cells] = end;
        escaped[cells++] = hasQuotes;
    }

    void copy(byte[] from, int start, int newLength) {
        if (bytes.length < newLength) {
            bytes = new byte[Math.max(newLength, 2 * bytes.length)];
        }
        System.arraycopy(from, start, bytes, 0, newLength);
        length = newLength;
        var unusual = EightBytes.asciiEnd(from, start, start + newLength) - start;
        if (unusual < newLength) {
            checkText(unusual);
        }
    }

    private void checkText(int from) {
        var notUtf8 = Utf8.firstFault(bytes, from, length);
        if (notUtf8 >= 0) {
            fail("byte %d of this row is not UTF-8; save the manifest as UTF-8".formatted(notUtf8 + 1));
            return;
        }
        for (var i = from; i < length; i++) {
            if (bytes[i] == 0) {
                fail("byte %d of this row is NUL; save the manifest as plain text".formatted(i + 1));
                return;
            }
        }
    }

    /** The first fault of a row is the one that is told. */
    void fail(String message) {
        fault = fault == null ? message : fault;
    }

    /** Why this is no row, or null. */
    @Nullable
    String fault() {
        return fault;
    }

    boolean isBroken() {
        return fault != null;
    }

    int cells() {
        return cells;
    }

    long line() {
        return line;
    }

    long offset() {
        return offset;
    }

    /** The text of a cell, or null where the cell is empty or not there. */
    @Nullable
    String text(int cell) {
        if (cell >= cells || starts[cell] == ends[cell]) {
            return null;
        }
        var text = new String(bytes, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
        return escaped[cell] ? text.replace("\"\"", "\"") : text;
    }

    /** Do both rows hold the same in that cell? */
    boolean agrees(int cell, CsvRow other) {
        if (cell >= cells || cell >= other.cells) {
            return cell >= cells && cell >= other.cells;
        }
        return Arrays.equals(bytes, starts[cell], ends[cell], other.bytes, other.starts[cell], other.ends[cell]);
    }

    boolean isEmpty(int cell) {
        return cell >= cells || starts[cell] == ends[cell];
    }
}
