package org.minimis.batch;

import org.jspecify.annotations.Nullable;
import org.minimis.manifest.ManifestRecord;
import org.minimis.regime.Together;

/**
 * A record with its place in the slice.
 *
 * @param place from 0
 * @param takenBy who has taken its house waybill before it, as {@link Taken} says; null for nobody
 * @param together what the law takes together with it
 */
record Numbered(long place, @Nullable String takenBy, Together together, ManifestRecord read) {}
