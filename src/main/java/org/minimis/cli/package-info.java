/**
 * The command line, one command a class: the only package that knows picocli.
 */
@NullMarked
package org.minimis.cli;

import org.jspecify.annotations.NullMarked;
