package org.minimis.regime;

import java.util.function.Predicate;

/**
 * One condition of a case.
 *
 * @param text as the law file writes it
 * @param test does it hold
 */
public record Condition(String text, Predicate<Facts> test) {}
