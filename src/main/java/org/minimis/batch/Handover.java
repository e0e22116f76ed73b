package org.minimis.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.minimis.manifest.ManifestFormat;

/**
 * A manifest as it was handed over, unpacked.
 *
 * @param fileName as the operator named it; a member of an archive behind an exclamation mark
 * @param file the unpacked manifest
 * @param failure why it cannot be unpacked or read
 */
record Handover(
        String fileName,
        Path file,
        ManifestFormat format,
        String digest,
        long bytes,
        @Nullable String failure) {}
