package org.minimis.batch;

import org.minimis.manifest.ManifestRecord;

/**
 * A record with its place in the slice.
 *
 * @param place from 0
 * @param isRepeat whether its house waybill stands earlier in the batch
 */
record Numbered(long place, boolean isRepeat, ManifestRecord read) {}
