package org.minimis.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minimis.assessment.Assessor;
import org.minimis.assessment.CustomsRates;
import org.minimis.assessment.Outcome;
import org.minimis.cases.Parcel;
import org.minimis.consignment.Consignment;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.money.ExchangeRateFiles;

/** Each condition of the law on both sides of its edge, with and without the working, and in the order in which it stands. */
class ConditionsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final String ALL =
            "commodity: '61091000', value: EUR 10.00, origin: CN, sku: S, manufacturer_pid: P, gtin: '4006381333931', net_kg: '1'";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "lacks: commodityCode   | commodity: '61091000', | false",
                "lacks: origin          | origin: CN,            | false",
                "lacks: origin          | origin: none,          | true",
                "origin: CN             | origin: none,          | false",
                "origin: [CN, IN]       | origin: IN,            | true",
                "some_origin: CN        | origin: none,          | false",
                "some_origin_not: CN    | origin: none,          | false",
                "lacks: sku             | sku: S,                | false",
                "lacks: sku             | gtin: '4006381333931', | true",
                "lacks: manufacturerPid | manufacturer_pid: P,   | false",
                "lacks: manufacturerPid | sku: P,                | true",
                "lacks: gtin            | gtin: '4006381333931', | false",
                "lacks: gtin            | sku: S,                | true",
                "lacks: netKg           | net_kg: '1',           | false",
                "lacks: netKg           | sku: S,                | true",
                "lacks: commodityCode   | sku: S,                | true",
                "lacks: [sku, gtin]     | sku: S, gtin: '4006381333931', | false",
                "lacks: [sku, gtin]     | sku: S,                | true",
                "lacks: [sku, gtin]     | gtin: '4006381333931', | true",
                "code_digits: '< 8'     | commodity: '610910',   | true",
                "code_digits: '< 8'     | commodity: '61091000', | false",
                "code_digits: '<= 8'    | commodity: '61091000', | true",
                "code_digits: '<= 8'    | sku: S,                | false",
                "code_digits: '> 6'     | commodity: '610910',   | false",
                "item_value: '<= EUR 10' | sku: S,               | true",
                "item_value: '< EUR 10' | sku: S,                | false",
                "piece_value: '<= EUR 5' | 'quantity: 2,'        | true",
                "piece_value: '< EUR 5' | 'quantity: 2,'         | false",
                "piece_value: '> EUR 5' | 'quantity: 2, unit: KGM,' | true",
                "piece_value: '<= EUR 10' | 'quantity: 0,'       | true",
                "piece_value: '< EUR 10' | 'quantity: 0,'        | false",
                "goods: books           | commodity: '490199',   | true",
                "goods: books           | commodity: '610910',   | false",
                "goods: books           | sku: S,                | false",
                "no_goods: books        | commodity: '490199',   | false",
                "no_goods: books        | sku: S,                | true",
                "all_goods: books       | commodity: '490199',   | true",
                "all_goods: books       | sku: S,                | false",
                "some_origin: CN        | origin: CN,            | true",
                "some_origin: CN        | origin: IN,            | false",
                "some_origin_not: CN    | origin: CN,            | false",
                "some_origin_not: CN    | origin: IN,            | true"
            })
    void whatIsAskedOfALine(String when, String given, boolean holds) {
        var line = "value: EUR 10.00, " + given;
        var others = when.startsWith("lacks") ? new String[] {ALL, line} : new String[] {line};

        fits(when, "", holds, others);
        if (when.startsWith("item_value") || when.startsWith("piece_value")) {
            fits(when, "", holds && when.contains(">"), line, "value: EUR 10.01, quantity: 1");
        }
    }

    @ParameterizedTest(name = "{0}: {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "type: B2C                | type: B2C      | true",
                "type: [B2B, C2C]         | type: B2C      | false",
                "channel: POST            | channel: POST  | true",
                "channel: POST            | type: B2C      | false",
                "person: LEGAL            | person: LEGAL  | true",
                "person: LEGAL            | person: NATURAL | false",
                "dispatched_from: CN      | from: CN       | true",
                "dispatched_from: CN      | from: IN       | false",
                "destination: ZZ          | type: B2C      | true",
                "destination: YY          | type: B2C      | false",
                "region: N                | region: 'N'    | true",
                "region: N                | region: S      | false",
                "region: N                | type: B2C      | false",
                "has: IOSS                | ioss: '1'      | true",
                "has: IOSS                | vat: '1'       | false",
                "has: [VAT, IOSS]         | ioss: '1'      | true",
                "has_not: IOSS            | ioss: '1'      | false",
                "has_not: IOSS            | vat: '1'       | true",
                "gross_kg: '<= 30'        | gross_kg: '30' | true",
                "gross_kg: '< 30'         | gross_kg: '30' | false",
                "goods_value: ['> EUR 5', '<= EUR 10'] | type: B2C | true",
                "goods_value: ['> EUR 5', '< EUR 10']  | type: B2C | false",
                "goods_value: ['> EUR 10', '< EUR 20'] | type: B2C | false",
                "duty: '<= EUR 3'         | type: B2C      | true",
                "duty: '< EUR 3'          | type: B2C      | false",
                "vat: '<= EUR 2.60'       | type: B2C      | true",
                "vat: '< EUR 2.60'        | type: B2C      | false",
                "fees: '<= EUR 2'         | type: B2C      | true",
                "fees: '< EUR 2'          | type: B2C      | false",
                "total: '<= EUR 7.60'     | type: B2C      | true",
                "total: '< EUR 7.60'      | type: B2C      | false",
                "vat_scheme: [STANDARD]   | type: B2C      | true",
                "vat_scheme: [IOSS]       | type: B2C      | false"
            })
    void whatIsAskedOfAConsignment(String when, String given, boolean holds) {
        fits(when, given, holds, ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "{ flat: EUR 3, per: item }",
                "{ rate: 1 %, of: customs_value }",
                "{ tariff: zz, of: customs_value }",
                "{ buckets: [ { amount: EUR 1, per: line } ], of: customs_value }"
            })
    void howTheDutyWasFoundMayBeAskedAfterwards(String duty) throws Exception {
        for (var kind : List.of("none", "flat", "rate", "tariff", "buckets")) {
            var regime = asking("duty_kind: " + kind).question("duty", "duty", "duty: " + duty);
            regime.in(folder);
            Files.writeString(folder.resolve("config/tariffs/zz.csv"), "subheading,rate,note\n610910,1 %,\n");

            assertThat(fitsIn(regime, Parcel.toNowhere("", ALL), true)).isEqualTo(duty.contains(kind));
        }
    }

    /** A condition on the sender after one on the price is not asked first, lest a rate of exchange be missed and not told. */
    @Test
    void aConditionIsNotAskedBeforeThePriceThatStandsBeforeIt() {
        var parcel = Parcel.toNowhere("type: B2C", "commodity: '610910', value: USD 10.00");

        for (var explain : List.of(true, false)) {
            assertThat(outcome(question("{ goods_value: '<= EUR 150', type: B2B }"), parcel, explain)
                            .findings())
                    .extracting(Finding::reason)
                    .containsExactly(Reason.MISSING_EXCHANGE_RATE);
            assertThat(dataset(outcome(question("{ type: B2B, goods_value: '<= EUR 150' }"), parcel, explain)))
                    .isEqualTo("referred without price");
            assertThat(dataset(outcome(
                            question("{ no_goods: books, type: B2B, goods_value: '<= EUR 150' }"), parcel, explain)))
                    .isEqualTo("referred without price");
        }
    }

    /** The second case refers without a look at the price. */
    private static MadeUpRegime question(String when) {
        return new MadeUpRegime().values("admission", "admission", """
                values:
                  2020-01-01:
                    - case: First
                      when: %s
                      admit: low-value
                      law: Nowhere Act s. 1
                    - case: Second
                      refer: { reason: RESTRICTED_GOODS, needs: referred without price, say: ask }
                      law: Nowhere Act s. 2
                """.formatted(when));
    }

    private static String dataset(Outcome outcome) {
        return outcome.match(assessed -> assessed.assessment().dataset(), Outcome.Referred::dataset, rejected -> "");
    }

    private void fits(String when, String given, boolean holds, String... lines) {
        var parcel = Parcel.toNowhere(given, lines);
        for (var explain : List.of(true, false)) {
            assertThat(fitsIn(asking(when), parcel, explain)).as(when).isEqualTo(holds);
        }
    }

    /** Asks at the end, when all has been found. */
    private static MadeUpRegime asking(String when) {
        return new MadeUpRegime()
                .charge("levy", "fee", "fee: { amount: EUR 2, per: consignment }")
                .values("declaration", "declaration", """
                        values:
                          2020-01-01:
                            - case: It fits
                              when: { %s }
                              declare: { dataset: FITS, procedures: [], category: by-amount }
                              law: Nowhere Act s. 1
                            - case: It does not
                              declare: { dataset: OTHER, procedures: [], category: by-amount }
                              law: Nowhere Act s. 2
                        """.formatted(when));
    }

    private boolean fitsIn(MadeUpRegime regime, Consignment parcel, boolean explain) {
        return dataset(outcome(regime, parcel, explain)).equals("FITS");
    }

    private Outcome outcome(MadeUpRegime regime, Consignment parcel, boolean explain) {
        var config = regime.in(folder);
        return new Assessor(Regimes.load(config), new CustomsRates(new ExchangeRateFiles(config), null))
                .assess(parcel, List.of(), DAY, explain);
    }
}
