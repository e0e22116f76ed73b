package org.minimis.manifest;

import java.io.Closeable;
import java.io.IOException;

/** Goes through a manifest line by line; blank lines are no records. */
final class TextLines implements Closeable {

    private final ByteWindow window;
    private long line;
    private long nextLine;
    private long lineOffset;
    private int length;
    private int whole;
    private boolean tooLong;

    TextLines(ByteWindow window, long firstLine) {
        this.window = window;
        this.nextLine = firstLine;
    }

    /** Goes to the next line that is not blank. */
    boolean next() throws IOException {
        while (begin()) {
            findEnd();
            if (!isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the beginning of the next line, wherever that one may end. */
    boolean begin() throws IOException {
        window.take(whole);
        whole = 0;
        if (!window.has(0)) {
            return false;
        }
        line = nextLine++;
        lineOffset = window.offset();
        tooLong = false;
        return true;
    }

    /** How many bytes are at hand from the beginning of the line on. */
    int atHand() {
        return window.available();
    }

    /** Says that the line has so many bytes, and a line feed behind them. */
    void endAfter(int bytes) {
        length = bytes;
        whole = bytes + 1;
    }

    /** Finds where the line ends. */
    void findEnd() throws IOException {
        var feed = window.lineFeed(0);
        tooLong = feed > ByteWindow.RECORD_MAX || feed < 0 && window.isFull();
        if (tooLong) {
            passOver(feed);
            return;
        }
        length = feed < 0 ? window.available() : feed;
        whole = feed < 0 ? length : feed + 1;
    }

    private void passOver(int firstFeed) throws IOException {
        length = 0;
        var feed = firstFeed;
        while (feed < 0 && window.has(0)) {
            window.take(window.available());
            feed = window.lineFeed(0);
            if (feed < 0 && !window.isFull()) {
                feed = window.available() - 1;
            }
        }
        window.take(Math.max(0, feed + 1));
    }

    boolean isBlank() {
        if (tooLong) {
            return false;
        }
        for (var i = 0; i < length; i++) {
            var b = window.at(i);
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    byte[] bytes() {
        return window.bytes();
    }

    int start() {
        return window.start();
    }

    /** Bytes of the line without its line feed; none where it is too long. */
    int length() {
        return length;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** The number of the line, from 1. */
    long line() {
        return line;
    }

    long offset() {
        return lineOffset;
    }

    /** Where the next line begins. */
    long nextOffset() {
        return window.offset() + whole;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
