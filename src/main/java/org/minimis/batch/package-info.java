/**
 * The Spring Batch job: the only package that knows Spring.
 *
 * <p>We chose one pass with synced slice journals before the database, because H2 and the job repository both lose
 * things on a kill. The price is a file format of our own; undo when a database survives {@code kill -9} whole.
 */
@NullMarked
package org.minimis.batch;

import org.jspecify.annotations.NullMarked;
