package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minimis.manifest.TestManifests.LINE;
import static org.minimis.manifest.TestManifests.findings;
import static org.minimis.manifest.TestManifests.json;
import static org.minimis.manifest.TestManifests.only;
import static org.minimis.manifest.TestManifests.readJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsignmentChecksTest {

    /** What the findings are when {@code was} in the good line becomes {@code is}. */
    private static String spoilt(String was, String is) {
        assertThat(LINE).contains(was);
        return findings(only(readJson(json(LINE.replace(was, is)))));
    }

    @Test
    void aGoodLineHasNoFindings() {
        assertThat(only(readJson(json(LINE)))).isInstanceOf(ManifestRecord.Readable.class);
        assertThat(spoilt("M1", "M1")).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'020-12345675' | '020-12345676' | rejected INVALID_FIELD masterWaybill: '020-12345676' is not an air waybill or its check digit is wrong; write it as 020-12345675",
                "'destinationCountry':'DE' | 'destinationCountry':'QQ' | rejected INVALID_FIELD destinationCountry: 'QQ' is not a country; write two capital letters of ISO 3166-1",
                "'EXPRESS' | 'TRUCK' | rejected INVALID_FIELD channel: 'TRUCK' is not known here; write one of EXPRESS, POST",
                "'0.85' | '0,85' | rejected INVALID_FIELD grossKg: '0,85' has a decimal comma; write 0.85 or set decimal: ',' in the carrier profile",
                "'0.85' | '0' | rejected INVALID_FIELD grossKg: '0' is not above zero; write what there is",
                "'0.85' | 0.85 | rejected INVALID_FIELD grossKg: '0.85' is a JSON number; write it as text in quotes",
                "'12.00' | '1e9' | rejected INVALID_FIELD goods[0].value.amount: '1e9' has an exponent; write plain digits with a decimal point, for example 12.50",
                "'12.00' | '-12' | rejected INVALID_FIELD goods[0].value.amount: '-12' is negative; cancellations are not cleared, take the line out of the manifest",
                "'12.00' | '12.001' | rejected INVALID_FIELD goods[0].value.amount: '12.001' has more decimals than EUR has, which is 2; write the amount as invoiced",
                "'EUR' | 'EURO' | rejected INVALID_FIELD goods[0].value.currency: 'EURO' is not a currency; write three capital letters of ISO 4217, for example EUR",
                "'610910' | '61091' | rejected INVALID_FIELD goods[0].commodityCode: '61091' is not a commodity code; give 6, 8 or 10 digits without dots",
                "'610910' | '999999' | rejected INVALID_FIELD goods[0].commodityCode: '999999' is under no subheading of the Harmonized System 2022; look the goods up again",
                "'pieces':1 | 'pieces':0 | rejected INVALID_FIELD pieces: '0' is not a whole number from 1 to 99999999; write one, for example 1",
                "'LEIPZIG','country':'DE' | 'LEIPZIG','country':'GERMANY' | rejected INVALID_FIELD consignee.country: the text is not a country; write two capital letters of ISO 3166-1",
                "'quantity':'2' | 'quantity':'2','netKg':'1' | warning DOUBTFUL_VALUE grossKg: '0.85' is less than the goods weigh net; weigh the consignment again",
                "'quantity':'2' | 'quantity':'2','gtin':'4006381333932' | warning DOUBTFUL_IDENTIFIER goods[0].gtin: '4006381333932' is not 8, 12, 13 or 14 digits with GS1's check digit; compare it with the label",
                "'goods':[{ | 'colour':'red','goods':[{ | rejected UNKNOWN_FIELD : the key 'c…' of 6 characters is not known; correct its spelling or take it out",
                "'quantity':'2' | 'quantity':'2','JANE SAMPLE':'2' | rejected UNKNOWN_FIELD goods[0]: the key 'J…' of 11 characters is not known; correct its spelling or take it out",
                "'pieces':1 | 'pieces':1,'orderID':'7' | rejected UNKNOWN_FIELD orderId: a key here is misspelt; write 'orderId'",
                "'LEIPZIG','country' | 'LEIPZIG','incoterm':'DAP','country' | rejected UNKNOWN_FIELD consignee.incoterm: the key 'incoterm' does not belong here; take it out",
                "'quantity':'2' | 'quantity':'2','quantity':'3' | rejected INVALID_FIELD goods[0].quantity: the key stands here twice; remove one",
            })
    void aWrongValueIsNamedWithItsRemedy(String was, String is, String expected) {
        assertThat(spoilt(was, is)).isEqualTo(expected);
    }

    @Test
    void aMissingMandatoryValueRejectsAndAMissingNameRefers() {
        assertThat(spoilt("'pieces':1,", ""))
                .isEqualTo("rejected MISSING_FIELD pieces: it is missing; write how many packages there are");
        assertThat(spoilt("'name':'JANE SAMPLE',", ""))
                .isEqualTo("referred MISSING_FIELD consignee.name: it is missing; ask the carrier for it");
        assertThat(spoilt("'city':'LEIPZIG',", ""))
                .isEqualTo("warning MISSING_FIELD consignee.city: it is missing; ask the carrier for it");
        assertThat(spoilt("'commodityCode':'610910',", "")).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1} characters: {2}")
    @CsvSource({
        "name, 70, true",
        "name, 71, false",
        "city, 35, true",
        "city, 36, false",
        "postcode, 17, true",
        "postcode, 18, false",
    })
    void aPartysTextsHaveTheirLengths(String field, int length, boolean allowed) {
        var text = "'%s':'%s','country':'CN'".formatted(field, "X".repeat(length));
        var line = LINE.replace("'name':'SAMPLE CO','city':'SHENZHEN','country':'CN'", text);

        var found = findings(only(readJson(json(line))));

        assertThat(!found.contains("rejected")).isEqualTo(allowed);
        assertThat(found).doesNotContain("XXXX");
    }

    @Test
    void aDescriptionHas512CharactersAndAHouseWaybill35() {
        var good = "KNITTED SHIRT OF COTTON FOR MEN ".repeat(16);
        assertThat(spoilt("COTTON T-SHIRT, KNITTED, MENS", good.substring(0, 510) + "AB"))
                .isEmpty();
        assertThat(spoilt("COTTON T-SHIRT, KNITTED, MENS", good.substring(0, 510) + "ABC"))
                .isEqualTo("rejected INVALID_FIELD goods[0].description: "
                        + "the text has 513 characters, 512 are allowed; shorten it");
        assertThat(spoilt("'XP1'", "'" + "X".repeat(35) + "'")).isEmpty();
        assertThat(spoilt("'XP1'", "'" + "X".repeat(36) + "'")).startsWith("rejected INVALID_FIELD houseWaybill");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "GIFT, DE, rejected",
        "Gift., DE, rejected",
        "GIFT, CH, warning",
        "NICE GIFT, DE, warning",
        "SILICONE CASE FOR MOBILE TELEPHONE, DE, ''",
    })
    void aVagueDescriptionIsRejectedWhereTheDestinationSaysSo(String description, String country, String severity) {
        var line = LINE.replace("COTTON T-SHIRT, KNITTED, MENS", description)
                .replace("'destinationCountry':'DE'", "'destinationCountry':'" + country + "'");

        var found = findings(only(readJson(json(line))));

        assertThat(found).startsWith(severity.isEmpty() ? "" : severity + " VAGUE_DESCRIPTION goods[0].description");
        assertThat(found.isEmpty()).isEqualTo(severity.isEmpty());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "IOSS, IM2760000742, ''",
        "IOSS, IM5532027340, warning DOUBTFUL_IDENTIFIER",
        "IOSS, EU372000001, referred INVALID_TAX_IDENTIFIER",
        "VOEC, 1234567, ''",
        "VOEC, 123456, referred INVALID_TAX_IDENTIFIER",
        "ABN, 51824753556, ''",
        "ABN, 51824753557, warning DOUBTFUL_IDENTIFIER",
        "EORI, GB1234, referred INVALID_TAX_IDENTIFIER",
        "ioss, IM2760000742, rejected INVALID_FIELD",
    })
    void aTaxIdentifierIsUsableDoubtfulOrNot(String scheme, String value, String expected) {
        var ids = "'taxIds':[{'scheme':'%s','value':'%s'}],'pieces':1".formatted(scheme, value);

        assertThat(spoilt("'pieces':1", ids))
                .startsWith(expected)
                .matches(found -> expected.isEmpty() == found.isEmpty());
    }

    @Test
    void goodsOfOneConsignmentHaveOneCurrency() {
        var second = "'currency':'EUR'}},{'description':'WRIST WATCH, QUARTZ, PLASTIC','quantity':'1',"
                + "'value':{'amount':'1','currency':'USD'}}]";

        assertThat(spoilt("'currency':'EUR'}}]", second))
                .isEqualTo("rejected CONTRADICTION goods[1].value.currency: 'USD' differs from the 'EUR' of the lines "
                        + "before; invoice a consignment in one currency");
    }

    @Test
    void documentsNeedNoGoodsAndOthersDo() {
        var noGoods = LINE.substring(0, LINE.indexOf(",'goods'")) + "}";

        assertThat(findings(
                        only(readJson(json(noGoods.replace("B2C", "DOCUMENTS").replace("0.85", "0"))))))
                .isEmpty();
        assertThat(findings(only(readJson(json(noGoods)))))
                .isEqualTo("rejected MISSING_FIELD goods: there are none; write a line for each kind of goods");
    }

    @Test
    void theGravestFindingStandsFirst() {
        var line =
                LINE.replace("'city':'LEIPZIG',", "").replace("'0.85'", "'x'").replace("'manifest':'M1',", "");

        assertThat(findings(only(readJson(json(line)))).lines().map(found -> found.split(":")[0]))
                .containsExactly(
                        "rejected MISSING_FIELD manifest",
                        "rejected INVALID_FIELD grossKg",
                        "warning MISSING_FIELD consignee.city");
    }
}
