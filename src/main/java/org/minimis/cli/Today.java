package org.minimis.cli;

import java.time.LocalDate;

/** The one place that looks at the calendar: the default of {@code --accepted}. */
final class Today {

    private Today() {}

    static LocalDate date() {
        return LocalDate.now();
    }
}
