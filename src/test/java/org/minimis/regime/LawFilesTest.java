package org.minimis.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.settings.ConfigException;

/** Whatever is not whole in the law files stops the program with file and line. */
class LawFilesTest {

    @TempDir
    Path folder;

    @Test
    void aWholeRegimeIsRead() {
        var regimes = Regimes.load(new MadeUpRegime().in(folder));

        assertThat(regimes.all()).extracting(Regime::id).containsExactly("ZZ");
        assertThat(regimes.byId("ZZ").firstDay()).isEqualTo("2020-01-01");
    }

    @Test
    void anUnknownKeyIsRefused() {
        refused(
                new MadeUpRegime().question("duty", "duty", "duty: none\n      dutty: none"),
                "config/regimes/zz/duty.yaml:9: values.2020-01-01.dutty: 'dutty' is not known here; known are "
                        + "case, confidence, duty, law, note, reading, refer, source, when");
    }

    @Test
    void aValueWithoutItsLawIsRefused() {
        refused(
                new MadeUpRegime()
                        .values("duty", "duty", "values:\n  2020-01-01:\n    - case: Always\n      duty: none\n"),
                "config/regimes/zz/duty.yaml:7: values.2020-01-01: 'law' is missing; add it");
    }

    @Test
    void anAmountWithoutItsUnitIsRefused() {
        refused(
                new MadeUpRegime().question("duty", "duty", "duty: { flat: 3, per: item }"),
                "config/regimes/zz/duty.yaml:8: values.2020-01-01.duty.flat: '3' is not an amount; write currency, space,"
                        + " number, for example 'EUR 150.00'");
    }

    @Test
    void aRateWithoutItsUnitIsRefused() {
        refused(
                new MadeUpRegime().question("duty", "duty", "duty: { rate: 2.5, of: customs_value }"),
                "config/regimes/zz/duty.yaml:8: values.2020-01-01.duty.rate: '2.5' is not a rate; write number, space, per"
                        + " cent sign, for example '19 %'");
    }

    @Test
    void aFileWithoutValuesIsRefused() {
        refused(
                new MadeUpRegime().values("duty", "duty", ""),
                "config/regimes/zz/duty.yaml:1: 'values' is missing; add it");
    }

    @Test
    void aDayWrittenTwiceIsRefused() {
        var twice =
                "values:\n  2020-01-01: { case: A, duty: none, law: B }\n  2020-01-01: { case: A, duty: none, law: B }\n";

        refused(
                new MadeUpRegime().values("duty", "duty", twice),
                "config/regimes/zz/duty.yaml:7: values: '2020-01-01' stands here twice; remove one");
    }

    @Test
    void aRegimeThatDoesNotAnswerEveryQuestionIsRefused() {
        refused(
                new MadeUpRegime().without("waiver.yaml"),
                "config/regimes/zz/regime.yaml:1: no file of the regime answers 'waiver'; add one");
    }

    @Test
    void aStateWithoutVatRateIsRefused() {
        refused(
                new MadeUpRegime().without("vat-rate.yaml"),
                "config/regimes/zz/regime.yaml:1: no file of the regime gives the vat-rate of 'ZZ'; add one");
    }

    @Test
    void twoFilesThatAnswerTheSameAreRefused() {
        refused(
                new MadeUpRegime().question("duty2", "duty", "duty: none"),
                "config/regimes/zz/duty2.yaml:1: zz.duty2 answers what config/regimes/zz/duty.yaml:1 answers already;"
                        + " remove one");
    }

    @Test
    void aConditionOnWhatIsFoundLaterIsRefused() {
        refused(
                new MadeUpRegime().question("duty", "duty", "duty: none\n      when: { vat_scheme: IOSS }"),
                "config/regimes/zz/duty.yaml:9: values.2020-01-01.when.vat_scheme: 'vat_scheme' is found only after this"
                        + " question is answered");
    }

    @Test
    void anUndeclaredReadingIsRefused() {
        refused(
                new MadeUpRegime().question("duty", "duty", "duty: none\n      reading: { zz.open: a }"),
                "config/regimes/zz/duty.yaml:9: values.2020-01-01.reading.zz.open: the file declares no reading 'zz.open';"
                        + " add it under 'readings'");
    }

    @Test
    void anUnknownSetOfGoodsIsRefused() {
        refused(
                new MadeUpRegime().question("duty", "duty", "duty: none\n      when: { goods: boks }"),
                "config/regimes/zz/duty.yaml:9: values.2020-01-01.when.goods: there is no set of goods 'boks'; add it to"
                        + " goods-sets.yaml");
    }

    @Test
    void aSimplifiedTariffWithoutARowForOtherGoodsIsRefused() {
        refused(
                new MadeUpRegime()
                        .question(
                                "duty",
                                "duty",
                                "duty: { buckets: [ { goods: books, rate: 1 % } ], of: customs_value }"),
                "config/regimes/zz/duty.yaml:8: values.2020-01-01.duty.buckets: the last row is for all other goods; add one"
                        + " without 'goods'");
    }

    @Test
    void aRowThatGivesTwoAnswersIsRefused() {
        refused(
                new MadeUpRegime()
                        .question(
                                "duty",
                                "duty",
                                "duty: { buckets: [ { rate: 1 %, amount: EUR 1, per: piece } ], of: customs_value }"),
                "config/regimes/zz/duty.yaml:8: values.2020-01-01.duty.buckets: a row gives one of 'rate', 'amount' and"
                        + " 'refer'");
    }

    @Test
    void consignmentsTakenTogetherForNoLimitAreRefused() {
        refused(
                new MadeUpRegime()
                        .question("duty", "duty", "duty: none\n      when: { together_with: person and day }"),
                "config/regimes/zz/duty.yaml:9: values.2020-01-01.when: 'together_with' needs a limit on goods_value,"
                        + " customs_value or cif_value beside it");
    }

    @Test
    void aTaxThatIsAShareOfNoneIsRefused() {
        refused(
                new MadeUpRegime()
                        .file(
                                "vat-rate.yaml",
                                "id: zz.vat-rate\nquestion: What?\nanswers: vat-rate\nchecked_on: 2026-11-23\nstate: ZZ\n"
                                        + "values:\n  2020-01-01:\n    - case: Always\n      rates: { standard: { a: 1/4 of b } }\n"
                                        + "      law: Nowhere Act s. 1\n"),
                "config/regimes/zz/vat-rate.yaml:9: values.2020-01-01.rates.standard.a: no tax 'b' stands before it");
    }

    @Test
    void brokenYamlIsRefused() {
        assertThatThrownBy(() -> Regimes.load(
                        new MadeUpRegime().file("duty.yaml", "id: [\n").in(folder)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("config/regimes/zz/duty.yaml:2: this is not YAML");
    }

    @Test
    void aSilentLawIsNeverZero() {
        var regime = Regimes.load(new MadeUpRegime().in(folder)).byId("ZZ");

        assertThatThrownBy(() -> regime.on(LocalDate.parse("2019-12-31")))
                .isInstanceOf(RegimeSilentException.class)
                .hasMessage(
                        "zz.rounding has no value on 2019-12-31, it holds from 2020-01-01; add the law of that day to"
                                + " config/regimes or correct the acceptance date");
    }

    private void refused(MadeUpRegime regime, String message) {
        assertThatThrownBy(() -> Regimes.load(regime.in(folder)))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }
}
