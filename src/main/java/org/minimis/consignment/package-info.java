/**
 * The consignment and what belongs to it, as the trade names it: records that refuse nonsense.
 */
@NullMarked
package org.minimis.consignment;

import org.jspecify.annotations.NullMarked;
