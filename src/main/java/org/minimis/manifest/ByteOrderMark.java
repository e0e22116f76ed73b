package org.minimis.manifest;

import java.io.IOException;

/** The three bytes that some programs put before UTF-8. */
final class ByteOrderMark {

    private static final int LENGTH = 3;

    private ByteOrderMark() {}

    /** Goes behind the mark if the manifest begins with one. */
    static void pass(ByteWindow window) throws IOException {
        if (window.offset() == 0
                && window.has(LENGTH - 1)
                && window.at(0) == (byte) 0xef
                && window.at(1) == (byte) 0xbb
                && window.at(2) == (byte) 0xbf) {
            window.take(LENGTH);
        }
    }
}
