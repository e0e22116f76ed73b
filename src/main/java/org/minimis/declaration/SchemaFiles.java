package org.minimis.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.minimis.settings.ConfigException;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Finds and reads the schemas in a folder of the operator's. */
final class SchemaFiles {

    private SchemaFiles() {}

    static Schema schema(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        var sources = new ArrayList<Source>();
        for (var file : top(root)) {
            sources.add(new StreamSource(file.toUri().toString()));
        }
        if (sources.isEmpty()) {
            throw new ConfigException(folder + ": there are no schemas in it; name a folder with files .xsd");
        }
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setResourceResolver(new OnlyInside(root));
            return factory.newSchema(sources.toArray(Source[]::new));
        } catch (SAXParseException e) {
            throw new ConfigException("%s:%d: this schema is not whole (%s)"
                    .formatted(e.getSystemId(), e.getLineNumber(), e.getMessage()));
        } catch (SAXException e) {
            throw new ConfigException("%s: the schemas cannot be read (%s)".formatted(folder, e.getMessage()));
        }
    }

    /** The schemas of the first level, from the top down, that has any. */
    private static List<Path> top(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var files = Files.walk(root)) {
            var schemas = files.filter(file -> file.toString().endsWith(".xsd") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            var level = schemas.stream().mapToInt(Path::getNameCount).min().orElse(0);
            return schemas.stream()
                    .filter(schema -> schema.getNameCount() == level)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a schema load others of the folder, and nothing else. */
    private record OnlyInside(Path root) implements LSResourceResolver {

        @Override
        public @Nullable LSInput resolveResource(
                String type,
                @Nullable String namespace,
                @Nullable String publicId,
                @Nullable String systemId,
                @Nullable String base) {
            if (systemId != null && !isInside(systemId, base)) {
                throw new ConfigException(
                        "'%s', which a schema asks for, is not in %s; put it there".formatted(systemId, root));
            }
            return null;
        }

        private boolean isInside(String systemId, @Nullable String base) {
            var asked = base == null ? URI.create(systemId) : URI.create(base).resolve(systemId);
            return "file".equals(asked.getScheme())
                    && Path.of(asked).normalize().startsWith(root);
        }
    }
}
