package org.minimis.batch;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an operator chose beside the files of law and settings. It decides figures as they do, so it is part of the law's digest
 * and is kept with it.
 *
 * @param readings by the name of the open question, the alternative that is taken
 * @param rates an unofficial table of exchange rates; null for none
 * @param carrier the profile by which all CSV manifests are read; null to choose it by the file's name
 */
public record LawChoices(
        Map<String, String> readings,
        @Nullable String rates,
        @Nullable String carrier) {

    public static final LawChoices NONE = new LawChoices(Map.of(), null, null);

    public LawChoices {
        readings = Collections.unmodifiableMap(new TreeMap<>(readings));
    }

    /** The choices as the law's digest counts them. */
    String words() {
        return readings + (rates == null ? "" : " rates " + rates) + (carrier == null ? "" : " carrier " + carrier);
    }
}
