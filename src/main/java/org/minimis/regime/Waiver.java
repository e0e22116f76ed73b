package org.minimis.regime;

/** Which sums are too small to be collected. */
public record Waiver(boolean duty, boolean vat, boolean fees) {

    /** Is everything collected? */
    public boolean waivesNothing() {
        return !duty && !vat && !fees;
    }
}
