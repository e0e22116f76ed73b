/**
 * The baseline: the same consignments through a job as the reference manual of Spring Batch 6 shows it, written as one would
 * write it on the first day and without a thought of speed, but without a thing that slows it down either.
 */
@NullMarked
package org.minimis.bench.plain;

import org.jspecify.annotations.NullMarked;
