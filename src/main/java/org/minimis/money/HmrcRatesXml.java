package org.minimis.money;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.minimis.finding.Text;

/**
 * Reads HMRC's own monthly XML: {@code exchangeRateMonthList Period="01/Sep/2026 to 30/Sep/2026"} with a
 * {@code currencyCode} and a {@code rateNew}, units for one pound, for each country.
 */
final class HmrcRatesXml {

    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("dd/MMM/uuuu")
            .toFormatter(Locale.ENGLISH);

    private HmrcRatesXml() {}

    static List<PublishedRate> read(InputStream in) throws XMLStreamException {
        var rates = new ArrayList<PublishedRate>();
        var xml = EcbRatesXml.factory().createXMLStreamReader(in);
        var period = new LocalDate[0];
        var currency = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "exchangeRateMonthList" -> period = period(xml.getAttributeValue(null, "Period"));
                case "currencyCode" -> currency = xml.getElementText().strip();
                case "rateNew" ->
                    rates.add(rate(period, currency, xml.getElementText().strip()));
                default -> {
                    // Names of countries and currencies.
                }
            }
        }
        return rates;
    }

    private static PublishedRate rate(LocalDate[] period, String currency, String units) {
        if (period.length != 2) {
            throw new IllegalArgumentException("exchangeRateMonthList has no Period; is this HMRC's monthly file");
        }
        return new PublishedRate(
                currency, Decimals.parseLong(units), period[0], period[1], "HMRC monthly exchange rates");
    }

    private static LocalDate[] period(@org.jspecify.annotations.Nullable String text) {
        var days = text == null ? new String[0] : text.split(" to ");
        if (days.length != 2) {
            throw new IllegalArgumentException("the Period '%s' is not two days; expected '01/Sep/2026 to 30/Sep/2026'"
                    .formatted(Text.clip(String.valueOf(text))));
        }
        return new LocalDate[] {LocalDate.parse(days[0].strip(), DAY), LocalDate.parse(days[1].strip(), DAY)};
    }
}
