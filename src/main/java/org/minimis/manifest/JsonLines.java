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
        var to = lines.start() + lines.length();
        var fault = Utf8.firstFault(lines.bytes(), lines.start(), to);
        if (fault >= 0) {
            return "byte %d of this line is not UTF-8; save the manifest as UTF-8".formatted(fault - lines.start() + 1);
        }
        for (var i = lines.start(); i < to; i++) {
            if (lines.bytes()[i] == 0) {
                return "byte %d of this line is NUL; save the manifest as plain text".formatted(i - lines.start() + 1);
            }
        }
        return null;
    }

    static void reject(Draft draft, String message) {
        draft.reject(Reason.UNREADABLE_RECORD, "", message);
    }
}
