package org.minimis.consignment;

import org.jspecify.annotations.Nullable;

/**
 * A consignor or a consignee.
 *
 * <p>Personal data: it goes into declarations and nowhere else, hence {@link #toString()} says nothing.
 *
 * @param name up to 70 characters
 * @param street up to 70 characters
 * @param city up to 35 characters
 * @param postcode up to 17 characters
 * @param eori of the form of EORI numbers, up to 17 characters
 */
public record Party(
        @Nullable String name,
        @Nullable String street,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable Country country,
        @Nullable PersonType personType,
        @Nullable String eori) {

    @Override
    public String toString() {
        return "Party";
    }
}
