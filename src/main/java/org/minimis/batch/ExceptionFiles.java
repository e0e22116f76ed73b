package org.minimis.batch;

import java.io.IOException;
import java.io.OutputStream;

/** Joins the referred and the rejected records of the whole batch, manifest by manifest. */
final class ExceptionFiles {

    static final String REFERRED = "referred.ndjson";
    static final String REJECTED = "rejected.ndjson";

    private final Run run;

    ExceptionFiles(Run run) {
        this.run = run;
    }

    void write() throws IOException {
        write(REFERRED, false);
        write(REJECTED, true);
    }

    private void write(String name, boolean isRejected) throws IOException {
        var file = run.folder().file(name);
        WholeFile.replace(WholeFile.prepare(file, out -> {
            for (var manifest : run.sound()) {
                write(manifest, isRejected, out);
            }
        }));
    }

    private void write(Plan.Manifest manifest, boolean isRejected, OutputStream out) throws IOException {
        try (var journals = new Journals(run.folder(), manifest)) {
            for (var frame = journals.next(); frame != null; frame = journals.next()) {
                var lines = (isRejected ? frame.rejected() : frame.referred()).bytes();
                out.write(lines.array(), lines.arrayOffset() + lines.position(), lines.remaining());
            }
        }
    }
}
