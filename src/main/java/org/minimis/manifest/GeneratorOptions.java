package org.minimis.manifest;

import java.time.LocalDate;

/**
 * What a synthetic manifest shall be like. Equal options make equal bytes.
 *
 * @param count how many consignments, zero or more
 * @param seed picks one of the manifests of that length
 * @param faultsPercent of how many consignments in a hundred something shall be wrong, 0 to 100
 * @param arrivalDay the day on which the flight lands
 * @param world shall the parcels go to every jurisdiction, by express and by post? Else to Europe, by express
 */
public record GeneratorOptions(long count, long seed, int faultsPercent, LocalDate arrivalDay, boolean world) {

    /** The day of arrival where nobody names one; a generator has no clock. */
    private static final LocalDate USUAL_DAY = LocalDate.of(2026, 11, 22);

    public GeneratorOptions {
        if (count < 0 || faultsPercent < 0 || faultsPercent > 100) {
            throw new IllegalArgumentException("write a count of zero or more, and faults of 0 to 100 per cent");
        }
    }

    public static GeneratorOptions of(long count, long seed) {
        return new GeneratorOptions(count, seed, 0, USUAL_DAY, false);
    }

    public GeneratorOptions withFaults(int percent) {
        return new GeneratorOptions(count, seed, percent, arrivalDay, world);
    }

    public GeneratorOptions ofTheWorld() {
        return new GeneratorOptions(count, seed, faultsPercent, arrivalDay, true);
    }
}
