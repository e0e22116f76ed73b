package org.minimis.bench.plain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the manifest, as Jackson binds it. */
record PlainConsignment(
        String manifest,
        String masterWaybill,
        String houseWaybill,
        String type,
        String dispatchCountry,
        String destinationCountry,
        Party consignor,
        Party consignee,
        @Nullable List<TaxId> taxIds,
        @Nullable String orderId,
        @Nullable String invoice,
        int pieces,
        String grossKg,
        @Nullable Amount freight,
        @Nullable Amount insurance,
        @Nullable List<Item> goods) {

    record Party(
            String name,
            String street,
            String city,
            @Nullable String postcode,
            String country,
            @Nullable String personType,
            @Nullable String eori) {}

    record TaxId(String scheme, String value) {}

    record Amount(String amount, String currency) {}

    record Item(
            String description,
            @Nullable String commodityCode,
            String quantity,
            String unit,
            Amount value,
            String netKg,
            @Nullable String origin) {}

    boolean hasIoss() {
        return taxIds != null && taxIds.stream().anyMatch(id -> id.scheme().equals("IOSS"));
    }

    List<Item> items() {
        return goods == null ? List.of() : goods;
    }
}
