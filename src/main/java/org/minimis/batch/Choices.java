package org.minimis.batch;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an operator chose beside the manifests. It is recorded with the batch, so that its rerun needs no arguments.
 *
 * @param config folder of law and settings; null for the one packed into the program
 * @param readings alternatives of open questions of law
 * @param rates unofficial table of exchange rates
 * @param carrier profile by which all CSV manifests are read
 */
public record Choices(
        @Nullable Path config,
        Map<String, String> readings,
        @Nullable String rates,
        @Nullable String carrier) {

    /** Nothing was chosen. */
    public static final Choices NONE = new Choices(null, Map.of(), null, null);

    public Choices {
        config = config == null ? null : config.toAbsolutePath().normalize();
        readings = java.util.Collections.unmodifiableMap(new TreeMap<>(readings));
    }
}
