package org.minimis.batch;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks for.
 *
 * @param paths manifests, archives of them, or folders
 * @param accepted the day whose law applies
 * @param out under which the batch's folder is made
 * @param db the book's address
 * @param threads workers, one or more
 * @param chunk records in a frame of a journal, and in a transaction of the job repository
 * @param sliceBytes about how many bytes of a manifest one worker takes
 * @param choices recorded with the batch
 * @param correction where the manifests correct consignments of another batch
 * @param remote where workers in other processes clear it
 */
public record ClearRequest(
        List<Path> paths,
        LocalDate accepted,
        Path out,
        String db,
        int threads,
        int chunk,
        long sliceBytes,
        Choices choices,
        @Nullable Correction correction,
        @Nullable Remote remote) {

    private static final int CHUNK = 1000;
    private static final long SLICE_BYTES = 32L << 20;

    public ClearRequest {
        paths = List.copyOf(paths);
        if (threads < 1 || chunk < 1 || sliceBytes < 1) {
            throw new IllegalArgumentException("threads, chunk and slice are one or more");
        }
    }

    public ClearRequest(
            List<Path> paths, LocalDate accepted, Path out, String db, int threads, int chunk, long sliceBytes) {
        this(paths, accepted, out, db, threads, chunk, sliceBytes, Choices.NONE, null, null);
    }

    /** The same, as a correction of another batch. */
    public ClearRequest correcting(@Nullable Correction other) {
        return new ClearRequest(paths, accepted, out, db, threads, chunk, sliceBytes, choices, other, remote);
    }

    public ClearRequest with(Choices other) {
        return new ClearRequest(paths, accepted, out, db, threads, chunk, sliceBytes, other, correction, remote);
    }

    /** The same, by workers in other processes. */
    public ClearRequest by(@Nullable Remote workers) {
        return new ClearRequest(paths, accepted, out, db, threads, chunk, sliceBytes, choices, correction, workers);
    }

    public static ClearRequest of(List<Path> paths, LocalDate accepted, Path out, String db, int threads) {
        return new ClearRequest(paths, accepted, out, db, threads, CHUNK, SLICE_BYTES);
    }
}
