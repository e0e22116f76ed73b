package org.minimis.bench.plain;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a consignment: a line of the JSON file and a row of the table. */
record PlainDeclaration(
        String houseWaybill,
        String outcome,
        @Nullable String reason,
        String regime,
        String state,
        @Nullable String scheme,
        String currency,
        BigDecimal intrinsicValue,
        BigDecimal duty,
        BigDecimal vat,
        BigDecimal total,
        PlainConsignment.Party consignor,
        PlainConsignment.Party consignee,
        List<PlainConsignment.Item> goods) {}
