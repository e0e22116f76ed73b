package org.minimis.manifest;

import java.util.List;

/** The forms in which carriers hand over manifests. */
public enum ManifestFormat {
    NDJSON(".ndjson", ".jsonl"),
    CSV(".csv");

    private final List<String> endings;

    ManifestFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** How file names of this form end, {@code .gz} and {@code .zip} taken off. */
    public List<String> endings() {
        return endings;
    }
}
