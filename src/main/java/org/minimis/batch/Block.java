package org.minimis.batch;

import java.nio.ByteBuffer;

/**
 * So many things of one kind in a frame, still in their bytes.
 *
 * @param bytes backed by an array
 */
record Block(int count, ByteBuffer bytes) {

    /** None. */
    static final Block EMPTY = new Block(0, ByteBuffer.allocate(0));
}
