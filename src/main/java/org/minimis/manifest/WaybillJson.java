package org.minimis.manifest;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the house waybill of a JSON line without reading the rest of it. */
final class WaybillJson {

    private WaybillJson() {}

    static @Nullable String houseWaybill(TextLines lines) {
        if (lines.isTooLong()) {
            return null;
        }
        try (var parser = ManifestJson.open(lines)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? find(parser) : null;
        } catch (JacksonException e) {
            // The reader says what is wrong with the line; here it only has no number.
            return null;
        }
    }

    private static @Nullable String find(JsonParser parser) {
        for (var key = parser.nextName(); key != null; key = parser.nextName()) {
            var token = parser.nextToken();
            if (key.equals("houseWaybill")) {
                return token == JsonToken.VALUE_STRING ? parser.getString() : null;
            }
            parser.skipChildren();
        }
        return null;
    }
}
