package org.minimis.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.minimis.ledger.PrivateFiles;

/** Joins the referred and the rejected records of the whole batch, manifest by manifest. */
final class ExceptionFiles {

    static final String REFERRED = "referred.ndjson";
    static final String REJECTED = "rejected.ndjson";

    /** The folder of the rejected records as they came. */
    static final String ORIGINALS = "rejected/";

    private final BatchFolder folder;
    private final Plan plan;
    private final List<Plan.Manifest> manifests;

    /** @param manifests those that were published, in the batch's order */
    ExceptionFiles(BatchFolder folder, Plan plan, List<Plan.Manifest> manifests) {
        this.folder = folder;
        this.plan = plan;
        this.manifests = manifests;
    }

    void write() throws IOException {
        write(REFERRED, false);
        write(REJECTED, true);
        if (Files.isDirectory(folder.rejected()) || !originals().isEmpty()) {
            writeOriginals();
        }
    }

    private void writeOriginals() throws IOException {
        PrivateFiles.folder(folder.rejected());
        PrivateFiles.sync(folder.root());
        var originals = originals();
        for (var original : originals.entrySet()) {
            WholeFile.replace(
                    WholeFile.prepare(folder.file(original.getKey()), out -> writeOriginals(original.getValue(), out)));
        }
        // Left behind by a run in which a manifest stood that came mended since.
        try (Stream<Path> files = Files.list(folder.rejected())) {
            for (var file : files.toList()) {
                if (!originals.containsKey(ORIGINALS + file.getFileName())) {
                    Files.delete(file);
                }
            }
        }
        PrivateFiles.sync(folder.rejected());
    }

    /** The manifests that have rejected records to be mended, by the names of their files. */
    SortedMap<String, Plan.Manifest> originals() throws IOException {
        var names = plan.fileNames();
        var found = new TreeMap<String, Plan.Manifest>();
        for (var manifest : manifests) {
            if (hasOriginals(manifest)) {
                var ending = manifest.format().endings().get(0);
                found.put(ORIGINALS + names.get(manifest.ordinal()) + ending, manifest);
            }
        }
        return found;
    }

    private boolean hasOriginals(Plan.Manifest manifest) throws IOException {
        var rejected = 0L;
        for (var slice : manifest.slices()) {
            rejected += JournalReader.last(folder.journal(manifest.name(slice)))
                    .counts()
                    .rejected();
        }
        try (var journals = new Journals(folder, manifest, Frame.HEAD)) {
            for (var frame = rejected == 0 ? null : journals.next(); frame != null; frame = journals.next()) {
                if (frame.originals().count() > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A manifest of nothing but the rejected records of another, in its order. */
    void writeOriginals(Plan.Manifest manifest, OutputStream out) throws IOException {
        try (var journals = new Journals(folder, manifest, Frame.ORIGINALS, Frame.HEAD)) {
            var isFirst = true;
            for (var frame = journals.next(); frame != null; frame = journals.next()) {
                if (frame.originals().count() > 0) {
                    if (isFirst) {
                        write(frame.head(), out);
                    }
                    isFirst = false;
                    write(frame.originals(), out);
                }
            }
        }
    }

    private static void write(Block block, OutputStream out) throws IOException {
        var bytes = block.bytes();
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    private void write(String name, boolean isRejected) throws IOException {
        WholeFile.replace(WholeFile.prepare(folder.file(name), out -> write(isRejected, out)));
    }

    void write(boolean isRejected, OutputStream out) throws IOException {
        for (var manifest : manifests) {
            write(manifest, isRejected, out);
        }
    }

    private void write(Plan.Manifest manifest, boolean isRejected, OutputStream out) throws IOException {
        try (var journals = new Journals(folder, manifest, isRejected ? Frame.REJECTED : Frame.REFERRED)) {
            for (var frame = journals.next(); frame != null; frame = journals.next()) {
                write(isRejected ? frame.rejected() : frame.referred(), out);
            }
        }
    }
}
