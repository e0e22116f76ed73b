package org.minimis.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Joins the referred and the rejected records of the whole batch, manifest by manifest. */
final class ExceptionFiles {

    static final String REFERRED = "referred.ndjson";
    static final String REJECTED = "rejected.ndjson";

    private final BatchFolder folder;
    private final List<Plan.Manifest> manifests;

    /** @param manifests those that were published, in the batch's order */
    ExceptionFiles(BatchFolder folder, List<Plan.Manifest> manifests) {
        this.folder = folder;
        this.manifests = manifests;
    }

    void write() throws IOException {
        write(REFERRED, false);
        write(REJECTED, true);
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
        try (var journals = new Journals(folder, manifest)) {
            for (var frame = journals.next(); frame != null; frame = journals.next()) {
                var lines = (isRejected ? frame.rejected() : frame.referred()).bytes();
                out.write(lines.array(), lines.arrayOffset() + lines.position(), lines.remaining());
            }
        }
    }
}
