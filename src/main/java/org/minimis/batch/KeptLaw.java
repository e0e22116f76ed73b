package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

/** The law under which a batch was cleared, as it is kept beside the batches; it is used only where not a byte of it has changed. */
public final class KeptLaw {

    private final Path folder;
    private final String place;
    private final Differences differences;

    private KeptLaw(Path out, String digest, Differences differences) {
        this.folder = new LawStore(out).folder(digest);
        this.place = "law/" + digest;
        this.differences = differences;
    }

    /** Where a verification gets the law of a batch from. */
    @FunctionalInterface
    interface Laws {
        /** @return empty where it is not whole; the differences say why */
        Optional<Clearing> open(Path out, String digest, LocalDate accepted, Differences differences);
    }

    /**
     * What a batch was cleared by.
     *
     * @param out the folder of the batches
     * @param digest of the law, as the batch has it
     * @return empty where it is not kept there whole
     */
    public static Optional<LawClearing> open(Path out, String digest, LocalDate accepted) {
        return new KeptLaw(out, digest, new Differences(difference -> {})).open(digest, accepted);
    }

    static Optional<Clearing> open(Path out, String digest, LocalDate accepted, Differences differences) {
        return new KeptLaw(out, digest, differences).open(digest, accepted).map(law -> law);
    }

    private Optional<LawClearing> open(String digest, LocalDate accepted) {
        try {
            var list = LawJson.read(folder);
            var config = ConfigFolder.of(folder.resolve(LawStore.CONFIG));
            var before = differences.count();
            compare(list, config);
            var found = config.digestWith(list.choices().words());
            if (differences.count() == before && !found.equals(digest)) {
                differences.add(place + "/" + LawJson.NAME, "what it lists is not the law of this digest");
            }
            return differences.count() == before
                    ? Optional.of(new LawClearing(config, list.choices(), accepted))
                    : Optional.empty();
        } catch (IOException | ConfigException e) {
            differences.add(place, "the law of the batch cannot be read (%s); restore it".formatted(e.getMessage()));
            return Optional.empty();
        }
    }

    private void compare(LawJson list, ConfigFolder config) {
        var names = new TreeSet<>(list.files().keySet());
        names.addAll(LawJson.names(config));
        for (var name : names) {
            var kept = list.files().get(name);
            var file = place + "/" + LawStore.CONFIG + "/" + name;
            if (kept == null) {
                differences.add(file, "it was added after the batch was cleared");
            } else if (!config.has(name)) {
                differences.add(file, "it is missing; restore it");
            } else if (!kept.equals(HexFormat.of().formatHex(WholeFile.sha256().digest(config.bytes(name))))) {
                differences.add(file, "it was changed after the batch was cleared; restore it");
            }
        }
    }
}
