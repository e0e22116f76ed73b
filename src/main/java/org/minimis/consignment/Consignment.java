package org.minimis.consignment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * Goods from one consignor to one consignee under one house waybill: the unit of most thresholds.
 *
 * @param carriage the flight or truck it came with
 * @param destinationRegion state, province or territory of destination where that matters
 * @param taxIds of the seller or the consignee, in the manifest's order
 * @param pieces packages, one or more
 * @param grossKg gross mass in kilograms, above zero except for documents
 * @param incoterm three letters
 * @param freight cost of transport to the destination, where the manifest states it apart
 * @param insurance likewise
 * @param goods one line or more, all in one currency, except for documents, which may have none
 */
public record Consignment(
        Carriage carriage,
        Channel channel,
        HouseWaybill houseWaybill,
        ConsignmentType type,
        @Nullable Country dispatchCountry,
        Country destinationCountry,
        @Nullable String destinationRegion,
        Party consignor,
        Party consignee,
        List<TaxId> taxIds,
        @Nullable String orderId,
        @Nullable String invoice,
        int pieces,
        BigDecimal grossKg,
        @Nullable String incoterm,
        @Nullable Money freight,
        @Nullable Money insurance,
        List<GoodsItem> goods) {

    public Consignment {
        taxIds = List.copyOf(taxIds);
        goods = List.copyOf(goods);
        if (goods.isEmpty() && type != ConsignmentType.DOCUMENTS) {
            throw new IllegalArgumentException("a consignment of goods has one goods line or more");
        }
    }

    /** The first number of that scheme, if the manifest gives one. */
    public Optional<TaxId> taxId(String scheme) {
        for (var id : taxIds) {
            if (id.scheme().equals(scheme)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Consignment " + houseWaybill;
    }
}
