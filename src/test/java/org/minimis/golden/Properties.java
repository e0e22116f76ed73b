package org.minimis.golden;

import static org.quicktheories.QuickTheory.qt;

import org.quicktheories.QuickTheory;
import org.quicktheories.core.NoGuidance;

/** Properties that hold for whatever is made up; the same seed makes up the same each time, and another is a {@code -Dseed} away. */
public final class Properties {

    private static final long SEED = Long.getLong("seed", 20261123);

    private Properties() {}

    /** So many examples; says which, so that a failure on another machine can be had again. */
    public static QuickTheory of(String what, int examples) {
        System.out.printf("property: %s; seed %d, %d examples%n", what, SEED, examples);
        return qt().withGuidance(random -> new NoGuidance())
                .withFixedSeed(SEED)
                .withExamples(examples)
                .withShrinkCycles(5 * examples);
    }
}
