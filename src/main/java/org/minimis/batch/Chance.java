package org.minimis.batch;

import java.math.BigInteger;

/** How likely chance alone makes so many of two equally likely things. */
final class Chance {

    /** More are reckoned as so many in the same proportion, which makes them look more likely and not less. */
    private static final long COUNT_MAX = 1_000;
    /** Beyond it nobody reads the number. */
    private static final long ONE_IN_MAX = 1_000_000_000;

    private Chance() {}

    /**
     * Heads {@code heads} times or more out of {@code count} throws of a coin come once in so many times.
     *
     * @return 1 or more, at most a thousand million
     */
    static long oneIn(long heads, long count) {
        if (count > COUNT_MAX) {
            return oneIn(heads * COUNT_MAX / count, COUNT_MAX);
        }
        var ways = BigInteger.ONE;
        var sum = BigInteger.ZERO;
        for (var k = count; k >= heads; k--) {
            sum = sum.add(ways);
            // From C(n, k) to C(n, k - 1).
            ways = ways.multiply(BigInteger.valueOf(k)).divide(BigInteger.valueOf(count - k + 1));
        }
        var oneIn = BigInteger.TWO.pow((int) count).divide(sum.max(BigInteger.ONE));
        return oneIn.min(BigInteger.valueOf(ONE_IN_MAX)).longValueExact();
    }
}
