package org.minimis.fuzz;

import java.util.List;

/** A reader of the program as a fuzzer sees it. */
public interface FuzzTarget {

    /**
     * Reads any bytes. A refusal in the reader's own words is right and stays inside; anything else that is thrown is a fault
     * of ours.
     */
    void read(byte[] input) throws Exception;

    /** Inputs that the reader takes, to begin with. */
    List<byte[]> seeds() throws Exception;

    /** The packages whose ways the fuzzer watches. */
    default String watched() {
        return "org.minimis.**:de.siegmar.**:org.snakeyaml.**";
    }

    /** The longest input that the fuzzer makes. */
    default int lengthMax() {
        return 4096;
    }
}
