package org.minimis.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minimis.settings.ConfigException;

class DeclarationValidatorTest {

    private static final Path SAMPLES = Path.of("../shared/samples");

    @TempDir
    Path folder;

    private final Declarations declarations = Samples.declarations();
    private final List<String> complaints = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {"h7/TT_IM068a.xml", "h7/Step1_TT_IM124a.xml", "h7/h7_ni_minimal.xml", "birds/TT_IM073a.xml"})
    void theOfficialSamplesAreValid(String sample) throws IOException {
        var checked = validator().validate(SAMPLES.resolve(sample), complaints::add);

        assertThat(complaints).isEmpty();
        assertThat(checked).isEqualTo(1);
    }

    @Test
    void whatWeWriteIsValid() throws IOException {
        assertValid(
                3, "EU-H7.xml", Samples.german(), company(), Samples.german().withFreight(null, null));
        assertValid(1, "XI-H7.xml", Samples.irish());
        assertValid(1, "GB-H7.xml", Samples.british("XP1").in("GB", "GB", "H7", "C08"));
        assertValid(1, "GB-BIRDS.xml", Samples.british("XP1"), Samples.british("XP2"));
        var other = Samples.british("XP3")
                .withConsignor(Samples.person("OTHER", "ROAD", "HONG KONG", "0", "HK"))
                .withGoods(List.of(Samples.shirt("GBP"), Samples.watch("GBP")));
        assertValid(1, "GB-BIRDS.xml", Samples.british("XP1"), other);
        assertValid(1, "EU-H7.xml", Samples.german().accepted(java.time.LocalDate.of(2026, 11, 1)));
    }

    @Test
    void aBrokenMessageIsNamedByItsLineAndQuotesNoValue() throws IOException {
        var file = join("EU-H7.xml", Samples.german(), Samples.german());
        var lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(3, lines.get(3).replace("<PostcodeID>04103<", "<PostcodeID>SECRET 1234<"));
        Files.write(file, lines);

        var checked = validator().validate(file, complaints::add);

        assertThat(checked).isEqualTo(2);
        assertThat(complaints)
                .first()
                .asString()
                .startsWith(
                        file + ":4: cvc-maxLength-valid: Value '…' is not facet-valid with respect to maxLength '9' ");
        assertThat(complaints).noneMatch(complaint -> complaint.contains("SECRET"));
    }

    @Test
    void anElementOutOfOrderIsRefused() throws IOException {
        var file = folder.resolve("broken.xml");
        Files.writeString(
                file,
                "<md:MetaData xmlns:md=\"" + MessageXml.NAMESPACE + "\" xmlns=\"urn:wco:datamodel:WCO:DEC-DMS:2\">\n"
                        + "<Declaration><TypeCode>IMA</TypeCode><FunctionCode>9</FunctionCode></Declaration></md:MetaData>");

        validator().validate(file, complaints::add);

        assertThat(complaints).first().asString().startsWith(file + ":2: cvc-complex-type.2.4.a: ");
    }

    @Test
    void anotherRootIsRefused() throws IOException {
        validator().validate(write("<something/>"), complaints::add);

        assertThat(complaints).first().asString().contains(":1: cvc-elt.1");
    }

    @Test
    void aTornFileIsRefused() throws IOException {
        validator().validate(write("<declarations>\n<md:Meta"), complaints::add);

        assertThat(complaints).hasSize(1).first().asString().contains("file.xml:2: ");
    }

    @Test
    void documentTypeDefinitionsAreRefused() throws IOException {
        validator()
                .validate(
                        write(
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>\n<declarations>&b;</declarations>"),
                        complaints::add);

        assertThat(complaints).hasSize(1).first().asString().contains("DOCTYPE is disallowed");
    }

    @Test
    void aFolderWithoutSchemasIsRefused() {
        assertThatThrownBy(() -> DeclarationValidator.of(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessage(folder + ": there are no schemas in it; name a folder with files .xsd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.xsd", "file:///outside.xsd", "http://localhost/outside.xsd"})
    void aSchemaFromElsewhereIsNotLoaded(String location) throws IOException {
        Files.createDirectory(folder.resolve("schemas"));
        Files.writeString(folder.resolve("outside.xsd"), "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>");
        Files.writeString(
                folder.resolve("schemas/a.xsd"),
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:include schemaLocation=\"" + location
                        + "\"/></xs:schema>");

        assertThatThrownBy(() -> DeclarationValidator.of(folder.resolve("schemas")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("which a schema asks for, is not in ");
    }

    private static Samples company() {
        return Samples.german()
                .withConsignee(new org.minimis.consignment.Party(
                        "BEISPIEL GMBH",
                        null,
                        null,
                        null,
                        null,
                        org.minimis.consignment.PersonType.LEGAL,
                        "DE1234567"));
    }

    private static DeclarationValidator validator() {
        assumeTrue(Files.isDirectory(Samples.SCHEMAS), "../shared/schemas/hmrc-cds is not there: nothing is validated");
        return DeclarationValidator.of(Samples.SCHEMAS);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file.xml"), text);
    }

    private void assertValid(int messages, String file, Samples... samples) throws IOException {
        var checked = validator().validate(join(file, samples), complaints::add);

        assertThat(complaints).isEmpty();
        assertThat(checked).isEqualTo(messages);
    }

    private Path join(String file, Samples... samples) throws IOException {
        var pieces = new ArrayList<byte[]>();
        for (var sample : samples) {
            pieces.add(declarations.pieces(sample.assessed()).get(0).bytes());
        }
        var path = folder.resolve(file);
        try (var out = Files.newOutputStream(path)) {
            Samples.join(declarations, file, "MAN-1", pieces, out);
        }
        return path;
    }
}
