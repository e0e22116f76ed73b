package org.minimis.batch;

import org.jspecify.annotations.Nullable;
import org.minimis.manifest.ManifestRecord;

/**
 * A record with its place in the slice.
 *
 * @param place from 0
 * @param takenBy who has taken its house waybill before it, as {@link Taken} says; null for nobody
 */
record Numbered(long place, @Nullable String takenBy, ManifestRecord read) {}
