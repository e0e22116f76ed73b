package org.minimis.declaration;

import java.io.IOException;

/** A declaration file that grows by what each consignment of a manifest adds to it, in the manifest's order. */
public interface JoinedDeclarations {

    /** Adds one piece, of which nothing is kept that the caller may change. */
    void add(byte[] bytes, int offset, int length) throws IOException;

    /**
     * Writes what closes the file.
     *
     * @return how many declarations it holds: messages in XML, consignments otherwise
     */
    long end() throws IOException;
}
