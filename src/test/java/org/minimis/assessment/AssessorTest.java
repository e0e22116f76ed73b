package org.minimis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.consignment.Carriage;
import org.minimis.consignment.Channel;
import org.minimis.consignment.CommodityCode;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.Country;
import org.minimis.consignment.GoodsItem;
import org.minimis.consignment.HouseWaybill;
import org.minimis.consignment.Party;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.money.Amounts;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.regime.MadeUpRegime;
import org.minimis.regime.Regimes;

/** The kinds of sum, each in a regime made up for it. */
class AssessorTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "per {0}: {1}")
    @CsvSource({"item, 9.00", "subheading, 6.00", "line, 12.00", "consignment, 3.00"})
    void aFlatDutyIsChargedForItsUnit(String per, String duty) {
        var assessment = assessed(
                new MadeUpRegime().question("duty", "duty", "duty: { flat: EUR 3, per: %s }".formatted(per)),
                line("SHIRT", "610910", "10.00"),
                line("SHIRT", "610910", "10.00"),
                line("OTHER SHIRT", "610910", "10.00"),
                line("WATCH", "910211", "10.00"));

        assertThat(Amounts.plain(assessment.duty())).isEqualTo(duty);
        assertThat(assessment.items()).hasSize(3);
    }

    @Test
    void everyItemCarriesItsPartOfDutyAndVatAndTheyAddUp() {
        var assessment = assessed(
                new MadeUpRegime(),
                line("BOOK", "490199", "10.00"),
                line("SHIRT", "610910", "20.00"),
                line("CUP", "691110", "0.01"));

        // Base of the book 10 + 3, of the others 20 + 3 + 0.01 + 3: 5 % and 20 %.
        assertThat(Amounts.plain(assessment.vat())).isEqualTo("5.85");
        assertThat(assessment.items())
                .extracting(item -> Amounts.plain(item.vat()))
                .containsExactly("0.65", "4.60", "0.60");
    }

    @Test
    void freightIsSharedByValueWhereRatesDiffer() {
        var assessment = assessed(
                new MadeUpRegime().question("duty", "duty", "duty: none"),
                "EUR 3.00",
                line("BOOK", "490199", "10.00"),
                line("SHIRT", "610910", "20.00"));

        // 5 % of 11.00 and 20 % of 22.00.
        assertThat(Amounts.plain(assessment.vat())).isEqualTo("4.95");
        assertThat(Amounts.plain(assessment.vatBase())).isEqualTo("33.00");
    }

    @Test
    void itemsThatFitUnderTheLimitAreFreeAndNoItemIsSplit() {
        var regime = new MadeUpRegime()
                .question("duty", "duty", "duty: { rate: 10 %, of: customs_value, relieve_items: EUR 45 }");

        assertThat(Amounts.plain(assessed(regime, line("A", "610910", "40.00"), line("B", "610910", "5.00"))
                        .duty()))
                .isEqualTo("0.00");
        assertThat(Amounts.plain(assessed(regime, line("A", "610910", "40.00"), line("B", "610910", "5.01"))
                        .duty()))
                .isEqualTo("0.50");
        assertThat(Amounts.plain(assessed(regime, line("A", "610910", "45.01"), line("B", "610910", "5.00"))
                        .duty()))
                .isEqualTo("4.50");
    }

    @Test
    void theTariffChargesEachItemAtItsRateAndRefersWhereThereIsNoSingleOne() throws Exception {
        var regime = new MadeUpRegime().question("duty", "duty", "duty: { tariff: zz, of: customs_value }");
        Files.createDirectories(folder.resolve("config/tariffs"));
        Files.writeString(
                folder.resolve("config/tariffs/zz.csv"), "subheading,rate,note\n610910,12 %,\n910211,,0 % to 4.5 %\n");

        assertThat(Amounts.plain(
                        assessed(regime, line("A", "61091000", "40.00")).duty()))
                .isEqualTo("4.80");
        assertThat(referred(regime, line("A", "61091000", "40.00"), line("B", "910211", "1.00")))
                .extracting(Finding::reason, Finding::message)
                .containsExactly(
                        Reason.NO_SINGLE_TARIFF_RATE,
                        "tariff 'zz' has no single rate under 910211: 0 % to 4.5 %; a person must classify the goods further");
    }

    @ParameterizedTest(name = "waived {0}: duty {1}, VAT {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing     | 3.00 | 4.60",
                "[duty]      | 0.00 | 4.60",
                "[vat]       | 3.00 | 0.00",
                "[duty, vat] | 0.00 | 0.00"
            })
    void whatIsWaivedIsNotOwedByTheConsignmentNorByItsItems(String waived, String duty, String vat) {
        var assessment = assessed(
                new MadeUpRegime().question("waiver", "waiver", "waive: " + waived), line("SHIRT", "610910", "20.00"));

        assertThat(Amounts.plain(assessment.duty())).isEqualTo(duty);
        assertThat(Amounts.plain(assessment.vat())).isEqualTo(vat);
        assertThat(assessment.total()).isEqualTo(assessment.duty().add(assessment.vat()));
        assertThat(assessment.items()).singleElement().satisfies(item -> {
            assertThat(item.duty()).isEqualTo(assessment.duty());
            assertThat(item.vat()).isEqualTo(assessment.vat());
        });
    }

    @Test
    void aSmallSumIsWaivedAndTheConsignmentOwesNothing() {
        var regime = new MadeUpRegime().question("duty", "duty", "duty: none").values("waiver", "waiver", """
                values:
                  2020-01-01:
                    - case: Below one euro
                      when: { total: "< EUR 1" }
                      waive: [duty, vat]
                      law: Small Sums Act
                    - case: Otherwise
                      waive: nothing
                      law: Small Sums Act
                """);

        assertThat(Amounts.plain(assessed(regime, line("A", "610910", "4.97")).vat()))
                .isEqualTo("0.00");
        assertThat(assessed(regime, line("A", "610910", "4.97")).category()).isEqualTo(Category.LOW_VALUE_FREE);
        assertThat(Amounts.plain(assessed(regime, line("A", "610910", "4.98")).vat()))
                .isEqualTo("1.00");
        assertThat(assessed(regime, line("A", "610910", "4.98")).category()).isEqualTo(Category.LOW_VALUE_DUTIABLE);
    }

    @Test
    void aMissingExchangeRateRefersAndIsNeverGuessed() {
        var foreign = new GoodsItem(
                "A",
                new CommodityCode("610910"),
                BigDecimal.ONE,
                "PCE",
                Amounts.parse("USD 10"),
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(referred(new MadeUpRegime(), foreign))
                .extracting(Finding::reason, Finding::message)
                .containsExactly(
                        Reason.MISSING_EXCHANGE_RATE,
                        "table 'zz' has no rate of USD against EUR for 2026-07-01; import it with 'minimis rates import'");
    }

    @Test
    void whereNoCaseFitsTheLawDoesNotDecide() {
        var regime = new MadeUpRegime().question("vat", "vat", "vat: none\n      when: { type: B2B }");

        assertThat(referred(regime, line("A", "610910", "1.00")))
                .extracting(Finding::reason, Finding::message)
                .containsExactly(Reason.LAW_DOES_NOT_DECIDE, "no case of zz.vat fits; a person must decide");
    }

    @Test
    void theSameFiguresComeOutWhetherOrNotTheyAreExplained() {
        var assessor = assessor(new MadeUpRegime());
        var consignment = consignment(null, List.of(line("A", "610910", "9.99"), line("B", "490199", "3.33")));

        var silent = (Outcome.Assessed) assessor.assess(consignment, List.of(), DAY, false);
        var explained = (Outcome.Assessed) assessor.assess(consignment, List.of(), DAY, true);

        assertThat(silent.assessment()).isEqualTo(explained.assessment());
        assertThat(silent.reasoning()).isEmpty();
        assertThat(explained.reasoning())
                .extracting(ReasoningStep::step)
                .containsExactly(
                        "admission", "intrinsicValue", "customsValue", "duty", "vatBase", "vat", "declaration");
    }

    private Assessment assessed(MadeUpRegime regime, GoodsItem... goods) {
        return assessed(regime, null, goods);
    }

    private Assessment assessed(MadeUpRegime regime, String freight, GoodsItem... goods) {
        var outcome = assessor(regime).assess(consignment(freight, List.of(goods)), List.of(), DAY, true);
        assertThat(outcome).isInstanceOf(Outcome.Assessed.class);
        return ((Outcome.Assessed) outcome).assessment();
    }

    private Finding referred(MadeUpRegime regime, GoodsItem... goods) {
        var outcome = assessor(regime).assess(consignment(null, List.of(goods)), List.of(), DAY, true);
        assertThat(outcome).isInstanceOf(Outcome.Referred.class);
        return outcome.findings().get(0);
    }

    private Assessor assessor(MadeUpRegime regime) {
        var config = regime.in(folder);
        return new Assessor(Regimes.load(config), new CustomsRates(new ExchangeRateFiles(config), null));
    }

    private static GoodsItem line(String description, String code, String euros) {
        return new GoodsItem(
                description,
                new CommodityCode(code),
                BigDecimal.ONE,
                "PCE",
                Amounts.of("EUR", euros),
                null,
                null,
                Country.of("CN"),
                null,
                null,
                null);
    }

    private static Consignment consignment(String freight, List<GoodsItem> goods) {
        var party = new Party("A", "B", "C", "1", Country.of("ZZ"), null, null);
        return new Consignment(
                new Carriage("M", null, null, null, null, null),
                Channel.EXPRESS,
                new HouseWaybill("H1"),
                ConsignmentType.B2C,
                Country.of("CN"),
                Country.of("ZZ"),
                null,
                party,
                party,
                List.of(),
                null,
                null,
                1,
                BigDecimal.ONE,
                null,
                freight == null ? null : Amounts.parse(freight),
                null,
                new ArrayList<>(goods));
    }
}
