package org.minimis.manifest;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one manifest, or of a slice of it, in order and in constant memory.
 *
 * <p>A broken record is a {@link ManifestRecord.Unreadable}, never an exception; {@link IOException} means that the file
 * itself cannot be read.
 */
public interface ManifestReader extends Closeable {

    /** The next record, or null at the end of the slice. */
    @Nullable
    ManifestRecord next() throws IOException;
}
