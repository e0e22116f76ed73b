package org.minimis.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.cases.Parcel;
import org.minimis.consignment.CommodityCode;
import org.minimis.consignment.ConsignmentType;
import org.minimis.money.Amounts;
import org.minimis.settings.ConfigException;

/** Where a consignment is imported, what of the law is open, and what is looked for together. */
class RegimesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final String TOGETHER =
            "duty: none\n      when: { type: [C2C], goods_value: '< USD 50', together_with: person and day }";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "to {0}, postcode {1}: {2}")
    @CsvSource({"ZZ, 1, ZZ", "YY, 1, YY", "QQ, N1 2AB, ZZ", "QQ, S1, (none)", "AQ, N1, (none)"})
    void aRegimeCoversItsCountriesAndPartsOfOthers(String country, String postcode, String state) {
        var place = Regimes.load(twoStates().in(folder))
                .place(Parcel.of("{ to: %s, postcode: '%s', type: DOCUMENTS }".formatted(country, postcode)));

        assertThat(place == null ? "(none)" : place.state()).isEqualTo(state);
    }

    @Test
    void aRegimeNamesItself() {
        var regime = Regimes.load(twoStates().in(folder)).byId("ZZ");

        assertThat(regime.name()).isEqualTo("Nowhere");
        assertThat(regime.states()).containsExactly("ZZ", "YY");
        assertThat(regime.currency()).hasToString("EUR");
        assertThat(Regimes.load(twoStates().in(folder)).byId("AQ")).isNull();
    }

    @Test
    void othersAreLookedForWhereTheLawOfTheDayTakesThemTogether() {
        var together =
                Regimes.load(twoStates().question("duty", "duty", TOGETHER).in(folder));
        var alone = Regimes.load(twoStates().in(folder.resolve("alone")));

        assertThat(together.aggregating(DAY)).containsExactly("QQ", "YY", "ZZ");
        assertThat(together.aggregating(LocalDate.parse("2019-12-31"))).isEmpty();
        assertThat(alone.aggregating(DAY)).isEmpty();
        assertThat(together.byId("ZZ").on(DAY).aggregations()).containsExactly(Aggregation.PERSON_AND_DAY);
        assertThat(alone.byId("ZZ").on(DAY).aggregations()).isEmpty();
    }

    /** Two states, and the north of a third. */
    private static MadeUpRegime twoStates() {
        return new MadeUpRegime()
                .file(
                        "regime.yaml",
                        "id: ZZ\nname: Nowhere\ncurrency: EUR\ndestinations: [ZZ, YY]\ndestination_postcodes: { QQ: [N] }\n")
                .file(
                        "vat-rate-yy.yaml",
                        "id: zz.vat-rate-yy\nquestion: At which rates?\nanswers: vat-rate\nstate: YY\nchecked_on: 2026-11-23\n"
                                + "values:\n  2020-01-01: { case: A, rates: { standard: 1 % }, law: B }\n");
    }

    @Test
    void limitsAreListedOnceInTheWordsOfTheLaw() {
        var law = Regimes.load(new MadeUpRegime()
                        .question("duty", "duty", TOGETHER)
                        .question(
                                "vat",
                                "vat",
                                "vat: none\n      when: { intrinsic_value: ['> EUR 1', '<= EUR 9'], duty: '< EUR 4' }")
                        .question("waiver", "waiver", "waive: nothing\n      when: { goods_value: '<= EUR 9' }")
                        .in(folder))
                .byId("ZZ")
                .on(DAY);

        assertThat(law.limits())
                .containsExactly(
                        new Limit("goods_value", Amounts.parse("USD 50"), false, Set.of(ConsignmentType.C2C)),
                        new Limit("goods_value", Amounts.parse("EUR 1"), true, Set.of()),
                        new Limit("goods_value", Amounts.parse("EUR 9"), true, Set.of()));
    }

    @ParameterizedTest(name = "{0} is under a limit of EUR 150, inclusive {1}: {2}")
    @CsvSource({
        "EUR 149.99, true, true",
        "EUR 150.00, true, true",
        "EUR 150.01, true, false",
        "EUR 149.99, false, true",
        "EUR 150.00, false, false"
    })
    void aLimitHasALowerSide(String value, boolean isInclusive, boolean isUnder) {
        var limit = new Limit("goods_value", Amounts.parse("EUR 150"), isInclusive, Set.of());

        assertThat(limit.isUnder(Amounts.parse(value), limit.amount())).isEqualTo(isUnder);
    }

    @Test
    void theReadingOfAnOpenQuestionIsChosenAmongItsAlternatives() {
        var config = open().in(folder);

        assertThat(duty(Regimes.load(config))).isEqualTo("none");
        assertThat(duty(Regimes.load(config, Map.of("zz.open", "wide")))).isEqualTo("flat");
        assertThat(Regimes.load(config).byId("ZZ").readings().known()).containsOnlyKeys("zz.open");
        assertThat(Regimes.load(config).byId("ZZ").readings().chosen("zz.open")).isEqualTo("narrow");
        assertThatThrownBy(() -> Regimes.load(config, Map.of("zz.open", "wider")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("'wider' is no alternative of zz.open; known are narrow, wide");
    }

    @ParameterizedTest(name = "{0}: known are {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "eu.opened | eu.fee, eu.open",
                "us.x | us.open",
                "open | eu.fee, eu.open, us.open",
                "zz.open | eu.fee, eu.open, us.open"
            })
    void anUnknownReadingIsAnsweredByThoseOfItsRegime(String name, String known) {
        var all = new TreeMap<String, Reading>();
        for (var each : List.of("eu.open", "us.open", "eu.fee")) {
            all.put(each, new Reading(each, "a", List.of("a"), "why"));
        }

        assertThatThrownBy(() -> Readings.of(all, Map.of(name, "a")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("there is no reading '" + name + "'; known are " + known);
    }

    private static String duty(Regimes regimes) {
        return regimes.byId("ZZ").on(DAY).duty().cases().get(0).result().kind();
    }

    private static MadeUpRegime open() {
        return new MadeUpRegime().file("duty.yaml", """
                id: zz.duty
                question: What about duty?
                answers: duty
                readings:
                  zz.open: { default: narrow, alternatives: [narrow, wide], note: nobody knows }
                values:
                  2020-01-01:
                    - { case: Narrow, reading: { zz.open: narrow }, duty: none, law: Nowhere Act s. 1 }
                    - { case: Wide, reading: { zz.open: wide }, duty: { flat: EUR 3, per: item }, law: Nowhere Act s. 1 }
                checked_on: 2026-11-20
                """);
    }

    @Test
    void theDigestIsThatOfLawTariffsAndRates() throws Exception {
        var config = new MadeUpRegime().in(folder);
        var digest = Regimes.load(config).digest();
        Files.writeString(folder.resolve("config/tariffs/zz.csv"), "subheading,rate,note\n");

        assertThat(digest).hasSize(64);
        assertThat(Regimes.load(config).digest()).isNotEqualTo(digest);
        assertThat(Regimes.load(new MadeUpRegime().in(folder.resolve("again"))).digest())
                .isEqualTo(digest);
    }

    @ParameterizedTest(name = "{0} holds {1}: {2}")
    @CsvSource({
        "6109, 610910, true",
        "6109, 611000, false",
        "6109, 6109999999, true",
        "6109, 6108999999, false",
        "6109, 6110000000, false",
        "61091055, 610910, false",
        "61091055, 61091055, true",
        "61091010 61091012, 61091011, false",
        "61091010 61091012, 61091012, true",
        "6109100 6109101 6109102 6109103 6109104 6109105 6109106 6109107 6109108 6109109, 610910, true",
        "6109100 6109101 6109102 6109103 6109104 6109105 6109106 6109107 6109108, 610910, false",
        "0101 0103, 010200, false",
        "0103 0101, 010100, true",
        "0101 0103, 01039999, true",
        "01 0102, 010300, true",
        "01 0102, 020000, false",
        "0102 01, 019999, true",
        "99, 9999999999, true",
        "00, 0000000000, true"
    })
    void aSetHoldsWhatBeginsAsOneOfItsCodes(String beginnings, String code, boolean holds) {
        var codes = List.of(beginnings.split(" "));
        var set = new GoodsSet("some", codes);

        assertThat(set.holds(new CommodityCode(code))).isEqualTo(holds);
        var union = GoodsSet.union(
                codes.stream().map(each -> new GoodsSet(each, List.of(each))).toList());
        assertThat(union.holds(new CommodityCode(code))).isEqualTo(holds);
        assertThat(union.beginnings()).isEqualTo(codes);
        assertThat(union.name()).isEqualTo(String.join(" or ", codes));
    }

    @ParameterizedTest
    @CsvSource({
        "acceptance, zz, 2026-07-01, false",
        "day-before, zz of the day day-before, 2026-06-30, false",
        "export, zz of the day export, 2026-07-01, true"
    })
    void aRateOfExchangeIsThatOfADay(String word, String text, LocalDate lookedUp, boolean isUnknown) {
        var day = RateSource.RateDay.parse(word);
        var source = new RateSource("zz", day);

        assertThat(day.word()).isEqualTo(word);
        assertThat(source).hasToString(text);
        assertThat(source.lookedUp(DAY)).isEqualTo(lookedUp);
        assertThat(source.isOfUnknownDay()).isEqualTo(isUnknown);
    }
}
