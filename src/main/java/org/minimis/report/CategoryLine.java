package org.minimis.report;

/**
 * How many records fell into a category of the World Customs Organization's Immediate Release Guidelines.
 *
 * @param category 1 to 4; 0 for records that could not be put into one
 */
public record CategoryLine(int category, Counts counts) {}
