/**
 * What is wrong with one record: where it stands, what is there, what to do.
 *
 * <p>We chose that bad data is a value and never an exception, because a night must not stop for one line. The price is
 * that every reader carries a list of findings.
 */
@NullMarked
package org.minimis.finding;

import org.jspecify.annotations.NullMarked;
