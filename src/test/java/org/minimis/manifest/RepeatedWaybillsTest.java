package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedWaybillsTest {

    private static WaybillKeys keys(String name, String... houses) {
        var keys = new WaybillKeys(name);
        for (var i = 0; i < houses.length; i++) {
            keys.add(houses[i].isEmpty() ? null : houses[i], i + 1);
        }
        return keys;
    }

    @Test
    void theFirstOfItsNumberWinsAcrossSlicesAndManifests() {
        var repeated = RepeatedWaybills.of(List.of(keys("a", "X1", "", "X2"), keys("b", "X3", "X1", "", " X1 ")));

        assertThat(repeated.anyIn(0)).isFalse();
        assertThat(repeated.countIn(1)).isEqualTo(2);
        assertThat(repeated.finding(1, 0)).isNull();
        assertThat(repeated.finding(1, 2)).isNull();
        assertThat(repeated.finding(1, 3).message())
                .isEqualTo("the house waybill stands in a:1 already; give each consignment its own");
    }

    @Test
    void aHundredThousandNumbersAreAllDifferent() {
        var keys = new WaybillKeys("m");
        for (var i = 0; i < 100_000; i++) {
            keys.add("XP" + i, i + 1);
        }

        assertThat(RepeatedWaybills.of(List.of(keys)).anyIn(0)).isFalse();
        assertThat(RepeatedWaybills.of(List.of(keys, keys)).countIn(1)).isEqualTo(100_000);
    }

    @Test
    void aWatchSaysTheSameWhileReadingOnce() {
        var watch = new RepeatedWaybills.Watch();
        var records = TestManifests.readJson(
                TestManifests.line("A") + "\n" + TestManifests.line("B") + "\n" + TestManifests.line("A"));

        assertThat(watch.next(records.get(0))).isNull();
        assertThat(watch.next(records.get(1))).isNull();
        assertThat(watch.next(records.get(2)).message()).contains("stands in m:1 already");
    }
}
