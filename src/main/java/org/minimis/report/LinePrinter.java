package org.minimis.report;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.MinimalPrettyPrinter;

/** One line for each row of the report, so that two reports can be compared line by line. */
final class LinePrinter extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1;

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        startEntry(json);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        if (depth(json) > 1) {
            json.writeRaw(' ');
        }
        startEntry(json);
    }

    private static void startEntry(JsonGenerator json) {
        if (depth(json) == 1) {
            json.writeRaw("\n  ");
        }
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        json.writeRaw(depth(json) == 1 ? "\n}" : "}");
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        json.writeRaw("\n    ");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(",\n    ");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        json.writeRaw(values == 0 ? "]" : "\n  ]");
    }

    private static int depth(JsonGenerator json) {
        return json.streamWriteContext().getNestingDepth();
    }
}
