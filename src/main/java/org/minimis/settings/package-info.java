/**
 * The folder of law and settings, and the strict reading of its files: an unknown key, a key twice, a missing value stop
 * the program with file and line.
 */
@NullMarked
package org.minimis.settings;

import org.jspecify.annotations.NullMarked;
