package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Where the manifests of a batch came from, so that a figure can be reckoned again before somebody's eyes. */
public final class Origins {

    private Origins() {}

    /**
     * One manifest of a batch.
     *
     * @param fileName as the operator named it, an archive without its member
     * @param accepted the day whose law was applied
     * @param lawDigest of the law and settings that were applied
     */
    public record Origin(String batch, String number, String fileName, LocalDate accepted, String lawDigest) {}

    /**
     * The manifest of that number in a batch.
     *
     * @param out under which the batch's folder stands
     * @throws ClearException when the batch's folder is not there
     */
    public static List<Origin> of(Path out, String batch, String number) {
        return of(out, batch).stream()
                .filter(origin -> origin.number().equals(number))
                .toList();
    }

    /**
     * All manifests of a batch that could be read.
     *
     * @throws ClearException when the batch's folder is not there
     */
    public static List<Origin> of(Path out, String batch) {
        try {
            var plan = PlanJson.read(new BatchFolder(out.resolve(batch)).plan())
                    .orElseThrow(() -> new ClearException(
                            ClearException.USAGE,
                            "%s: batch %s is not there; name the folder of the batches with --out"
                                    .formatted(out, batch)));
            return plan.manifests().stream()
                    .filter(manifest -> manifest.failure() == null)
                    .map(manifest -> new Origin(
                            batch, manifest.number(), archive(manifest.fileName()), plan.accepted(), plan.lawDigest()))
                    .toList();
        } catch (IOException e) {
            throw ClearException.outOfReach(out + ": batch " + batch + " cannot be read; check the disk", e);
        }
    }

    private static String archive(String fileName) {
        var member = fileName.toLowerCase(java.util.Locale.ROOT).indexOf(".zip!");
        return member < 0 ? fileName : fileName.substring(0, member + ".zip".length());
    }
}
