package org.minimis.batch;

import java.util.List;

/**
 * How a manifest divides into slices.
 *
 * @param number the carrier's number of the manifest, 1 to 35 characters
 * @param slices in order and without a gap, one or more
 */
public record Layout(String number, List<SliceInfo> slices) {

    private static final int NUMBER_LENGTH_MAX = 35;

    public Layout {
        slices = List.copyOf(slices);
        if (number.isEmpty() || number.length() > NUMBER_LENGTH_MAX) {
            throw new IllegalArgumentException("a manifest's number has 1 to 35 characters");
        }
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("manifest %s holds nothing; ask the carrier for it".formatted(number));
        }
        for (var i = 0; i < slices.size(); i++) {
            if (slices.get(i).ordinal() != i
                    || (i > 0 && slices.get(i).from() != slices.get(i - 1).to())) {
                throw new IllegalArgumentException("slice %d does not follow the one before it".formatted(i));
            }
        }
    }
}
