package org.minimis.manifest;

/**
 * How far a compressed manifest may swell. An archive of some kilobytes can hold terabytes of zeros.
 *
 * @param freeBytes so much may come out of any archive
 * @param ratioMax beyond that, not more than so many bytes for each compressed one
 * @param bytesMax not more than so many bytes of one manifest
 * @param entriesMax not more than so many manifests in one archive
 */
record UnpackLimits(long freeBytes, long ratioMax, long bytesMax, int entriesMax) {

    static final UnpackLimits USUAL = new UnpackLimits(10L << 20, 200, 64L << 30, 10_000);

    /** @throws ManifestException when {@code out} bytes are too many to have come out of {@code in} bytes */
    void check(String shownName, long in, long out) throws ManifestException {
        if (out > freeBytes && out / ratioMax > in) {
            throw new ManifestException("%s: it swells to more than %d times its size; hand it over uncompressed"
                    .formatted(shownName, ratioMax));
        }
        if (out > bytesMax) {
            throw new ManifestException(
                    "%s: it holds more than %d bytes; split the manifest".formatted(shownName, bytesMax));
        }
    }
}
