package org.minimis.declaration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

class DeclarantTest {

    @ParameterizedTest(name = "{1} is refused")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "H7: [xml, json] | H7: [xml, csv] | 'csv' is not a syntax; write xml or json",
                "office: AT330400 | office: AT33 | 'AT33' is not a customs office; write two letters and six characters",
                "status: 2 } | status: 4 } | '4' is not known here; write one of 2, 3",
                "procedure: 40 00 | procedure: 4000 | '4000' is not a procedure; write two pairs of digits",
                "form: eucdm | forms: eucdm | 'forms' is not known here; known are",
                "sku: PSKU, | sku: SKU, | 'SKU' is not a type of document; write four characters",
                "mode_of_transport: 4 | mode: 4 | 'mode' is not known here",
                "from: 2026-11-01 | from: 1.11.2026 | '1.11.2026' is not a date"
            })
    void aSettingThatIsNotRightIsNamedByItsLine(String right, String wrong, String message) {
        var text = ConfigFolder.packed().text("declarant.yaml");
        var at = text.indexOf(right);
        var line = text.substring(0, at).lines().count();
        var broken = text.substring(0, at) + wrong + text.substring(at + right.length());

        assertThatThrownBy(() -> DeclarantYaml.declarant("declarant.yaml", ConfigNode.parse("declarant.yaml", broken)))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("declarant.yaml:" + line + ": ")
                .hasMessageContaining(message);
    }
}
