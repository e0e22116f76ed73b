package org.minimis.consignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all consignments of one flight or truck share.
 *
 * @param manifest the carrier's number of the manifest, 1 to 35 characters
 * @param masterWaybill of the flight
 * @param carrier two letters of the airline or its name, up to 17 characters
 * @param flight up to 17 characters
 * @param arrivalAirport three letters of IATA
 * @param arrival when it lands, in UTC
 */
public record Carriage(
        String manifest,
        @Nullable MasterWaybill masterWaybill,
        @Nullable String carrier,
        @Nullable String flight,
        @Nullable String arrivalAirport,
        @Nullable Instant arrival) {}
