package org.minimis.declaration;

/**
 * What one consignment adds to one of the declaration files of its manifest.
 *
 * @param file which file: regime, dataset and syntax, for example {@code EU-H7.xml}; the manifest's number is added when
 *     it is published
 * @param bytes UTF-8, not shared
 */
public record DeclarationPiece(String file, byte[] bytes) {}
