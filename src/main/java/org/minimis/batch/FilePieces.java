package org.minimis.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.minimis.declaration.DeclarationPieces;

/** The declarations of one file, out of a manifest's journals, in the manifest's order. */
final class FilePieces implements DeclarationPieces, Closeable {

    private final Journals journals;
    private final String file;
    private @Nullable ByteSource block;
    private long count;

    private FilePieces(Journals journals, String file) {
        this.journals = journals;
        this.file = file;
    }

    static FilePieces of(BatchFolder folder, Plan.Manifest manifest, String file) {
        return new FilePieces(new Journals(folder, manifest, Frame.declarations(file)), file);
    }

    @Override
    public boolean hasNext() throws IOException {
        while (block == null || !block.hasMore()) {
            var frame = journals.next();
            if (frame == null) {
                return false;
            }
            var pieces = frame.sections().get(Frame.declarations(file));
            block = pieces == null ? null : new ByteSource(pieces.bytes());
        }
        return true;
    }

    @Override
    public void writeNext(OutputStream out) throws IOException {
        if (!hasNext() || block == null) {
            throw new IllegalStateException(file + " has no more pieces");
        }
        var piece = block.slice(block.count());
        out.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
        count++;
    }

    /** How many have been written. */
    long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        journals.close();
    }
}
