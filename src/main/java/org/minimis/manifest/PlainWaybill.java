package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.minimis.manifest.PlainKeys.Key;

/**
 * Finds the house waybill of JSON lines that begin with plain texts, as nearly all do, and leaves the others to
 * {@link WaybillJson}.
 *
 * <p>Lines of one flight are the same up to the house waybill, so how the last one began is tried first.
 */
final class PlainWaybill {

    private static final int UNUSUAL = -1;

    private final PlainKeys keys = ConsignmentKeys.root();
    private @Nullable ByteText beginning;

    /** The house waybill as written, or null. */
    @Nullable
    String houseWaybill(TextLines lines) {
        if (lines.isTooLong()) {
            return null;
        }
        var bytes = lines.bytes();
        var from = find(bytes, lines.start());
        var to = from == UNUSUAL ? UNUSUAL : EightBytes.plainEnd(bytes, from);
        return from == UNUSUAL || bytes[to] != '"' || to - from > PlainJson.TEXT_MAX
                ? WaybillJson.houseWaybill(lines)
                : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Where the text of the house waybill begins. */
    private int find(byte[] bytes, int start) {
        var known = beginning;
        if (known != null && known.isWithin(bytes, start) && known.isAt(bytes, start)) {
            return start + known.length();
        }
        var from = bytes[start] == '{' ? walk(bytes, start + 1) : UNUSUAL;
        if (from != UNUSUAL) {
            beginning = new ByteText(bytes, start, from);
        }
        return from;
    }

    /** Passes texts one by one until the house waybill comes. */
    private int walk(byte[] bytes, int from) {
        Key key = null;
        var at = from;
        while (true) {
            key = keys.at(bytes, at, key);
            if (key == null || !key.isText || bytes[at + key.length] != '"') {
                return UNUSUAL;
            }
            at += key.length + 1;
            if (key.field == Field.HOUSE_WAYBILL.ordinal()) {
                return at;
            }
            var end = EightBytes.plainEnd(bytes, at);
            if (bytes[end] != '"' || bytes[end + 1] != ',' || end - at > PlainJson.TEXT_MAX) {
                return UNUSUAL;
            }
            at = end + 2;
        }
    }
}
