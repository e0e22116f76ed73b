package org.minimis.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LrnTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 3);

    @Test
    void theNumberOfADeclarationNeverChanges() {
        assertThat(Lrn.of(DAY, "EU", "MAN-1", "XP1")).isEqualTo("M260703SVY55TAW80PD8C1");
    }

    @Test
    void dayRegimeManifestAndHouseWaybillEachMakeAnother() {
        assertThat(new String[] {
                    Lrn.of(DAY, "EU", "MAN-1", "XP1"),
                    Lrn.of(DAY.plusDays(1), "EU", "MAN-1", "XP1"),
                    Lrn.of(DAY, "XI", "MAN-1", "XP1"),
                    Lrn.of(DAY, "EU", "MAN-2", "XP1"),
                    Lrn.of(DAY, "EU", "MAN-1", "XP2"),
                    Lrn.of(DAY, "EU", "MAN-1X", "P1")
                })
                .doesNotHaveDuplicates()
                .allMatch(lrn -> lrn.matches("M\\d{6}[0-9A-HJKMNP-TV-Z]{15}"));
    }

    @Test
    void aMillionHouseWaybillsHaveAMillionNumbers() {
        var numbers = new String[1_000_000];
        for (var i = 0; i < numbers.length; i++) {
            numbers[i] = Lrn.of(DAY, "EU", "MAN-1", "XP" + i);
        }
        Arrays.parallelSort(numbers);
        var same = 0;
        for (var i = 1; i < numbers.length; i++) {
            if (numbers[i].equals(numbers[i - 1])) {
                same++;
            }
        }

        assertThat(same).isZero();
    }
}
