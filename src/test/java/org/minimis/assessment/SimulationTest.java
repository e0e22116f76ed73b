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
import org.minimis.money.Amounts;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.regime.MadeUpRegime;
import org.minimis.regime.Regimes;

/** Two laws over the same parcels: what differs is counted, and what is owed under each is summed apart. */
class SimulationTest {

    private static final String SHIRT = "commodity: '610910', value: EUR 20.00";
    private static final String CHINESE = SHIRT + ", origin: CN";
    private static final String INDIAN = SHIRT + ", origin: IN";

    @TempDir
    Path folder;

    @Test
    void sumsStandApartByOriginAndAddUpByCurrency() {
        var before = assessor("before", new MadeUpRegime());
        var after = assessor("after", with("duty", "duty", "duty: { flat: EUR 5, per: item }"));
        var simulation = new Simulation();
        for (var goods : List.of(INDIAN, CHINESE, CHINESE)) {
            add(simulation, before, after, Parcel.toNowhere("", goods));
        }

        assertThat(simulation.records()).isEqualTo(3);
        assertThat(simulation.rows())
                .map(SimulationTest::told)
                .containsExactly(
                        // 20 % of 20 + 3 and of 20 + 5
                        "ZZ ZZ CN EUR: 2 of 2, 2: 6.00 9.20 0.00 = 15.20, 2: 10.00 10.00 0.00 = 20.00",
                        "ZZ ZZ IN EUR: 1 of 1, 1: 3.00 4.60 0.00 = 7.60, 1: 5.00 5.00 0.00 = 10.00");
        assertThat(simulation.totals())
                .map(SimulationTest::told)
                .containsExactly("all all all EUR: 3 of 3, 3: 9.00 13.80 0.00 = 22.80, 3: 15.00 15.00 0.00 = 30.00");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "waiver      | waive: nothing | 0",
                "duty        | duty: none | 1",
                "vat         | vat: none | 1",
                "fee         | 'fee: { amount: EUR 1, per: consignment }' | 1",
                "declaration | 'declare: { dataset: H1, procedures: [F49], category: by-amount }' | 1",
                "declaration | 'declare: { dataset: H7, procedures: [F49], category: high-value }' | 1",
                "declaration | 'declare: { dataset: H7, procedures: [F48], category: by-amount }' | 0",
                "admission   | 'refer: { reason: OVER_CEILING, say: no }' | 1"
            })
    void aParcelIsAffectedWhereFiguresDatasetCategoryOrOutcomeDiffer(String question, String result, long affected) {
        var before = assessor("before", new MadeUpRegime());
        var after = assessor("after", with(question, question, result));
        var there = new Simulation();
        add(there, before, after, Parcel.toNowhere("", CHINESE));
        var back = new Simulation();
        add(back, after, before, Parcel.toNowhere("", CHINESE));

        assertThat(there.rows()).extracting(Simulation.Row::affected).containsExactly(affected);
        assertThat(back.rows()).extracting(Simulation.Row::affected).containsExactly(affected);
        assertThat(back.rows().get(0).before()).isEqualTo(there.rows().get(0).after());
    }

    @Test
    void whatOneLawRefersOwesNothingUnderItAndWhatBothReferIsARecordAlone() {
        var refers = with("admission", "admission", "refer: { reason: OVER_CEILING, say: no }");
        var before = assessor("before", new MadeUpRegime());
        var after = assessor("after", refers);
        var simulation = new Simulation();
        add(simulation, before, after, Parcel.toNowhere("", CHINESE));
        add(simulation, after, after, Parcel.toNowhere("", CHINESE));
        add(simulation, before, before, Parcel.of("{ to: ZZ, type: DOCUMENTS }"));

        assertThat(simulation.records()).isEqualTo(3);
        assertThat(simulation.rows())
                .map(SimulationTest::told)
                .containsExactly(
                        "ZZ ZZ - EUR: 0 of 1, 1: 0.00 0.00 0.00 = 0.00, 1: 0.00 0.00 0.00 = 0.00",
                        "ZZ ZZ CN EUR: 1 of 1, 1: 3.00 4.60 0.00 = 7.60, 0: 0.00 0.00 0.00 = 0.00");
    }

    @Test
    void regimesStandInTheOrderOfTheirIds() {
        var whole = new MadeUpRegime();
        var part = new MadeUpRegime()
                .file("regime.yaml", "id: ZZ-1\nname: A part of nowhere\ncurrency: EUR\ndestinations: [ZZ]\n");
        var simulation = new Simulation();
        for (var each : List.of(assessor("part", part), assessor("whole", whole))) {
            add(simulation, each, each, Parcel.toNowhere("", CHINESE));
        }

        assertThat(simulation.rows()).extracting(Simulation.Row::regime).containsExactly("ZZ", "ZZ-1");
    }

    private static MadeUpRegime with(String question, String answers, String result) {
        return question.equals("fee")
                ? new MadeUpRegime().charge(question, answers, result)
                : new MadeUpRegime().question(question, answers, result);
    }

    private static void add(Simulation simulation, Assessor before, Assessor after, Consignment parcel) {
        var day = LocalDate.parse("2026-07-01");
        simulation.add(before.assess(parcel, List.of(), day, false), after.assess(parcel, List.of(), day, false));
    }

    private Assessor assessor(String name, MadeUpRegime regime) {
        var config = regime.in(folder.resolve(name));
        return new Assessor(Regimes.load(config), new CustomsRates(new ExchangeRateFiles(config), null));
    }

    private static String told(Simulation.Row row) {
        return "%s %s %s %s: %d of %d, %s, %s"
                .formatted(
                        row.regime(),
                        row.state(),
                        row.origin(),
                        row.currency(),
                        row.affected(),
                        row.consignments(),
                        told(row.before()),
                        told(row.after()));
    }

    private static String told(Simulation.Sums sums) {
        return "%d: %s %s %s = %s"
                .formatted(
                        sums.assessed(),
                        Amounts.plain(sums.duty()),
                        Amounts.plain(sums.vat()),
                        Amounts.plain(sums.fees()),
                        Amounts.plain(sums.total()));
    }
}
