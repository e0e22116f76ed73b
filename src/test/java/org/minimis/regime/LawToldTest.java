package org.minimis.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.golden.Golden;
import org.minimis.settings.ConfigFolder;

/** How the law is told: in the words of its files, and to somebody who sends a parcel. */
class LawToldTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");

    @TempDir
    Path folder;

    /** {@code law show}, {@code law diff}, {@code law guide} and the table of {@code law check}. */
    @Test
    void theLawOfTheInventedIslandIsToldInFull() {
        var island = Regimes.load(ConfigFolder.of(Path.of("src/test/resources/seventeenth/config")))
                .byId("ZQ");
        var opening = LocalDate.parse("2025-01-01");
        var told = new ArrayList<String>();
        told.addAll(LawText.show(island.on(opening)));
        told.add("\n---- what is new by June 2026");
        told.addAll(LawText.diff(island, opening, LocalDate.parse("2026-06-01")));
        told.add("\n---- for those who send parcels");
        told.addAll(LawGuide.of(island.on(opening), "ZQ").lines());
        told.add("");
        told.addAll(LawGuide.of(island.on(LocalDate.parse("2026-06-01")), "ZQ").lines());
        told.add("\n---- what is there");
        told.addAll(LawCoverage.markdown(List.of(LawCoverage.of(island))));

        Golden.compare("working/law.txt", String.join("\n", told) + "\n");
        assertThat(LawText.diff(island, opening, opening.plusDays(1))).isEmpty();
        LawCoverage.of(island).check();
    }

    @Test
    void whatIsOpenDoubtfulOrEndsIsToldWithTheLaw() {
        var regime = doubtful();
        var law = LawText.show(regime.on(DAY));

        assertThat(law)
                .containsSequence(
                        "zz.duty  What about duty?",
                        "  since 2026-01-01, checked on 2026-11-20, silent from 2027-01-01",
                        "  - Under the narrow reading (type B2C) -> duty: none",
                        "      Nowhere Act s. 1; Gazette 7; confidence medium; reading {zz.open=narrow}")
                .doesNotContain("  - Under the wide reading (type B2C or C2C) -> duty: none");
        assertThat(LawGuide.of(regime.on(DAY), "ZZ").lines())
                .containsSequence(
                        "  - Under the narrow reading (a sale to a private person): nothing",
                        "      Nowhere Act s. 1; confidence medium");
        assertThat(LawCoverage.markdown(List.of(LawCoverage.of(regime))))
                .last()
                .isEqualTo("| Nowhere (ZZ) | 2026-01-01 | 2026-12-31 | 0 | 10 | 1 | 2026-11-20 |");
    }

    private Regime doubtful() {
        return Regimes.load(new MadeUpRegime().file("duty.yaml", """
                                id: zz.duty
                                question: What about duty?
                                answers: duty
                                readings:
                                  zz.open: { default: narrow, alternatives: [narrow, wide], note: nobody knows }
                                values:
                                  2026-01-01:
                                    - case: Under the narrow reading
                                      when: { type: B2C }
                                      reading: { zz.open: narrow }
                                      duty: none
                                      law: Nowhere Act s. 1
                                      source: Gazette 7
                                      confidence: medium
                                    - case: Under the wide reading
                                      when: { type: [B2C, C2C] }
                                      reading: { zz.open: wide }
                                      duty: none
                                      law: Nowhere Act s. 1
                                    - case: Otherwise
                                      refer: { reason: OVER_CEILING, say: ask }
                                      law: Nowhere Act s. 2
                                silent_from: 2027-01-01
                                checked_on: 2026-11-20
                                """).in(folder))
                .byId("ZZ");
    }

    @Test
    void aHoleInTheLawIsFound() {
        var holed = Regimes.load(new MadeUpRegime()
                        .values(
                                "duty",
                                "duty",
                                "values:\n  2020-01-01: { case: A, duty: none, law: B }\n"
                                        + "silent_from: 2026-03-01\n")
                        .values(
                                "vat",
                                "vat",
                                "values:\n  2020-01-01: { case: A, vat: none, law: B }\n"
                                        + "  2026-03-02: { case: B, vat: none, law: C }\n")
                        .in(folder))
                .byId("ZZ");

        assertThatThrownBy(() -> LawCoverage.of(holed).check())
                .isInstanceOf(RegimeSilentException.class)
                .hasMessageStartingWith("zz.duty has no value on 2026-03-01");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "admission | admit: documents | go as documents",
                "admission | admit: low-value | a simplified declaration is enough",
                "admission | 'refer: { reason: OVER_CEILING, say: too dear }' | not simply, too dear",
                "admission | 'refer: { reason: OVER_CEILING, say: too dear, needs: H1 }' | not simply, too dear (declaration H1)",
                "duty | 'duty: none' | nothing",
                "duty | 'duty: { flat: EUR 3, per: line }' | EUR 3.00 for each line",
                "duty | 'duty: { flat: EUR 3, per: line, relieve_items: EUR 45 }' | EUR 3.00 for each line; items that fit under EUR 45.00 together are free",
                "duty | 'duty: { rate: 10 %, of: customs_value }' | 10 % of the customs value",
                "duty | 'duty: { rate: 10 %, of: customs_value, deduct: USD 20 }' | 10 % of the customs value less USD 20.00",
                "duty | 'duty: { tariff: zz, of: customs_value }' | the rate of the goods in the tariff zz",
                "duty | 'duty: { buckets: [ { goods: books, refer: { reason: OVER_CEILING, say: no, needs: H1 } }, { rate: 5 % } ], of: customs_value }' | books not simply (declaration H1), other goods 5 %",
                "duty | 'duty: { buckets: [ { goods: books, rate: 5 % }, { amount: EUR 1, per: piece } ], of: customs_value }' | books 5 %, other goods EUR 1.00 for each piece",
                "vat | vat: none | nothing at import",
                "vat | 'vat: { scheme: S, collected: at-sale }' | the seller charges it with the price, nothing at import",
                "vat | 'vat: { scheme: S, collected: at-import, rate: standard, base: [customs_value, duty], inside: true }' | charged at import on customs value + duty, the tax itself inside",
                "vat | 'vat: { scheme: S, collected: at-import, rate: standard, base: [customs_value], relieve_items: EUR 45 }' | charged at import on customs value; items that fit under EUR 45.00 together are free",
                "waiver | waive: nothing | everything is due",
                "waiver | 'waive: [duty]' | no duty",
                "waiver | 'waive: [vat, fees]' | no tax and charges",
                "declaration | 'declare: { dataset: H7, procedures: [], category: by-amount }' | dataset H7",
                "declaration | 'declare: { dataset: H7, procedures: [C07, F48], category: by-amount }' | dataset H7 with C07 F48"
            })
    void whatFollows(String question, String result, String told) throws Exception {
        var regime = new MadeUpRegime().question(question, question, result);
        regime.in(folder);
        Files.writeString(folder.resolve("config/tariffs/zz.csv"), "subheading,rate,note\n");

        assertThat(guide(regime)).contains("  - Always: " + told);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{ type: [B2C, C2C], channel: POST }      | a sale to a private person or between private persons; by post",
                "{ goods_value: '<= EUR 150' }            | price of the goods not over EUR 150",
                "{ goods_value: ['> EUR 50', '< EUR 150'] } | price of the goods over EUR 50 or below EUR 150",
                "{ gross_kg: '>= 30' }                    | kilograms at least 30",
                "{ lacks: sku }                           | where a line lacks the seller's number of the product",
                "{ has: IOSS }                            | with a number IOSS",
                "{ destination: ZZ }                      | to ZZ"
            })
    void whenItFollows(String when, String told) {
        var regime = new MadeUpRegime()
                .question("duty", "duty", "duty: none\n      when: " + when)
                .charge("levy", "fee", "fee: { amount: EUR 2, per: line, plus: 15 % }\n      when: " + when)
                .charge("on-top", "surcharge", "surcharge: { rate: 25 %, of: customs_value }\n      when: " + when);

        assertThat(guide(regime))
                .contains(
                        "  - Always (" + told + "): nothing",
                        "the levy",
                        "  - Always (" + told + "): EUR 2.00 for each line and 15 % on it",
                        "On top of the duty: the on-top",
                        "  - Always (" + told + "): 25 % of the customs value");
    }

    @Test
    void aChargeIsToldWhereItIsDueOrMayBe() {
        var regime = new MadeUpRegime()
                .charge("ended", "fee", "fee: none")
                .charge("other", "surcharge", "surcharge: none\n      when: { destination: [YY, XX] }")
                .charge(
                        "share",
                        "fee",
                        "fee: { rate: 1 %, of: customs_value, least: USD 1, most: EUR 9 }\n"
                                + "      when: { channel: EXPRESS }")
                .charge("free", "fee", "fee: none\n      when: { channel: EXPRESS }")
                .charge("always", "fee", "fee: { amount: EUR 2, per: line }")
                .charge("bound", "fee", "fee: { rate: 2 %, of: customs_value, least: EUR 1, most: EUR 9 }")
                .charge("top", "surcharge", "surcharge: { rate: 3 %, of: customs_value }")
                .charge("none-on-top", "surcharge", "surcharge: none")
                .charge("zero", "surcharge", "surcharge: none\n      when: { channel: EXPRESS }")
                .rates("{ standard: { GST: 5 %, PST: 1/4 of GST }, reduced: [ { goods: books, rate: 3 % } ] }");

        assertThat(guide(regime))
                .doesNotContain("the ended", "On top of the duty: the other", "On top of the duty: the none-on-top")
                .containsSequence("the always", "  - Always: EUR 2.00 for each line")
                .containsSequence("the bound", "  - Always: 2 % of the customs value, from EUR 1.00 to EUR 9.00")
                .containsSequence("On top of the duty: the top", "  - Always: 3 % of the customs value")
                .containsSequence(
                        "the share", "  - Always (by express): 1 % of the customs value, from USD 1.00 to EUR 9.00")
                .containsSequence("the free", "  - Always (by express): nothing")
                .containsSequence("On top of the duty: the zero", "  - Always (by express): nothing")
                .contains("  - Always: GST 5 % and PST 1/4 of GST, books 3 %");
    }

    @Test
    void whatIsForAnotherStateIsNotTold() {
        var regime = new MadeUpRegime().values("duty", "duty", """
                values:
                  2020-01-01:
                    - { case: Here, when: { destination: [YY, ZZ] }, duty: none, law: Nowhere Act s. 1 }
                    - { case: There, when: { destination: [YY] }, duty: none, law: Nowhere Act s. 2 }
                """);

        assertThat(guide(regime)).contains("  - Here (to YY or ZZ): nothing").noneMatch(line -> line.contains("There"));
    }

    @Test
    void identifiersAndGoodsAreListedOnceEach() {
        var regime = new MadeUpRegime()
                .file("goods-sets.yaml", """
                        id: zz.goods-sets
                        checked_on: 2026-11-23
                        sets:
                          books: { codes: ["4901", "4902"], law: Book Act s. 1 }
                          tea: { codes: ["0902"], law: Tea Act s. 1 }
                          arms: { codes: ["93"], law: Peace Act s. 1 }
                          unasked: { codes: ["94"], law: Lamp Act s. 1 }
                        """)
                .question(
                        "admission",
                        "admission",
                        "admit: low-value\n      when: { no_goods: arms, lacks: [gtin, origin] }")
                .question(
                        "duty",
                        "duty",
                        "duty: { buckets: [ { goods: tea, rate: 5 % }, { rate: 1 % } ], of: customs_value }\n      when: { has: IOSS }")
                .question(
                        "declaration",
                        "declaration",
                        "declare: { dataset: H7, procedures: [], category: by-amount }\n"
                                + "      when: { has: IOSS, has_not: EORI }");

        assertThat(guide(regime))
                .containsSequence(
                        "Which identifiers to give",
                        "  - IOSS",
                        "  - its GTIN or its origin",
                        "",
                        "Goods that are named above, by the beginnings of their commodity codes",
                        "  - arms: 93",
                        "  - books: 4901 4902",
                        "  - tea: 0902")
                .last()
                .isEqualTo("  - tea: 0902");
    }

    private List<String> guide(MadeUpRegime regime) {
        return LawGuide.of(Regimes.load(regime.in(folder)).byId("ZZ").on(DAY), "ZZ")
                .lines();
    }
}
