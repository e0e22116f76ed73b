package org.minimis.money;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the European Central Bank's own XML: {@code eurofxref-daily.xml}, {@code -hist-90d.xml}, {@code -hist.xml}. */
final class EcbRatesXml {

    private EcbRatesXml() {}

    /** The customs rates that follow from the file. */
    static List<PublishedRate> read(InputStream in) throws XMLStreamException {
        var rates = new EcbReferenceRates();
        var xml = factory().createXMLStreamReader(in);
        @Nullable LocalDate day = null;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Cube")) {
                var time = xml.getAttributeValue(null, "time");
                day = time == null ? day : LocalDate.parse(time);
                var currency = xml.getAttributeValue(null, "currency");
                if (currency != null && day != null) {
                    rates.add(day, currency, rate(xml.getAttributeValue(null, "rate")));
                }
            }
        }
        return rates.customsRates();
    }

    private static BigDecimal rate(@Nullable String text) {
        return Decimals.parseLong(text == null ? "" : text);
    }

    /** A reader that fetches nothing and expands nothing. */
    static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
