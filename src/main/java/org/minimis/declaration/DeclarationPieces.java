package org.minimis.declaration;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** What the consignments of one manifest add to one file, in the manifest's order, read once. */
public interface DeclarationPieces {

    boolean hasNext() throws IOException;

    /** Writes the next piece as it is. */
    void writeNext(OutputStream out) throws IOException;

    /** Pieces that are in memory. */
    static DeclarationPieces of(Iterator<byte[]> pieces) {
        return new DeclarationPieces() {
            @Override
            public boolean hasNext() {
                return pieces.hasNext();
            }

            @Override
            public void writeNext(OutputStream out) throws IOException {
                out.write(pieces.next());
            }
        };
    }
}
