package org.minimis.batch;

import java.nio.file.Path;
import org.minimis.manifest.ManifestFormat;

/**
 * A stretch of one unpacked manifest that one worker clears, or what is left of it.
 *
 * @param file the unpacked manifest
 * @param fileName as the operator named it, for messages
 * @param ordinal place among the manifest's slices, from 0
 * @param from offset of its first byte; a consignment starts here
 * @param to offset behind its last byte
 * @param line that begins at {@code from}, from 1
 */
public record SliceInfo(Path file, String fileName, ManifestFormat format, int ordinal, long from, long to, long line) {

    public SliceInfo {
        if (ordinal < 0 || from < 0 || to < from || line < 1) {
            throw new IllegalArgumentException(
                    "there is no slice %d from %d to %d, line %d".formatted(ordinal, from, to, line));
        }
    }

    SliceInfo in(Path other) {
        return new SliceInfo(other, fileName, format, ordinal, from, to, line);
    }

    /** What is left behind {@code offset}, where a record starts on {@code itsLine}. */
    SliceInfo rest(long offset, long itsLine) {
        return new SliceInfo(file, fileName, format, ordinal, offset, to, itsLine);
    }
}
