package org.minimis.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an operator chose beside the manifests. It is recorded with the batch, so that its rerun needs no arguments.
 *
 * @param config folder of law and settings; null for the one packed into the program
 */
public record Choices(@Nullable Path config, LawChoices law) {

    /** Nothing was chosen. */
    public static final Choices NONE = new Choices(null, LawChoices.NONE);

    public Choices {
        config = config == null ? null : config.toAbsolutePath().normalize();
    }
}
