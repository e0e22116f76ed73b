package org.minimis.declaration;

import java.io.IOException;
import java.io.OutputStream;

/** Declarations that stand in their file as their consignments gave them. */
final class CopiedDeclarations implements JoinedDeclarations {

    private final OutputStream out;
    private final byte[] tail;
    private long count;

    /** @param tail what stands behind the last */
    CopiedDeclarations(OutputStream out, byte[] tail) {
        this.out = out;
        this.tail = tail;
    }

    @Override
    public void add(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        count++;
    }

    @Override
    public long end() throws IOException {
        out.write(tail);
        return count;
    }
}
