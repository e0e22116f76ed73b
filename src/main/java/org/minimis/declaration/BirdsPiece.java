package org.minimis.declaration;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one consignment adds to a bulk declaration, taken apart again.
 *
 * @param fields day of acceptance, house waybill, state, flight, previous document, exporter's country, exporter, country of
 *     dispatch, gross mass, packages; then three for each goods item
 */
record BirdsPiece(List<byte[]> fields) {

    private static final int ITEMS_FROM = 10;
    private static final int FIELDS_PER_ITEM = 3;

    static BirdsPiece of(byte[] bytes) {
        var fields = new ArrayList<byte[]>();
        var start = 0;
        for (var i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == BirdsXml.SEPARATOR) {
                fields.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        if (fields.size() < ITEMS_FROM || (fields.size() - ITEMS_FROM) % FIELDS_PER_ITEM != 0) {
            throw new IllegalArgumentException("a piece of a bulk declaration has %d fields".formatted(fields.size()));
        }
        return new BirdsPiece(fields);
    }

    LocalDate acceptanceDate() {
        return LocalDate.parse(text(0));
    }

    String houseWaybill() {
        return text(1);
    }

    String state() {
        return text(2);
    }

    byte[] arrival() {
        return fields.get(3);
    }

    byte[] previousDocument() {
        return fields.get(4);
    }

    String exporterCountry() {
        return text(5);
    }

    byte[] exporter() {
        return fields.get(6);
    }

    String dispatchCountry() {
        return text(7);
    }

    BigDecimal grossKg() {
        return new BigDecimal(text(8));
    }

    int packages() {
        return Integer.parseInt(text(9));
    }

    int items() {
        return (fields.size() - ITEMS_FROM) / FIELDS_PER_ITEM;
    }

    /** @param part 0 before the statements, 1 before the country of dispatch, 2 after it */
    byte[] item(int index, int part) {
        return fields.get(ITEMS_FROM + index * FIELDS_PER_ITEM + part);
    }

    /** May both stand in one declaration: do they share its day, state, flight and master waybill? */
    boolean belongsTo(BirdsPiece first) {
        return Arrays.equals(fields.get(0), first.fields.get(0))
                && Arrays.equals(fields.get(2), first.fields.get(2))
                && Arrays.equals(arrival(), first.arrival())
                && Arrays.equals(previousDocument(), first.previousDocument());
    }

    private String text(int field) {
        return new String(fields.get(field), StandardCharsets.UTF_8);
    }
}
