package org.minimis.manifest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.minimis.finding.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads a manifest of one JSON object a line. A broken line is one unreadable record, and the next line goes on. */
final class ManifestJson implements ManifestReader {

    /** Shared: it remembers the names of the keys. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(10_000)
                    .maxNumberLength(30)
                    .maxNameLength(100)
                    .build())
            .build();

    private final TextLines lines;
    private final String shownName;
    private final Draft draft = new Draft();
    private final DraftJson json = new DraftJson(draft);
    private final PlainJson plain = new PlainJson(draft);
    private final Checks checks;

    ManifestJson(ByteWindow window, long firstLine, String shownName, ReferenceData reference) {
        this.lines = new TextLines(window, firstLine);
        this.shownName = shownName;
        this.checks = new Checks(draft, reference);
    }

    @Override
    public @Nullable ManifestRecord next() throws IOException {
        while (lines.begin()) {
            if (isPlain()) {
                return checks.record(new Source(shownName, lines.line()), lines.nextOffset());
            }
            if (!lines.isBlank()) {
                return careful(new Source(shownName, lines.line()));
            }
        }
        return null;
    }

    /** Fills the draft where the line has nothing unusual in it; else it only finds the line's end. */
    private boolean isPlain() throws IOException {
        var atHand = lines.atHand();
        var length = plainLength();
        if (length >= 0 && length < atHand) {
            lines.endAfter(length);
            return true;
        }
        lines.findEnd();
        // What was seen may have been cut off where the reading of the file had stopped.
        plain.forgetHead();
        return lines.length() >= atHand && plainLength() == lines.length();
    }

    private int plainLength() {
        draft.clear(Field::path);
        var length = plain.fill(lines.bytes(), lines.start()) - lines.start();
        return length > ByteWindow.RECORD_MAX ? -1 : length;
    }

    private ManifestRecord careful(Source source) {
        plain.forgetHead();
        draft.clear(Field::path);
        var complaint = JsonLines.complaint(lines);
        if (complaint == null) {
            complaint = fill();
        }
        if (complaint != null) {
            JsonLines.reject(draft, complaint);
            return checks.unreadable(source, lines.nextOffset());
        }
        return checks.record(source, lines.nextOffset());
    }

    /** Fills the draft, or says why the line is no JSON object. */
    private @Nullable String fill() {
        try (var parser = open(lines)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "this line is no JSON object; write one consignment in braces on each line";
            }
            json.consignment(parser);
            return parser.nextToken() == null
                    ? null
                    : "something follows the object on this line; write one consignment on each line";
        } catch (StreamConstraintsException e) {
            return "this line is nested too deeply or has too long a text or number in it; "
                    + "at most 20 levels, 10000 characters, 30 digits";
        } catch (JacksonException e) {
            var location = e.getLocation();
            return "this line is not JSON from byte %d on; write one object on each line"
                    .formatted(location == null ? 1 : Math.max(1, location.getByteOffset() + 1));
        }
    }

    static JsonParser open(TextLines lines) {
        return JSON.createParser(ObjectReadContext.empty(), lines.bytes(), lines.start(), lines.length());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
