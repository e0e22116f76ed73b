package org.minimis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.cases.Parcel;
import org.minimis.consignment.Consignment;
import org.minimis.finding.Finding;
import org.minimis.money.Amounts;
import org.minimis.regime.MadeUpRegime;
import org.minimis.regime.Regimes;

/** What the working says of each kind of sum: the sentence, and what comes out. Two US dollars are one euro. */
class SumsToldTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final String SHIRT = "commodity: '610910', value: EUR 40.00, quantity: 2, net_kg: '0.75'";
    private static final String BOOK = "commodity: '490199', value: EUR 5.01, unit: LTR, quantity: '1.5'";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "none                                          | none = EUR 0.00",
                "{ flat: EUR 3, per: line }                    | 2 line(s) × EUR 3.00 = EUR 6.00",
                "{ flat: USD 3, per: item }                    | 2 item(s) × USD 3.00 (EUR 1.50) = EUR 3.00",
                "{ flat: EUR 3, per: package }                 | 4 package(s) × EUR 3.00 = EUR 12.00",
                "{ flat: EUR 3, per: piece }                   | REFERRED the charge is per piece, which the manifest does not give; add it",
                "{ flat: EUR 3, per: litre }                   | REFERRED the charge is per litre, which the manifest does not give; add it",
                "{ flat: EUR 3, per: gross-kilogram }          | 2.5 gross-kilogram(s) × EUR 3.00 = EUR 7.50",
                "{ flat: EUR 3, per: item, relieve_items: EUR 45 } | 1 item(s) × EUR 3.00; items that fit under EUR 45.00 are free = EUR 3.00",
                "{ flat: EUR 3, per: item, relieve_items: EUR 46 } | 0 item(s) × EUR 3.00; items that fit under EUR 46.00 are free = EUR 0.00",
                "{ rate: 10 %, of: customs_value }             | 10 % of 45.01 = 4.501, rounded 0.01 half-up to 4.50 = EUR 4.50",
                "{ rate: 10 %, of: customs_value, deduct: USD 2 } | 10 % of 45.01 = 4.501, rounded 0.01 half-up to 4.50, less USD 2.00 = EUR 3.50",
                "{ rate: 10 %, of: customs_value, relieve_items: EUR 46 } | nothing is charged; items that fit under EUR 46.00 are free = EUR 0.00",
                "{ buckets: [ { goods: books, amount: USD 1, per: litre }, { rate: 10 % } ], of: customs_value } | books: 1.5 litre(s) × USD 1.00; 10 % of 40.00 = 4.00, rounded 0.01 half-up to 4.00 = EUR 4.75",
                "{ buckets: [ { goods: books, rate: 20 % }, { amount: EUR 1, per: piece } ], of: customs_value } | other goods: 2 piece(s) × EUR 1.00; 20 % of 5.01 = 1.002, rounded 0.01 half-up to 1.00 = EUR 3.00",
                "{ buckets: [ { rate: 10 % } ], of: customs_value, relieve_items: EUR 46 } | nothing is charged; items that fit under EUR 46.00 are free = EUR 0.00",
            })
    void duty(String rule, String told) {
        var regime = new MadeUpRegime().question("duty", "duty", "duty: " + rule);

        assertThat(told(regime, Parcel.toNowhere("pieces: '4'\ngross_kg: '2.5'", SHIRT, BOOK), "duty"))
                .isEqualTo((told.startsWith("REFERRED") ? "" : "Always: ") + told);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "none | Always: none at import = EUR 0.00 | (nothing)",
                "{ scheme: SHOP, collected: at-sale } | Always: collected at the sale under SHOP, none at import = EUR 0.00 | (nothing)",
                "{ scheme: S, collected: at-import, rate: standard, base: [customs_value] } | Always: 20 % of 45.01 = 9.002, rounded 0.01 half-up to 9.00 = EUR 9.00 | customs value 45.01 = EUR 45.01",
                "{ scheme: S, collected: at-import, rate: by-goods, base: [customs_value] } | Always: 20 % of 40.00 = 8.00, rounded 0.01 half-up to 8.00; 5 % of 5.01 = 0.2505, rounded 0.01 half-up to 0.25 = EUR 8.25 | customs value 45.01 = EUR 45.01",
                "{ scheme: S, collected: at-import, rate: standard, base: [customs_value, freight] } | Always: 20 % of 49.01 = 9.802, rounded 0.01 half-up to 9.80 = EUR 9.80 | customs value 45.01 + freight 4.00 = EUR 49.01",
                "{ scheme: S, collected: at-import, rate: standard, base: [customs_value, insurance] } | Always: 20 % of 46.01 = 9.202, rounded 0.01 half-up to 9.20 = EUR 9.20 | customs value 45.01 + insurance 1.00 = EUR 46.01",
                "{ scheme: S, collected: at-import, rate: standard, base: [customs_value], relieve_items: EUR 46 } | Always: nothing is charged = EUR 0.00 | no item is charged = EUR 0.00",
            })
    void taxAndWhatItIsChargedOn(String rule, String told, String base) {
        var regime = new MadeUpRegime()
                .question("value", "customs-value", "customs_value: [goods]")
                .question("vat", "vat", "vat: " + rule);
        var parcel = Parcel.toNowhere("freight: EUR 4.00\ninsurance: EUR 1.00", SHIRT, BOOK);

        assertThat(told(regime, parcel, "vat")).isEqualTo(told);
        assertThat(told(regime, parcel, "vatBase")).isEqualTo(base);
    }

    @ParameterizedTest(name = "base rounded {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | GST 5 % of 48.01 = 2.40; PST 7 % of 48.01 = 3.36 = EUR 5.76",
                "', vat_base: 1 down'  | GST 5 % of 48.00 = 2.40; PST 7 % of 48.00 = 3.36 = EUR 5.76",
                "', vat_base: 10 up'   | GST 5 % of 50.00 = 2.50; PST 7 % of 50.00 = 3.50 = EUR 6.00"
            })
    void severalTaxes(String baseRounding, String told) {
        var regime = new MadeUpRegime()
                .question(
                        "rounding",
                        "rounding",
                        "rounding: { conversion: 0.01 half-up, duty: 0.01 half-up, vat: 0.01 half-up" + baseRounding
                                + " }")
                .question("duty", "duty", "duty: { flat: EUR 3, per: consignment }")
                .rates("{ standard: { GST: 5 %, PST: 7 % } }");

        assertThat(told(regime, Parcel.toNowhere("", SHIRT, BOOK), "vat")).isEqualTo("Always: " + told);
    }

    @Test
    void booksMayBearSeveralTaxesWhereOtherGoodsBearOne() {
        var regime = new MadeUpRegime()
                .question("duty", "duty", "duty: none")
                .rates("{ standard: 20 %, reduced: [ { goods: books, rate: { state: 5 %, town: 1/4 of state } } ] }");
        var parcel = Parcel.toNowhere("", SHIRT, BOOK);

        assertThat(told(regime, parcel, "vat"))
                .isEqualTo("Always: 20 % of 40.00 = 8.00; state 5 % of 5.01 = 0.25; town 1/4 of state of 5.01 = 0.06"
                        + " = EUR 8.31");
        assertThat(((Outcome.Assessed) outcome(regime, parcel, null))
                        .assessment()
                        .items())
                .extracting(item -> Amounts.plain(item.vat()))
                .containsExactly("8.00", "0.31");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "none                                     | (nothing)",
                "{ amount: EUR 2, per: item }             | the levy: EUR 2.00 per item = EUR 4.00",
                "{ amount: USD 2, per: consignment, plus: 15 % } | the levy: USD 2.00 per consignment and 15 % on it = EUR 1.15",
                "{ amount: EUR 2, per: line, owed_to: carrier } | the levy: EUR 2.00 per line, owed to the carrier = EUR 4.00",
                "{ rate: 1 %, of: customs_value, least: USD 1, most: EUR 9 } | the levy: 1 % of 45.01, not below USD 1.00 and not above EUR 9.00 = EUR 0.50",
                "{ rate: 10 %, of: customs_value, least: USD 1, most: EUR 9 } | the levy: 10 % of 45.01, not below USD 1.00 and not above EUR 9.00 = EUR 4.50",
                "{ rate: 50 %, of: customs_value, least: USD 1, most: EUR 9 } | the levy: 50 % of 45.01, not below USD 1.00 and not above EUR 9.00 = EUR 9.00"
            })
    void fees(String rule, String told) {
        var regime = new MadeUpRegime().charge("levy", "fee", "fee: " + rule);

        assertThat(told(regime, Parcel.toNowhere("", SHIRT, BOOK), "fees")).isEqualTo(told);
        var assessment = ((Outcome.Assessed) outcome(regime, Parcel.toNowhere("", SHIRT, BOOK), null)).assessment();
        var isOwed = !rule.equals("none") && !rule.contains("carrier");
        assertThat(assessment.fees())
                .isEqualTo(
                        isOwed
                                ? List.of(new Assessment.Fee(
                                        "the levy", Amounts.parse(told.substring(told.lastIndexOf("EUR")))))
                                : List.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[goods]                     | goods 45.01 + freight 0.00 + insurance 0.00 = 45.01",
                "[goods, freight]            | goods 45.01 + freight 4.00 + insurance 0.00 = 49.01",
                "[goods, freight, insurance] | goods 45.01 + freight 4.00 + insurance 1.00 = 50.01",
                "{ of: [goods], share: 60 % } | goods 45.01 + freight 0.00 + insurance 0.00 = 45.01; 60 % of it: 27.01"
            })
    void customsValue(String basis, String told) {
        var regime = new MadeUpRegime().question("value", "customs-value", "customs_value: " + basis);
        var parcel = Parcel.toNowhere("freight: EUR 4.00\ninsurance: USD 2.00", SHIRT, BOOK);

        assertThat(told(regime, parcel, "customsValue")).startsWith(told + " = EUR ");
        assertThat(told(regime, Parcel.toNowhere("", SHIRT, BOOK), "customsValue"))
                .startsWith("goods 45.01 + no freight stated + no insurance stated = 45.01");
    }

    @Test
    void aPriceInAnotherCurrencyIsToldWithItsRate() {
        var regime = new MadeUpRegime();
        var parcel = Parcel.toNowhere("", "commodity: '610910', value: USD 10.01");

        assertThat(told(regime, parcel, "conversion"))
                .isEqualTo(
                        "the goods: USD 10.01 ÷ 2 = EUR 5.01, rounded 0.01 half-up; rate of 2026-07-01 to 2026-07-31, made up"
                                + " = EUR 5.01");
        assertThat(outcome(regime, parcel, null).findings()).isEmpty();
    }

    @Test
    void whatIsDoubtfulAboutARateIsSaidOnceForAllAmounts() {
        var parcel = Parcel.toNowhere(
                "freight: USD 2.00", "commodity: '610910', value: USD 10.00", "commodity: '910211', value: USD 8.00");
        var ofExport =
                new MadeUpRegime().question("rates", "exchange-rates", "exchange_rates: { table: none, on: export }");

        assertThat(outcome(ofExport, parcel, "zz").findings())
                .extracting(Finding::message)
                .containsExactly(
                        "USD is converted at an unofficial rate; import the customs rate before declaring",
                        "USD is converted at the rate of 2026-07-01, the law takes that of the day of export; ask the carrier"
                                + " for that day");
    }

    @Test
    void aDoubtfulSourceIsToldWithTheLaw() {
        var doubtful = new MadeUpRegime().question("duty", "duty", "duty: none\n      confidence: low");

        assertThat(outcome(doubtful, Parcel.toNowhere("", SHIRT), null).reasoning())
                .filteredOn(step -> step.step().equals("duty") || step.step().equals("admission"))
                .extracting(ReasoningStep::law)
                .containsExactly(
                        "Nowhere Act s. 1, value of 2020-01-01",
                        "Nowhere Act s. 1, value of 2020-01-01 (confidence low)");
    }

    private String told(MadeUpRegime regime, Consignment parcel, String step) {
        var outcome = outcome(regime, parcel, null);
        return outcome instanceof Outcome.Referred
                ? "REFERRED " + outcome.findings().get(0).message()
                : outcome.reasoning().stream()
                        .filter(each -> each.step().equals(step))
                        .map(each -> each.text() + (each.amount() == null ? "" : " = " + Amounts.text(each.amount())))
                        .findFirst()
                        .orElse("(nothing)");
    }

    private Outcome outcome(MadeUpRegime regime, Consignment parcel, String unofficial) {
        return new Assessor(Regimes.load(regime.in(folder)), TwoDollarsAEuro.rates(folder, unofficial))
                .assess(parcel, List.of(), DAY, true);
    }
}
