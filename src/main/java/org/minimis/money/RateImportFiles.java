package org.minimis.money;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.minimis.finding.Text;

/**
 * Turns a file as the European Central Bank or HMRC publishes it into the program's own monthly tables.
 *
 * <p>Which file it is, its beginning tells.
 */
public final class RateImportFiles {

    private static final String HEADER = "base,currency,units_per_base,valid_from,valid_to,source\n";

    private record Table(String name, String base, List<PublishedRate> rates) {}

    private RateImportFiles() {}

    /**
     * The tables that follow from a published file.
     *
     * @param file how messages name it
     * @return text by name, for example {@code ecb/2026-07.csv}
     * @throws IllegalArgumentException when the file is neither authority's, or broken
     */
    public static Map<String, String> tables(String file, byte[] published) {
        try {
            var table = table(new String(published, StandardCharsets.UTF_8), published);
            var texts = new TreeMap<String, String>();
            for (var rate : sorted(table.rates())) {
                var name = table.name() + "/" + YearMonth.from(rate.from()) + ".csv";
                texts.merge(
                        name, HEADER + line(table.base(), rate), (all, line) -> all + line.substring(HEADER.length()));
            }
            if (texts.isEmpty()) {
                throw new IllegalArgumentException(
                        "no month follows from it; a European Central Bank file must reach the penultimate Wednesday of a month");
            }
            return texts;
        } catch (XMLStreamException e) {
            throw refused(
                    file,
                    "line %d: this is not XML; fetch it again"
                            .formatted(e.getLocation().getLineNumber()),
                    e);
        } catch (CsvParseException | NoSuchElementException e) {
            throw refused(file, "this is not CSV with a header and rows of its length; fetch it again", e);
        } catch (DateTimeParseException e) {
            throw refused(file, "'%s' is not a day; fetch it again".formatted(Text.clip(e.getParsedString())), e);
        } catch (IllegalArgumentException e) {
            throw refused(file, e.getMessage(), e);
        }
    }

    private static IllegalArgumentException refused(String file, String message, Exception cause) {
        return new IllegalArgumentException(file + ": " + message, cause);
    }

    private static Table table(String text, byte[] published) throws XMLStreamException {
        var beginning = text.substring(0, Math.min(text.length(), 2000)).toLowerCase(Locale.ROOT);
        if (beginning.contains("eurofxref") || beginning.contains("gesmes")) {
            return new Table("ecb", "EUR", EcbRatesXml.read(new ByteArrayInputStream(published)));
        }
        if (beginning.contains("exchangeratemonthlist")) {
            return new Table("hmrc", "GBP", HmrcRatesXml.read(new ByteArrayInputStream(published)));
        }
        if (beginning.startsWith("date,")) {
            return new Table("ecb", "EUR", EcbRatesCsv.read(text));
        }
        if (beginning.contains("currency units per")) {
            return new Table("hmrc", "GBP", HmrcRatesCsv.read(text.startsWith("\ufeff") ? text.substring(1) : text));
        }
        throw new IllegalArgumentException(
                "this is neither a file of the European Central Bank (eurofxref) nor HMRC's monthly rates; name one of these");
    }

    /** Once for each currency and period: HMRC names a currency for every country that uses it. */
    private static List<PublishedRate> sorted(List<PublishedRate> rates) {
        var unique = new TreeMap<String, PublishedRate>();
        for (var rate : rates) {
            var key = rate.from() + rate.currency();
            var first = unique.putIfAbsent(key, rate);
            if (first != null && first.unitsPerBase().compareTo(rate.unitsPerBase()) != 0) {
                throw new IllegalArgumentException("%s has two rates from %s".formatted(rate.currency(), rate.from()));
            }
        }
        return List.copyOf(unique.values());
    }

    private static String line(String base, PublishedRate rate) {
        return "%s,%s,%s,%s,%s,%s\n"
                .formatted(
                        base,
                        rate.currency(),
                        rate.unitsPerBase().toPlainString(),
                        rate.from(),
                        rate.to(),
                        rate.source());
    }
}
