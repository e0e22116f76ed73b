package org.minimis.batch;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.minimis.manifest.LineFeeds;
import org.minimis.manifest.ManifestFormat;

/**
 * A manifest as it was handed over, unpacked.
 *
 * @param found where it was handed over
 * @param file the unpacked manifest
 * @param modified when it was last changed; null for an unpacked copy
 * @param lineFeeds counted when it was read; none where it was not
 * @param failure why it cannot be unpacked or read
 */
record Handover(
        Intake.Found found,
        Path file,
        String digest,
        long bytes,
        @Nullable FileTime modified,
        LineFeeds lineFeeds,
        @Nullable String failure) {

    /** As the operator named it; a member of an archive behind an exclamation mark. */
    String fileName() {
        return found.fileName();
    }

    ManifestFormat format() {
        return found.format();
    }
}
