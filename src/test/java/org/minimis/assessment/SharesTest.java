package org.minimis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.money.Amounts;

class SharesTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    @ParameterizedTest(name = "{0} among {1} is {2}")
    @CsvSource({
        "EUR 1.00, 1 1 1,         0.34 0.33 0.33",
        "EUR 0.02, 1 1 1,         0.01 0.01 0.00",
        "EUR 12.00, 40.00 60.00,  4.80 7.20",
        "EUR 5.00, 0 0,           5.00 0.00",
        "EUR 0.00, 1 2,           0.00 0.00",
        "EUR 7.77, 5,             7.77"
    })
    void nothingIsLostAndTheLargestRemainderComesFirst(String total, String weights, String shares) {
        var parts =
                Arrays.stream(weights.split(" ")).map(w -> Amounts.of("EUR", w)).toList();

        assertThat(Shares.of(Amounts.parse(total), parts, CENT))
                .extracting(Amounts::plain)
                .containsExactly(shares.split(" "));
    }

    @Test
    void sharesAlwaysAddUpToTheTotal() {
        var random = new Random(20261123);
        for (var round = 0; round < 2000; round++) {
            var total = Amounts.of(Amounts.currency("EUR"), BigDecimal.valueOf(random.nextInt(100_000), 2));
            var weights = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(i -> Amounts.of(Amounts.currency("EUR"), BigDecimal.valueOf(random.nextInt(20_000), 2)))
                    .toList();

            var sum = ConsignmentFacts.sum(Shares.of(total, weights, CENT));

            assertThat(sum).as("seed 20261123, round %d", round).isEqualTo(total);
        }
    }
}
