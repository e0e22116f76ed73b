package org.minimis.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

class ListFormTest {

    private static final String FILE = "datasets/ca/CLVS.yaml";

    @ParameterizedTest(name = "{1} is refused")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "per: consignment | per: parcel | per: 'parcel' is not known here; write one of consignment, item",
                "per: consignment | pro: consignment | 'pro' is not known here; known are checked_on, confidence, fields",
                "checked_on: 2026-11-23 | checked_on: yesterday | 'yesterday' is not a date",
                "weightKg: grossKg | weightKg: weight | fields.weightKg: 'weight' is not a source; write one of accepted,",
                "weightKg: grossKg | weightKg: 'fees:' | 'fees:' is not a source",
                "weightKg: grossKg | weightKg: { text: A } | 'text' is not known here; known are constant",
                "weightKg: grossKg | weightKg: [grossKg, mass] | fields.weightKg: 'mass' is not a source",
                "weightKg: grossKg | =weight: grossKg | '=weight' is not a name of a field; write up to 60 letters",
                "weightKg: grossKg | quantity: grossKg | 'quantity' stands here twice; remove one",
                "sections: [CIRO, LVS] | sections: [../CIRO] | '../CIRO' cannot be part of a file's name",
                "section: section | section: sections | 'sections' is not a source"
            })
    void aFaultIsNamedByItsLine(String right, String wrong, String message) {
        var text = ConfigFolder.packed().text(FILE);
        var at = text.indexOf(right);
        var line = text.substring(0, at).lines().count();
        var broken = text.substring(0, at) + wrong + text.substring(at + right.length());

        assertThat(at).isPositive();
        assertThatThrownBy(() -> ListForm.read(ConfigNode.parse("CLVS.yaml", broken)))
                .isInstanceOf(ConfigException.class)
                .hasMessageMatching("(?s)CLVS\\.yaml:(%d|%d): .*".formatted(line, line + 1))
                .hasMessageContaining(message);
    }

    @Test
    void aListNamesItsConsignments() {
        var text = "title: A\nsource: B\nchecked_on: 2026-11-23\nper: item\nfields:\n  a: value\n";

        assertThatThrownBy(() -> ListForm.read(ConfigNode.parse("A.yaml", text)))
                .hasMessage("A.yaml:6: fields: no field is the 'houseWaybill'; add it, or no row leads back to its"
                        + " consignment");
    }

    @Test
    void theListForAllOtherDatasetsMustBeThere() {
        assertThatThrownBy(() -> ListForms.of("CA", Map.of(), "config/datasets"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("config/datasets/default.yaml: the file is missing; restore it");
    }

    @Test
    void aListIsCalledLikeItsDataset(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("regimes"));
        Files.createDirectories(folder.resolve("datasets/ca"));
        Files.writeString(
                folder.resolve("datasets/ca/clvs.yaml"), ConfigFolder.packed().text(FILE));

        assertThatThrownBy(() -> ListForm.readAll(ConfigFolder.of(folder)))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("datasets/ca/clvs.yaml:1: the file is not called like a dataset; name it as the"
                        + " law does, in capital letters");
    }

    @Test
    void aRegimesOwnListComesBeforeTheSharedOne() {
        var all = ListForm.readAll(ConfigFolder.packed());
        var other = ListForms.of("CA", Map.of("default", all.get("default"), "CLVS", all.get("DOCS")), "");
        var own = ListForms.of(
                "CA",
                Map.of("default", all.get("default"), "CLVS", all.get("DOCS"), "ca/CLVS", all.get("ca/CLVS")),
                "");

        assertThat(other.of("CLVS")).isSameAs(all.get("DOCS"));
        assertThat(own.of("CLVS")).isSameAs(all.get("ca/CLVS"));
        assertThat(own.of("X")).isSameAs(all.get("default"));
    }

    @Test
    void aListRegimeInTheSettingsIsOneLine() {
        assertThatThrownBy(
                        () -> DeclarantYaml.declarant(
                                "declarant.yaml",
                                ConfigNode.parse(
                                        "declarant.yaml",
                                        "syntaxes: {}\nregimes:\n  CA: { form: list, declarant: A, id: B, office: toronto }\n")))
                .hasMessage(
                        "declarant.yaml:3: regimes.CA.office: 'toronto' is not an office; write two to eight capital"
                                + " letters and digits");
    }
}
