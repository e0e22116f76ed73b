package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.minimis.manifest.ManifestException;
import org.minimis.manifest.ManifestFormat;

/** The manifests in a file, unpacked as a batch would unpack them, for commands that only read. */
public final class UnpackedManifests {

    private UnpackedManifests() {}

    /** Takes one manifest. */
    @FunctionalInterface
    public interface Taker {
        /** @param shownName as messages name it */
        void take(Path uncompressed, String shownName, ManifestFormat format) throws IOException, ManifestException;
    }

    /**
     * Gives the manifests of a file or an archive in the order of a batch.
     *
     * @param folder for unpacked copies
     * @throws ManifestException when one of them is not whole
     * @throws ClearException when there is none
     */
    public static void forEach(Path file, Path folder, Taker taker) throws IOException, ManifestException {
        var unpacking = new Unpacking(folder);
        for (var found : Intake.find(List.of(file))) {
            var handover = unpacking.unpack(found, 0);
            if (handover.failure() != null) {
                throw new ManifestException(handover.failure());
            }
            taker.take(handover.file(), handover.fileName(), handover.format());
        }
    }
}
