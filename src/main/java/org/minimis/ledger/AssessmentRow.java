package org.minimis.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One assessed consignment as the book keeps it. Amounts in ten-thousandths of the currency.
 *
 * @param place of the record in its slice, from 0
 * @param line of the manifest on which it starts
 * @param vatBase null where no VAT is charged at import
 */
public record AssessmentRow(
        long place,
        String houseWaybill,
        long line,
        Declared declared,
        long intrinsicValue,
        long customsValue,
        long duty,
        @Nullable Long vatBase,
        long vat,
        long fees) {}
