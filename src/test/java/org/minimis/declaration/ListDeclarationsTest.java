package org.minimis.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.DeclaredItem;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.Country;
import org.minimis.consignment.Party;
import org.minimis.consignment.TaxId;
import org.minimis.finding.Reason;
import org.minimis.money.Amounts;
import org.minimis.settings.ConfigFolder;

class ListDeclarationsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/declaration");

    private final Declarations declarations = Samples.declarations();
    private long count;

    @Test
    void theCargoAndReleaseListHasTwoSections() throws IOException {
        var remitted = assessed(canadian("XP1", "CIRO"), "CAD");
        var dutiable = assessed(canadian("XP2", "LVS"), "CAD");

        for (var section : List.of("CA-CLVS-CIRO", "CA-CLVS-LVS")) {
            assertFile(section + ".csv", remitted, dutiable);
            assertThat(count).isEqualTo(1);
            assertFile(section + ".json", remitted, dutiable);
        }
    }

    @Test
    void anInformalEntryOfTheUnitedStatesHasALineForEachItem() throws IOException {
        var fee = new Assessment.Fee("express consignment fee", Amounts.of("USD", "1.34"));
        var assessed = assessed(samples("US", "US", "TYPE11"), "USD", fee);

        assertFile("US-TYPE11.csv", assessed);
        assertThat(count).isEqualTo(1);
        assertFile("US-TYPE11.json", assessed);
    }

    @Test
    void aSmallConsignmentForLiechtensteinIsDeclaredInSwitzerland() throws IOException {
        var assessed =
                assessed(samples("CH", "LI", "EDEC_SIMPLE").withTaxIds(new TaxId("CH_MWST", "CHE-123.456.788")), "CHF");

        assertFile("CH-EDEC_SIMPLE.csv", assessed);
        assertFile("CH-EDEC_SIMPLE.json", assessed);
    }

    @Test
    void aDatasetThatNoFileDescribesTakesTheDefaultList() {
        var pieces = declarations.pieces(assessed(samples("AU", "AU", "NEVER_HEARD_OF"), "AUD"));

        assertThat(pieces)
                .extracting(DeclarationPiece::file)
                .containsExactly("AU-NEVER_HEARD_OF.json", "AU-NEVER_HEARD_OF.csv");
        assertThat(text(pieces.get(0))).contains("\"houseWaybill\":\"XP0000000001\"", "\"total\":\"28.42\"");
    }

    @Test
    void aConsignmentOfNoSectionIsDeclaredAllTheSame() {
        assertThat(declarations.pieces(assessed(canadian("XP1"), "CAD")))
                .extracting(DeclarationPiece::file)
                .containsExactly("CA-CLVS.json", "CA-CLVS.csv");
    }

    @Test
    void documentsAreOneRowWithoutSums() throws IOException {
        var assessed = assessed(samples("AU", "AU", "DOCS").withGoods(List.of()), "AUD");

        assertThat(join("AU-DOCS.csv", assessed)).hasLineCount(2);
        assertThat(join("AU-DOCS.json", assessed)).hasLineCount(1).doesNotContain("description", "value");
        assertThat(join("AU-DOCS.csv")).isEqualTo(join("CH-DOCS.csv")).hasLineCount(1);
    }

    @ParameterizedTest(name = "{0} is written as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "=1+1 | '=1+1",
                "+1 | '+1",
                "-1 | '-1",
                "@A | '@A",
                "A=1 | A=1",
                "A, B | \"A, B\"",
                "A \"B\" | \"A \"\"B\"\"\"",
                "=\"A\",B | \"'=\"\"A\"\",B\"",
                "ŁÖ 李 😀 | ŁÖ 李 😀"
            })
    void noSpreadsheetRunsWhatAManifestSays(String name, String written) throws IOException {
        var sample = canadian("XP1", "LVS").withConsignee(Samples.person(name, "STREET", "CITY", "1", "CA"));

        assertThat(join("CA-CLVS-LVS.csv", assessed(sample, "CAD"))).contains(",XP1," + written + ",STREET,");
    }

    @ParameterizedTest(name = "character {0} is in the way: {1}")
    @CsvSource({"0x00, true", "0x09, true", "0x0a, true", "0x1f, true", "0x20, false", "0x7f, true", "0xa0, false"})
    void onlyControlCharactersAreInTheWay(String character, boolean isObstacle) {
        var name = "A" + (char) Integer.decode(character).intValue() + "B".repeat(80);
        var sample = canadian("XP1", "LVS").withConsignee(Samples.person(name, "STREET", "CITY", "1", "CA"));

        var found = declarations.obstacle(assessed(sample, "CAD"));

        assertThat(found.isPresent()).isEqualTo(isObstacle);
        found.ifPresent(finding -> {
            assertThat(finding.reason()).isEqualTo(Reason.INVALID_FIELD);
            assertThat(finding.field()).isEqualTo("consigneeName");
            assertThat(finding.message()).doesNotContain("BBB");
        });
    }

    @Test
    void whatTheManifestDoesNotSayStaysEmpty() throws IOException {
        var nobody = new Party(null, null, null, null, Country.of("CA"), null, null);
        var assessed = assessed(canadian("XP1", "LVS").withConsignee(nobody), "CAD");

        assertThat(join("CA-CLVS-LVS.csv", assessed)).contains(",XP1,,,,,CA,,");
        assertThat(join("CA-CLVS-LVS.json", assessed)).doesNotContain("consigneeName", "importer", "portOfExit");
    }

    @Test
    void quantitiesOfDifferentUnitsAreNotSummed() {
        var kilograms = Samples.shirt("CAD");
        var litres = new org.minimis.consignment.GoodsItem(
                "INK", null, BigDecimal.TEN, "LTR", Amounts.of("CAD", "1.00"), null, null, null, null, null, null);
        var json = text(declarations
                .pieces(assessed(canadian("XP1", "LVS").withGoods(List.of(kilograms, litres)), "CAD"))
                .get(0));

        assertThat(json)
                .doesNotContain("\"quantity\"")
                .contains("\"description\":\"COTTON T-SHIRT, KNITTED, MENS; INK\"");
    }

    @Test
    void howTheManifestWasCutUpDoesNotShow() throws IOException {
        var one = assessed(canadian("XP1", "LVS"), "CAD");
        var two = assessed(canadian("XP2", "LVS"), "CAD");
        var whole = join("CA-CLVS-LVS.csv", one, two);

        assertThat(count).isEqualTo(2);
        assertThat(whole).hasLineCount(3).startsWith("section,carrierCode,");
        assertThat(whole + whole.lines().skip(2).findFirst().orElseThrow() + "\n")
                .isEqualTo(join("CA-CLVS-LVS.csv", one, two, two));
    }

    @Test
    void theOfficeIsThatOfTheRegime() {
        var declarant = Declarant.read(ConfigFolder.packed());

        assertThat(declarant.office("CH", "CH")).isEqualTo("CHZRH").isEqualTo(declarant.office("CH", "LI"));
    }

    private static Samples canadian(String houseWaybill, String... section) {
        var sample = Samples.british(houseWaybill).in("CA", "CA", "CLVS", section);
        return sample.withConsignee(Samples.person("JEAN SAMPLE", "4 EXAMPLE STREET", "TORONTO", "M5V 2T6", "CA"))
                .withTaxIds(new TaxId("CA_GST", "123456789RT0001"))
                .withGoods(List.of(Samples.shirt("CAD")));
    }

    private static Samples samples(String regime, String state, String dataset) {
        return Samples.german().in(regime, state, dataset);
    }

    /** The sample's assessment in that currency. */
    private static Outcome.Assessed assessed(Samples sample, String currency, Assessment.Fee... fees) {
        var outcome = sample.assessed();
        var a = outcome.assessment();
        var items = a.items().stream()
                .map(item -> new DeclaredItem(
                        item.number(),
                        item.lines(),
                        item.intrinsicValue(),
                        in(currency, item.duty()),
                        in(currency, item.vat())))
                .toList();
        var assessment = new Assessment(
                a.category(),
                a.regime(),
                a.state(),
                a.acceptanceDate(),
                a.dataset(),
                a.procedures(),
                a.vatScheme(),
                Amounts.currency(currency),
                in(currency, a.intrinsicValue()),
                in(currency, a.customsValue()),
                in(currency, a.duty()),
                in(currency, a.intrinsicValue()),
                in(currency, a.vat()),
                List.of(fees),
                items);
        return new Outcome.Assessed(outcome.consignment(), assessment, List.of(), List.of());
    }

    private static Money in(String currency, Money amount) {
        return Amounts.of(Amounts.currency(currency), Amounts.number(amount));
    }

    private static String text(DeclarationPiece piece) {
        return new String(piece.bytes(), StandardCharsets.UTF_8);
    }

    private String join(String file, Outcome.Assessed... assessed) throws IOException {
        var out = new ByteArrayOutputStream();
        var pieces = Arrays.stream(assessed)
                .flatMap(each -> declarations.pieces(each).stream())
                .filter(piece -> piece.file().equals(file))
                .map(DeclarationPiece::bytes)
                .toList();
        count = Samples.join(declarations, file, "MAN-20260703-0207", pieces, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertFile(String file, Outcome.Assessed... assessed) throws IOException {
        var written = join(file, assessed);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(GOLDEN.resolve(file), written);
        }
        assertThat(written).isEqualTo(Files.readString(GOLDEN.resolve(file)));
    }
}
