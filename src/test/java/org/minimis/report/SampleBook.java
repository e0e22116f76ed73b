package org.minimis.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Two nights of an express carrier, the same for every run: the Union, Great Britain, Switzerland. */
final class SampleBook {

    static final String LAW = "3f9c1e2b7a5d4c8e9f0a1b2c3d4e5f60718293a4b5c6d7e8f9fa0b1c2d3e4f50";

    private static final List<String> STATES = List.of(
            "DE 19 30",
            "FR 20 22",
            "IT 22 17",
            "ES 21 13",
            "NL 21 12",
            "PL 23 11",
            "BE 21 8",
            "AT 20 7",
            "SE 25 6",
            "IE 23 5",
            "DK 25 5",
            "PT 23 5",
            "CZ 21 5",
            "RO 21 4",
            "GR 24 4",
            "FI 25 4",
            "HU 27 3",
            "SK 23 2",
            "BG 20 2",
            "HR 25 2",
            "LT 21 2",
            "SI 22 1",
            "LV 21 1",
            "EE 24 1",
            "LU 17 1",
            "CY 19 1",
            "MT 18 1");

    private final Random random = new Random(20261122);
    private final TestBook book;
    private final int parcels;

    private SampleBook(TestBook book, int parcels) {
        this.book = book;
        this.parcels = parcels;
    }

    /** @param parcels for each part of a state's weight and manifest; 1 gives some 1,500 records */
    static TestBook fill(TestBook book, int parcels) throws SQLException, IOException {
        var sample = new SampleBook(book, parcels);
        book.batch("20261121-a1", "2026-11-21", LAW).batch("20261122-b7", "2026-11-22", LAW);
        sample.night("20261121-a1", "MAN-20261121-02");
        sample.night("20261122-b7", "MAN-20261122-02");
        return book;
    }

    private void night(String batch, String number) throws SQLException {
        for (var flight = 7; flight <= 9; flight++) {
            book.manifest(batch, number + "0" + flight);
            for (var state : STATES) {
                var parts = state.split(" ");
                for (var i = 0; i < Integer.parseInt(parts[2]) * parcels; i++) {
                    union(parts[0], parts[1]);
                }
            }
            for (var i = 0; i < 40 * parcels; i++) {
                britain();
            }
            for (var i = 0; i < 6 * parcels; i++) {
                switzerland();
            }
            refer();
            book.load();
        }
    }

    private void union(String state, String rate) throws SQLException {
        var office = state + "00" + (4300 + random.nextInt(2));
        var kind = random.nextInt(100);
        var value = value(150);
        if (kind < 9) {
            book.assessed("EU/" + state + "/DOCS/NONE", office, 1, "EUR", "0", "0", null, "0", null);
        } else if (kind < 72) {
            book.assessed("EU/" + state + "/H7/IOSS", office, 3, "EUR", value, duty(), null, "0", contribution(state));
        } else {
            var scheme = kind < 90 ? "SPECIAL_ARRANGEMENTS" : "STANDARD";
            var duty = duty();
            var base = new BigDecimal(value).add(new BigDecimal(duty)).toPlainString();
            book.assessed(
                    "EU/" + state + "/H7/" + scheme,
                    office,
                    3,
                    "EUR",
                    value,
                    duty,
                    base,
                    share(base, rate),
                    contribution(state));
        }
    }

    private String duty() {
        return 3 * (1 + random.nextInt(3)) + ".00";
    }

    private static @Nullable String contribution(String state) {
        return state.equals("IT") ? "it-parcel-contribution 2.00" : state.equals("RO") ? "ro-logistics-fee 5.00" : null;
    }

    private void britain() throws SQLException {
        var value = value(135);
        if (random.nextInt(10) == 0) {
            book.assessed("GB/GB/DOCS/NONE", "GB000084", 1, "GBP", "0", "0", null, "0", null);
        } else {
            book.assessed("GB/GB/BIRDS/AT_SALE", "GB000084", 2, "GBP", value, "0", null, "0", null);
        }
    }

    private void switzerland() throws SQLException {
        var value = value(400);
        book.assessed("CH/CH/EDEC/STANDARD", "CH001251", 3, "CHF", value, "0", value, share(value, "8.1"), null);
    }

    private void refer() throws SQLException {
        for (var i = 0; i < 9 * parcels; i++) {
            book.referred("OVER_CEILING", "EU", "DE", "H1", 4, "EUR", value(900));
        }
        book.referred("VAGUE_DESCRIPTION", "EU", "FR", null, 3, "EUR", "41.20");
        book.referred("RESTRICTED_GOODS", "EU", "NL", null, 4, "EUR", "80.00");
        book.referred("EXCLUDED_GOODS", "GB", "GB", "H1", 4, "GBP", "61.00");
        book.referred("SPECIAL_TERRITORY", "EU", "ES", "H6", 3, "EUR", "22.90");
        book.referred("MISSING_EXCHANGE_RATE", "EU", "IT", null, 4, null, null);
        book.referred("NO_REGIME", null, null, null, 4, null, null);
        book.rejected("INVALID_FIELD").rejected("MISSING_FIELD").rejected("INVALID_FIELD");
    }

    private String value(int max) {
        return BigDecimal.valueOf(200 + random.nextInt(max * 100 - 200), 2).toPlainString();
    }

    private static String share(String base, String rate) {
        return new BigDecimal(base)
                .multiply(new BigDecimal(rate))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
