package org.minimis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.cases.Parcel;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.Country;
import org.minimis.money.Amounts;
import org.minimis.regime.MadeUpRegime;

/** Which goods lines are one item of the declaration, what it carries, and what is asked of each item by itself. */
class ItemsTest {

    private static final String SHIRT = "commodity: '61091000', description: SHIRT, value: EUR 10.00";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "a shirt of China under 61091000 and {0}: {1} under a flat duty, {2} under a rate")
    @CsvSource(
            delimiter = '|',
            value = {
                "commodity: '61091000', description: SHIRT            | 1 | 1",
                "commodity: '61091090', description: SHIRT            | 1 | 2",
                "commodity: '610910', description: SHIRT              | 1 | 2",
                "commodity: '610990', description: SHIRT              | 2 | 2",
                "commodity: '61091000', description: OTHER SHIRT      | 2 | 2",
                "commodity: '61091000', description: SHIRT, origin: IN | 2 | 2",
                "description: SHIRT                                   | 2 | 2"
            })
    void linesAreOneItemWhereDescriptionOriginAndCodeAgree(String line, int underFlat, int underRate) {
        var flat = new MadeUpRegime();
        var rate = new MadeUpRegime().question("duty", "duty", "duty: { rate: 10 %, of: customs_value }");
        var tariff = new MadeUpRegime().question("duty", "duty", "duty: none");
        var parcel = Parcel.toNowhere("", SHIRT, line + ", value: EUR 5.00");
        var back = Parcel.toNowhere("", line + ", value: EUR 5.00", SHIRT);

        assertThat(assessed(flat, parcel).items()).hasSize(underFlat);
        assertThat(assessed(tariff, parcel).items()).hasSize(underFlat);
        assertThat(assessed(rate, parcel).items()).hasSize(underRate);
        assertThat(assessed(flat, back).items()).hasSize(underFlat);
        assertThat(assessed(rate, back).items()).hasSize(underRate);
    }

    @Test
    void linesWithoutACodeAreOneItem() {
        var parcel = Parcel.toNowhere(
                "", "description: SHIRT, value: EUR 5.00", "description: SHIRT, value: EUR 6.00", SHIRT);

        assertThat(assessed(new MadeUpRegime(), parcel).items()).hasSize(2);
    }

    @Test
    void anItemIsDeclaredWithItsNumberItsPriceAsInvoicedAndTheMassOfAllItsLines() {
        var items = assessed(
                        new MadeUpRegime(),
                        Parcel.toNowhere(
                                "",
                                SHIRT + ", net_kg: '0.25', vat_shown: EUR 1.00",
                                "commodity: '910211', description: WATCH, value: EUR 2.50, net_kg: '0.1', origin: CH",
                                SHIRT + ", net_kg: '0.5'",
                                "description: CAP, value: EUR 1.00, net_kg: '0.1'",
                                "description: CAP, value: EUR 1.00"))
                .items();

        assertThat(items).extracting(DeclaredItem::number).containsExactly(1, 2, 3);
        assertThat(items).extracting(DeclaredItem::description).containsExactly("SHIRT", "WATCH", "CAP");
        assertThat(items)
                .extracting(item -> item.commodityCode() == null
                        ? "none"
                        : item.commodityCode().digits())
                .containsExactly("61091000", "910211", "none");
        assertThat(items)
                .extracting(DeclaredItem::origin)
                .containsExactly(Country.of("CN"), Country.of("CH"), Country.of("CN"));
        assertThat(items)
                .extracting(item -> Amounts.text(item.intrinsicValue()))
                .containsExactly("EUR 19.00", "EUR 2.50", "EUR 2.00");
        assertThat(items)
                .extracting(DeclaredItem::netKg)
                .containsExactly(BigDecimal.valueOf(75, 2), BigDecimal.valueOf(1, 1), null);
    }

    @ParameterizedTest(name = "customs value {0}: duty {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[goods]                      | 1.00 0.50",
                "[goods, freight]             | 1.20 0.60",
                "{ of: [goods], share: 60 % } | 0.60 0.30"
            })
    void theCustomsValueIsDividedByPrice(String basis, String duties) {
        var regime = new MadeUpRegime()
                .question("value", "customs-value", "customs_value: " + basis)
                .question("duty", "duty", "duty: { rate: 10 %, of: customs_value }");
        var parcel = Parcel.toNowhere("freight: EUR 3.00", SHIRT, "description: CAP, value: EUR 5.00");

        assertThat(assessed(regime, parcel).items())
                .extracting(item -> Amounts.plain(item.duty()))
                .containsExactly(duties.split(" "));
    }

    @Test
    void aShareOfTheRetailPriceLosesNoCentWhenItIsDivided() {
        var regime = new MadeUpRegime()
                .question("value", "customs-value", "customs_value: { of: [goods], share: 60 % }")
                .question("duty", "duty", "duty: { rate: 100 %, of: customs_value }");
        var parcel = Parcel.toNowhere("", SHIRT, "description: CAP, value: EUR 10.01");

        assertThat(Amounts.plain(assessed(regime, parcel).customsValue())).isEqualTo("12.01");
        assertThat(Amounts.plain(assessed(regime, parcel).duty())).isEqualTo("12.01");
    }

    @ParameterizedTest(name = "freight {0}, goods on which the tax is 5 % or 20 %: VAT {1}")
    @CsvSource({"EUR 0.00, 0.50 2.00", "EUR 3.00, 0.58 2.30"})
    void freightBesideTheCustomsValueIsDividedByPrice(String freight, String taxes) {
        var regime = new MadeUpRegime()
                .question("value", "customs-value", "customs_value: [goods]")
                .question("duty", "duty", "duty: none")
                .question(
                        "vat",
                        "vat",
                        "vat: { scheme: S, collected: at-import, rate: by-goods, base: [customs_value, freight] }");
        var parcel = Parcel.toNowhere(
                "freight: " + freight,
                "commodity: '490199', value: EUR 10.00",
                "commodity: '610910', value: EUR 10.00");

        assertThat(assessed(regime, parcel).items())
                .extracting(item -> Amounts.plain(item.vat()))
                .containsExactly(taxes.split(" "));
    }

    @ParameterizedTest(name = "on top where {0}: shirt {1}, watch {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "origin: CN                               | 4.00 | 3.00",
                "goods: books                             | 3.00 | 3.00",
                "code_digits: '>= 8'                      | 4.00 | 3.00",
                "item_value: '<= EUR 10'                  | 4.00 | 3.00",
                "item_value: '< EUR 10'                   | 3.00 | 3.00",
                "item_value: '> EUR 10'                   | 3.00 | 7.00",
                "item_value: '> USD 10'                   | 4.00 | 7.00",
                "goods_value: '<= EUR 50'                 | 4.00 | 7.00",
                "goods_value: '< EUR 50'                  | 3.00 | 3.00",
                "customs_value: '<= EUR 50'               | 4.00 | 7.00",
                "customs_value: '< EUR 50'                | 3.00 | 3.00",
                "cif_value: '<= EUR 55'                   | 4.00 | 7.00",
                "cif_value: '< EUR 55'                    | 3.00 | 3.00",
                "cif_value: '<= USD 110'                  | 4.00 | 7.00",
                "cif_value: '< USD 110'                   | 3.00 | 3.00",
                "duty: '<= EUR 6'                         | 4.00 | 7.00",
                "duty: '< EUR 6'                          | 3.00 | 3.00",
                "duty_kind: flat                          | 4.00 | 7.00",
                "duty_kind: rate                          | 3.00 | 3.00"
            })
    void aDutyOnTopIsAskedForEachItemByItself(String when, String shirt, String watch) throws Exception {
        var regime = new MadeUpRegime()
                .question("value", "customs-value", "customs_value: [goods]")
                .values("duty-on-top", "surcharge", """
                        name: on top
                        values:
                          2020-01-01:
                            - case: Some
                              when: { %s }
                              surcharge: { rate: 10 %%, of: customs_value }
                              law: Nowhere Act s. 3
                            - case: Others
                              surcharge: none
                              law: Nowhere Act s. 4
                        """.formatted(when));
        var parcel = Parcel.toNowhere(
                "freight: EUR 5.00", SHIRT, "commodity: '910211', description: WATCH, value: EUR 40.00, origin: CH");

        assertThat(assessed(regime, parcel).items())
                .extracting(item -> Amounts.plain(item.duty()))
                .containsExactly(shirt, watch);
    }

    @ParameterizedTest(name = "{0}: {1} in all")
    @CsvSource({"'<= USD 20.02', 7.00", "'< USD 20.02', 6.00"})
    void aDutyOnTopHoldsWhatTheInvoiceStatesAgainstALimitInItsCurrency(String limit, String duty) {
        var regime = new MadeUpRegime().values("duty-on-top", "surcharge", """
                        name: on top
                        values:
                          2020-01-01:
                            - case: Some
                              when: { goods_value: %s }
                              surcharge: { rate: 10 %%, of: customs_value }
                              law: Nowhere Act s. 3
                            - case: Others
                              surcharge: none
                              law: Nowhere Act s. 4
                        """.formatted("\"" + limit + "\""));
        var parcel =
                Parcel.toNowhere("", "commodity: '610910', value: USD 10.01", "commodity: '910211', value: USD 10.01");

        // EUR 5.01 each, over the limit were they added; ten per cent of 10.02 beside twice EUR 3.
        assertThat(Amounts.plain(assessed(regime, parcel).duty())).isEqualTo(duty);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CN, IN | the tax of China, Of China: 10 % of 10.00 = 1.00, rounded 0.01 half-up to 1.00 | s. 3",
                "IN, CN | the tax of China, Of China: 10 % of 40.00 = 4.00, rounded 0.01 half-up to 4.00 | s. 3",
                "IN, FR | the tax of China, Of India: nothing is charged | s. 4"
            })
    void theWorkingNamesTheCaseThatCharged(String origins, String told, String law) {
        var regime = new MadeUpRegime().values("duty-on-top", "surcharge", """
                name: the tax of China
                values:
                  2020-01-01:
                    - case: Of China
                      when: { origin: CN }
                      surcharge: { rate: 10 %, of: customs_value }
                      law: s. 3
                    - case: Of India
                      when: { origin: IN }
                      surcharge: none
                      law: s. 4
                    - case: Others
                      surcharge: none
                      law: s. 5
                """);
        var first = origins.split(", ")[0];
        var second = origins.split(", ")[1];
        var parcel = Parcel.toNowhere(
                "",
                "commodity: '610910', value: EUR 10.00, origin: " + first,
                "commodity: '910211', value: EUR 40.00, origin: " + second);

        assertThat(outcome(regime, parcel).reasoning())
                .filteredOn(step -> step.step().equals("surcharge"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.text()).isEqualTo(told);
                    assertThat(step.law()).startsWith(law + ",");
                });
    }

    private Assessment assessed(MadeUpRegime regime, Consignment parcel) {
        return ((Outcome.Assessed) outcome(regime, parcel)).assessment();
    }

    private Outcome outcome(MadeUpRegime regime, Consignment parcel) {
        return TwoDollarsAEuro.assessor(regime, folder).assess(parcel, List.of(), LocalDate.parse("2026-07-01"), true);
    }
}
