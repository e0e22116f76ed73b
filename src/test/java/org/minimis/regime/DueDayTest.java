package org.minimis.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days by which something is due in the month after a release. */
class DueDayTest {

    @ParameterizedTest(name = "{0}, released on {1}: {2}")
    @CsvSource({
        "day 24 of the next month, 2026-10-31, 2026-11-24",
        "day 24 of the next month, 2026-12-01, 2027-01-24",
        "weekday 10 after day 17 of the next month, 2026-09-15, 2026-10-30",
        "weekday 10 after day 17 of the next month, 2026-10-15, 2026-12-01",
        "weekday 10 after day 17 of the next month, 2026-11-15, 2026-12-31",
        "weekday 10 after day 17 of the next month, 2026-12-15, 2027-01-29",
        "weekday 7 of the next month, 2025-09-30, 2025-10-09",
        "weekday 1 of the next month, 2026-01-31, 2026-02-02"
    })
    void weekdaysAreCountedFromTheDayAfter(String day, LocalDate release, LocalDate due) {
        assertThat(DueDay.parse(day).on(release)).isEqualTo(due);
    }

    @Test
    void anotherFormIsRefused() {
        assertThatThrownBy(() -> DueDay.parse("the 24th"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'the 24th' is no day");
    }
}
