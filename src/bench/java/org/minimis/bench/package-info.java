/**
 * The benchmark: how long minimis takes for a night, beside a plain Spring Batch job, a column store and the bare reading and
 * writing of the bytes. Not part of the program: {@code mvn -Pbench} alone compiles it.
 */
@NullMarked
package org.minimis.bench;

import org.jspecify.annotations.NullMarked;
