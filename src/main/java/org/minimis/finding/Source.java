package org.minimis.finding;

/**
 * Where a record or a value was written.
 *
 * @param file the file as the operator named it
 * @param line the line on which the record starts, from 1
 */
public record Source(String file, long line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
