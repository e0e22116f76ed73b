package org.minimis.money;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.minimis.fuzz.FuzzTarget;
import org.minimis.fuzz.Scratch;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

/** What authorities publish, and the tables that are made of it. */
public final class RateTargets {

    private static final String ECB_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
            <Cube><Cube time="2026-06-18"><Cube currency="USD" rate="1.2000"/></Cube>
            <Cube time="2026-06-17"><Cube currency="USD" rate="1.1000"/><Cube currency="JPY" rate="180.25"/></Cube></Cube></gesmes:Envelope>
            """;
    private static final String ECB_CSV =
            "Date,USD,JPY,CYP,\n2026-06-19,1.2000,N/A,N/A,\n2026-06-16,1.1000,180.25,N/A,\n";
    private static final String HMRC_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <exchangeRateMonthList Period="01/Sep/2026 to 30/Sep/2026">
            <exchangeRate><countryName>Eurozone</countryName><currencyCode>EUR</currencyCode><rateNew>1.1500</rateNew></exchangeRate>
            <exchangeRate><currencyCode>USD</currencyCode><rateNew>1.3000</rateNew></exchangeRate>
            </exchangeRateMonthList>
            """;
    private static final String HMRC_CSV =
            "Country/Territories,Currency,Currency Code,Currency Units per £1,Start Date,End Date\n"
                    + "Japan,Yen,JPY,200.5,01/09/2026,30/09/2026\n";
    private static final String TABLE = "base,currency,units_per_base,valid_from,valid_to,source\n"
            + "EUR,USD,1.1000,2026-07-01,2026-07-31,as published\nEUR,JPY,180.25,2026-07-01,2026-07-31,\"a, b\"\n";

    private RateTargets() {}

    public static FuzzTarget ecb() {
        return new Imported(ECB_XML, ECB_CSV);
    }

    public static FuzzTarget hmrc() {
        return new Imported(HMRC_XML, HMRC_CSV);
    }

    /** Where the tables of exchange rates lie. */
    private record Tables(Path root) {

        Tables() {
            this(Scratch.folder());
            try {
                Files.createDirectories(root.resolve("regimes"));
                Files.createDirectories(root.resolve("exchange-rates/ecb"));
                Files.createDirectories(root.resolve("exchange-rates/hmrc"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Has the program's own table reader read a month? */
        void read(String name, byte[] text, LocalDate day) throws IOException {
            var file = root.resolve("exchange-rates").resolve(name);
            Files.write(file, text);
            try {
                new ExchangeRateFiles(ConfigFolder.of(root))
                        .rate(
                                name.substring(0, name.indexOf('/')),
                                Amounts.currency("EUR"),
                                Amounts.currency("USD"),
                                day);
            } finally {
                Files.delete(file);
            }
        }
    }

    /** What was taken in must be readable as the table that it became. */
    private record Imported(List<String> published, Tables tables) implements FuzzTarget {

        Imported(String... published) {
            this(List.of(published), new Tables());
        }

        @Override
        public void read(byte[] input) throws IOException {
            try {
                for (var table : RateImportFiles.tables("f", input).entrySet()) {
                    var name = table.getKey();
                    var month = name.substring(name.indexOf('/') + 1, name.length() - ".csv".length());
                    try {
                        tables.read(
                                name,
                                table.getValue().getBytes(StandardCharsets.UTF_8),
                                LocalDate.parse(month + "-15"));
                    } catch (ConfigException e) {
                        throw new AssertionError("taken in, but not readable as a table: " + table, e);
                    }
                }
            } catch (IllegalArgumentException e) {
                if (e.getClass() != IllegalArgumentException.class
                        || !e.getMessage().startsWith("f: ")) {
                    throw e;
                }
                saysOneLine(e.getMessage());
            }
        }

        @Override
        public List<byte[]> seeds() {
            return Stream.concat(published.stream(), published.stream().map(text -> text.replace("2026", "1999")))
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
    }

    public static FuzzTarget table() {
        var tables = new Tables();
        return new FuzzTarget() {
            @Override
            public void read(byte[] input) throws IOException {
                try {
                    tables.read("ecb/2026-07.csv", input, LocalDate.of(2026, 7, 15));
                } catch (ConfigException e) {
                    saysOneLine(e.getMessage());
                }
            }

            @Override
            public List<byte[]> seeds() {
                return List.of(TABLE.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private static void saysOneLine(String message) {
        if (message.chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("a message with control characters: " + message);
        }
    }
}
