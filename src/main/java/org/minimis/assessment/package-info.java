/**
 * From a consignment and the law of a day to its outcome. Pure: no clock, no file, no database.
 */
@NullMarked
package org.minimis.assessment;

import org.jspecify.annotations.NullMarked;
