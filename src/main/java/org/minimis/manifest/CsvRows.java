package org.minimis.manifest;

import java.io.Closeable;
import java.io.IOException;

/**
 * Cuts a CSV manifest into rows (RFC 4180: quotes around a cell may hold delimiters and line breaks).
 *
 * <p>A row whose quotes do not close, or that runs over several lines and still has not as many cells as the header, is
 * broken and ends with its first line: so one stray quote does not swallow the rows behind it.
 */
final class CsvRows implements Closeable {

    private static final int BROKEN = -1;
    private static final long QUOTES = EightBytes.eightTimes((byte) '"');

    private final ByteWindow window;
    private final byte delimiter;
    private final long delimiters;
    private final int columns;
    private long line;
    private int lineFeeds;

    /** @param columns how many cells each row must have; 0 for any number */
    CsvRows(ByteWindow window, char delimiter, int columns, long firstLine) {
        this.window = window;
        this.delimiter = (byte) delimiter;
        this.delimiters = EightBytes.eightTimes(this.delimiter);
        this.columns = columns;
        this.line = firstLine;
    }

    /** The offset of the row that comes next. */
    long offset() {
        return window.offset();
    }

    long line() {
        return line;
    }

    /** Reads the next row that is not blank; false at the end. */
    boolean next(CsvRow row) throws IOException {
        passBlankLines();
        if (!window.has(0)) {
            return false;
        }
        row.begin(line, window.offset());
        var length = split(row, true);
        var wrongCount = columns > 0 && row.cells() != columns;
        if (length == BROKEN || wrongCount && lineFeeds > 1) {
            breakOff(row);
            return true;
        }
        if (wrongCount) {
            row.fail(countFault(row));
        }
        take(row, length);
        return true;
    }

    private String countFault(CsvRow row) {
        return "this row has %d cells, the header %d; put quotes around text that holds the delimiter"
                .formatted(row.cells(), columns);
    }

    /** Behind a row stands the next one, or the end: where it begins must not depend on how far somebody has looked ahead. */
    private void take(CsvRow row, int length) throws IOException {
        row.copy(window.bytes(), window.start(), length);
        window.take(length);
        line += lineFeeds;
        passBlankLines();
    }

    private void breakOff(CsvRow row) throws IOException {
        var feed = window.lineFeed(0);
        if (feed < 0 && window.isFull()) {
            row.forgetCells();
            row.fail("this row is longer than %d bytes; close its quotes".formatted(ByteWindow.RECORD_MAX));
            passOver();
            return;
        }
        row.forgetCells();
        var length = split(row, false);
        row.fail("the quotes of this row do not close where the row ends; write quotes twice inside a quoted text");
        take(row, length);
    }

    private void passOver() throws IOException {
        var feed = -1;
        while (feed < 0 && window.has(0)) {
            window.take(window.available());
            feed = window.lineFeed(0);
            if (feed < 0 && !window.isFull()) {
                feed = window.available() - 1;
            }
        }
        window.take(Math.max(0, feed + 1));
        line++;
        passBlankLines();
    }

    private void passBlankLines() throws IOException {
        while (window.has(0)) {
            if (window.at(0) == '\n') {
                window.take(1);
            } else if (window.at(0) == '\r' && window.has(1) && window.at(1) == '\n') {
                window.take(2);
            } else {
                return;
            }
            line++;
        }
    }

    /** Finds the cells of the row; answers its length with its line end, or BROKEN. */
    private int split(CsvRow row, boolean quotes) throws IOException {
        lineFeeds = 0;
        var at = 0;
        while (true) {
            at = quotes && window.has(at) && window.at(at) == '"' ? quoted(row, at + 1) : plain(row, at);
            if (at == BROKEN || !window.has(at)) {
                return at == BROKEN || window.isFull() ? BROKEN : at;
            }
            var b = window.at(at);
            if (b == delimiter) {
                at++;
            } else if (b == '\n') {
                lineFeeds++;
                return at + 1;
            } else if (b == '\r' && window.has(at + 1) && window.at(at + 1) == '\n') {
                lineFeeds++;
                return at + 2;
            } else if (b == '\r' && !window.has(at + 1)) {
                return at + 1;
            } else {
                return BROKEN;
            }
        }
    }

    /** @param from behind the opening quote; answers the index behind the closing one */
    private int quoted(CsvRow row, int from) throws IOException {
        var at = from;
        var doubled = false;
        while (window.has(at)) {
            if (window.at(at) == '"') {
                if (!window.has(at + 1) || window.at(at + 1) != '"') {
                    row.addCell(from, at, doubled);
                    return at + 1;
                }
                doubled = true;
                at += 2;
            } else {
                at = window.lineFeedOr(QUOTES, at);
                if (at < window.available() && window.at(at) == '\n') {
                    lineFeeds++;
                    at++;
                }
            }
        }
        return BROKEN;
    }

    private int plain(CsvRow row, int from) throws IOException {
        var at = from;
        while (window.has(at)) {
            at = window.lineFeedOr(delimiters, at);
            if (at < window.available()) {
                break;
            }
        }
        var end = at;
        if (end > from && window.at(end - 1) == '\r' && (!window.has(at) || window.at(at) == '\n')) {
            end--;
        }
        row.addCell(from, end, false);
        return at;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
