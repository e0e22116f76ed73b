package org.minimis.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.consignment.Party;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.finding.Severity;
import org.minimis.money.Amounts;

class ObstaclesTest {

    private final Declarations declarations = Samples.declarations();

    @Test
    void usualConsignmentsMeetNone() {
        assertThat(declarations.obstacle(Samples.german().assessed())).isEmpty();
        assertThat(declarations.obstacle(Samples.irish().assessed())).isEmpty();
        assertThat(declarations.obstacle(Samples.british("XP1").assessed())).isEmpty();
        assertThat(declarations.obstacle(Samples.german().in("EU", "DE", "H1").assessed()))
                .isEmpty();
        assertThat(declarations.obstacle(Samples.german()
                        .withGoods(List.of())
                        .in("EU", "DE", "DOCS")
                        .assessed()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: a postcode of {1} characters fits: {2}")
    @CsvSource({"EU, DE, 17, true", "EU, DE, 18, false", "XI, XI, 9, true", "XI, XI, 10, false", "GB, GB, 10, false"})
    void postcodesAreShorterInTheUnitedKingdom(String regime, String state, int length, boolean fits) {
        var sample = Samples.german()
                .in(regime, state, "H7", "F49")
                .withConsignee(Samples.person("A", "B", "C", "1".repeat(length), "GB"));

        assertThat(declarations.obstacle(sample.assessed()).isEmpty()).isEqualTo(fits);
    }

    @Test
    void theMessageSaysWhatToDoAndQuotesNothing() {
        var sample = Samples.irish().withConsignee(Samples.person("A", "B", "C", "SECRET 1234567", "GB"));

        assertThat(found(sample))
                .isEqualTo(new Finding(
                        Severity.REFERRED,
                        Reason.INVALID_FIELD,
                        "consignee.postcode",
                        "has 14 characters, the declaration takes 9; shorten it"));
    }

    @ParameterizedTest(name = "U+{0} is allowed: {1}")
    @CsvSource({
        "0009, false",
        "000A, false",
        "001E, false",
        "0020, true",
        "007E, true",
        "007F, false",
        "009F, false",
        "00A0, true",
        "D7FF, true",
        "D800, false",
        "DFFF, false",
        "E000, true",
        "FFFD, true",
        "FFFE, false",
        "FFFF, false"
    })
    void charactersThatMayNotStandInADeclarationReferIt(String codePoint, boolean allowed) {
        var name = "A" + (char) Integer.parseInt(codePoint, 16) + "B";
        var sample = Samples.german().withConsignor(new Party(name, null, null, null, null, null, null));

        assertThat(declarations.obstacle(sample.assessed()).isEmpty()).isEqualTo(allowed);
        if (!allowed) {
            assertThatThrownBy(() -> declarations.pieces(sample.assessed()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a character U+%s cannot stand in a declaration; ask for its obstacle first"
                            .formatted(codePoint));
        }
    }

    @Test
    void aBlankValueIsNone() {
        assertThat(found(Samples.german().withConsignor(new Party(" ", null, null, null, null, null, null)))
                        .message())
                .isEqualTo("is blank; fill it in or leave it out");
    }

    @Test
    void aGoodsLineIsNamedByItsPlace() {
        var tooLong = Samples.goods("X".repeat(513), "610910", "1.00", "EUR", "0.1", null, null);

        assertThat(found(Samples.german().withGoods(List.of(Samples.shirt("EUR"), tooLong))))
                .isEqualTo(Finding.referred(
                        Reason.INVALID_FIELD,
                        "goods[1].description",
                        "has 513 characters, the declaration takes 512; shorten it"));
    }

    @ParameterizedTest(name = "{0} {1} fits in {2}: {3}")
    @CsvSource({
        "EUR, 12.50, EU, true", "EUR, 12.505, EU, false", "EUR, 12.500, EU, true", "KWD, 1.500, EU, true",
        "KWD, 1.505, EU, false", "GBP, 1.505, XI, true", "GBP, 1.5055, XI, false", "JPY, 1500, EU, true",
        "EUR, 99999999999999.99, EU, true", "EUR, 999999999999999.99, EU, false"
    })
    void amountsLoseNoDigit(String currency, String value, String regime, boolean fits) {
        var sample = Samples.german()
                .in(regime, regime.equals("EU") ? "DE" : "XI", "H7", "F49")
                .withGoods(List.of(Samples.goods("SOCKS", "611595", value, currency, "0.1", null, null)));

        assertThat(declarations.obstacle(sample.assessed()).isEmpty()).isEqualTo(fits);
    }

    @Test
    void theListOfDocumentsTakesNoControlCharacterEither() {
        var sample = Samples.german()
                .withGoods(List.of(Samples.goods("PAPER\u0007", "490199", "0.00", "EUR", "0.1", null, null)))
                .in("EU", "DE", "DOCS");

        assertThat(found(sample).field()).isEqualTo("goods[0].description");
    }

    @Test
    void freightAndInsuranceInTwoCurrenciesAreNoSum() {
        var sample = Samples.german().withFreight(Amounts.of("EUR", "1.00"), Amounts.of("USD", "1.00"));

        assertThat(found(sample))
                .isEqualTo(
                        Finding.referred(
                                Reason.CONTRADICTION,
                                "insurance",
                                "'USD' is not the currency of freight, 'EUR', and a declaration has one sum of both; state them in one"));
        assertThat(declarations.obstacle(Samples.german()
                        .withFreight(Amounts.of("EUR", "1.00"), Amounts.of("USD", "0.00"))
                        .assessed()))
                .isEmpty();
    }

    @Test
    void theOneStopShopNeedsItsNumber() {
        assertThat(found(Samples.irish().withTaxIds()).message())
                .isEqualTo("there is no IOSS number, and procedure F48 declares one; add it");
    }

    @Test
    void aBulkDeclarationNeedsTheExportersCountry() {
        var nowhere = new Party("A", null, null, null, null, null, null);

        assertThat(found(Samples.british("XP1").withConsignor(nowhere)).field()).isEqualTo("consignor.country");
    }

    @ParameterizedTest(name = "{0} items fit: {1}")
    @CsvSource({"999, true", "1000, false"})
    void aDeclarationHoldsUpTo999Items(int items, boolean fit) {
        var sample = Samples.german().withGoods(Collections.nCopies(items, Samples.shirt("EUR")));

        assertThat(declarations.obstacle(sample.assessed()).isEmpty()).isEqualTo(fit);
    }

    private Finding found(Samples sample) {
        return declarations.obstacle(sample.assessed()).orElseThrow();
    }
}
