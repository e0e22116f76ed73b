package org.minimis.batch;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The number of a batch, which follows from what it clears: the same manifests, law and day give the same number. */
final class BatchId {

    private static final int DIGITS = 8;

    private BatchId() {}

    /** For example {@code B-20261123-1f09c2aa}. */
    static String of(
            List<String> manifestDigests, String lawDigest, LocalDate accepted, @Nullable Correction correction) {
        var digest = WholeFile.sha256();
        manifestDigests.stream().sorted().forEach(one -> digest.update(line(one)));
        digest.update(line(lawDigest));
        digest.update(line(accepted.toString()));
        if (correction != null) {
            digest.update(line(correction.batch()));
            digest.update(line(correction.reason() == null ? "" : correction.reason()));
        }
        var hex = HexFormat.of().formatHex(digest.digest());
        return "B-" + accepted.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + hex.substring(0, DIGITS);
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
