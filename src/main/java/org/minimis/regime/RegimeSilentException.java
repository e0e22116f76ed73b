package org.minimis.regime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minimis.settings.ConfigException;

/** The law has no value on a day. A silent law is never zero. */
public final class RegimeSilentException extends ConfigException {

    RegimeSilentException(String id, LocalDate day, LocalDate from, @Nullable LocalDate silentFrom) {
        super(
                "%s has no value on %s, it holds from %s%s; add the law of that day to config/regimes or correct the acceptance date"
                        .formatted(id, day, from, silentFrom == null ? "" : " until " + silentFrom.minusDays(1)));
    }
}
