package org.minimis.declaration;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.Category;
import org.minimis.assessment.DeclaredItem;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.Carriage;
import org.minimis.consignment.Channel;
import org.minimis.consignment.CommodityCode;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.Country;
import org.minimis.consignment.GoodsItem;
import org.minimis.consignment.HouseWaybill;
import org.minimis.consignment.MasterWaybill;
import org.minimis.consignment.Party;
import org.minimis.consignment.PersonType;
import org.minimis.consignment.TaxId;
import org.minimis.money.Amounts;
import org.minimis.settings.ConfigFolder;

/** Consignments with their assessments, made by hand; a wither for each thing that a test changes. */
record Samples(
        String regime,
        String state,
        String dataset,
        LocalDate accepted,
        String houseWaybill,
        Party consignor,
        Party consignee,
        List<TaxId> taxIds,
        List<String> procedures,
        @Nullable Money freight,
        @Nullable Money insurance,
        List<GoodsItem> goods,
        String duty,
        String vat) {

    static final Path SCHEMAS = Path.of("../shared/schemas/hmrc-cds");

    static Declarations declarations() {
        return Declarations.of(Declarant.read(ConfigFolder.packed()));
    }

    /** A whole file; its pieces lie in the middle of something else, as in a journal. */
    static long join(Declarations to, String file, String manifest, List<byte[]> pieces, OutputStream out)
            throws IOException {
        var joined = to.joining(file, manifest, out);
        for (var piece : pieces) {
            var journal = new byte[piece.length + 7];
            System.arraycopy(piece, 0, journal, 3, piece.length);
            joined.add(journal, 3, piece.length);
            Arrays.fill(journal, (byte) 'x');
        }
        return joined.end();
    }

    /** Two kinds of goods for a private person in Germany, on the first days of the flat duty. */
    static Samples german() {
        return new Samples(
                "EU",
                "DE",
                "H7",
                LocalDate.of(2026, 7, 3),
                "XP0000000001",
                shenzhen(),
                person("JANE SAMPLE", "1 EXAMPLE STREET", "LEIPZIG", "04103", "DE"),
                List.of(),
                List.of("F49"),
                Amounts.of("EUR", "12.00"),
                Amounts.of("EUR", "0.50"),
                List.of(shirt("EUR"), watch("EUR")),
                "6.00",
                "22.42");
    }

    /** A sale under the import one-stop shop to Northern Ireland. */
    static Samples irish() {
        return new Samples(
                "XI",
                "XI",
                "H7",
                LocalDate.of(2026, 7, 3),
                "XP0000000002",
                shenzhen(),
                person("JOHN SAMPLE", "2 EXAMPLE STREET", "BELFAST", "BT1 1AA", "GB"),
                List.of(new TaxId("IOSS", "IM2760000742")),
                List.of("F48"),
                Amounts.of("GBP", "3.20"),
                null,
                List.of(shirt("GBP")),
                "0.00",
                "0.00");
    }

    /** A packet for Great Britain, cleared in bulk. */
    static Samples british(String houseWaybill) {
        return new Samples(
                "GB",
                "GB",
                "BIRDS",
                LocalDate.of(2026, 7, 3),
                houseWaybill,
                shenzhen(),
                person("JUNE SAMPLE", "3 EXAMPLE STREET", "LONDON", "EC1A 1BB", "GB"),
                List.of(),
                List.of("21V"),
                null,
                null,
                List.of(shirt("GBP")),
                "0.00",
                "0.00");
    }

    static Party shenzhen() {
        return new Party(
                "SAMPLE & SONS TRADING <CO>",
                "UNIT 5 EXAMPLE ROAD 10",
                "SHENZHEN",
                "518000",
                Country.of("CN"),
                null,
                null);
    }

    static Party person(String name, String street, String city, String postcode, String country) {
        return new Party(name, street, city, postcode, Country.of(country), PersonType.NATURAL, null);
    }

    static GoodsItem shirt(String currency) {
        return goods("COTTON T-SHIRT, KNITTED, MENS", "610910", "40.00", currency, "0.60", "TS-M-01", "4006381333931");
    }

    static GoodsItem watch(String currency) {
        return goods("WRIST WATCH, QUARTZ", "9102110000", "60.00", currency, "0.15", "WW-07", null);
    }

    static GoodsItem goods(
            String description,
            String code,
            String value,
            String currency,
            String netKg,
            @Nullable String sku,
            @Nullable String gtin) {
        return new GoodsItem(
                description,
                new CommodityCode(code),
                BigDecimal.ONE,
                "PCE",
                Amounts.of(currency, value),
                null,
                new BigDecimal(netKg),
                Country.of("CN"),
                sku,
                sku == null ? null : "MFG-" + sku,
                gtin);
    }

    Samples withGoods(List<GoodsItem> goods) {
        return new Samples(
                regime,
                state,
                dataset,
                accepted,
                houseWaybill,
                consignor,
                consignee,
                taxIds,
                procedures,
                freight,
                insurance,
                goods,
                duty,
                vat);
    }

    Samples withConsignor(Party consignor) {
        return new Samples(
                regime,
                state,
                dataset,
                accepted,
                houseWaybill,
                consignor,
                consignee,
                taxIds,
                procedures,
                freight,
                insurance,
                goods,
                duty,
                vat);
    }

    Samples withConsignee(Party consignee) {
        return new Samples(
                regime,
                state,
                dataset,
                accepted,
                houseWaybill,
                consignor,
                consignee,
                taxIds,
                procedures,
                freight,
                insurance,
                goods,
                duty,
                vat);
    }

    Samples accepted(LocalDate accepted) {
        return new Samples(
                regime,
                state,
                dataset,
                accepted,
                houseWaybill,
                consignor,
                consignee,
                taxIds,
                procedures,
                freight,
                insurance,
                goods,
                duty,
                vat);
    }

    Samples withTaxIds(TaxId... ids) {
        return new Samples(
                regime,
                state,
                dataset,
                accepted,
                houseWaybill,
                consignor,
                consignee,
                List.of(ids),
                procedures,
                freight,
                insurance,
                goods,
                duty,
                vat);
    }

    Samples withFreight(@Nullable Money freight, @Nullable Money insurance) {
        return new Samples(
                regime,
                state,
                dataset,
                accepted,
                houseWaybill,
                consignor,
                consignee,
                taxIds,
                procedures,
                freight,
                insurance,
                goods,
                duty,
                vat);
    }

    Samples in(String regime, String state, String dataset, String... procedures) {
        return new Samples(
                regime,
                state,
                dataset,
                accepted,
                houseWaybill,
                consignor,
                consignee,
                taxIds,
                List.of(procedures),
                freight,
                insurance,
                goods,
                duty,
                vat);
    }

    Consignment consignment() {
        return new Consignment(
                new Carriage(
                        "MAN-20260703-0207",
                        new MasterWaybill("020-12345675"),
                        "XP",
                        "XP0207",
                        "LEJ",
                        Instant.parse("2026-07-03T04:30:00Z")),
                Channel.EXPRESS,
                new HouseWaybill(houseWaybill),
                dataset.equals("DOCS") ? ConsignmentType.DOCUMENTS : ConsignmentType.B2C,
                Country.of("CN"),
                Country.of(state),
                null,
                consignor,
                consignee,
                taxIds,
                "ORD-1",
                "INV-1",
                2,
                new BigDecimal("0.85"),
                "DAP",
                freight,
                insurance,
                goods);
    }

    Outcome.Assessed assessed() {
        var currency = Amounts.currency(regime.equals("EU") ? "EUR" : "GBP");
        var items = new ArrayList<DeclaredItem>();
        for (var line : goods) {
            var isFirst = items.isEmpty();
            items.add(new DeclaredItem(
                    items.size() + 1,
                    List.of(line),
                    line.intrinsicValue(),
                    isFirst ? Amounts.of(currency, new BigDecimal(duty)) : Amounts.zero(currency),
                    isFirst ? Amounts.of(currency, new BigDecimal(vat)) : Amounts.zero(currency)));
        }
        var value = Amounts.of(currency, new BigDecimal("100.00"));
        var assessment = new Assessment(
                dataset.equals("DOCS") ? Category.DOCUMENTS : Category.LOW_VALUE_DUTIABLE,
                regime,
                state,
                accepted,
                dataset,
                procedures,
                "STANDARD",
                currency,
                value,
                value,
                Amounts.of(currency, new BigDecimal(duty)),
                value,
                Amounts.of(currency, new BigDecimal(vat)),
                List.of(),
                items);
        return new Outcome.Assessed(consignment(), assessment, List.of(), List.of());
    }
}
