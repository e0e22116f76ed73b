package org.minimis.manifest;

/** Is it UTF-8? Java's own decoding would put a replacement character for what is not, and say nothing. */
final class Utf8 {

    private Utf8() {}

    /** The first offset from {@code from} on at which the bytes are not UTF-8, or -1. */
    static int firstFault(byte[] bytes, int from, int to) {
        var i = from;
        while (i < to) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            var length = length(bytes[i] & 0xff);
            if (length == 0 || i + length > to || !isWhole(bytes, i, length)) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    private static int length(int lead) {
        if (lead >= 0xc2 && lead <= 0xdf) {
            return 2;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            return 3;
        }
        return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    }

    private static boolean isWhole(byte[] bytes, int at, int length) {
        var point = (bytes[at] & 0xff) & (0x7f >> length);
        for (var i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return false;
            }
            point = point << 6 | bytes[at + i] & 0x3f;
        }
        return switch (length) {
            case 3 -> point >= 0x800 && (point < 0xd800 || point > 0xdfff);
            case 4 -> point >= 0x10000 && point <= 0x10ffff;
            default -> true;
        };
    }
}
