package org.minimis.bench;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.util.Map;
import java.util.stream.Collectors;
import org.minimis.bench.plain.SeptemberLaw;

/**
 * The sums alone, by a column store: DuckDB reads the manifest, reckons duty and VAT in SQL and writes a CSV.
 *
 * <p>No declarations, no ledger, no restart, no reasons; a line that cannot be read ends it. Amounts are whole cents, so that
 * it is exact.
 */
final class DuckDbNight {

    private static final String SQL = """
            COPY (
                WITH read AS (
                    SELECT *, CASE WHEN destinationCountry = 'GB' THEN 'GB' ELSE 'EU' END AS regime
                    FROM read_json('%1$s', format = 'newline_delimited', columns = {
                        houseWaybill: 'VARCHAR', type: 'VARCHAR', destinationCountry: 'VARCHAR',
                        taxIds: 'STRUCT(scheme VARCHAR, "value" VARCHAR)[]',
                        freight: 'STRUCT(amount DECIMAL(18, 2), currency VARCHAR)',
                        insurance: 'STRUCT(amount DECIMAL(18, 2), currency VARCHAR)',
                        goods: 'STRUCT(description VARCHAR, commodityCode VARCHAR, origin VARCHAR,
                                "value" STRUCT(amount DECIMAL(18, 2), currency VARCHAR))[]'})),
                converted AS (
                    SELECT *,
                        CAST(coalesce(list_sum(list_transform(goods, item -> converted(item."value", regime))), 0) AS BIGINT) AS worth,
                        coalesce(converted(freight, regime), 0) + coalesce(converted(insurance, regime), 0) AS transport,
                        len(list_distinct(list_transform(goods,
                            item -> {d: item.description, o: item.origin, c: item.commodityCode}))) AS items,
                        vat_percent(destinationCountry) AS percent,
                        len(list_filter(taxIds, id -> id.scheme = 'IOSS')) > 0 AS ioss,
                        len(list_filter(goods, item -> item.commodityCode IS NULL)) > 0 AS uncoded,
                        len(list_filter(goods, item -> regexp_full_match(item.commodityCode, '%2$s')
                            OR destinationCountry = 'DE' AND regexp_full_match(item.commodityCode, '%3$s')
                            OR type = 'C2C' AND regexp_full_match(item.commodityCode, '%4$s'))) > 0 AS excluded
                    FROM read),
                judged AS (
                    SELECT *,
                        CASE WHEN regime = 'EU' AND percent IS NULL THEN NULL
                             WHEN type = 'DOCUMENTS' THEN 'NONE'
                             WHEN type = 'RETURN' OR coalesce(uncoded, false) OR coalesce(excluded, false) THEN NULL
                             WHEN type = 'C2C' THEN CASE WHEN worth <= CASE regime WHEN 'GB' THEN 3900 ELSE 4500 END THEN 'NONE' END
                             WHEN worth > CASE regime WHEN 'GB' THEN 13500 ELSE 15000 END THEN NULL
                             WHEN regime = 'GB' THEN 'SUPPLY_VAT'
                             WHEN type = 'B2B' THEN NULL
                             WHEN coalesce(ioss, false) THEN 'IOSS'
                             ELSE 'SPECIAL_ARRANGEMENTS' END AS scheme
                    FROM converted),
                charged AS (
                    SELECT *, CASE WHEN scheme IN ('IOSS', 'SPECIAL_ARRANGEMENTS') THEN 300 * items ELSE 0 END AS duty
                    FROM judged)
                SELECT houseWaybill AS house_waybill,
                    CASE WHEN scheme IS NULL THEN 'referred' ELSE 'assessed' END AS outcome,
                    regime, destinationCountry AS state, scheme, worth AS intrinsic_value, duty,
                    CASE WHEN scheme = 'SPECIAL_ARRANGEMENTS'
                         THEN ((worth + transport + duty) * percent * 2 + 100) // 200 ELSE 0 END AS vat
                FROM charged
            ) TO '%5$s' (HEADER)
            """;

    private DuckDbNight() {}

    /** Arguments: the manifest, the CSV, threads. */
    public static void main(String[] args) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET threads = " + Integer.parseInt(args[2]));
            statement.execute("CREATE MACRO vat_percent(state) AS CASE state %s END".formatted(vatCases()));
            statement.execute(
                    "CREATE MACRO per_base(currency, regime) AS CASE regime WHEN 'GB' THEN CASE currency %s END"
                                    .formatted(rateCases(SeptemberLaw.PER_POUND))
                            + " ELSE CASE currency %s END END".formatted(rateCases(SeptemberLaw.PER_EURO)));
            // Half up, in whole numbers: cents × 10^8 ÷ (rate × 10^8).
            statement.execute(
                    "CREATE MACRO converted(amount, regime) AS (CAST(amount.amount * 100 AS BIGINT) * 200000000"
                            + " + per_base(amount.currency, regime)) // (2 * per_base(amount.currency, regime))");
            statement.execute(
                    SQL.formatted(args[0], SeptemberLaw.EXCLUDED, SeptemberLaw.COFFEE, SeptemberLaw.PERFUME, args[1]));
        }
    }

    private static String vatCases() {
        return SeptemberLaw.VAT.entrySet().stream()
                .map(entry -> "WHEN '%s' THEN %d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String rateCases(Map<String, BigDecimal> rates) {
        return rates.entrySet().stream()
                .map(entry -> "WHEN '%s' THEN %d"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().movePointRight(8).longValueExact()))
                .collect(Collectors.joining(" "));
    }
}
