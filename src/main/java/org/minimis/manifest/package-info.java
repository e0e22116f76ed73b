/**
 * A carrier's manifests: a reader for each format, slices, and the screening for repeated house waybills.
 *
 * <p>We chose that both formats fill one draft and one set of checks judges it, because a value must mean the same in both;
 * the price is texts in between. Without house waybill, manifest, channel, type, destination, pieces, gross mass,
 * description, quantity or value a record is rejected; without name or country of a party it is referred, since nothing can
 * be lodged; a missing city is a warning, a missing commodity code is the law's affair. White space around and line breaks
 * within texts become blanks, letters are composed (NFC), other control characters are refused. A broken CSV row belongs to
 * the house waybill around it. Undo when the office publishes which fields it demands.
 */
@NullMarked
package org.minimis.manifest;

import org.jspecify.annotations.NullMarked;
