package org.minimis.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.minimis.consignment.Carriage;
import org.minimis.consignment.Channel;
import org.minimis.consignment.CommodityCode;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.Country;
import org.minimis.consignment.GoodsItem;
import org.minimis.consignment.HouseWaybill;
import org.minimis.consignment.Party;
import org.minimis.consignment.TaxId;
import org.minimis.finding.Reason;
import org.minimis.golden.Properties;
import org.minimis.money.Amounts;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigFolder;
import org.quicktheories.core.Gen;

/** What holds for every consignment, whatever is in it, under the law of the files. */
class AssessmentPropertiesTest {

    private static final ConfigFolder CONFIG = ConfigFolder.of(Path.of("config"));
    private static final Assessor ASSESSOR =
            new Assessor(Regimes.load(CONFIG), new CustomsRates(new ExchangeRateFiles(CONFIG), null));

    /** Before the flat duty, with it, and with product identifiers asked for. */
    private static final Gen<LocalDate> DAYS = arbitrary()
            .pick(List.of(
                    LocalDate.of(2026, 6, 30),
                    LocalDate.of(2026, 7, 1),
                    LocalDate.of(2026, 8, 14),
                    LocalDate.of(2026, 10, 31)));

    private static final Gen<String> STATES =
            arbitrary().pick(List.of("DE", "FR", "IT", "NL", "ES", "PL", "HU", "FI", "IE", "LU", "SE"));

    private static final Gen<GoodsItem> LINES = arbitrary()
            .pick(List.of("610910", "910211", "490199", "691110", "851762"))
            .zip(
                    arbitrary().pick(List.of("SHIRT", "WATCH", "CUP")),
                    longs().between(1, 3_700),
                    (code, description, cents) -> line(description, code, cents));

    private static final Gen<List<GoodsItem>> GOODS = lists().of(LINES).ofSizeBetween(1, 4);

    private static GoodsItem line(String description, String code, long cents) {
        return new GoodsItem(
                description,
                new CommodityCode(code),
                BigDecimal.ONE,
                "PCE",
                euros(cents),
                null,
                null,
                Country.of("CN"),
                "SKU",
                "PID",
                "4006381333931");
    }

    private static Money euros(long cents) {
        return Amounts.of(Amounts.currency("EUR"), BigDecimal.valueOf(cents, 2));
    }

    private static Consignment consignment(String state, boolean ioss, long freight, List<GoodsItem> goods) {
        return new Consignment(
                new Carriage("M", null, null, null, null, null),
                Channel.EXPRESS,
                new HouseWaybill("H1"),
                ConsignmentType.B2C,
                Country.of("CN"),
                Country.of(state),
                null,
                new Party("A", "B", "C", "1", Country.of("CN"), null, null),
                new Party("A", "B", "C", "10115", Country.of(state), null, null),
                ioss ? List.of(new TaxId("IOSS", "IM2760000742")) : List.of(),
                null,
                null,
                1,
                BigDecimal.ONE,
                null,
                euros(freight),
                null,
                goods);
    }

    private static Outcome assess(Consignment consignment, LocalDate day) {
        return ASSESSOR.assess(consignment, List.of(), day, false);
    }

    private static Assessment assessed(Consignment consignment, LocalDate day) {
        return ((Outcome.Assessed) assess(consignment, day)).assessment();
    }

    private static long cents(List<GoodsItem> goods) {
        return goods.stream()
                .mapToLong(
                        line -> Amounts.number(line.value()).movePointRight(2).longValueExact())
                .sum();
    }

    @Test
    void itemsCarryAllOfDutyAndVatAndAllLines() {
        Properties.of("items carry duty and VAT", 1_500)
                .forAll(GOODS, STATES, DAYS, longs().between(0, 2_000))
                .checkAssert((goods, state, day, freight) -> {
                    var assessment = assessed(consignment(state, false, freight, goods), day);

                    var zero = Amounts.zero(assessment.currency());
                    assertThat(assessment.items().stream()
                                    .map(DeclaredItem::duty)
                                    .reduce(zero, Money::add))
                            .isEqualTo(assessment.duty());
                    assertThat(assessment.items().stream()
                                    .map(DeclaredItem::vat)
                                    .reduce(zero, Money::add))
                            .isEqualTo(assessment.vat());
                    assertThat(assessment.items().stream().flatMap(item -> item.lines().stream()))
                            .containsExactlyInAnyOrderElementsOf(goods);
                    assertThat(assessment.items().stream().map(DeclaredItem::number))
                            .containsExactlyElementsOf(
                                    IntStream.rangeClosed(1, assessment.items().size())
                                            .boxed()
                                            .toList());
                });
    }

    /**
     * In Germany all goods bear 19 % under special arrangements, so that the VAT can be reckoned in one line; less than a euro
     * is waived.
     */
    @Test
    void dutyAndVatAreRoundedOnce() {
        Properties.of("rounded once", 1_500)
                .forAll(GOODS, DAYS, longs().between(0, 2_000))
                .checkAssert((goods, day, freight) -> {
                    var assessment = assessed(consignment("DE", false, freight, goods), day);

                    var kinds = goods.stream()
                            .map(line -> line.commodityCode() + line.description())
                            .distinct()
                            .count();
                    var duty = day.isBefore(LocalDate.of(2026, 7, 1)) ? 0 : 300 * kinds;
                    var base = cents(goods) + freight + duty;
                    assertThat(assessment.duty()).isEqualTo(euros(duty));
                    assertThat(assessment.customsValue()).isEqualTo(euros(cents(goods) + freight));
                    assertThat(assessment.vatBase()).isEqualTo(euros(base));
                    // Half up, in whole numbers: (19 × cents + 50) / 100.
                    var vat = (19 * base + 50) / 100;
                    assertThat(assessment.vat()).isEqualTo(euros(duty + vat < 100 ? 0 : vat));
                });
    }

    @Test
    void oneCentOverTheCeilingFlipsTheRuleAndNothingElseDoes() {
        Properties.of("one cent over", 400)
                .forAll(GOODS, STATES, DAYS, integers().between(1, 30_000))
                .checkAssert((goods, state, day, somewhere) -> {
                    for (var ioss : List.of(true, false)) {
                        for (var total : List.of(14_999L, 15_000L, 15_001L, cents(goods) + somewhere)) {
                            var filled = filled(goods, total);
                            var outcome = assess(consignment(state, ioss, 0, filled), day);

                            if (total <= 15_000) {
                                assertThat(outcome).as("%d cents", total).isInstanceOf(Outcome.Assessed.class);
                            } else {
                                assertThat(outcome.findings().get(0).reason())
                                        .as("%d cents", total)
                                        .isEqualTo(Reason.OVER_CEILING);
                            }
                        }
                    }
                });
    }

    /** The same goods, and one line more, so that together they cost so much. */
    private static List<GoodsItem> filled(List<GoodsItem> goods, long cents) {
        var filled = new ArrayList<>(goods);
        while (cents(filled) >= cents) {
            filled.remove(0);
        }
        filled.add(line("HAT", "650500", cents - cents(filled)));
        return filled;
    }

    @Test
    void underIossTheImportOwesNoVatAndTheSameDuty() {
        Properties.of("IOSS", 500).forAll(GOODS, STATES, DAYS).checkAssert((goods, state, day) -> {
            var with = assessed(consignment(state, true, 0, goods), day);
            var without = assessed(consignment(state, false, 0, goods), day);

            assertThat(with.vat().isZero()).isTrue();
            assertThat(with.duty()).isEqualTo(without.duty());
            assertThat(without.vat().isNegative()).isFalse();
            assertThat(with.vatScheme()).isEqualTo("IOSS");
        });
    }

    @Test
    void theOrderOfLinesChangesNoSumAndTheWorkingChangesNothing() {
        Properties.of("order of lines", 500)
                .forAll(GOODS, STATES, DAYS, integers().all())
                .checkAssert((goods, state, day, seed) -> {
                    var shuffled = new ArrayList<>(goods);
                    Collections.shuffle(shuffled, new Random(seed));
                    var one = assessed(consignment(state, false, 700, goods), day);
                    var other = assessed(consignment(state, false, 700, shuffled), day);

                    assertThat(other.duty()).isEqualTo(one.duty());
                    assertThat(other.vat()).isEqualTo(one.vat());
                    assertThat(other.vatBase()).isEqualTo(one.vatBase());
                    assertThat(other.feesTotal()).isEqualTo(one.feesTotal());
                    var explained = (Outcome.Assessed)
                            ASSESSOR.assess(consignment(state, false, 700, goods), List.of(), day, true);
                    assertThat(explained.assessment()).isEqualTo(one);
                    assertThat(explained.reasoning()).isNotEmpty();
                });
    }

    @Test
    void sharesAddUpAndAreWithinOneUnitOfTheirPart() {
        Properties.of("shares add up", 2_000)
                .forAll(
                        longs().between(0, 5_000_000),
                        lists().of(longs().between(0, 100_000)).ofSizeBetween(1, 9))
                .checkAssert((total, weights) -> {
                    var shares = Shares.of(
                            euros(total),
                            weights.stream()
                                    .map(AssessmentPropertiesTest::euros)
                                    .toList(),
                            BigDecimal.valueOf(1, 2));

                    assertThat(shares.stream().reduce(euros(0), Money::add)).isEqualTo(euros(total));
                    var sum = weights.stream().mapToLong(Long::longValue).sum();
                    for (var i = 0; i < weights.size() && sum > 0; i++) {
                        var share =
                                Amounts.number(shares.get(i)).movePointRight(2).longValueExact();
                        assertThat(Math.abs(share * sum - total * weights.get(i)))
                                .isLessThanOrEqualTo(sum);
                    }
                });
    }

    @Test
    void manyThreadsFindWhatOneFinds() {
        Properties.of("threads", 10)
                .forAll(lists().of(GOODS).ofSizeBetween(20, 40), DAYS)
                .checkAssert((all, day) -> {
                    var alone = all.stream()
                            .map(goods -> assess(consignment("FR", false, 300, goods), day))
                            .toList();
                    var together = all.parallelStream()
                            .map(goods -> assess(consignment("FR", false, 300, goods), day))
                            .toList();

                    assertThat(together).isEqualTo(alone);
                });
    }
}
