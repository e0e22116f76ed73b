package org.minimis.declaration;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import org.minimis.settings.ConfigException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Checks declarations in XML against the schemas of a customs administration, which the operator has fetched into a folder.
 *
 * <p>Takes files of ours, message by message, however many they hold, and files with a single message. No document type
 * definitions, nothing from the network, no schema from outside the folder. The Union's H7 obeys HMRC's schemas too, but for
 * postcodes of more than nine characters. Can be shared between threads.
 */
public final class DeclarationValidator {

    private static final String DOCTYPES = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Schema schema;

    private DeclarationValidator(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads the schemas of a folder: all in the first folder, from the top down, in which there are files {@code .xsd}.
     *
     * @throws ConfigException when there are none, or they are not whole
     */
    public static DeclarationValidator of(Path folder) {
        return new DeclarationValidator(SchemaFiles.schema(folder));
    }

    /**
     * Checks a file.
     *
     * @param complaints takes each error as {@code file:line: message}; values are not quoted, they may be personal
     * @return how many messages were checked
     */
    public long validate(Path file, Consumer<String> complaints) throws IOException {
        var handler = new MessageHandler(schema, line(file, complaints));
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DOCTYPES, true);
            factory.newSAXParser().parse(new InputSource(in), handler);
        } catch (SAXParseException e) {
            line(file, complaints).accept(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the parser of XML does not work", e);
        }
        return handler.messages();
    }

    private static Consumer<SAXParseException> line(Path file, Consumer<String> complaints) {
        return e -> complaints.accept("%s:%d: %s".formatted(file, e.getLineNumber(), SchemaMessage.withoutValue(e)));
    }
}
