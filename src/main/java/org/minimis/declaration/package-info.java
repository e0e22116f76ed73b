/**
 * What is lodged with customs: a writer for each dataset and syntax.
 */
@NullMarked
package org.minimis.declaration;

import org.jspecify.annotations.NullMarked;
