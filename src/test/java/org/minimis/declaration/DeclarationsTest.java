package org.minimis.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.Country;
import org.minimis.consignment.Party;
import org.minimis.consignment.PersonType;
import org.minimis.consignment.TaxId;
import org.minimis.money.Amounts;
import org.minimis.settings.ConfigException;

class DeclarationsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/declaration");

    private final Declarations declarations = Samples.declarations();

    @Test
    void aConsignmentForGermanyIsDeclaredOnceInEachSyntax() throws IOException {
        assertFile("EU-H7.xml", Samples.german());
        assertFile("EU-H7.json", Samples.german());
    }

    @Test
    void aSaleUnderTheOneStopShopToNorthernIrelandNamesItsNumber() throws IOException {
        assertFile("XI-H7.xml", Samples.irish());
        assertFile("XI-H7.json", Samples.irish());
    }

    @Test
    void aGiftForGreatBritainIsASuperReducedDeclaration() throws IOException {
        assertFile("GB-H7.xml", Samples.british("XP1").in("GB", "GB", "H7", "C08"));
    }

    @Test
    void packetsForGreatBritainAreDeclaredInBulk() throws IOException {
        assertFile("GB-BIRDS.xml", Samples.british("XP1"), Samples.british("XP2"));
        assertFile("GB-BIRDS.json", Samples.british("XP1"), Samples.british("XP2"));
    }

    @Test
    void aStandardDeclarationHoldsWhatTheManifestGives() throws IOException {
        assertFile("EU-H1.json", Samples.german().in("EU", "DE", "H1"));
    }

    @Test
    void documentsAreAList() throws IOException {
        assertFile("EU-DOCS.json", Samples.german().withGoods(List.of()).in("EU", "DE", "DOCS"));
    }

    @Test
    void theProductIdentifiersAreDeclaredFromNovember2026() {
        assertThat(xml(Samples.german().accepted(LocalDate.of(2026, 10, 31)))).doesNotContain("<TypeCode>SKU<");
        assertThat(xml(Samples.german().accepted(LocalDate.of(2026, 11, 1))))
                .contains("<CategoryCode>P</CategoryCode><ID>TS-M-01</ID><TypeCode>SKU</TypeCode>")
                .contains("<CategoryCode>P</CategoryCode><ID>MFG-TS-M-01</ID><TypeCode>MFR</TypeCode>")
                .contains("<CategoryCode>P</CategoryCode><ID>4006381333931</ID><TypeCode>GTN</TypeCode>");
    }

    @Test
    void theLeadingProcedureIsNotRepeated() {
        assertThat(xml(Samples.irish().in("XI", "XI", "H7", "1H7", "F48")))
                .isEqualTo(xml(Samples.irish().in("XI", "XI", "H7", "F48")));
    }

    @Test
    void whoHasAnEoriNumberIsNamedByItAlone() {
        var company =
                new Party("BEISPIEL GMBH", "3 WEG", "BERLIN", "10115", Country.of("DE"), PersonType.LEGAL, "DE1234567");

        assertThat(xml(Samples.german().withConsignee(company))).contains("<Importer><ID>DE1234567</ID></Importer>");
    }

    @Test
    void whatIsNotInTheManifestIsNotInTheDeclaration() {
        var nameOnly = new Party("A", null, null, null, null, null, null);

        assertThat(xml(Samples.german().withConsignor(nameOnly).withFreight(null, null)))
                .contains("<Exporter><Name>A</Name></Exporter>")
                .doesNotContain("FreightChargeAmount");
    }

    @ParameterizedTest(name = "VAT number {0} is the importer''s: {1}")
    @CsvSource({"DE123456789, true", "GB123456789, false", "CN123, false"})
    void onlyAVatNumberOfTheStateOfImportationIsTheImporters(String number, boolean isDeclared) {
        var xml = xml(Samples.german().withTaxIds(new TaxId("VAT", number)));

        assertThat(xml.contains("<ID>" + number + "</ID><RoleCode>FR1</RoleCode>"))
                .isEqualTo(isDeclared);
    }

    @Test
    void aFeeIsDeclaredUnderItsName() {
        var assessed = Samples.german().assessed();
        var a = assessed.assessment();
        var fee = new Assessment.Fee("it-parcel-contribution", Amounts.of("EUR", "2.00"));
        var withFee = new Assessment(
                a.category(),
                a.regime(),
                a.state(),
                a.acceptanceDate(),
                a.dataset(),
                a.procedures(),
                a.vatScheme(),
                a.currency(),
                a.intrinsicValue(),
                a.customsValue(),
                a.duty(),
                a.vatBase(),
                a.vat(),
                List.of(fee),
                a.items());

        var json = declarations
                .pieces(new Outcome.Assessed(assessed.consignment(), withFee, List.of(), List.of()))
                .get(1);

        assertThat(new String(json.bytes(), StandardCharsets.UTF_8))
                .contains("\"14 03\":[{\"039\":\"it-parcel-contribution\",\"042\":\"2.00\"}],\"14 15\"")
                .contains("\"14 16\":\"30.42\"");
    }

    @Test
    void anIossNumberWithoutItsProcedureIsNotDeclared() {
        assertThat(xml(Samples.irish().in("XI", "XI", "H7", "F49"))).doesNotContain("FR5");
    }

    @Test
    void namesKeepTheirCharactersInEverySyntax() {
        var name = "ŁUCJA \"Ö\" & <KÖ> 李 😀 \\";
        var sample = Samples.german().withConsignee(Samples.person(name, "STREET", "CITY", "1", "DE"));

        assertThat(xml(sample)).contains("<Name>ŁUCJA &quot;Ö&quot; &amp; &lt;KÖ&gt; 李 😀 \\</Name>");
        assertThat(piece(sample, "EU-H7.json")).contains("\"016\":\"ŁUCJA \\\"Ö\\\" & <KÖ> 李 😀 \\\\\"");
    }

    @Test
    void theOfficeIsThatOfTheState() {
        var declarant = Declarant.read(org.minimis.settings.ConfigFolder.packed());

        assertThat(declarant.office("EU", "FR")).isEqualTo("FR00677A");
        assertThatThrownBy(() -> declarant.office("EU", "CH"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("config/declarant.yaml: regimes.EU.places: 'CH' is missing; add its office and location");
        assertThatThrownBy(() -> declarations.pieces(
                        Samples.german().in("QQ", "QQ", "H7").assessed()))
                .hasMessage("config/declarant.yaml: regimes: 'QQ' is missing; add who declares there");
        assertThatThrownBy(() -> declarations.pieces(
                        Samples.german().in("EU", "DE", "H6").assessed()))
                .hasMessage("config/declarant.yaml: syntaxes: 'H6' is missing; add which files are written for it");
        assertThatThrownBy(() -> declarations.obstacle(
                        Samples.german().in("EU", "DE", "H6").assessed()))
                .hasMessage("config/declarant.yaml: syntaxes: 'H6' is missing; add which files are written for it");
    }

    private String xml(Samples sample) {
        return piece(sample, sample.regime() + "-H7.xml");
    }

    private String piece(Samples sample, String file) {
        return declarations.pieces(sample.assessed()).stream()
                .filter(piece -> piece.file().equals(file))
                .map(piece -> new String(piece.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private void assertFile(String file, Samples... samples) throws IOException {
        var out = new ByteArrayOutputStream();
        var pieces = Arrays.stream(samples)
                .flatMap(sample -> declarations.pieces(sample.assessed()).stream())
                .filter(piece -> piece.file().equals(file))
                .map(DeclarationPiece::bytes)
                .toList();
        Samples.join(declarations, file, "MAN-20260703-0207", pieces, out);
        if ("write".equals(System.getProperty("golden"))) {
            Files.write(GOLDEN.resolve(file), out.toByteArray());
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(GOLDEN.resolve(file)));
    }
}
