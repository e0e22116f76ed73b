/**
 * The revenue report that a customs office audits, read from the ledger only.
 */
@NullMarked
package org.minimis.report;

import org.jspecify.annotations.NullMarked;
