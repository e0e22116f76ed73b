package org.minimis.batch;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind in a frame, one behind the other.
 *
 * @param count how many
 * @param content null where they were passed over unread
 */
record Block(int count, @Nullable ByteBuffer content) {

    /** None. */
    static final Block EMPTY = new Block(0, ByteBuffer.allocate(0));

    ByteBuffer bytes() {
        if (content == null) {
            throw new IllegalStateException("a section of the journal is asked for that was not read");
        }
        return content;
    }
}
