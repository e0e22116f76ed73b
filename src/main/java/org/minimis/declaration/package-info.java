/**
 * What is lodged with customs: a writer for each dataset and syntax.
 *
 * <p>We chose prepared pieces of bytes over a writer of XML, because it costs an eighth; the price is that the order of the
 * elements stands in our code, and the schemas check it in a test. We chose that nothing is cut, replaced or shared out by
 * guess: what does not fit is an obstacle and refers the consignment, and the gross mass of several items stands at the head.
 * Where an authority publishes no message, its list is data in {@code config/datasets}, and a row holds only what is known.
 * Undo when a customs administration publishes a library for its own messages.
 */
@NullMarked
package org.minimis.declaration;

import org.jspecify.annotations.NullMarked;
