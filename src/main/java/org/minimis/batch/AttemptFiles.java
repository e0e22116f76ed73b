package org.minimis.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.PrivateFiles;

/**
 * The files of attempts at slices. Each attempt writes files of its own, so that a worker that was given up and wakes up late
 * writes where nobody looks; the manager gives those of the attempt that counts their names.
 */
final class AttemptFiles {

    private static final String JOURNAL = ".journal";
    private static final String KEYS = ".keys";
    private static final String MEMBERS = ".members";
    private static final int DIGEST = 12;

    private final BatchFolder folder;
    private final Plan plan;

    AttemptFiles(BatchFolder folder, Plan plan) {
        this.folder = folder;
        this.plan = plan;
    }

    private Path attempts() {
        return folder.attempts();
    }

    /** With the manifest's digest: what was found in other bytes of it is nothing to go on with. */
    private String prefix(SliceName slice) {
        return slice + "-" + plan.manifest(slice.manifest()).digest().substring(0, DIGEST) + "-";
    }

    private Path file(SliceName slice, long job, int attempt, String ending) {
        return attempts().resolve(prefix(slice) + job + "-a" + attempt + ending);
    }

    Path keys(SliceName slice, long job, int attempt) {
        return file(slice, job, attempt, KEYS);
    }

    Path members(SliceName slice, long job, int attempt) {
        return file(slice, job, attempt, MEMBERS);
    }

    /**
     * The journal of a new attempt. It begins with the whole frames of whichever journal has come farthest: copied, because
     * its writer may still be at it.
     */
    SliceJournal journal(SliceName slice, long job, int attempt) throws IOException {
        PrivateFiles.folder(attempts());
        var file = file(slice, job, attempt, JOURNAL);
        Files.deleteIfExists(file);
        var farthest = farthest(slice);
        if (farthest != null) {
            copy(farthest, file);
            FailPoints.hit("attempt-copied");
        }
        return SliceJournal.open(file);
    }

    /** Up to which byte a journal is whole. */
    private record Whole(Path file, long bytes) {}

    private @Nullable Whole farthest(SliceName slice) throws IOException {
        var candidates = new ArrayList<>(of(slice, JOURNAL));
        if (Files.exists(folder.journal(slice))) {
            candidates.add(folder.journal(slice));
        }
        Whole farthest = null;
        for (var candidate : candidates) {
            var whole = whole(candidate);
            if (whole.bytes() > 0 && (farthest == null || whole.bytes() > farthest.bytes())) {
                farthest = whole;
            }
        }
        return farthest;
    }

    private static Whole whole(Path journal) throws IOException {
        try (var reader = JournalReader.tolerant(journal)) {
            var frame = reader.next();
            while (frame != null) {
                frame = reader.next();
            }
            return new Whole(journal, reader.position());
        }
    }

    private static void copy(Whole whole, Path to) throws IOException {
        try (var from = FileChannel.open(whole.file(), StandardOpenOption.READ);
                var copy = PrivateFiles.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var at = 0L; at < whole.bytes(); ) {
                at += from.transferTo(at, whole.bytes() - at, copy);
            }
            copy.force(true);
        }
    }

    private List<Path> of(SliceName slice, String ending) throws IOException {
        try (Stream<Path> files = Files.list(attempts())) {
            return files.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.startsWith(prefix(slice)) && name.endsWith(ending);
                    })
                    .toList();
        } catch (NotDirectoryException | NoSuchFileException e) {
            return List.of();
        }
    }

    /** The journal of this attempt counts: it gets its name. */
    void keepJournal(SliceName slice, long job, int attempt) throws IOException {
        var file = file(slice, job, attempt, JOURNAL);
        JournalReader.last(file);
        move(file, folder.journal(slice));
    }

    /** The screening of this attempt counts. */
    void keepScreening(SliceName slice, long job, int attempt) throws IOException {
        // The keys last: where they are, the screening is whole.
        if (Files.exists(members(slice, job, attempt))) {
            move(members(slice, job, attempt), folder.members(slice));
        }
        move(keys(slice, job, attempt), folder.keys(slice));
    }

    private static void move(Path from, Path to) throws IOException {
        FailPoints.file(to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FailPoints.hit("attempt-kept");
    }

    /** Makes the names survive that attempts were given. */
    void sync() throws IOException {
        PrivateFiles.sync(folder.work());
        PrivateFiles.sync(folder.journals());
    }

    /** The attempts at a slice that do not count. A worker that wakes up late writes into a file without a name. */
    void forget(SliceName slice) throws IOException {
        for (var ending : new String[] {JOURNAL, KEYS, MEMBERS}) {
            for (var file : of(slice, ending)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
