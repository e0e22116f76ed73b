/**
 * A carrier's manifests: a reader for each format, slices, and the screening for repeated house waybills.
 */
@NullMarked
package org.minimis.manifest;

import org.jspecify.annotations.NullMarked;
