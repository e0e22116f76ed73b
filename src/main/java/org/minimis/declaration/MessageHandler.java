package org.minimis.declaration;

import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.LocatorImpl;

/**
 * Passes each message of a file on to a validator, as if it were a document of its own: the children of our element
 * {@code declarations}, or the root of any other file.
 */
final class MessageHandler extends DefaultHandler {

    private static final String ENVELOPE = "declarations";
    private static final String LOCALE = "http://apache.org/xml/properties/locale";

    private final ValidatorHandler validator;
    private Locator locator = new LocatorImpl();
    private int depth;
    private int messageDepth;
    private long messages;

    MessageHandler(Schema schema, Consumer<SAXParseException> complaints) {
        validator = schema.newValidatorHandler();
        validator.setErrorHandler(errors(complaints));
        try {
            validator.setProperty(LOCALE, Locale.ENGLISH);
        } catch (SAXException e) {
            // Then its messages are in the language of the machine.
        }
    }

    long messages() {
        return messages;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (depth == 0 && !localName.equals(ENVELOPE) || depth == 1 && messageDepth == 0) {
            messageDepth = depth + 1;
            messages++;
            validator.setDocumentLocator(locator);
            validator.startDocument();
        }
        depth++;
        if (isInMessage()) {
            validator.startElement(uri, localName, qName, attributes);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (isInMessage()) {
            validator.endElement(uri, localName, qName);
        }
        if (depth == messageDepth) {
            validator.endDocument();
            messageDepth = 0;
        }
        depth--;
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (isInMessage()) {
            validator.characters(text, start, length);
        }
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }

    private boolean isInMessage() {
        return messageDepth > 0 && depth >= messageDepth;
    }

    private static ErrorHandler errors(Consumer<SAXParseException> complaints) {
        return new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                complaints.accept(e);
            }

            @Override
            public void error(SAXParseException e) {
                complaints.accept(e);
            }

            @Override
            public void fatalError(SAXParseException e) throws SAXException {
                throw e;
            }
        };
    }
}
