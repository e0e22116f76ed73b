package org.minimis.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A house waybill in 128 bits. Two of a hundred million share them by chance once in 10^22 nights.
 *
 * @param first by which files are sorted
 */
record Fingerprint(long first, long second) {

    /** @param houseWaybill UTF-8, backed by an array */
    static Fingerprint of(ByteBuffer houseWaybill) {
        return new Fingerprint(first(houseWaybill), second(houseWaybill));
    }

    static Fingerprint of(String houseWaybill) {
        return of(ByteBuffer.wrap(houseWaybill.getBytes(StandardCharsets.UTF_8)));
    }

    /** FNV-1a over the bytes, then mixed so that every bit counts in a remainder. */
    static long first(ByteBuffer bytes) {
        var hash = 0xcbf29ce484222325L;
        for (var i = bytes.position(); i < bytes.limit(); i++) {
            hash = (hash ^ bytes.get(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 33;
    }

    /** Never zero. */
    static long second(ByteBuffer bytes) {
        var hash = 0xc2b2ae3d27d4eb4fL ^ bytes.remaining();
        for (var i = bytes.position(); i < bytes.limit(); i++) {
            hash = (hash ^ bytes.get(i)) * 0xd6e8feb86659fd93L;
            hash ^= hash >>> 29;
        }
        return (hash * 0xc4ceb9fe1a85ec53L) | 1;
    }
}
