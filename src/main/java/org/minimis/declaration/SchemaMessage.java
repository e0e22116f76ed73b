package org.minimis.declaration;

import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;

/** What the validator says, without the values that it quotes: they may be names or addresses. */
final class SchemaMessage {

    /** As far as possible: a value may hold quotation marks itself. */
    private static final Pattern VALUE = Pattern.compile(
            "(?s)\\b([Vv]alue) '.*'(?= (of (element|attribute) '\\S+'|is not facet-valid|is not a valid))");

    private SchemaMessage() {}

    static String withoutValue(SAXParseException e) {
        var message = e.getMessage();
        return message == null ? "is not well-formed" : VALUE.matcher(message).replaceAll("$1 '…'");
    }
}
