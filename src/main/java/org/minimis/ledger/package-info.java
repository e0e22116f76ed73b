/**
 * Balanced movements of money and the tables of the book. Nothing here is ever changed or deleted.
 */
@NullMarked
package org.minimis.ledger;

import org.jspecify.annotations.NullMarked;
