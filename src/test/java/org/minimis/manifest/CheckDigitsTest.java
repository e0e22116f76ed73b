package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.consignment.MasterWaybill;

class CheckDigitsTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "gtin, 4006381333931, true",
        "gtin, 4006381333932, false",
        "gtin, 036000291452, true",
        "gtin, 03600029145, false",
        "s10, RR123456785GB, true",
        "s10, RR473124829GB, true",
        "s10, CP001020301BR, false",
        "s10, CP001020307BR, true",
        "s10, CP00102030BR, false",
        "abn, 51824753556, true",
        "abn, 51824753557, false",
        "abn, 5182475355, false",
        "awb, 020-12345675, true",
        "awb, 02012345675, true",
        "awb, 020-12345676, false",
        "awb, 020-12345677, false",
    })
    void aCheckDigitIsRightOrWrong(String kind, String text, boolean right) {
        assertThat(
                        switch (kind) {
                            case "gtin" -> CheckDigits.isGtin(text);
                            case "s10" -> CheckDigits.isS10(text);
                            case "abn" -> CheckDigits.isAbn(text);
                            default -> MasterWaybill.isValid(text);
                        })
                .isEqualTo(right);
    }

    @ParameterizedTest(name = "{0} formed: {1}, of the Union: {2}")
    @CsvSource({
        "IM2760000010, true, true",
        "IM9001234567, true, true",
        "IM5532027340, true, false",
        "EU3720000010, false, false",
        "IM276000001, false, false",
        "IM27600000100, false, false",
    })
    void anIossNumberNamesAStateOfTheUnion(String text, boolean formed, boolean ofTheUnion) {
        assertThat(Identifiers.isIoss(text)).isEqualTo(formed);
        assertThat(formed && Identifiers.isIossOfTheUnion(text)).isEqualTo(ofTheUnion);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "XI603202734852, true",
        "GB123456789012345, true",
        "GB1234567890123, false",
        "GB12345678901A, false",
        "DE123456789012345, true",
        "DE1234567890123456, false",
        "FI1234567-8, true",
        "gb12, false",
        "DE, false",
    })
    void anEoriHasTheFormOfItsCountry(String text, boolean formed) {
        assertThat(Identifiers.isEori(text)).isEqualTo(formed);
    }
}
