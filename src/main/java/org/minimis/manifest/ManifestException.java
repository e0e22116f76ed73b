package org.minimis.manifest;

/** One manifest cannot be read at all: it fails, the others of the night do not. */
public class ManifestException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message {@code file:line: field: what is there; what to do}, without names or addresses */
    public ManifestException(String message) {
        super(message);
    }
}
