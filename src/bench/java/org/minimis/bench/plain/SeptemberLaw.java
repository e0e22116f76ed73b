package org.minimis.bench.plain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The law of 15 September 2026 as far as most consignments need it: what the plain job and DuckDB reckon by.
 *
 * <p>Left out are sales between businesses in the Union, which bear the tariff, and Northern Ireland. minimis reads all of
 * it, and more, from {@code config}; {@link org.minimis.bench.Agreement} tells when the two no longer say the same.
 */
public final class SeptemberLaw {

    /** Standard rates of VAT in the Union, in per cent. */
    public static final Map<String, Integer> VAT =
            Map.of("AT", 20, "BE", 21, "DE", 19, "ES", 21, "FR", 20, "IE", 23, "IT", 22, "NL", 21, "PL", 23, "SE", 25);

    /** Units of the foreign currency for a euro. */
    public static final Map<String, BigDecimal> PER_EURO =
            Map.of("EUR", BigDecimal.ONE, "USD", new BigDecimal("1.15756224"), "CNY", new BigDecimal("7.80554858"));

    /** Units of the foreign currency for a pound. */
    public static final Map<String, BigDecimal> PER_POUND = Map.of(
            "GBP", BigDecimal.ONE,
            "EUR", new BigDecimal("1.1681"),
            "USD", new BigDecimal("1.3554"),
            "CNY", new BigDecimal("9.1360"));

    /** Commodity codes that need a standard declaration: excise goods and goods under a restriction. */
    public static final String EXCLUDED = "(220[3-8]|240[1-4]|27(01|02|04|10|11)|290[12]|3811|930[1-7]|360[1-6]"
            + "|0[23467]|08|16|05(01|02|05|07|08|10)|1209|410[1-3]|430[1-3]|300[34]|2939|3808|970[1-6]|710[23]"
            + "|71(08|12)).*";

    /** Coffee, which Germany taxes. */
    public static final String COFFEE = "(0901|21011[12]).*";

    /** Perfumes and toilet waters, of which a gift may hold little. */
    public static final String PERFUME = "3303.*";

    static final Pattern EXCLUDED_FORM = Pattern.compile(EXCLUDED);
    static final Pattern COFFEE_FORM = Pattern.compile(COFFEE);
    static final Pattern PERFUME_FORM = Pattern.compile(PERFUME);

    private SeptemberLaw() {}
}
