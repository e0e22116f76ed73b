package org.minimis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.cases.Parcel;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.finding.Finding;
import org.minimis.money.Amounts;
import org.minimis.regime.Aggregation;
import org.minimis.regime.MadeUpRegime;
import org.minimis.regime.Others;
import org.minimis.regime.Regimes;
import org.minimis.regime.Together;

/** A limit of EUR 150 for all that one person imports on one day: what each parcel brings to it, and what is said of it. */
class CompanyTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final String SHIRT = "commodity: '610910', value: EUR 100.00";
    private static final String COSTS = "freight: EUR 8.00\ninsurance: EUR 1.00\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}, the others {1}: duty {2}")
    @CsvSource({
        "goods_value, 50.00, 0.00",
        "goods_value, 50.01, 3.00",
        "intrinsic_value, 50.00, 0.00",
        "intrinsic_value, 50.01, 3.00",
        "customs_value, 42.00, 0.00",
        "customs_value, 42.01, 3.00",
        "cif_value, 41.00, 0.00",
        "cif_value, 41.01, 3.00"
    })
    void whatTheOthersHoldIsAddedBeforeTheLimitIsAsked(String value, String others, String duty) {
        var asked = value.equals("intrinsic_value") ? "goods_value" : value;
        var outcome = assessed(value, Parcel.toNowhere(COSTS, SHIRT), holding(Map.of(asked, euros(others)), true));

        assertThat(Amounts.plain(((Outcome.Assessed) outcome).assessment().duty()))
                .isEqualTo(duty);
        assertThat(outcome.findings())
                .extracting(Finding::message)
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith(asked + " of one person and day, together with XP2: EUR " + others
                                + " and its own EUR 1"));
    }

    @Test
    void aSumIsToldOnceWithTheCaseItWasAskedForAndWhetherTheBookWasAsked() {
        var told =
                "cif_value of one person and day, together with XP2: EUR 41.00 and its own EUR 109.00, in all EUR 150.00";

        for (var isBookAsked : List.of(true, false)) {
            var outcome = assessed(
                    "cif_value",
                    Parcel.toNowhere(COSTS, SHIRT),
                    holding(Map.of("cif_value", euros("41.00")), isBookAsked));

            assertThat(outcome.reasoning().stream().filter(step -> step.step().equals("together")))
                    .containsExactly(new ReasoningStep(
                            "together", "zz.duty", told, euros("150.00"), "Nowhere Act s. 0, value of 2020-01-01"));
            assertThat(outcome.findings())
                    .extracting(Finding::message)
                    .containsExactlyElementsOf(
                            isBookAsked
                                    ? List.of(told)
                                    : List.of(
                                            told + "; the book was not asked for others",
                                            "'Not over EUR 150' takes together what comes to one person and day;"
                                                    + " the book was not asked for others"));
        }
    }

    @Test
    void theOthersAreNotTakenTogetherWithATypeTheCaseIsNotFor() {
        var others = new Others(1, List.of(new Others.Other("XP2", null)), Map.of("goods_value", euros("900.00")));
        Together ofSales = (unit, types) -> types.isEmpty() ? others : Others.NONE;

        assertThat(assessed("goods_value", Parcel.toNowhere("", SHIRT), ofSales).findings())
                .isEmpty();
    }

    @ParameterizedTest(name = "the others {0}: duty and what is on top {1}")
    @CsvSource({"50.00, 3.00", "50.01, 13.00"})
    void aDutyOnTopLooksAtTheOthersToo(String others, String duty) {
        var regime = new MadeUpRegime().values("duty-on-top", "surcharge", """
                name: on top
                values:
                  2020-01-01:
                    - case: Not over EUR 150
                      when: { goods_value: "<= EUR 150", together_with: person and day }
                      surcharge: none
                      law: Nowhere Act s. 3
                    - case: Otherwise
                      surcharge: { rate: 10 %, of: customs_value }
                      law: Nowhere Act s. 4
                """);
        var outcome = TwoDollarsAEuro.assessor(regime, folder)
                .assess(
                        Parcel.toNowhere("", SHIRT),
                        List.of(),
                        DAY,
                        true,
                        holding(Map.of("goods_value", euros(others)), true));

        assertThat(Amounts.plain(((Outcome.Assessed) outcome).assessment().duty()))
                .isEqualTo(duty);
    }

    @Test
    void whereTheyHoldWhatNobodyKnowsAPersonDecides() {
        var outcome = assessed("cif_value", Parcel.toNowhere("", SHIRT), holding(Map.of(), true));

        assertThat(outcome.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "it is taken together with XP2 for one person and day, and the value of not all of them is known; a person"
                                + " must decide");
    }

    @Test
    void aParcelOfWhichNobodyLookedForOthersIsComparedAlone() {
        assertThat(assessed("goods_value", Parcel.toNowhere("", SHIRT), Together.NOT_LOOKED)
                        .findings())
                .extracting(Finding::message)
                .containsExactly(
                        "'Not over EUR 150' takes together what comes to one person and day; this consignment was"
                                + " compared alone");
    }

    @Test
    void aParcelBringsItsThreeValuesInTheCurrencyOfTheRegime() {
        var holdings = new Holdings(law("cif_value"), rates(), DAY);

        assertThat(holdings.countries()).containsExactly("ZZ");
        assertThat(holdings.of(Parcel.toNowhere(COSTS, "commodity: '610910', value: USD 100.00")))
                .hasValue(new Holding(
                        "ZZ",
                        Amounts.currency("EUR"),
                        Set.of(Aggregation.PERSON_AND_DAY),
                        Map.of(
                                "goods_value", euros("50.00"),
                                "cif_value", euros("59.00"),
                                "customs_value", euros("58.00"))));
        assertThat(holdings.of(Parcel.toNowhere("freight: CHF 8.00", SHIRT))
                        .orElseThrow()
                        .values())
                .containsOnly(Map.entry("goods_value", euros("100.00")));
    }

    @Test
    void nothingIsLookedForWhereTheLawOfTheDayTakesNothingTogether() {
        var parcel = Parcel.toNowhere("", SHIRT);
        var law = law("cif_value");

        assertThat(new Holdings(law, rates(), DAY).of(Parcel.of("{ to: AQ, type: DOCUMENTS }")))
                .isEqualTo(Optional.empty());
        assertThat(new Holdings(law, rates(), LocalDate.parse("2019-12-31")).of(parcel))
                .isEqualTo(Optional.empty());
        var none = new Holdings(Regimes.load(new MadeUpRegime().in(folder.resolve("none"))), rates(), DAY);
        assertThat(none.countries()).isEmpty();
        assertThat(none.of(parcel)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"goods_value, 100.00", "customs_value, 108.00", "cif_value, 109.00"})
    void aParcelIsHeldAgainstTheLimitsOfItsType(String value, String held) {
        var limits = new Limits(law(value), rates(), DAY);

        assertThat(limits.of(Parcel.toNowhere(COSTS, SHIRT))).hasSize(2).last().satisfies(one -> {
            assertThat(one.regime()).isEqualTo("ZZ");
            assertThat(one.limit().value()).isEqualTo(value);
            assertThat(one.amount()).isEqualTo(euros("150.00"));
            assertThat(one.value()).isEqualTo(euros(held));
        });
        assertThat(Stream.of(
                                Parcel.toNowhere("type: B2B", SHIRT),
                                Parcel.toNowhere("", "commodity: '610910', value: CHF 100.00"),
                                Parcel.of("{ to: ZZ, type: DOCUMENTS }"),
                                Parcel.of("{ to: AQ, type: C2C, items: [ { value: EUR 1 } ] }"))
                        .map(limits::of))
                .containsOnly(List.of());
        assertThat(new Limits(law(value), rates(), LocalDate.parse("2019-12-31")).of(Parcel.toNowhere("", SHIRT)))
                .isEmpty();
    }

    private Outcome assessed(String value, Consignment parcel, Together together) {
        return new Assessor(law(value), rates()).assess(parcel, List.of(), DAY, true, together);
    }

    private static Together holding(Map<String, Money> values, boolean isBookAsked) {
        var others = new Others(1, List.of(new Others.Other("XP2", null)), values);
        return new Together() {
            @Override
            public Others others(Aggregation unit, Set<ConsignmentType> types) {
                return others;
            }

            @Override
            public boolean isBookAsked() {
                return isBookAsked;
            }
        };
    }

    private static Money euros(String number) {
        return Amounts.of("EUR", number);
    }

    private Regimes law(String value) {
        return Regimes.load(new MadeUpRegime()
                .question("value", "customs-value", "customs_value: [goods, freight]")
                .values("duty", "duty", """
                        values:
                          2020-01-01:
                            - case: Next to nothing
                              when: { type: [B2C, C2C], %1$s: "<= EUR 1", together_with: person and day }
                              duty: none
                              law: Nowhere Act s. 0
                            - case: Not over EUR 150
                              when: { type: [B2C, C2C], %1$s: "<= EUR 150", together_with: person and day }
                              duty: none
                              law: Nowhere Act s. 1
                            - case: Otherwise
                              duty: { flat: EUR 3, per: item }
                              law: Nowhere Act s. 2
                        """.formatted(value))
                .in(folder));
    }

    private CustomsRates rates() {
        return TwoDollarsAEuro.rates(folder, null);
    }
}
