/**
 * The revenue report that a customs office audits, read from the book only.
 *
 * <p>We chose one pass over each table, by the manifest that a row's number tells, and sums in the database, because a
 * report is a few hundred lines out of millions of rows; the price is that the form of those numbers is known here. The
 * ledger is held against the assessments account by account before a figure is shown. Charts are SVG written by the
 * template, because they print and need no script; undo when a reader must zoom.
 */
@NullMarked
package org.minimis.report;

import org.jspecify.annotations.NullMarked;
