package org.minimis.manifest;

import java.io.IOException;

/** What the first bytes of a manifest tell of its encoding. */
final class ByteOrderMark {

    private static final int LENGTH = 3;
    private static final int START = 4;

    private ByteOrderMark() {}

    /**
     * Refuses a manifest that is not UTF-8 from its first bytes on: every record of it would be unreadable, and it is not the
     * records that have to be mended.
     *
     * @param window at the manifest's first byte
     */
    static void refuseOthers(ByteWindow window, String shownName) throws IOException, ManifestException {
        if (!window.has(START - 1)) {
            return;
        }
        var start = new int[START];
        for (var i = 0; i < START; i++) {
            start[i] = window.at(i) & 0xff;
        }
        if (isWide(start)) {
            throw new ManifestException(shownName + ": it is written in UTF-16 or UTF-32; save the manifest as UTF-8");
        }
        var isGzip = start[0] == 0x1f && start[1] == 0x8b && start[2] == 8;
        if (isGzip || start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            throw new ManifestException("%s: it is a %s where lines of text should be; unpack it"
                    .formatted(shownName, isGzip ? "gzip file" : "zip archive"));
        }
    }

    /** Marked as such, or every other byte is NUL where manifests are written in ASCII; one NUL alone breaks but its record. */
    private static boolean isWide(int[] start) {
        var isMarked = start[0] == 0xff && start[1] == 0xfe || start[0] == 0xfe && start[1] == 0xff;
        var little = start[0] != 0 && start[1] == 0 && start[3] == 0;
        var big = start[0] == 0 && start[2] == 0 && start[3] != 0;
        return isMarked || little || big;
    }

    /** Goes behind the mark of UTF-8, three bytes that some programs put before it. */
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
