package org.minimis.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.consignment.Carriage;
import org.minimis.consignment.Channel;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.Country;
import org.minimis.consignment.HouseWaybill;
import org.minimis.consignment.Party;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigNode;

/** The words that law files are written in, to both sides of each edge. */
class LawWordsTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    @ParameterizedTest(name = "{0}: lower {1}, equal {2}, higher {3}; inclusive {4}")
    @CsvSource({
        "<= EUR 150, true, true, false, true",
        ">= EUR 150, false, true, true, false",
        "< EUR 150, true, false, false, false",
        "> EUR 150, false, false, true, true"
    })
    void aLimitIsHeldAgainstWhatIsLowerEqualAndHigher(
            String text, boolean lower, boolean equal, boolean higher, boolean inclusive) {
        var threshold = Threshold.parse(text);

        assertThat(List.of(-1, 0, 1))
                .map(comparison -> threshold.comparator().holds(comparison))
                .containsExactly(lower, equal, higher);
        assertThat(threshold.isInclusive()).isEqualTo(inclusive);
        assertThat(threshold.amount()).hasToString("EUR 150");
    }

    @Test
    void whatComparesWithNothingIsRefused() {
        assertThatThrownBy(() -> Comparator.of("=EUR 150"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'=EUR 150' compares with nothing");
    }

    @Test
    void aLawAnswersFromItsFirstDayUntilTheDayBeforeItIsSilent() {
        var law = new Timeline<>("x", new TreeMap<>(Map.of(JULY, "a", OCTOBER, "b")), LocalDate.of(2027, 1, 1));
        var last = LocalDate.of(2026, 12, 31);

        assertThat(law.answers(JULY.minusDays(1))).isFalse();
        assertThat(law.answers(JULY)).isTrue();
        assertThat(law.answers(last)).isTrue();
        assertThat(law.answers(last.plusDays(1))).isFalse();
        assertThat(law.since(OCTOBER.minusDays(1))).isEqualTo(JULY);
        assertThat(law.since(OCTOBER)).isEqualTo(OCTOBER);
        assertThat(law.on(last)).isEqualTo("b");
        assertThatThrownBy(() -> law.on(last.plusDays(1))).isInstanceOf(RegimeSilentException.class);
        assertThat(new Timeline<>("x", new TreeMap<>(Map.of(JULY, "a")), null).answers(LocalDate.MAX))
                .isTrue();
    }

    @Test
    void everyUnitIsReadAsItIsWrittenAndWhatIsMeasuredHasFractions() {
        assertThat(Unit.values())
                .allSatisfy(unit -> assertThat(Unit.of(unit.word())).isEqualTo(unit));
        assertThat(Arrays.stream(Unit.values()).filter(Unit::isMeasured))
                .containsExactly(Unit.PIECE, Unit.LITRE, Unit.NET_KILOGRAM, Unit.GROSS_KILOGRAM);
        assertThatThrownBy(() -> Unit.of("crate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'crate' is no unit to charge for; known are item, subheading,");
    }

    @Test
    void aUnitMayBeLeftToAReadingThatTheFileDeclares() {
        var per = Per.of("eu.per");
        var reading = new Reading("eu.per", "item", List.of("item", "line"), "why");
        var place = ConfigNode.parse("f.yaml", "per: eu.per");

        assertThat(Per.of("line").unit(Readings.of(Map.of(), Map.of()))).isEqualTo(Unit.LINE);
        assertThat(per.unit(Readings.of(Map.of("eu.per", reading), Map.of()))).isEqualTo(Unit.ITEM);
        assertThat(per.unit(Readings.of(Map.of("eu.per", reading), Map.of("eu.per", "line"))))
                .isEqualTo(Unit.LINE);
        per.check(Map.of("eu.per", reading), place);
        assertThatThrownBy(() -> per.check(Map.of(), place))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the file declares no reading 'eu.per'");
        var other = new Reading("eu.per", "yes", List.of("yes", "no"), "why");
        assertThatThrownBy(() -> per.check(Map.of("eu.per", other), place))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("the reading 'eu.per' decides a unit: 'yes' is no unit to charge for");
    }

    @Test
    void soManyOthersAreNamedAndTheRestCounted() {
        var first = List.of(new Others.Other("XP1", null), new Others.Other("XP2", "B-1"));

        assertThat(new Others(2, first, Map.of()).named()).isEqualTo("XP1, XP2 (batch B-1)");
        assertThat(new Others(5, first, Map.of()).named()).isEqualTo("XP1, XP2 (batch B-1) and 3 more");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"JE2 3AB, true", "je23ab, true", "JE, true", "J-E1, true", "J, false", "IM1 1AA, false", "XJE, false"})
    void aTerritoryBeginsWithItsPostcodesHoweverTheyAreWritten(String postcode, boolean holds) {
        var islands = new Territory("islands", Map.of("GB", List.of("GY", "JE")), Map.of());

        assertThat(islands.holds(to("GB", null, postcode))).isEqualTo(holds);
        assertThat(islands.holds(to("FR", null, postcode))).isFalse();
    }

    @Test
    void aConsignmentWithoutPostcodeIsInNoTerritoryOfPostcodes() {
        assertThat(Territory.begins(null, List.of("JE"))).isFalse();
    }

    @Test
    void whereARegionIsNamedItDecidesAlone() {
        var canaries = new Territory("canaries", Map.of("ES", List.of("35")), Map.of("ES", List.of("ES-CN")));

        assertThat(canaries.holds(to("ES", "ES-CN", "28001"))).isTrue();
        assertThat(canaries.holds(to("ES", "ES-MD", "35001"))).isFalse();
        assertThat(canaries.holds(to("FR", "ES-CN", "35001"))).isFalse();
        assertThat(canaries.holds(to("ES", null, "35001"))).isTrue();
        assertThat(new Territory("postcodes", Map.of("ES", List.of("35")), Map.of()).holds(to("ES", "ES-MD", "35001")))
                .isTrue();
    }

    private static Consignment to(String country, String region, String postcode) {
        var nobody = new Party(null, null, null, null, null, null, null);
        return new Consignment(
                new Carriage("MAN", null, null, null, null, null),
                Channel.EXPRESS,
                new HouseWaybill("XP1"),
                ConsignmentType.DOCUMENTS,
                null,
                new Country(country),
                region,
                nobody,
                new Party(null, null, null, postcode, null, null, null),
                List.of(),
                null,
                null,
                1,
                BigDecimal.ONE,
                null,
                null,
                null,
                List.of());
    }
}
