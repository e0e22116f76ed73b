package org.minimis.batch;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minimis.manifest.ManifestFormat;

/** What a batch has to do: its manifests in order, each with its slices. Written when it is received, then obeyed. */
record Plan(String batch, LocalDate accepted, String lawDigest, Choices choices, List<Manifest> manifests) {

    Plan {
        manifests = List.copyOf(manifests);
    }

    /**
     * One manifest.
     *
     * @param ordinal its place in the batch, from 1
     * @param id its key in the book; 0 where it failed
     * @param number the carrier's; empty where it failed
     * @param found where it was handed over
     * @param digest of its unpacked bytes; of the packed ones where it cannot be unpacked
     * @param file the unpacked manifest
     * @param slices none where it failed
     * @param failure why it cannot be cleared
     */
    record Manifest(
            int ordinal,
            long id,
            String number,
            Intake.Found found,
            String digest,
            Path file,
            long bytes,
            List<SliceInfo> slices,
            @Nullable String failure) {

        Manifest {
            slices = List.copyOf(slices);
        }

        Manifest withId(long other) {
            return new Manifest(ordinal, other, number, found, digest, file, bytes, slices, failure);
        }

        /** As the operator named it. */
        String fileName() {
            return found.fileName();
        }

        ManifestFormat format() {
            return found.format();
        }

        /** The same bytes, perhaps unpacked anew. */
        Manifest at(Handover handover) {
            var moved = slices.stream().map(slice -> slice.in(handover.file())).toList();
            return new Manifest(ordinal, id, number, found, digest, handover.file(), bytes, moved, failure);
        }

        SliceName name(SliceInfo slice) {
            return new SliceName(ordinal, slice.ordinal());
        }
    }

    Plan with(List<Manifest> others) {
        return new Plan(batch, accepted, lawDigest, choices, others);
    }

    /** The first key that it has in the book: batches count up. */
    long firstId() {
        return manifests.stream()
                .mapToLong(Manifest::id)
                .filter(id -> id > 0)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    Manifest manifest(int ordinal) {
        return manifests.get(ordinal - 1);
    }

    SliceInfo slice(SliceName name) {
        return manifest(name.manifest()).slices().get(name.slice());
    }

    /** The part of file names that stands for each manifest: its number, and its place where two share a number. */
    Map<Integer, String> fileNames() {
        var taken = new HashMap<String, Integer>();
        var names = new HashMap<Integer, String>();
        for (var manifest : manifests) {
            var name = BatchFolder.nameOf(manifest.number());
            var first = taken.putIfAbsent(BatchFolder.folded(name), manifest.ordinal());
            names.put(manifest.ordinal(), first == null ? name : name + "-" + manifest.ordinal());
        }
        return names;
    }
}
