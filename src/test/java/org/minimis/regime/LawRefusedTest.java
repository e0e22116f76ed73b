package org.minimis.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minimis.settings.ConfigException;

/** Words that the language of the law does not know where they stand. */
class LawRefusedTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "duty | 'duty: { rate: 1 %, of: goods }' | .duty.of: 'goods' is not known here; known are customs_value",
                "duty | 'duty: { flat: EUR 3, per: zz.open }' | .duty: the file declares no reading 'zz.open'; add it under 'readings'",
                "duty | 'duty: nothing' | .duty: 'nothing' is nothing due; write none or a rule",
                "duty | 'duty: { buckets: [], of: customs_value }' | .duty.buckets: the last row is for all other goods; add one without 'goods'",
                "duty | 'duty: { buckets: [ { note: x } ], of: customs_value }' | .duty.buckets: a row gives one of 'rate', 'amount' and 'refer'",
                "vat  | 'vat: { scheme: S, collected: later }' | .vat.collected: write at-sale, at-import or never",
                "vat  | 'vat: { scheme: S, collected: at-import, rate: high, base: [customs_value] }' | .vat.rate: 'high' is no choice of rate; write standard or by-goods",
                "vat  | 'vat: { scheme: S, collected: at-import, rate: standard, base: [duty] }' | .vat.base: the base holds the customs_value; add it",
                "vat  | 'vat: { scheme: S, collected: at-import, rate: standard, base: [customs_value], inside: maybe }' | .vat.inside: 'maybe' is not known here; known are true",
                "vat  | 'vat: { scheme: S, collected: at-import, rate: standard, base: [customs_value, fee] }' | .vat.base: 'fee' is not known here; known are customs_value, duty, freight, insurance, fees, costs",
                "value | 'customs_value: [freight]' | .customs_value: the customs value holds the goods; add them",
                "value | 'customs_value: [goods, fees:x]' | .customs_value: 'fees:x' is not known here; known are goods, freight, insurance",
                "intrinsic-value | 'intrinsic_value: [goods, freight]' | .intrinsic_value: 'freight' is not known here; known are goods",
                "admission | admit: all | .admit: 'all' admits to nothing; write low-value or documents",
                "admission | 'refer: { reason: WHIM, say: no }' | .refer.reason: 'WHIM' is no reason; known are",
                "declaration | 'declare: { dataset: H7, procedures: [], category: all }' | .declare.category: 'all' is no category; write documents, by-amount or high-value",
                "rates | 'exchange_rates: { table: zz, on: sunday }' | .exchange_rates.on: 'sunday' is no day of a rate; write acceptance, day-before or export",
                "levy | 'fee: { amount: EUR 1, per: item, owed_to: me }' | .fee.owed_to: 'me' is not known here; known are carrier",
                "levy | 'fee: { rate: 1 %, of: goods, least: EUR 1, most: EUR 2 }' | .fee.of: 'goods' is not known here; known are customs_value",
                "top  | 'surcharge: { rate: 1 %, of: goods }' | .surcharge.of: 'goods' is not known here; known are customs_value",
                "vat-rate | 'rates: { standard: { a: 1 %, c: 1/4 of b } }' | .rates.standard.c: no tax 'b' stands before it",
                "vat-rate | 'rates: { standard: { a: 1 %, c: 1/0 of a } }' | .rates.standard.c: '1/0 of a' is neither a rate nor a share"
            })
    void aResult(String question, String result, String message) {
        refused(with(question, result), message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{ goods_value: '<= EUR 1', together_with: nobody } | .together_with: 'nobody' takes nothing together; known are person and day, consignee and flight, consignor consignee and dispatch",
                "{ duty: '> EUR 1' }       | .duty: 'duty' is found only after this question is answered",
                "{ vat: '> EUR 1' }        | .vat: 'vat' is found only after this question is answered",
                "{ price: '> EUR 1' }      | .price: 'price' is no condition; see LANGUAGE.md",
                "{ lacks: [sku, colour] }  | .lacks: 'colour' is no field of a goods line; known are commodityCode, gtin, manufacturerPid, netKg, origin, sku",
                "{ type: [B2C, B2X] }      | .type: 'B2X' is not known here",
                "{ territory: north }      | .territory: there is no set of places 'north'; add it to territories.yaml"
            })
    void aCondition(String when, String message) {
        refused(with("duty", "duty: none\n      when: " + when), "values.2020-01-01.when" + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customs_value: '> EUR 1'", "duty: '> EUR 1'", "duty_kind: flat", "fees: '> EUR 1'"})
    void whatIsFoundBeforeMayBeAsked(String when) {
        var regimes = Regimes.load(
                with("vat", "vat: none\n      when: { " + when + " }").in(folder));

        assertThat(regimes.all()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"1234567890, true", "12345678901, false", "'', false", "12a4, false", "1, true"})
    void aBeginningOfACommodityCodeHasTenDigitsAtMost(String code, boolean isTaken) {
        var regime = new MadeUpRegime()
                .file(
                        "goods-sets.yaml",
                        "id: zz.goods-sets\nchecked_on: 2026-11-23\n" + "sets: { books: { codes: ['" + code
                                + "'], law: Book Act s. 1 } }\n");

        if (isTaken) {
            assertThat(Regimes.load(regime.in(folder)).all()).hasSize(1);
        } else {
            refused(regime, "");
        }
    }

    @Test
    void anAnswerToNothing() {
        refused(
                new MadeUpRegime().values("duty", "dutty", "values:\n  2020-01-01: { case: A, duty: none, law: B }\n"),
                "answers: 'dutty' is nothing that a question answers; known are rounding, exchange-rates,");
    }

    @Test
    void theBaseOfATaxMayNameAFee() {
        var named = "vat: { scheme: S, collected: at-import, rate: standard, base: [customs_value, 'fees:the levy'] }";

        assertThat(Regimes.load(with("vat", named).in(folder)).all()).hasSize(1);
    }

    private static MadeUpRegime with(String question, String result) {
        return switch (question) {
            case "levy" -> new MadeUpRegime().charge(question, "fee", result);
            case "top" -> new MadeUpRegime().charge(question, "surcharge", result);
            case "vat-rate" -> new MadeUpRegime().rates(result.substring("rates: ".length()));
            case "value" -> new MadeUpRegime().question(question, "customs-value", result);
            case "rates" -> new MadeUpRegime().question(question, "exchange-rates", result);
            default -> new MadeUpRegime().question(question, question, result);
        };
    }

    private void refused(MadeUpRegime regime, String message) {
        assertThatThrownBy(() -> Regimes.load(regime.in(folder)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }
}
