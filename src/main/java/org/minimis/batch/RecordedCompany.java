package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.minimis.regime.Together;

/** What the consignments of a manifest were taken together with when its batch was cleared, as it is kept with the journals. */
public final class RecordedCompany {

    private record Part(SliceInfo slice, Companions companions) {}

    private final List<Part> parts;

    private RecordedCompany(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * That of one manifest.
     *
     * @param number the carrier's
     * @throws ClearException when the batch's folder cannot be read
     */
    public static RecordedCompany of(Path out, String batch, String number) {
        var folder = new BatchFolder(out.resolve(batch));
        try {
            var parts = new ArrayList<Part>();
            var plan = PlanJson.read(folder.plan()).orElseThrow(() -> new IOException("its plan is missing"));
            for (var manifest : plan.manifests()) {
                if (manifest.number().equals(number)) {
                    for (var slice : manifest.slices()) {
                        parts.add(new Part(slice, Companions.read(folder.together(manifest.name(slice)))));
                    }
                }
            }
            return new RecordedCompany(parts);
        } catch (IOException e) {
            throw ClearException.outOfReach(out + ": batch " + batch + " cannot be read; check the disk", e);
        }
    }

    /** The others of the consignment whose record starts on that line of that file, as the operator named it. */
    public Together at(String fileName, long line) {
        Together found = Together.NOT_LOOKED;
        for (var part : parts) {
            if (part.slice().fileName().equals(fileName) && part.slice().line() <= line) {
                found = part.companions().at(line);
            }
        }
        return found;
    }
}
