package org.minimis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.cases.Parcel;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.money.Amounts;
import org.minimis.regime.MadeUpRegime;

/** What becomes of a consignment beside its figures: findings, referrals, what is waived, and what is not readable. */
class OutcomeTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final String SHIRT = "commodity: '610910', value: EUR 20.00";
    private static final Finding DOUBT = Finding.warning(Reason.DOUBTFUL_VALUE, "goods", "a doubt");
    private static final Finding BLANK = Finding.warning(Reason.MISSING_FIELD, "goods", "a blank");
    private static final Finding REFERRED = Finding.referred(Reason.RESTRICTED_GOODS, "goods", "a ban");

    @TempDir
    Path folder;

    @Test
    void aDestinationWithoutLawIsReferredWithWhatTheReaderFound() {
        var outcome = assess(new MadeUpRegime(), "{ to: AQ, type: C2C, items: [ { value: EUR 1 } ] }", List.of(DOUBT));

        assertThat(outcome).isInstanceOf(Outcome.Referred.class);
        assertThat(((Outcome.Referred) outcome).regime()).isNull();
        assertThat(outcome.findings())
                .extracting(Finding::message)
                .containsExactly("no law for 'AQ' is written down; declare it by hand or add a regime", "a doubt");
    }

    @Test
    void theReadersFindingsComeGravestFirstAndOneThatRefersRefers() {
        var parcel = "{ to: ZZ, items: [ { " + SHIRT + " } ] }";

        for (var findings : List.of(List.of(DOUBT, BLANK), List.of(BLANK, DOUBT))) {
            var outcome = assess(new MadeUpRegime(), parcel, findings);
            assertThat(outcome).isInstanceOf(Outcome.Assessed.class);
            assertThat(outcome.findings()).containsExactlyElementsOf(inOrder(DOUBT, BLANK));
        }
        assertThat(assess(new MadeUpRegime(), parcel, List.of(DOUBT)).findings())
                .containsExactly(DOUBT);
        var referred = (Outcome.Referred) assess(new MadeUpRegime(), parcel, List.of(DOUBT, REFERRED));
        assertThat(referred.findings()).containsExactly(REFERRED, DOUBT);
        assertThat(referred.regime()).isEqualTo("ZZ");
        assertThat(referred.state()).isEqualTo("ZZ");
        assertThat(referred.dataset()).isNull();
        assertThat(referred.intrinsicValue()).isEqualTo(Amounts.parse("EUR 20"));
    }

    private static List<Finding> inOrder(Finding one, Finding other) {
        return one.reason().compareTo(other.reason()) < 0 ? List.of(one, other) : List.of(other, one);
    }

    @Test
    void anAssessedConsignmentMayBeReferredForItsDeclaration() {
        var assessed = (Outcome.Assessed)
                assess(new MadeUpRegime(), "{ to: ZZ, items: [ { " + SHIRT + " } ] }", List.of(DOUBT));
        var referred = assessed.referred(REFERRED);

        assertThat(referred)
                .isEqualTo(new Outcome.Referred(
                        assessed.consignment(),
                        Category.HIGH_VALUE,
                        "ZZ",
                        "ZZ",
                        DAY,
                        null,
                        Amounts.parse("EUR 20"),
                        List.of(REFERRED, DOUBT),
                        assessed.reasoning()));
    }

    @Test
    void whatIsNotReadableIsRejectedUnderItsNumberIfItHasOne() {
        var finding = Finding.rejected(Reason.MISSING_FIELD, "", "a blank");
        var named = new Outcome.Rejected("H1", List.of(finding));
        var nameless = new Outcome.Rejected(null, List.of());

        assertThat(named.<String>match(assessed -> "", referred -> "", Outcome.Rejected::houseWaybill))
                .isEqualTo("H1");
        assertThat(OutcomeText.lines(named))
                .containsExactly("H1  rejected", "  rejected       a blank [MISSING_FIELD]");
        assertThat(OutcomeText.lines(nameless)).containsExactly("(no house waybill)  rejected");
        assertThat(json(named))
                .isEqualTo("{'houseWaybill':'H1','outcome':'rejected','findings':"
                        + "[{'severity':'rejected','code':'MISSING_FIELD','message':'a blank'}]}");
        assertThat(json(nameless)).isEqualTo("{'outcome':'rejected'}");
    }

    private static String json(Outcome outcome) {
        return new String(OutcomeJson.bytes(outcome), StandardCharsets.UTF_8).replace('"', '\'');
    }

    @ParameterizedTest(name = "waived {0}: fees {1}, total {2}, category {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing           | 2.00 | 9.60 | 3",
                "[fees]            | 0.00 | 7.60 | 3",
                "[duty]            | 2.00 | 6.60 | 3",
                "[duty, vat]       | 2.00 | 2.00 | 3",
                "[duty, vat, fees] | 0.00 | 0.00 | 2"
            })
    void feesAreWaivedApart(String waived, String fees, String total, int category) {
        var regime = new MadeUpRegime()
                .charge("levy", "fee", "fee: { amount: EUR 2, per: consignment }")
                .question("waiver", "waiver", "waive: " + waived);
        var outcome = assess(regime, "{ to: ZZ, items: [ { " + SHIRT + " } ] }", List.of());
        var assessment = ((Outcome.Assessed) outcome).assessment();

        assertThat(Amounts.plain(assessment.feesTotal())).isEqualTo(fees);
        assertThat(Amounts.plain(assessment.total())).isEqualTo(total);
        assertThat(assessment.category().number()).isEqualTo(category);
    }

    @ParameterizedTest(name = "where {0}, the law of declarations may ask after fees waived {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "total: '< EUR 1' | nothing           | OTHER",
                "total: '< EUR 1' | [duty, vat, fees] | ASKED",
                "fees: '< EUR 2'  | [fees]            | ASKED",
                "fees: '< EUR 2'  | [duty]            | OTHER"
            })
    void theDeclarationIsChosenByWhatIsLeft(String when, String waived, String dataset) {
        var regime = asking(when)
                .charge("levy", "fee", "fee: { amount: EUR 2, per: consignment }")
                .question("waiver", "waiver", "waive: " + waived);

        assertThat(dataset(assess(regime, "{ to: ZZ, items: [ { " + SHIRT + " } ] }", List.of())))
                .isEqualTo(dataset);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"duty_kind: none", "vat_scheme: NONE", "fees: '< EUR 1'", "duty: '< EUR 1'", "vat: '< EUR 1'"})
    void ofDocumentsTheLawMayAskWhatTheyOwe(String when) {
        assertThat(dataset(assess(asking(when), "{ to: ZZ, type: DOCUMENTS }", List.of())))
                .isEqualTo("ASKED");
    }

    private static MadeUpRegime asking(String when) {
        return new MadeUpRegime().values("declaration", "declaration", """
                values:
                  2020-01-01:
                    - case: As asked
                      when: { %s }
                      declare: { dataset: ASKED, procedures: [], category: by-amount }
                      law: Nowhere Act s. 1
                    - case: Otherwise
                      declare: { dataset: OTHER, procedures: [], category: by-amount }
                      law: Nowhere Act s. 1
                """.formatted(when));
    }

    private static String dataset(Outcome outcome) {
        return ((Outcome.Assessed) outcome).assessment().dataset();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "none                                     | (nothing)",
                "{ account: day 5 of the next month }     | account by 2026-08-05",
                "{ pay: day 15 of the next month }        | pay by 2026-08-15",
                "{ account: day 5 of the next month, pay: day 15 of the next month } | account by 2026-08-05, pay by 2026-08-15"
            })
    void whenACarrierSettlesIsToldWhereTheLawNamesADay(String accounting, String told) {
        var regime = new MadeUpRegime().question("accounting", "accounting", "accounting: " + accounting);

        assertThat(assess(regime, "{ to: ZZ, items: [ { " + SHIRT + " } ] }", List.of()).reasoning().stream()
                        .filter(step -> step.step().equals("accounting"))
                        .map(ReasoningStep::text)
                        .findFirst()
                        .orElse("(nothing)"))
                .isEqualTo(told);
    }

    @ParameterizedTest(name = "{0}, {1}: fits {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "goods_value: '<= USD 20.02' | freight: USD 9.00   | true",
                "goods_value: '<= USD 20.02' | insurance: USD 9.00 | true",
                "goods_value: '< USD 20.02'  | insurance: USD 9.00 | false",
                "cif_value: '<= USD 20.02'   | insurance: USD 0.01 | false",
                "cif_value: '<= USD 20.03'   | insurance: USD 0.01 | true",
                "cif_value: '<= USD 20.02'   | freight: USD 0.01   | false",
                "cif_value: '<= USD 20.03'   | freight: USD 0.01   | true",
                "customs_value: '<= USD 20.03' | freight: USD 0.01 | true",
                "customs_value: '<= USD 20.02' | freight: USD 0.01 | false",
                "customs_value: '<= USD 20.02' | insurance: USD 0.01 | true"
            })
    void aLimitInTheCurrencyOfTheInvoiceIsComparedAsItStands(String when, String costs, boolean fits) {
        // Each line is EUR 5.005, rounded up: converted they are over the limit.
        var parcel = "to: ZZ\n" + costs + "\nitems:\n  - { commodity: '610910', value: USD 10.01 }\n"
                + "  - { commodity: '910211', value: USD 10.01 }\n";
        var regime = asking(when).question("value", "customs-value", "customs_value: [goods, freight]");

        assertThat(dataset(assess(regime, parcel, List.of()))).isEqualTo(fits ? "ASKED" : "OTHER");
    }

    private Outcome assess(MadeUpRegime regime, String parcel, List<Finding> findings) {
        return TwoDollarsAEuro.assessor(regime, folder).assess(Parcel.of(parcel), findings, DAY, true);
    }
}
