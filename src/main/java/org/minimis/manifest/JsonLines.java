package org.minimis.manifest;

import org.jspecify.annotations.Nullable;
import org.minimis.finding.Reason;

/** What can be wrong with a line before it is looked at as JSON. */
final class JsonLines {

    private JsonLines() {}

    /** The complaint about the bytes of this line, or null. */
    static @Nullable String complaint(TextLines lines) {
        if (lines.isTooLong()) {
            return "this line is longer than %d bytes; write one consignment on each line"
                    .formatted(ByteWindow.RECORD_MAX);
        }
        var bytes = lines.bytes();
        var to = lines.start() + lines.length();
        for (var i = lines.start(); i < to; i++) {
            if (bytes[i] <= 0) {
                return complaint(bytes, lines.start(), i, to);
            }
        }
        return null;
    }

    /** Almost all lines are ASCII; only behind the first other byte there is more to ask. */
    private static @Nullable String complaint(byte[] bytes, int start, int from, int to) {
        var fault = Utf8.firstFault(bytes, from, to);
        if (fault >= 0) {
            return "byte %d of this line is not UTF-8; save the manifest as UTF-8".formatted(fault - start + 1);
        }
        for (var i = from; i < to; i++) {
            if (bytes[i] == 0) {
                return "byte %d of this line is NUL; save the manifest as plain text".formatted(i - start + 1);
            }
        }
        return null;
    }

    static void reject(Draft draft, String message) {
        draft.reject(Reason.UNREADABLE_RECORD, "", message);
    }
}
